#include "core/report/identityplaces.h"

#include "core/message/siptext.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace gb::identity {
namespace {

using siptext::isBlank;

constexpr std::size_t longestName = 40; ///< of an element

/// Tells of pieces of a text by where they stand in all of it.
class Teller
{
public:
    Teller(std::string_view all, const Found &found)
        : m_all(all)
        , m_found(found)
    {
    }
    void operator()(std::string_view piece, Kind kind) const
    {
        piece = trimmed(piece);
        if (piece.empty())
            return;
        const auto from = static_cast<std::size_t>(piece.data() - m_all.data());
        m_found(from, from + piece.size(), kind);
    }

private:
    std::string_view m_all;
    const Found &m_found;
};

/// Up to one of these, or the end.
std::string_view upTo(std::string_view text, std::string_view marks)
{
    return text.substr(0, text.find_first_of(marks));
}

/// host, host:port, [IPv6]:port
void hostPort(std::string_view text, const Teller &tell)
{
    if (!text.empty() && text[0] == '[')
        return; // by its shape
    tell(upTo(text, ":"), Kind::Host);
}

/// What stands behind the scheme of a URI. How much of it was read.
std::size_t uri(std::string_view rest, const Teller &tell)
{
    const std::string_view authority = upTo(rest, "<> \t\r\n\",?");
    const std::size_t at = authority.find('@');
    if (at == std::string_view::npos) {
        const std::string_view host = upTo(authority, ";/");
        hostPort(host, tell);
        return host.size();
    }
    tell(upTo(authority.substr(0, at), ":;"), Kind::User);
    const std::string_view host = upTo(authority.substr(at + 1), ";/");
    hostPort(host, tell);
    return at + 1 + host.size();
}

void uris(std::string_view text, const Teller &tell)
{
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos;) {
        const std::size_t start = colon - std::min<std::size_t>(colon, 4);
        const std::string_view before = text.substr(start, colon - start);
        const auto ends = [&](std::string_view scheme) {
            return before.size() >= scheme.size() && equalsNoCase(before.substr(before.size() - scheme.size()), scheme);
        };
        std::size_t next = colon + 1;
        if (ends("sip") || ends("sips")) {
            next += uri(text.substr(next), tell);
        } else if (ends("tel")) {
            const std::string_view number = upTo(text.substr(next), "<>; \t\r\n\",?");
            tell(number, Kind::User);
            next += number.size();
        } else if (text.substr(next, 2) == "//") {
            next += 2 + uri(text.substr(next + 2), tell);
        }
        colon = text.find(':', next);
    }
}

/// The value of a parameter, wherever it stands in the line.
void parameterOf(std::string_view line, std::string_view name, Kind kind, const Teller &tell)
{
    for (std::size_t at = line.find('='); at != std::string_view::npos; at = line.find('=', at + 1)) {
        const std::string_view before = trimmed(
            line.substr(at - std::min<std::size_t>(at, 40), std::min<std::size_t>(at, 40)));
        if (before.size() < name.size() || !equalsNoCase(before.substr(before.size() - name.size()), name)
            || (before.size() > name.size() && siptext::isToken(before.substr(before.size() - name.size() - 1, 1))))
            continue;
        std::size_t from = at + 1;
        while (from < line.size() && isBlank(line[from]))
            ++from;
        const bool quoted = from < line.size() && line[from] == '"';
        const std::string_view value = quoted ? upTo(line.substr(from + 1), "\"") : upTo(line.substr(from), ";, \t\"");
        tell(value, kind);
        at = from + value.size();
    }
}

void via(std::string_view value, const Teller &tell)
{
    std::string_view list = value;
    while (!list.empty()) {
        std::string_view one = nextValue(list);
        const std::size_t protocol = siptext::findSip(one);
        if (protocol == std::string_view::npos)
            continue;
        one.remove_prefix(protocol);
        std::size_t blank = one.find_first_of(" \t\r\n");
        if (blank == std::string_view::npos)
            continue;
        while (blank < one.size() && isBlank(one[blank]))
            ++blank;
        hostPort(upTo(one.substr(blank), "; \t\r\n"), tell);
    }
    parameterOf(value, "received", Kind::Host, tell);
    parameterOf(value, "maddr", Kind::Host, tell);
}

