#pragma once
#include "core/devices/device.h"
#include "core/devices/heartbeattruth.h"
#include "core/findings/finding.h"
#include "core/flow/awaited.h"
#include "core/flow/trace.h"

#include <QList>
#include <QMetaType>

#include <memory>
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

/// A device has a policy of its own, or has it no more.
struct OverrideChange
{
    QString device;
    std::optional<HeartbeatPolicy> policy;
    TimePoint at{};
};

using Event = std::variant<StateChange, BeatSeen, PolicyChange, OverrideChange>;

/// Sums over a whole record; every message is in exactly one of sip, natKeepalives and notSip.
struct Counters
{
    quint64 messages = 0;
    quint64 sip = 0;
    quint64 natKeepalives = 0;
    quint64 notSip = 0;
    quint64 malformed = 0;       ///< SIP with faults, and notSip
    quint64 retransmissions = 0; ///< by a sender's timer
    quint64 echoes = 0;          ///< answers that were repeated because their request was
    quint64 tcpRepeats = 0;
    quint64 duplicates = 0;
    quint64 proxyCopies = 0;
    quint64 unansweredRequests = 0; ///< whose timer B or F fired
    quint64 unacknowledged = 0;     ///< final answers to INVITE that had no ACK for 64·T1
    quint64 unrecorded = 0;         ///< not in the session file: the disk did not keep up, or failed
    quint64 unmirrored = 0;         ///< not sent on as HEP: too long, or the system refused
    quint64 captureDropped = 0; ///< of a network card: packets that the system dropped, and messages for which there
                                ///< was no room
    quint64 notSignalling = 0;  ///< of what HEP brought: no SIP, by its sender's word; of captures that were opened:
                                ///< what is no SIP
    quint64 unlisted = 0;       ///< messages and events that nobody was told: the reader of the batches did not keep up
    quint64 unanswered = 0;     ///< error answers held back by the limit on them
    // Only of captures that were opened
    quint64 packets = 0;
    quint64 otherPackets = 0;  ///< neither UDP nor TCP
    quint64 fragmentsLost = 0; ///< pieces of IP packets that came to nothing
    quint64 damagedPackets = 0;
    quint64 tcpOctetsLost = 0; ///< see Importer
};

/// What happened since the batch before, in order within each list. The engine hands out one at least every 40 ms while
/// there is something.
struct Batch
{
    TimePoint now{};
    QList<MessageSummary> messages;
    QList<Awaited> awaited;        ///< what did not come, or did after all; in the order in which it became so
    QList<DeviceSnapshot> devices; ///< the changed ones, each once, as they are now
    QStringList gone;              ///< devices that had to make room
    QList<Finding> findings;       ///< new ones and those that changed, each once, as they are now
    QList<Event> events;
    quint64 untold = 0; ///< events that had no room because nobody took the batches
    Counters counters;
    QString watched;                             ///< the device that `truth` is of
    std::shared_ptr<const HeartbeatTruth> truth; ///< of the device that is watched, as it is now; null where nothing of
                                                 ///< it changed

    bool empty() const
    {
        return messages.isEmpty() && awaited.isEmpty() && devices.isEmpty() && events.isEmpty() && gone.isEmpty()
            && findings.isEmpty() && !truth;
    }
};

using BatchPtr = std::shared_ptr<const Batch>;

} // namespace gb
