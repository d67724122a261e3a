#pragma once
#include "core/devices/facets/trackeddevice.h"
#include "core/message/siphead.h"

#include <QHash>

#include <deque>

namespace gb {

/// What the answer to a request needs to know of it.
struct PendingRequest
{
    TrackedDevice *device = nullptr;
    SipMethod method = SipMethod::None;
    TimePoint at{};
    quint64 callId = 0;
    std::optional<std::uint32_t> expires;
    bool authorized = false;
    bool cut = false; ///< by its capture
    Challenges::Nonce nonce = Challenges::Nonce::Open;
    Note wrong;             ///< why these credentials will be refused if they are
    RefusedRequest request; ///< where they may be compared with known passwords
    Endpoint source;
    std::optional<qint64> sn;
    bool beat = false; ///< a Keepalive that counts if it is answered 200

    /// Why its credentials were refused.
    Note reason() const { return nonce == Challenges::Nonce::Again ? Note{NoteCode::StaleNonce, {}, {}} : wrong; }
};

/// Requests whose answer decides something, by the numbers of their messages. Bounded: the oldest go first.
class PendingRequests
{
public:
    static constexpr std::size_t capacity = 20'000;

    void remember(quint64 number, PendingRequest pending);
    /// Null where nothing is known of that request; holds until the next one is remembered.
    const PendingRequest *find(quint64 number) const;
    /// Of one that is known.
    PendingRequest take(quint64 number) { return m_pending.take(number); }
    void forget(const TrackedDevice *device);
    qsizetype count() const { return m_pending.size(); }

private:
    QHash<quint64, PendingRequest> m_pending;
    std::deque<quint64> m_order;
};

} // namespace gb