/// "34020000001310000001:0102008913,34020000002000000001:0"
void subject(std::string_view value, const Teller &tell)
{
    while (!value.empty()) {
        const std::string_view part = upTo(value, ":, \t\r\n");
        if (part.size() == 10 && areDigits(part))
            tell(part, Kind::Ssrc);
        else if (!areDigits(part))
            tell(part, Kind::User);
        value.remove_prefix(std::min(part.size() + 1, value.size()));
    }
}

void displayName(std::string_view value, const Teller &tell)
{
    while (!value.empty()) {
        const std::string_view one = nextValue(value);
        const std::size_t bracket = one.find('<');
        if (bracket == std::string_view::npos)
            continue;
        std::string_view name = trimmed(one.substr(0, bracket));
        if (name.size() > 1 && name.front() == '"' && name.back() == '"')
            name = name.substr(1, name.size() - 2);
        tell(name, Kind::Name);
    }
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::any_of(names.begin(), names.end(), [name](std::string_view one) { return equalsNoCase(name, one); });
}

void header(std::string_view name, std::string_view value, const Teller &tell)
{
    if (isOneOf(name, {"Via", "v"})) {
        via(value, tell);
    } else if (isOneOf(name, {"Call-ID", "i", "In-Reply-To", "Replaces"})) {
        if (const std::size_t at = value.find('@'); at != std::string_view::npos)
            hostPort(upTo(value.substr(at + 1), ";, \t\r\n"), tell);
    } else if (isOneOf(name, {"Subject", "s"})) {
        subject(value, tell);
    } else if (isOneOf(name, {"User-Agent", "Server"})) {
        tell(value, Kind::Product);
    } else if (isOneOf(name, {"Organization", "Location", "Reply-By"})) {
        tell(value, Kind::Name);
    } else if (isOneOf(name, {"Host"})) {
        hostPort(upTo(trimmed(value), " \t\r\n"), tell);
    } else if (isOneOf(name, {"Warning"})) {
        const std::string_view agent = trimmed(value).substr(std::min<std::size_t>(trimmed(value).size(), 4));
        hostPort(upTo(agent, " \t\r\n"), tell);
    } else if (isOneOf(name,
                   {"From", "f", "To", "t", "Contact", "m", "Route", "Record-Route", "Reply-To", "Refer-To", "r",
                       "Referred-By", "b", "P-Asserted-Identity", "P-Preferred-Identity", "Remote-Party-ID",
                       "Monitor-User-Identity"})) {
        displayName(value, tell);
    } else {
        parameterOf(value, "realm", Kind::Host, tell);
        parameterOf(value, "username", Kind::User, tell);
    }
}

void sdpLine(char type, std::string_view value, const Teller &tell)
{
    std::string_view words[8];
    std::size_t count = 0;
    for (std::string_view rest = trimmed(value); !rest.empty() && count < std::size(words);) {
        words[count] = upTo(rest, " \t");
        rest = trimmed(rest.substr(words[count++].size()));
    }
    switch (type) {
    case 'o':
        if (count > 0)
            tell(words[0], Kind::User);
        if (count > 5)
            tell(words[5], Kind::Host);
        return;
    case 'c':
        if (count > 2)
            tell(upTo(words[2], "/"), Kind::Host);
        return;
    case 's':
        if (!isOneOf(trimmed(value), {"Play", "Playback", "Download", "Talk", "Broadcast", "-"}))
            tell(value, Kind::Name);
        return;
    case 'i':
    case 'e':
    case 'p': tell(value, Kind::Name); return;
    case 'y':
        if (trimmed(value).size() == 10 && areDigits(trimmed(value)))
            tell(value, Kind::Ssrc);
        return;
    default: return;
    }
}

