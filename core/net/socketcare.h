#pragma once
#include <QtGlobal>

#include <chrono>
#include <cstddef>
#include <optional>

/// What Qt does not offer for sockets, and what differs from system to system.
namespace gb::socketcare {

/// When the other end of a connection counts as gone.
struct GonePatience
{
    std::chrono::seconds idle{60};    ///< without a segment, until it is asked
    std::chrono::seconds between{15}; ///< questions
    int questions = 3;
    /// In all, and for what was sent and not acknowledged.
    constexpr std::chrono::seconds whole() const { return idle + between * questions; }
};
static_assert(GonePatience().whole() < std::chrono::minutes(2));

/// Of a connected TCP socket: the system closes it where the other end is gone without a word. False where the system
/// does not do that.
bool noticeHalfOpen(qintptr descriptor, const GonePatience &patience = {});

/// Datagrams that the system threw away since a UDP socket was opened, for want of room in it. Empty where the system
/// does not tell: Linux alone does.
std::optional<quint64> dropped(qintptr descriptor);

/// Sockets of this process go to the devices themselves, whatever proxy the system or its environment names: with one,
/// Qt would listen at the proxy, where no camera comes. Before the first socket.
void speakDirectly();

/// Asks the system to let this process have `wanted` files and sockets open at once; how many it may have then.
std::size_t allowOpenFiles(std::size_t wanted);

} // namespace gb::socketcare
