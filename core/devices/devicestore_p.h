#pragma once
#include "core/devices/devicestore.h"
#include "core/devices/heartbeattruth.h"
#include "core/message/digestguess.h"

#include <algorithm>
#include <array>
#include <vector>

/// What the parts of DeviceStore share; nobody else includes it.
namespace gb {

/// How a device takes its 401s, as far as the record shows it.
struct Challenges
{
    std::optional<ChallengeForm> first;        ///< form of the first one ever
    ChallengeForm form = ChallengeForm::Other; ///< of the last one
    Endpoint by;                               ///< who sent it
    bool unanswered = false;                   ///< it is the last that happened
    bool lost = false;                         ///< behind it the REGISTER came again: it cannot have arrived
    bool varied = false;                       ///< other forms than the first one were tried
    bool learnt = false;                       ///< the registration in force is due to one of them
    int ignored = 0;                           ///< in a row
    std::array<quint64, 4> open{};             ///< its nonces that no credentials have answered yet, as hashes; 0: none
    quint64 used = 0;                          ///< nonce of its last credentials, so
    bool old = false;                          ///< they were refused, and it was none of these

    /// Newest first.
    void sent(quint64 nonce)
    {
        std::shift_right(open.begin(), open.end(), 1);
        open[0] = nonce;
    }
    enum class Nonce : quint8 {
        Open,  ///< it was sent, and not used yet
        Old,   ///< it was not: a refusal asks for another one
        Again, ///< so, and the same was refused before
    };
    /// Credentials with that nonce. Many devices refresh with those of their last challenge, and the 401 to them is
    /// about the nonce, even where it does not say stale=true; twice in a row is a fault.
    Nonce use(quint64 nonce)
    {
        const bool again = nonce == std::exchange(used, nonce);
        if (const auto found = std::find(open.begin(), open.end(), nonce); found != open.end()) {
            *found = 0;
            old = false;
            return Nonce::Open;
        }
        return !old ? Nonce::Old : again ? Nonce::Again : Nonce::Open;
    }
    bool learnsNow(bool authorized) const { return authorized && varied && form != first; }
};

/// Where its messages, or those to it, do not arrive.
struct NotReached
{
    Endpoint end;
    IcmpReason reason = IcmpReason::Other;
};

/// A REGISTER that may be compared with known passwords.
struct RefusedRequest
{
    QByteArray octets; ///< its head; empty where there is none
    Endpoint server;   ///< where it went to
};

/// A search for its password that found nothing.
struct Compared
{
    quint64 shape = 0; ///< hash of what the digest was made of, as the header says
    DigestTrial tried;
};

struct DeviceStore::Device
{
    static constexpr std::size_t maxUnreached = 4;

    // What each heartbeat touches stands together, the snapshot's part of it at its start
    QByteArray key;          ///< its ID as the wire has it
    quint32 place = 0;       ///< see DeviceStore::lastPlace()
    quint32 toldInRound = 0; ///< DeviceStore::m_rosterRound when the roster heard of heartbeats between these ends
    Endpoint beatsFrom, beatsTo;
    int sharedBy = 0;      ///< registered names at the address of an implied one
    bool implied = false;  ///< registered only because its heartbeats are answered 200
    bool bodyless = false; ///< what it sent last had lost its body: it may well beat
    bool changed = false;
    Standing standing = Standing::None;
    bool unread = false;               ///< what may have been its heartbeats was cut by the capture
    std::optional<TimePoint> deadline; ///< its entry among the deadlines: the verdict's next one, or earlier
    qint64 misses = 0;                 ///< up to the last heartbeat, by the policy in force
    HeartbeatHistory history;
    HeartbeatTruth truth;
    DeviceSnapshot s;
    quint64 callId = 0;      ///< hash of the registration's Call-ID
    QString challengedRealm; ///< of the last 401
    Note failure;            ///< of the last registration that was refused
    RefusedRequest refused;  ///< the last REGISTER whose credentials were wrong
    std::unique_ptr<Compared> compared;
    QList<QByteArray> names, realms; ///< that its credentials named beside its own, see maxNames
    QString expectedAt;              ///< address of the list of expected devices
    Challenges challenges;
    bool judgedByRecord = false; ///< `failure` is a verdict that the record has
    IpAddress servedAt;          ///< our address that its last request came to
    bool authenticated = false;  ///< it was challenged, and a registration of it was accepted then
    quint64 turn = 0;            ///< in which it came
    IpAddress heldBy;            ///< the address that its place counts for, by its standing
    std::vector<NotReached> unreached;

    /// Up to the cold end of the snapshot.
    std::size_t warmOctets() const
    {
        return static_cast<std::size_t>(
            reinterpret_cast<const char *>(&s.medianInterval) - reinterpret_cast<const char *>(this));
    }
    bool reaches(const Endpoint &end) const
    {
        return std::none_of(
            unreached.begin(), unreached.end(), [&end](const NotReached &one) { return one.end == end; });
    }
    bool isRegistered() const { return s.facts.phase == DeviceFacts::Phase::Registered; }
    Standing standingNow() const
    {
        if (s.expected || authenticated)
            return Standing::Kept;
        if (s.registrations == 0 && !isRegistered())
            return Standing::Heard;
        return s.registrations + s.beats > 1 ? Standing::Proven : Standing::Claimed;
    }
};

/// What the answer to a request needs to know of it.
struct DeviceStore::Pending
{
    Device *device = nullptr;
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

} // namespace gb
