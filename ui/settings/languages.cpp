#include "ui/settings/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace gb::ui {

void Languages::use(const QString &language)
{
    const QLocale system = QLocale::system();
    m_current = closest(language.isEmpty() ? system.uiLanguages() : QStringList(language));
    // Numbers and dates stay the system's for whoever chose nothing; a system that has none writes them as for
    // programs.
    QLocale::setDefault(language.isEmpty() && system.language() != QLocale::C ? system : QLocale(m_current));
    for (QTranslator *translator : {&m_ours, &m_qt})
        QCoreApplication::removeTranslator(translator);
    // Qt's own texts, such as those of the file dialog, are a package of their own: without it they stay English.
    if (m_qt.load(QStringLiteral("qtbase_") + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/gbscope_%1.qm").arg(m_current)))
        QCoreApplication::installTranslator(&m_ours);
}

QStringList Languages::available()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString Languages::closest(const QStringList &wanted)
{
    for (const QString &name : wanted) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::Chinese) // any script: who reads the traditional one reads this sooner than English
            return QStringLiteral("zh_CN");
        if (language == QLocale::English)
            return QStringLiteral("en");
    }
    return QStringLiteral("en");
}

} // namespace gb::ui
