#pragma once
#include "core/devices/devicestore.h"

/// What the parts of DeviceStore share; nobody else includes it.
namespace gb {

struct DeviceStore::Device
{
    DeviceSnapshot s;
    QByteArray key;
    HeartbeatHistory history;
    quint64 callId = 0;         ///< hash of the registration's Call-ID
    bool implied = false;       ///< registered only because its heartbeats are answered 200
    int sharedBy = 0;           ///< registered names at the address of an implied one
    QString challengedRealm;    ///< of the last 401
    Note failure;               ///< of the last registration that was refused
    QByteArray refusedHeader;   ///< its credentials, where the password was wrong
    QString expectedAt;         ///< address of the list of expected devices
    std::optional<TimePoint> deadline; ///< its entry among the deadlines: the verdict's next one, or earlier
    bool changed = false;
    qint64 misses = 0;          ///< up to the last heartbeat, by the policy in force

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
    Note wrong;         ///< why these credentials will be refused if they are
    QByteArray authorization; ///< where they may be compared with known passwords
    Endpoint source;
    std::optional<qint64> sn;
    bool beat = false;  ///< a Keepalive that counts if it is answered 200
};

} // namespace gb
