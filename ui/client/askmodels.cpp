#include "ui/client/askmodels.h"

#include "core/report/words/askwording.h"
#include "core/report/words/secretwording.h"
#include "ui/widgets/theme.h"

namespace gb::ui {

void AskFields::show(const AskReportPtr &report)
{
    beginChange();
    m_report = report;
    endChange();
}

int AskFields::sourceRows() const
{
    return !m_report ? 0 : static_cast<int>(isSetting() ? m_report->settings.size() : m_report->fields.size());
}

QString AskFields::settingCell(const AskSetting &setting, int column) const
{
    switch (column) {
    case Element: return setting.path;
    case Wanted: return setting.wanted.isNull() ? tr("nothing") : wording::shownValue(setting.path, setting.wanted);
    case Now: {
        const QString now = setting.now.isNull() ? tr("not told") : wording::shownValue(setting.path, setting.now);
        return setting.same ? now : QStringLiteral("\u2260 ") + now;
    }
    default: return wording::elementOf(setting.path, QStringLiteral("config"));
    }
}

QVariant AskFields::colour(int source, int column) const
{
    const bool differs = isSetting() && column == Now && !m_report->settings.at(source).same;
    return differs ? QVariant(colours().failed) : QVariant();
}

QString AskFields::cell(int source, int column) const
{
    if (isSetting())
        return settingCell(m_report->settings.at(source), column);
    const auto &[path, value] = m_report->fields.at(source);
    switch (column) {
    case Name: return path;
    case Value: return wording::shownValue(path, value);
    default: return wording::elementOf(path, m_report->command);
    }
}

QString AskFields::header(int column) const
{
    if (isSetting() && column == Wanted)
        return tr("Asked for");
    if (isSetting() && column == Now)
        return tr("It has now");
    if (isSetting() && column == ElementMeaning)
        column = Meaning;
    switch (column) {
    case Name: return tr("Element");
    case Value: return tr("Value");
    default: return tr("Meaning");
    }
}

void AskItems::show(const AskReportPtr &report)
{
    if (report == m_report)
        return;
    beginChange();
    m_report = report;
    m_columns.clear();
    m_numbers.clear();
    m_secret.clear();
    const AskCommand *const command = report ? findAskCommand(report->command) : nullptr;
    const auto add = [this, &report](qsizetype column, bool number) {
        if (column < 0 || m_columns.contains(column))
            return;
        m_columns.append(column);
        m_numbers.append(number);
        m_secret.append(wording::isSecretElement(report->columns.at(column)));
    };
    if (command) {
        for (const AnswerElement &one : command->items)
            add(report->columns.indexOf(QLatin1StringView(one.path)),
                one.kind == AnswerElement::Kind::Integer || one.kind == AnswerElement::Kind::Decimal);
    }
    for (qsizetype column = 0; report && column < report->columns.size(); ++column)
        add(column, false);
    endChange();
}

QString AskItems::cell(int source, int column) const
{
    const QString value = m_report->items.at(source).value(m_columns.at(column));
    return m_secret.at(column) ? wording::shownValue(header(column), value) : value;
}

QString AskItems::meaning(int column) const
{
    return wording::elementOf(header(column), m_report->command);
}

} // namespace gb::ui
