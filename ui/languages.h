#pragma once
#include <QString>
#include <QTranslator>

namespace gb::ui {

class Languages
{
public:
    /// "en", "zh_CN", or empty: the system's. Widgets get a LanguageChange.
    void use(const QString &language);

private:
    QTranslator m_ours, m_qt;
};

} // namespace gb::ui
