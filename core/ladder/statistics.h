#pragma once
#include "core/ladder/flowrows.h"

#include <span>

namespace gb {

/// Counts and times of the messages that a filter shows. Copies count as messages; times are those of first copies.
/// Bounded: of each list only the first `most` are kept, how much the rest is is told.
struct Statistics
{
    static constexpr qsizetype most = 500;

    /// A value, and how many messages have it.
    struct Count
    {
        QString name; ///< "MESSAGE · Keepalive", "200", "1000-1472"; safe to show
        quint64 messages = 0;
        QString condition; ///< of the filter language, that finds them

        bool operator==(const Count &) const = default;
    };
    struct Counts
    {
        QList<Count> list;    ///< the most frequent first; sizes: the smallest first
        quint64 others = 0;   ///< values that are left out
        quint64 messages = 0; ///< that have those
    };
    /// How long the first final answers to the requests of a device, or to a device, took.
    struct Times
    {
        QString device;
        quint64 answers = 0;
        Duration p50{}, p95{}, max{};
    };

    quint64 messages = 0, octets = 0;
    TimePoint from{}, to{};
    Counts requests; ///< by method and command
    Counts statuses;
    Counts repeats; ///< by why they are seen again
    Counts sizes;
    Counts devices;
    QList<Times> times;     ///< the slowest p95 first; the first of all devices together, under an empty ID
    quint64 otherTimes = 0; ///< devices that are left out
};

/// Some ns a message: two looks at each.
Statistics statisticsOf(const FlowRows &rows);
/// Of those rows of the log, ascending.
Statistics statisticsOf(const MessageLog &log, const std::vector<quint32> &rows);
/// By what the devices say they are: messages of a device count as its own and those to it. `agents` by ID; one of no
/// name is not told.
Statistics::Counts agentsOf(const Statistics &statistics, const QHash<QString, QString> &agents);

/// The value at that share of an ascending order, 0 to 1: the smallest that so many are not above. `values` are
/// reordered; they are not empty.
quint32 percentile(std::span<quint32> values, double share);

} // namespace gb
