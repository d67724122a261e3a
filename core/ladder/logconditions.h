#pragma once
#include "core/filter/expression.h"
#include "core/ladder/messagelog.h"

namespace gb {

/// What a search of the record found of a condition that looks into messages.
struct FilterFound
{
    QString key;            ///< filter::Condition::key
    QList<quint64> numbers; ///< of the messages that meet it, ascending
    quint64 upTo = 0;       ///< the last message that was looked into; of those behind it nothing is known yet. Where
                            ///< nothing is recorded: the largest number

    bool operator==(const FilterFound &) const = default;
};

/**
 * The conditions of a filter asked of entries of a log: some ns each, as every text of the log's tables is looked at
 * once. Good for as long as the log keeps its indices, see FlowMatcher.
 */
class LogConditions
{
public:
    /// `found`: without an entry for a condition nothing is known of it but what lists show.
    LogConditions(const MessageLog &log, const filter::Expression &expression, const QList<FilterFound> &found);
    filter::Truth meets(const LogEntry &entry);

private:
    /// What is known of one condition.
    struct Asked
    {
        filter::Condition condition;
        std::vector<quint8> first, second, third; ///< by index of a table: 0 not looked at, 1 no, 2 yes
        QHash<quint64, bool> labels;              ///< by what a label is made of, but for the SN
        const FilterFound *found = nullptr;       ///< of m_found
        bool digits = false;                      ///< the SN on an arrow may have the text
    };

    filter::Truth ask(Asked &asked, const LogEntry &entry);
    filter::Truth inMessage(const Asked &asked, const LogEntry &entry) const;
    bool inLists(Asked &asked, const LogEntry &entry);
    bool inLabel(Asked &asked, const LogEntry &entry) const;
    bool endpointFits(Asked &asked, quint32 index) const;
    bool holdsNumber(Asked &asked, const LogEntry &entry) const;
    bool isWord(const Asked &asked, const LogEntry &entry) const;
    bool isState(filter::State state, const LogEntry &entry) const;
    bool isMissed(const LogEntry &entry) const;
    std::optional<Duration> responseTime(const LogEntry &entry) const;
    qint64 ofDay(const LogEntry &entry) const;

    const MessageLog &m_log;
    const filter::Expression m_expression;
    const QList<FilterFound> m_found;
    std::vector<Asked> m_asked;
    mutable QSet<quint64> m_missed; ///< heartbeats behind which the next one did not come
    mutable qsizetype m_missedSeen = 0;
    mutable qint64 m_hour = -1, m_offset = 0; ///< microseconds of local time ahead of UTC, in that hour
};

} // namespace gb
