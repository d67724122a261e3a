#pragma once
#include "core/base/rollinghash.h"
#include "core/flow/trace.h"

#include <QHash>

#include <deque>

namespace gb {

/**
 * Numbers the messages of a record, reads their heads and finds what belongs together: a response and its request, a repeat and its first copy
 * (RFC 3261 §17.1.3 and §17.2.3: branch, sent-by and method; Call-ID and CSeq besides, for devices that never change their branch).
 * Remembers a message for 64·T1 after its last copy, and at most `capacity` of them; the oldest go first.
 */
class Tracer
{
public:
    static constexpr std::size_t capacity = 200'000;
    static constexpr std::chrono::seconds memory{32};

    Trace trace(Datagram datagram);
    quint64 count() const { return m_count; }

private:
    struct Seen
    {
        quint64 number;
        TimePoint at;
        quint64 body;         ///< hash
        quint64 answer = 0;   ///< of a request: number of the first answer to it, and
        quint64 answerIs = 0; ///< a hash of its status and tag; other answers have entries of their own
    };
    /// Sets repeatOf and otherBody.
    void compare(const Key128 &key, Trace &trace);
    void compareAnswer(Trace &trace);
    void forget(TimePoint now);

    quint64 m_count = 0;
    QHash<Key128, Seen> m_seen;
    std::deque<std::pair<TimePoint, Key128>> m_order;
};

/// What identifies the transaction of a message; the method is the CSeq's, so that a response has the key of its request.
Key128 transactionKey(const SipHead &head);

/// The octets of the body as the sender meant it: over UDP, where a device announces `Content-Length: 0` ahead of XML, that XML.
std::string_view payloadOf(const SipHead &head, const Datagram &datagram);

} // namespace gb
