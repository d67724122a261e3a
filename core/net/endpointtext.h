#pragma once
#include "core/base/endpoint.h"

#include <optional>

namespace gb {

/// An IP address as people write it: four numbers with dots, or IPv6 with or without brackets. Null of anything else:
/// of "0" and "127.1", too, which the system would take for an address that nobody meant.
IpAddress readAddress(const QString &text);

/// It is that of no computer, but of many: multicast, or 255.255.255.255.
bool isGroup(const IpAddress &address);

/// A port from `least` to 65535, in decimal digits alone.
std::optional<quint16> readPort(const QString &text, quint16 least = 1);

/// ADDRESS:PORT or [ADDRESS]:PORT; names are not looked up. Empty where either is none.
std::optional<Endpoint> readEndpoint(const QString &text, quint16 leastPort = 1);

} // namespace gb