/// Lower case.
const std::unordered_map<std::string_view, Kind> &kindsOfElements()
{
    using enum Kind;
    static const std::unordered_map<std::string_view, Kind> kinds{{"deviceid", User}, {"parentid", User},
        {"sipserverid", User}, {"businessgroupid", User}, {"sourceid", User}, {"targetid", User}, {"recorderid", User},
        {"deviceid2", User}, {"usercode", User}, {"userid", User}, {"channelid", User}, {"alarmdeviceid", User},
        {"cameraid", User}, {"ipaddress", Host}, {"sipserverip", Host}, {"domainname", Host}, {"ip", Host},
        {"serverip", Host}, {"host", Host}, {"domain", Host}, {"realm", Host}, {"name", Name}, {"devicename", Name},
        {"owner", Name}, {"address", Name}, {"place", Name}, {"username", Name}, {"alarmdescription", Name},
        {"presetname", Name}, {"cruisetrackname", Name}, {"filepath", Name}, {"fileurl", Name}, {"certnum", Name},
        {"serialnumber", Name}, {"serialno", Name}, {"phone", Name}, {"phonenumber", Name}, {"mac", Name},
        {"macaddress", Name}, {"location", Name}, {"description", Name}, {"organization", Name},
        {"snapshotfileid", Name}, {"uploadurl", Name}, {"text", Name}, {"grassrootscode", Name}, {"alias", Name},
        {"remark", Name}, {"managementunit", Name}, {"contactinfo", Name}, {"civilcode", Region}, {"block", Region},
        {"longitude", Coordinate}, {"latitude", Coordinate}, {"ssrc", Ssrc}, {"manufacturer", Product},
        {"model", Product}, {"firmware", Product}, {"firmwareversion", Product}, {"softwareversion", Product},
        {"hardwareversion", Product}};
    return kinds;
}

std::optional<Kind> kindOfElement(std::string_view name)
{
    char lower[longestName];
    if (name.size() > longestName)
        return std::nullopt;
    std::transform(name.begin(), name.end(), lower, siptext::lower);
    const auto found = kindsOfElements().find(std::string_view(lower, name.size()));
    return found == kindsOfElements().end() ? std::nullopt : std::optional(found->second);
}

void elements(std::string_view text, const Teller &tell)
{
    constexpr std::string_view data = "<![CDATA[";
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at + 1), name = upTo(rest.substr(0, longestName + 1), "<> \t\r\n/");
        const auto kind = kindOfElement(name);
        const std::size_t close = kind ? rest.find_first_of("<>") : std::string_view::npos;
        if (close == std::string_view::npos || rest[close] == '<' || (close > 0 && rest[close - 1] == '/'))
            continue;
        std::string_view value = rest.substr(close + 1);
        if (trimmed(value.substr(0, 64)).starts_with(data)) {
            value = value.substr(value.find(data) + data.size());
            value = value.substr(0, value.find("]]>"));
            at = static_cast<std::size_t>(value.data() - text.data()) + value.size() - 1;
        } else {
            value = upTo(value, "<");
        }
        if (*kind != Kind::Ssrc || areDigits(trimmed(value)))
            tell(value, *kind);
    }
}

/// `Name="Gate"`, as some write it.
void attributes(std::string_view text, const Teller &tell)
{
    for (std::size_t at = text.find("=\""); at != std::string_view::npos; at = text.find("=\"", at + 1)) {
        const std::string_view before = text.substr(at - std::min<std::size_t>(at, 40), std::min<std::size_t>(at, 40));
        const std::size_t start = before.find_last_of(" \t\r\n<,;");
        const auto kind = kindOfElement(before.substr(start == std::string_view::npos ? 0 : start + 1));
        if (kind)
            tell(upTo(text.substr(at + 2), "\"<\r\n"), *kind);
    }
}

} // namespace

void findPlaced(std::string_view text, const Found &found)
{
    const Teller tell(text, found);
    std::string_view name;
    bool head = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t feed = std::min(text.find_first_of("\r\n", at), text.size());
        const std::string_view line = text.substr(at, feed - at);
        at = feed + (text.substr(feed, 2) == "\r\n" ? 2 : 1);
        if (line.empty()) {
            head = false;
        } else if (line.size() > 1 && line[1] == '=') {
            sdpLine(line[0], line.substr(2), tell);
        } else if (head) {
            const bool folded = isBlank(line[0]);
            const std::size_t colon = folded ? std::string_view::npos : line.find(':');
            if (!folded)
                name = colon == std::string_view::npos ? std::string_view() : trimmed(line.substr(0, colon));
            if (!name.empty() && siptext::isToken(name))
                header(name, folded ? line : line.substr(colon + 1), tell);
        }
    }
    uris(text, tell);
    elements(text, tell);
    attributes(text, tell);
}

} // namespace gb::identity
