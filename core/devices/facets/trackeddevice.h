#pragma once
#include "core/devices/device.h"
#include "core/devices/facets/challenges.h"
#include "core/devices/heartbeattruth.h"
#include "core/message/digestguess.h"
#include "core/record/icmpnote.h"

#include <QList>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace gb {

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

/// How much shows that a device is there: who shows least makes room first.
enum class Standing : quint8 {
    Heard,   ///< it never registered
    Claimed, ///< it registered, with one message of anybody's
    Proven,  ///< it spoke again from where it registered
    Kept,    ///< it makes no room: it authenticated, or it is expected
    None,    ///< not known yet
};

/// A device as DeviceStore keeps it, with what each facet knows of it: of 10,000 devices nothing is in a cache, so what
/// is needed together stands together.
struct TrackedDevice
{
    static constexpr std::size_t maxUnreached = 4;

    // What each heartbeat touches stands together, the snapshot's part of it at its start
    QByteArray key;            ///< its ID as the wire has it
    quint32 place = 0;         ///< see DeviceStore::lastPlace()
    quint32 toldInRound = 0;   ///< DeviceRoles::round() when the roster heard of heartbeats between these ends
    mutable quint32 party = 0; ///< hint for Roster::at()
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

} // namespace gb
