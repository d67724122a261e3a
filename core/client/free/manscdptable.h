#pragma once
#include <span>

namespace gb {

/// An element of a Query, Control or Response that we send, as the standard has it (GB/T 28181-2011, its amendment of
/// 2014, -2016 and -2022: A.2.3, A.2.4 and A.2.6), beside CmdType, SN and DeviceID. Data for checks: what writes our
/// own messages does not read it.
struct ManscdpElement
{
    const char *root;    ///< Query, Control or Response
    const char *cmdType; ///< DeviceControl
    const char *order;   ///< of a Control: the element that says what is ordered; empty: of each
    const char *path;    ///< under the root: DragZoomIn/Length; empty: of a command without elements of its own
    int least, most;     ///< how often it stands in the element around it
    int since, until;    ///< editions, as 2016
};

/// In the order of the standard, which is the order within a message as well (xs:sequence).
std::span<const ManscdpElement> manscdpElements();

} // namespace gb
