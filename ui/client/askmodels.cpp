#include "ui/client/askmodels.h"

#include "core/report/words/askwording.h"

namespace gb::ui {

void AskFields::show(const AskReportPtr &report)
{
    beginChange();
    m_report = report;
    endChange();
}

QString AskFields::cell(int source, int column) const
{
    const auto &[path, value] = m_report->fields.at(source);
    switch (column) {
    case Name: return path;
    case Value: return value;
    default: return wording::elementOf(path);
    }
}

QString AskFields::header(int column) const
{
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
    const AskCommand *const command = report ? findAskCommand(report->command) : nullptr;
    const auto add = [this](qsizetype column, bool number) {
        if (column < 0 || m_columns.contains(column))
            return;
        m_columns.append(column);
        m_numbers.append(number);
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
    return m_report->items.at(source).value(m_columns.at(column));
}

QString AskItems::meaning(int column) const
{
    return wording::elementOf(header(column));
}

} // namespace gb::ui
