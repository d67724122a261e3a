#pragma once
#include "core/base/ipaddress.h"

#include <functional>
#include <string_view>

/// What in a text names somebody or something of the site.
namespace gb::identity {

enum class Kind : quint8 {
    Address,     ///< of IP, as text
    PartAddress, ///< four numbers out of more of them, as of a version: an address only where it is a known one
    Mac,
    Id,     ///< 18 digits or more
    Number, ///< exactly 10 digits: a domain or an SSRC where it is a known one
    // by their places
    User,       ///< of a URI; DeviceID and its like
    Host,       ///< of a URI, a Via, a realm
    Name,       ///< names, owners, places, what somebody wrote
    Region,     ///< of a civil code
    Coordinate, ///< degrees
    Ssrc,       ///< 10 digits, GB/T 28181-2022 annex G
    Product,    ///< vendor, model, firmware, User-Agent
};

using Found = std::function<void(std::size_t from, std::size_t to, Kind kind)>;

/// By what they look like; places come in order; only those of PartAddress overlap. Linear.
void findShaped(std::string_view text, const Found &found);

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool areDigits(std::string_view text);

/// As findShaped() takes them: zeros ahead of IPv4 are read over. Null of anything else.
IpAddress addressOf(std::string_view text);
/// Whoever has it says nothing of the site: loopback, none, all, or a group's.
bool isNobodys(const IpAddress &address);

} // namespace gb::identity
