#pragma once
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace gb::ui {

/// The language of the program: our catalogues from `:/i18n`, Qt's own where it is installed, and the default QLocale.
class Languages
{
public:
    /// "en", "zh_CN", or empty: the system's. Widgets get a LanguageChange.
    void use(const QString &language);
    /// What is shown now: one of available(), never empty.
    QString current() const { return m_current; }

    /// Those to choose from: "en", "zh_CN".
    static QStringList available();
    /// The one of available() for a reader of these, most wanted first ("zh-Hans-CN", "en-US"), as
    /// QLocale::uiLanguages() names them.
    static QString closest(const QStringList &wanted);

private:
    QString m_current = QStringLiteral("en");
    QTranslator m_ours, m_qt;
};

} // namespace gb::ui
