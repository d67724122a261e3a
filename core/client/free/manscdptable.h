#pragma once
#include <span>

namespace gb {

/// An element of a Query or Control that the standard has (GB/T 28181-2011, -2014, -2016 and -2022, A.2.3 and A.2.4),
/// beside CmdType, SN and DeviceID.
struct ManscdpElement
{
    const char *root;    ///< Query or Control
    const char *cmdType; ///< DeviceControl
    const char *order;   ///< of a Control: the element that says what is ordered; empty: of each
    const char *path;    ///< under the root: DragZoomIn/Length; empty: of a command without elements of its own
    bool needed;         ///< where the element around it is there
    int since, until;    ///< editions, as 2016
};

std::span<const ManscdpElement> manscdpElements();

} // namespace gb
