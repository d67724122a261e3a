#pragma once
#include "core/ladder/flowrows.h"

namespace gb {

/// Why a flow does not show messages that somebody looks for.
struct Absence
{
    /// One thing that keeps messages out of sight.
    struct Stage
    {
        FlowMatcher::Hidden by = FlowMatcher::Hidden::No; ///< No: they are in a fold
        QString condition; ///< of ByText and Unread: the part of the filter's text that they do not meet
        quint64 messages = 0;
        quint64 first = 0; ///< number of the first of them

        bool operator==(const Stage &) const = default;
    };

    std::optional<quint64> number; ///< one message was meant, by its number
    quint64 messages = 0;          ///< of the list that are meant
    quint64 shown = 0;             ///< of these, in rows of their own
    quint64 first = 0;             ///< number of the first one; 0: the list has none
    quint64 firstAbsent = 0;       ///< of the first that has no row of its own; 0: none
    QList<Stage> stages;           ///< what keeps most of them away first; one message may fail several conditions
    bool isForgotten = false;      ///< that number was in the list, and made room
    bool isBeyond = false;         ///< that number is higher than any so far
};

/**
 * What keeps the messages away that `wanted` names: a number, as "12" or "#12", or a text as lists show it, such as a
 * device ID, an address or a Call-ID. Looks at each message of the log once, and at those that are named once for each
 * part of the filter.
 */
Absence absenceOf(const FlowRows &rows, const QString &wanted);

/// The filter with nothing in it that keeps the message away.
FlowFilter showing(const MessageLog &log, const FlowFilter &filter, quint64 number);
/// The filter without what a stage names.
FlowFilter without(const FlowFilter &filter, const Absence::Stage &stage);

} // namespace gb
