#pragma once
#include "core/net/datagram.h"
#include "core/sip/timers.h"

#include <QString>

namespace gb {

/// A message that the standard wants and that did not come for T1 or longer.
struct Awaited
{
    enum class What : quint8 {
        Response,      ///< any, to an INVITE: timer B
        FinalResponse, ///< to another request: timer F
        Ack,           ///< to a final answer to INVITE: timer H; to a 2xx timer L, or that of §13.3.1.4
        Heartbeat,     ///< behind the last one; told when the device is late, missing when it is offline
    };
    enum class State : quint8 {
        Pending, ///< told T1 after `since`
        Missing, ///< the timer has fired
        Came,    ///< it came after all, as message `by`
    };
    quint64 number = 0; ///< of the message that it would follow
    What what = What::FinalResponse;
    State state = State::Pending;
    SipTimer timer = SipTimer::F;
    TimePoint since{};    ///< when that message was first seen; of what came only number, what and by are told
    TimePoint deadline{}; ///< when the timer fires
    quint64 behind = 0;   ///< last message that the record held when this became so
    quint64 by = 0;
    int intervals = 0;       ///< of a heartbeat: how many there are from `since` to `deadline`
    bool unrepeated = false; ///< over UDP, and its sender sent it once: who gets no answer sends it again
    QString device;          ///< ID of the device of that message; may be empty
};

} // namespace gb
