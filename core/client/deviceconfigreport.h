#pragma once
#include "core/devices/heartbeat.h"
#include "core/message/basicparam.h"

#include <QString>

namespace gb {

enum class ConfigOutcome : quint8 {
    Done,
    NotRegistered, ///< nobody knows where it is
    OddId,         ///< its ID could not stand in a request
    Busy,          ///< it is being asked already, or too many are
    NotSent,       ///< the transport refused
    NoAnswer,      ///< nothing within 15 s
    Refused,       ///< by a status of 300 or more
    NoResponse,    ///< 200, but no Response within 15 s
    Unreadable,    ///< its Response is no XML, or none that may be read
    ErrorResult,   ///< its Response says ERROR
    NotSupported,  ///< its Response says OK, and nothing of BasicParam
    OutOfRange,    ///< a value that nobody can mean
    NotTaken,      ///< it said OK to ours, and then tells others
    Stopped,       ///< the listener was closed meanwhile
    Silent,        ///< the server is silent to it on purpose
};

/// What became of reading or setting a device's heartbeat: a value that crosses threads.
struct ConfigReport
{
    QString device;
    ConfigOutcome outcome = ConfigOutcome::Done;
    bool pushed = false;             ///< ours were sent to it, and it did not refuse them
    int status = 0;                  ///< of Refused
    QString detail;                  ///< of ErrorResult and OutOfRange; safe to show
    BasicParam values;               ///< that it told last; empty where it told none
    HeartbeatPolicy ours;            ///< that it is compared with
    std::optional<int> expiration{}; ///< Expiration in seconds that was to be set, too; empty: left as it is
    TimePoint at{};

    /// Both ends are set alike. Expiration is the device's to choose, and ours to grant: it counts only where it was to
    /// be set.
    bool match() const
    {
        return values.interval == ours.interval.count() && values.count == ours.timeoutCount
            && (!expiration || values.expiration == expiration);
    }
};

/// Expiration that may be set, in seconds. GB/T 28181-2022 9.1.1 wants 3600 at least; shorter ones are for trying out
/// refreshes.
constexpr int leastExpiration = 60, mostExpiration = 604'800, advisedExpiration = 3600;

} // namespace gb
