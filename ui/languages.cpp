#include "ui/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace gb::ui {

void Languages::use(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    for (QTranslator *translator : {&m_ours, &m_qt})
        QCoreApplication::removeTranslator(translator);
    const bool chinese = locale.language() == QLocale::Chinese;
    if (m_qt.load(QLocale(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en")), QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/gbscope_%1.qm").arg(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"))))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace gb::ui
