#pragma once
#include "core/flow/operation.h"
#include "core/flow/trace.h"

#include <QHash>

#include <map>
#include <set>

namespace gb {

/**
 * The operations of a record: which messages belong together by CmdType, SN and device, and what became of it. A fold
 * over messages and time; no socket, no clock. The last maxKept are known, and what is expected of them is waited for
 * as long as AskTask does.
 */
class Operations
{
public:
    static constexpr std::size_t maxKept = 10'000;
    static constexpr qsizetype maxNumbers = 200'000; ///< of messages, in all; beyond that they are only counted
    /// For the SIP answer, timer F; from there for the first Response; for each further part.
    static constexpr Duration answerPatience = std::chrono::seconds(32), patience = std::chrono::seconds(15),
                              partPatience = std::chrono::seconds(10);

    /// A message, after its transaction and its device are known.
    void note(const Trace &trace);
    /// Something that was sent until then is not in the record: what did not come may be in there.
    void lose(TimePoint at) { m_lostAt = std::max(m_lostAt, at); }
    /// The record was blind from then on, until the message that comes next: what fell due since may have come.
    void loseSince(TimePoint from);
    /// The last time at which that was so; the beginning of time: never.
    TimePoint lostAt() const { return m_lostAt; }
    void advance(TimePoint now);
    std::optional<TimePoint> nextDeadline() const;

    /// To which the message noted last belongs; null: to none. Holds until the next call.
    const Operation *current() const;
    /// Those whose state time has changed, since the last call.
    QList<Operation> takeOverdue() { return std::exchange(m_overdue, {}); }
    /// Those that changed since the last call, in the order in which they began.
    QList<Operation> take();
    bool hasNews() const { return !m_news.empty(); }

    std::size_t size() const { return m_all.size(); }
    /// That are not known any more, because of maxKept.
    quint64 forgotten() const { return m_forgotten; }
    /// In the order in which they began.
    QList<Operation> all() const;

private:
    struct Entry
    {
        Operation operation;
        IpAddress to;    ///< where it was sent
        IpAddress by;    ///< who asked
        quint64 key = 0; ///< in m_ofKey; 0: none
        quint64 call = 0;
        bool owed = false;     ///< a Response is
        bool isList = false;   ///< of SumNum items
        bool repeated = false; ///< or over TCP, which repeats nothing
        bool leaving = false;  ///< the last SUBSCRIBE ends the subscription
        quint32 expires = 0;   ///< that the last one asks for, in seconds
        quint64 renewal = 0;   ///< number of the last SUBSCRIBE
        TimePoint deadline = TimePoint::max();
    };
    using Entries = std::map<quint64, Entry>;

    void begin(const Trace &trace);
    void subscribe(const Trace &trace);
    void notify(const Trace &trace);
    void respond(const Trace &trace);
    void answered(Entry &entry, const Trace &trace);
    void subscribed(Entry &entry, const Trace &trace);
    Entry *askedFor(const Trace &trace);
    void noteOtherSn(const Trace &trace);
    Entry &add(const Trace &trace, Operation::Kind kind);
    Entry *of(quint64 message);
    void join(Entry &entry, const Trace &trace);
    void set(Entry &entry, Operation::State state, const Trace &by);
    void overdue(Entry &entry, TimePoint at);
    void arm(Entry &entry, TimePoint deadline);
    void forget(Entries::iterator at);

    Entries m_all; ///< by Operation::request
    QMultiHash<quint64, quint64> m_ofKey;
    QHash<quint64, quint64> m_ofCall, m_ofMessage; ///< subscriptions by Call-ID; numbers that `messages` have
    std::set<std::pair<TimePoint, quint64>> m_deadlines;
    std::set<quint64> m_news;
    QList<Operation> m_overdue;
    quint64 m_current = 0, m_forgotten = 0;
    TimePoint m_lostAt = TimePoint::min();
};

} // namespace gb
