#pragma once
#include <QtGlobal>

#include <cstddef>

/// What Qt does not offer for sockets, and what differs from system to system.
namespace gb::socketcare {

/// Of a connected TCP socket: the system closes it within two minutes where the other end is gone without a word. It
/// asks after a minute without a segment, and waits no longer for what was sent and not acknowledged. False where the
/// system does not do that.
bool noticeHalfOpen(qintptr descriptor);

/// Asks the system to let this process have `wanted` files and sockets open at once; how many it may have then.
std::size_t allowOpenFiles(std::size_t wanted);

} // namespace gb::socketcare
