#pragma once
#include "core/flow/awaited.h"
#include "core/flow/invitehops.h"
#include "core/flow/recenttable.h"
#include "core/flow/trace.h"

#include <QHash>
#include <QList>

#include <deque>

namespace gb {

/**
 * The transactions of a record as they were seen, of whomever with whomever: which message answers which, which is a
 * repeat and by whose timer, and what never came. Matches by branch, sent-by and method (RFC 3261 §17.1.3, §17.2.3),
 * and by Call-ID and CSeq besides, for devices that never change their branch. Remembers a transaction for 64·T1 after
 * its last message, and at most `capacity` of them; the oldest go first.
 */
class FlowLog
{
public:
    static constexpr std::size_t capacity = 100'000;  ///< 3,000 requests a second; a table that the cache cannot hold
                                                      ///< costs each of them
    static constexpr std::size_t maxUntold = 100'000; ///< news that wait for take(); more of them are only counted
    static constexpr Duration duplicateWithin = std::chrono::milliseconds(5);
    /// Where another card, or another file, saw it: less than T1, in which no copy can be sent again, and far more than
    /// the way between the two.
    static constexpr Duration duplicateWithinSources = std::chrono::milliseconds(250);

    explicit FlowLog(const SipTimers &timers = {})
        : m_timers(timers)
    {
    }

    /// Finds the trace's transaction: sets repeatOf, otherBody, copy and answers.
    void note(Trace &trace);
    /// Asks for the memory that note() will need.
    void prefetch(const Trace &trace) const { m_seen.prefetch(trace.transaction); }
    /// Whose message the one last noted is.
    void attribute(const Trace &trace);
    /// What did not come until now is told.
    void advance(TimePoint now);
    /// When advance() has something to tell, as far as is known now.
    std::optional<TimePoint> nextDeadline() const;

    struct Sums
    {
        quint64 unanswered = 0;     ///< requests whose timer B or F fired
        quint64 unacknowledged = 0; ///< final answers to INVITE whose timer H or L fired
        quint64 untold = 0;
    };
    const Sums &sums() const { return m_sums; }
    QList<Awaited> take() { return std::exchange(m_news, {}); }
    bool hasNews() const { return !m_news.isEmpty(); }
    /// Transactions that are remembered, and messages that something is awaited for.
    std::size_t size() const { return m_seen.size(); }
    std::size_t awaiting() const { return m_fresh.size() + m_waiting.size(); }

private:
    /// Copies of one message: microseconds from the first one, 71 minutes at most; the table is looked up in memory,
    /// not in a cache.
    struct Copies
    {
        quint32 last = 0;  ///< to the last one
        quint16 count = 1; ///< that SIP sent
        quint8 seen = 1;   ///< duplicates and TCP's repeats, too; stays at 255
        quint8 step = 1;   ///< of the schedule that the last one was
        quint8 source = 0; ///< of the last one
    };
    enum Flag : quint8 {
        Provisional = 1, ///< a 1xx was seen
        Final = 2,
        Acknowledged = 4,
        Told = 8,       ///< somebody was told that it waits
        Proxied = 16,   ///< and seen a hop further
        CameAgain = 32, ///< since its last answer
        BodyCut = 64,   ///< its body is not known
    };
    /// A request with its first kind of answer; or one of its other answers.
    struct Seen
    {
        quint64 number = 0;
        TimePoint first{}, at{};                  ///< of the first copy, and of the last message
        quint64 answer = 0;                       ///< number of the first answer; others have entries of their own
        quint32 answerIs = 0;                     ///< hash of its status and tag
        quint32 body = 0;                         ///< hash
        quint32 sequence = 0, answerSequence = 0; ///< TCP: place in the stream
        quint32 answeredAfter = 0;                ///< microseconds from the first copy
        quint32 freshPlace = 0;                   ///< of what it waits for: in m_fresh, counted since the start
        Copies copies, answers;
        quint8 flags = 0;
        bool has(Flag flag) const { return flags & flag; }
        void set(Flag flag, bool on = true) { flags = static_cast<quint8>(on ? flags | flag : flags & ~flag); }
    };
    struct Waiting
    {
        TimePoint since;
        Key128 transaction;
        quint64 number;
        Awaited::What what;
        SipTimer timer;
        bool answered = false; ///< in time, as nearly all are
        bool udp = false;
        QString device;
    };

    void noteRequest(Trace &trace);
    bool answeredEarly(Seen &seen, const Trace &trace);
    void noteAck(Trace &trace);
    void acknowledge(const InviteHop &hop, quint64 by);
    void noteResponse(Trace &trace);
    void noteOtherAnswer(const Key128 &key, Trace &trace, bool echo);
    /// Remembers a first copy; of another one it sets repeatOf and otherBody. The reference holds until the next call.
    Seen &remember(const Key128 &key, Trace &trace);
    struct Cause
    {
        SipTimer timer = SipTimer::None; ///< that would send it again
        bool echo = false;               ///< what it answers came again
        bool provisional = false;        ///< a 1xx was seen
        bool answered = false;           ///< since the last copy
        bool doubled = false;            ///< what it answers was seen twice at once: so may this be
    };
    void again(Trace &trace, Copies &copies, TimePoint first, quint32 sequence, Cause cause) const;
    void place(CopyInfo &info, Copies &copies, Duration came, bool provisional) const;
    void noteProxyRequest(Trace &trace);
    void noteProxyAnswer(Trace &trace);
    void wait(Seen &seen, const Trace &trace, Awaited::What what, SipTimer timer);
    bool waits(const Seen &seen, Awaited::What what) const;
    void came(Seen &seen, quint64 number, quint64 by, Awaited::What what);
    void tell(const Waiting &waiting, Awaited::State state, quint64 by = 0);
    void tellFresh(TimePoint now);
    void forget(TimePoint now);

    SipTimers m_timers;
    RecentTable<Seen> m_seen;
    QHash<Key128, InviteHops> m_invites; ///< by Call-ID, From tag and CSeq number: an ACK to a 2xx has a branch of its
                                         ///< own
    std::deque<std::pair<TimePoint, Key128>> m_inviteOrder;
    /// A final answer whose request was not seen, or stands behind it.
    struct Early
    {
        Key128 transaction;
        quint64 number;
        TimePoint at;
        quint32 is; ///< as Seen::answerIs
    };
    std::deque<Early> m_early;     ///< the last ones
    std::deque<Waiting> m_fresh;   ///< for less than T1
    quint32 m_freshGone = 0;       ///< how many were in it and are not any more
    std::deque<Waiting> m_waiting; ///< for longer: told
    QList<Awaited> m_news;
    Sums m_sums;
    quint64 m_last = 0;
    quint64 m_nameless = 0; ///< the last answer, or ACK, that was cut ahead of what it answers
    TimePoint m_namelessAt = TimePoint::min();
};

/// What identifies the transaction of a message; the method is the CSeq's, so that a response has the key of its
/// request.
Key128 transactionKey(const SipHead &head);

} // namespace gb
