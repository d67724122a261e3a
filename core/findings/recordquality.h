#pragma once
#include "core/flow/awaited.h"
#include "core/flow/trace.h"

#include <array>
#include <deque>
#include <optional>
#include <unordered_map>

namespace gb {

/**
 * How whole a capture is, as far as it shows that itself. A fold over its messages. Signs that messages are missing or
 * out of order: a final answer without its request, or ahead of it; a request over UDP that was neither answered nor
 * sent again, though its sender sends again what is not answered; bytes that are missing. And spans in which nothing at
 * all was captured though messages came often before.
 */
class RecordQuality
{
public:
    static constexpr Duration begun = std::chrono::seconds(32); ///< what is answered until then may have been asked
                                                                ///< ahead of the record
    struct Gap
    {
        TimePoint from{}, to{};
        bool isEarly = false; ///< how often messages come is hardly known: many must have been missed
    };

    /// Bytes of its TCP stream are missing ahead of it, as many as a message may have.
    bool isBehindHole(const Trace &trace);
    /// The span without a message that this one ends, where it is long beside those before. Whoever knows whether
    /// something was due in it says what it is by wasGap() or wasRhythm().
    std::optional<Gap> observe(const Trace &trace);
    /// The same, ahead of the message that comes at that time.
    std::optional<Gap> gapAhead(TimePoint at) const;
    /// The clock of the record went back to then.
    void clockBack(TimePoint to);
    /// Something other than a message was captured.
    void passed(TimePoint at) { m_last = m_first && at > m_last ? at : m_last; }
    void wasGap(const Gap &gap) { m_longestSince += gap.to - gap.from; } // it shows nothing of how often they come
    void wasRhythm(const Gap &gap) { noteSpacing(gap.to - gap.from); }
    /// A request over UDP that was sent once and never answered; `repeats`: its sender sends again what is not
    /// answered.
    void missing(bool repeats)
    {
        m_signs += repeats ? 1 : 0;
        ++m_unanswered;
    }
    /// Somebody goes on as if he had an answer that is not here.
    void answerUnseen() { ++m_signs; }
    /// Requests, and nobody's answer: one direction alone, or nobody is there.
    bool isOneWay() const { return m_answers == 0 && m_unanswered >= few; }
    /// Answers without a request ahead of them were seen, be it at the start.
    bool hasLooseAnswers() const { return m_hasLoose; }
    quint64 unanswered() const { return m_unanswered; }

    /// Of what nothing else tells.
    quint64 signs() const { return m_signs + (m_disorder >= few ? m_disorder : 0); }
    /// Something is missing, and no other finding about the record says so: an incomplete message has its own.
    bool isIncomplete() const { return m_cut == 0 && signs() > 0 && signs() * often >= m_messages; }
    /// Too many signs to be sure of what is not there: one in 500 messages. An answer whose request may still come is
    /// one, too, as is one whose request stood behind it.
    bool isDoubtful() const
    {
        const quint64 all = m_signs + m_cut + m_disorder + m_orphans.size();
        return isOneWay() || (all > 0 && all * often >= m_messages);
    }

private:
    static constexpr quint64 often = 500, few = 3;
    static constexpr Duration patience = std::chrono::seconds(10); ///< for the request of an answer
    struct Orphan
    {
        Key128 transaction;
        TimePoint at{};
    };
    void noteOrphans(const Trace &trace);
    void noteParty(const IpAddress &address);
    void noteSpacing(Duration spacing);

    quint64 m_messages = 0, m_signs = 0;
    bool m_hasLoose = false;
    quint64 m_answers = 0, m_unanswered = 0;        ///< final ones; requests over UDP, sent once
    quint64 m_cut = 0;                              ///< messages that are there in part
    quint64 m_disorder = 0;                         ///< answers ahead of their requests
    std::unordered_map<quint64, quint32> m_streams; ///< where the next message of each is to begin
    std::deque<Orphan> m_orphans;                   ///< answers without a request so far, in the order of their coming
    std::optional<TimePoint> m_first;
    TimePoint m_last{};
    /// Fewer may well be silent together: a platform and two devices are not enough.
    std::array<IpAddress, 4> m_parties{};
    Duration m_longest{};       ///< between two messages in the last minutes
    TimePoint m_longestSince{}; ///< of those minutes
    Duration m_longestBefore{}; ///< of the minutes before
};

} // namespace gb
