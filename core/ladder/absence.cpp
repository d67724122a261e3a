#include "core/ladder/absence.h"

#include "core/filter/parser.h"
#include "core/filter/parts.h"

#include <algorithm>

namespace gb {
namespace {

using Hidden = FlowMatcher::Hidden;

std::optional<quint64> numberOf(const QString &wanted)
{
    constexpr qsizetype most = 10; // digits: an ID of a device has 20
    const QString digits = wanted.startsWith(u'#') ? wanted.mid(1) : wanted;
    bool isNumber = false;
    const quint64 number = digits.size() <= most ? digits.toULongLong(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

FlowFilter textless(FlowFilter filter)
{
    filter.text.clear();
    return filter;
}

/// A part of the filter's text by itself.
struct Part
{
    QString text;
    LogConditions conditions;
};

class Search
{
public:
    explicit Search(const FlowRows &rows)
        : m_rows(rows)
        , m_log(rows.log())
        , m_matcher(m_log, rows.filter())
        , m_withoutText(m_log, textless(rows.filter()))
    {
        for (qsizetype row = 0; m_matcher.collects() && row < m_log.count(); ++row)
            m_matcher.collect(m_log.entry(row));
        for (const QString &text : filter::partsOf(rows.filter().text))
            m_parts.push_back({text, LogConditions(m_log, filter::parse(text).expression, rows.filter().found)});
    }

    void look(const LogEntry &entry)
    {
        ++m_result.messages;
        m_result.first = m_result.first == 0 ? entry.number : m_result.first;
        const bool isIn = m_matcher.matches(entry);
        const Hidden hidden = isIn ? Hidden::No : m_withoutText.hides(entry);
        if (isIn && !isFolded(entry.number)) {
            ++m_result.shown;
            return;
        }
        m_result.firstAbsent = m_result.firstAbsent == 0 ? entry.number : m_result.firstAbsent;
        if (!isIn && hidden == Hidden::No)
            lookAtParts(entry);
        else
            note(entry, hidden, {});
    }

    Absence told()
    {
        std::stable_sort(m_result.stages.begin(), m_result.stages.end(),
            [](const auto &a, const auto &b) { return a.messages > b.messages; });
        return std::move(m_result);
    }

private:
    bool isFolded(quint64 number) const
    {
        const qsizetype row = m_rows.rowShowing(number);
        return row >= 0 && m_rows.row(row).isFold() && !m_rows.row(row).open;
    }

    void lookAtParts(const LogEntry &entry)
    {
        bool any = false;
        for (Part &part : m_parts) {
            const filter::Truth met = part.conditions.meets(entry);
            if (met == filter::Truth::Yes)
                continue;
            note(entry, met == filter::Truth::Unknown ? Hidden::Unread : Hidden::ByText, part.text);
            any = true;
        }
        if (!any) // each part is met, though by no one message of its dialog
            note(entry, Hidden::ByText, {});
    }

    void note(const LogEntry &entry, Hidden by, const QString &condition)
    {
        for (Absence::Stage &stage : m_result.stages) {
            if (stage.by != by || stage.condition != condition)
                continue;
            ++stage.messages;
            return;
        }
        m_result.stages.append({by, condition, 1, entry.number});
    }

    const FlowRows &m_rows;
    const MessageLog &m_log;
    FlowMatcher m_matcher;     ///< all messages are collected, where it collects
    FlowMatcher m_withoutText; ///< the filter but for its text
    std::vector<Part> m_parts;
    Absence m_result;
};

QString withoutPart(const QString &text, const QString &part)
{
    QStringList parts = filter::partsOf(text);
    parts.removeAll(part);
    return parts.join(u' ');
}

} // namespace

Absence absenceOf(const FlowRows &rows, const QString &wanted)
{
    const MessageLog &log = rows.log();
    const QString text = wanted.trimmed();
    Search search(rows);
    if (const auto number = numberOf(text)) {
        const qsizetype row = log.rowOf(*number);
        if (row >= 0)
            search.look(log.entry(row));
        Absence one = search.told();
        one.number = number;
        one.isForgotten = row < 0 && *number > 0 && log.forgotten() > 0 && log.count() > 0
            && *number < log.entry(0).number;
        one.isBeyond = row < 0 && (log.count() == 0 || *number > log.entry(log.count() - 1).number);
        return one;
    }
    LogConditions named(log, filter::parse(filter::quotedValue(text)).expression, {});
    for (qsizetype row = 0; !text.isEmpty() && row < log.count(); ++row) {
        if (named.meets(log.entry(row)) == filter::Truth::Yes)
            search.look(log.entry(row));
    }
    return search.told();
}

FlowFilter without(const FlowFilter &filter, const Absence::Stage &stage)
{
    FlowFilter less = filter;
    switch (stage.by) {
    case Hidden::No: break;
    case Hidden::ByKind: less.only = FlowFilter::Only::All; break;
    case Hidden::ByRepeats: less.hideRepeats = false; break;
    case Hidden::ByGroup: less.group = {}; break;
    case Hidden::ByDevices: less.devices.clear(); break;
    case Hidden::ByDialogs: less.callIds.clear(); break;
    case Hidden::ByText:
    case Hidden::Unread:
        less.text = stage.condition.isEmpty() ? QString() : withoutPart(less.text, stage.condition);
        break;
    }
    return less;
}

FlowFilter showing(const MessageLog &log, const FlowFilter &filter, quint64 number)
{
    FlowFilter shown = filter;
    const qsizetype row = log.rowOf(number);
    if (row < 0)
        return shown;
    const LogEntry &entry = log.entry(row);
    const auto isHiddenByText = [&] {
        const FlowFilter text{.text = shown.text, .scope = shown.scope, .found = shown.found};
        return FlowMatcher(log, text).hides(entry) != Hidden::No;
    };
    for (const QString &part : filter::partsOf(filter.text)) {
        LogConditions conditions(log, filter::parse(part).expression, filter.found);
        if (conditions.meets(entry) != filter::Truth::Yes && isHiddenByText())
            shown.text = withoutPart(shown.text, part);
    }
    // One thing after the other; whatever the filter has, there are no more of them than that
    for (int i = 0; i <= static_cast<int>(Hidden::Unread); ++i) {
        const Hidden hidden = FlowMatcher(log, shown).hides(entry);
        if (hidden == Hidden::No)
            break;
        shown = without(shown, {.by = hidden});
    }
    return shown;
}

} // namespace gb
