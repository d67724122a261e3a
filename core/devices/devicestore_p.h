#pragma once
#include "core/devices/devicestore.h"
#include "core/devices/heartbeattruth.h"
#include "core/message/digest.h"

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

    bool learnsNow(bool authorized) const { return authorized && varied && form != first; }
};

struct DeviceStore::Device
{
    // What each heartbeat touches stands together, the snapshot's part of it at its start
    QByteArray key;       ///< its ID as the wire has it
    quint32 place = 0;    ///< see DeviceStore::lastPlace()
    int sharedBy = 0;     ///< registered names at the address of an implied one
    bool implied = false; ///< registered only because its heartbeats are answered 200
    bool changed = false;
    bool unread = false;               ///< what may have been its heartbeats was cut by the capture
    std::optional<TimePoint> deadline; ///< its entry among the deadlines: the verdict's next one, or earlier
    qint64 misses = 0;                 ///< up to the last heartbeat, by the policy in force
    HeartbeatHistory history;
    HeartbeatTruth truth;
    DeviceSnapshot s;
    quint64 callId = 0;       ///< hash of the registration's Call-ID
    QString challengedRealm;  ///< of the last 401
    Note failure;             ///< of the last registration that was refused
    QByteArray refusedHeader; ///< its credentials, where the password was wrong
    QString expectedAt;       ///< address of the list of expected devices
    Challenges challenges;
    bool judgedByRecord = false; ///< `failure` is a verdict that the record has
    IpAddress servedAt;          ///< our address that its last request came to

    /// Up to the cold end of the snapshot.
    std::size_t warmOctets() const
    {
        return static_cast<std::size_t>(
            reinterpret_cast<const char *>(&s.medianInterval) - reinterpret_cast<const char *>(this));
    }
    bool isRegistered() const { return s.facts.phase == DeviceFacts::Phase::Registered; }
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
    bool cut = false;         ///< by its capture
    Note wrong;               ///< why these credentials will be refused if they are
    QByteArray authorization; ///< where they may be compared with known passwords
    Endpoint source;
    std::optional<qint64> sn;
    bool beat = false; ///< a Keepalive that counts if it is answered 200
};

} // namespace gb
