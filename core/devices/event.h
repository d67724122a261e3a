#pragma once
#include "core/base/clockwatch.h"
#include "core/devices/device.h"
#include "core/devices/heartbeattruth.h"
#include "core/net/linkwatch.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace gb {

struct StateChange
{
    QString device;
    DeviceState state = DeviceState::NeverSeen;
    Note reason;
    Endpoint address;
    TransportKind transport = TransportKind::Udp;
    TimePoint at{};
};

/// One point of a device's heartbeat history.
struct BeatSeen
{
    QString device;
    TimePoint at{};
    HeartbeatHistory::Kind kind = HeartbeatHistory::Kind::Beat;
    std::optional<qint64> sn;
    Duration gap{}; ///< to the heartbeat before; 0 for the first one
};

struct PolicyChange
{
    HeartbeatPolicy policy;
    TimePoint at{};
};

/// A heartbeat that was told did not arrive: it counts no more.
struct BeatUndone
{
    QString device;
    TimePoint at{}; ///< of the heartbeat
};

/// A device has a policy of its own, or has it no more.
struct OverrideChange
{
    QString device;
    std::optional<HeartbeatPolicy> policy;
    TimePoint at{};
};

using Event = std::variant<StateChange, BeatSeen, BeatUndone, PolicyChange, OverrideChange, LinkChange, ClockJump>;

/// What is new of the devices.
struct DeviceNews
{
    QList<DeviceSnapshot> devices;               ///< the changed ones, each once, as they are now
    QList<Party> parties;                        ///< whose role is new, or another one
    QStringList gone;                            ///< devices that had to make room
    QList<Event> events;                         ///< in order
    quint64 untold = 0;                          ///< events that had no room because nobody took the batches
    QString watched;                             ///< the device that `truth` is of
    std::shared_ptr<const HeartbeatTruth> truth; ///< as it is now; null where nothing of it changed
};

} // namespace gb
