#pragma once
#include "core/net/icmperror.h"

#include <QByteArray>

#include <optional>

/// What a system tells of ICMP about datagrams that were sent by a UDP socket of ours. Linux does (ip(7), IP_RECVERR);
/// of other systems nothing comes.
namespace gb::icmpqueue {

/// From now on the system keeps reports for take(). A send or read of the socket may then fail once for a report that
/// is about another datagram.
void enable(qintptr socket);
/// The next one, without `from` and `at`; its octets are those of `buffer`. Empty where none waits. Never blocks.
std::optional<IcmpError> take(qintptr socket, QByteArray &buffer);

} // namespace gb::icmpqueue
