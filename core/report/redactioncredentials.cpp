#include "core/report/redactioncredentials.h"

#include "core/message/siphead.h"
#include "core/report/redactionnames.h"

#include <algorithm>

namespace gb::redaction {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Size of the value at the start of `rest`, blanks around it included: a quoted string, or up to the next comma.
/// Nothing where it cannot be told.
std::optional<std::size_t> valueSize(std::string_view rest)
{
    std::size_t end = std::min(rest.find_first_not_of(blanks), rest.size());
    if (end < rest.size() && rest[end] == '"') {
        for (++end; end < rest.size() && rest[end] != '"'; ++end)
            end += rest[end] == '\\' ? 1 : 0;
        if (end >= rest.size())
            return std::nullopt; // the quote never closes
        ++end;
        const std::size_t comma = std::min(rest.find(',', end), rest.size());
        return trimmed(rest.substr(end, comma - end)).empty() ? std::optional(comma) : std::nullopt;
    }
    end = std::min(rest.find(',', end), rest.size());
    const std::string_view value = trimmed(rest.substr(0, end));
    const std::size_t part = value.find_first_of(" \t\r\n;"); // a parameter behind another separator
    const bool more = part != std::string_view::npos && value.find('=', part) != std::string_view::npos;
    return more || value.find('"') != std::string_view::npos ? std::nullopt : std::optional(end);
}

/// No parameter but what RFC 9110 §11.4 calls token68. `value` with what stands around it.
bool isToken(bool valued, std::string_view value)
{
    return !valued || trimmed(value).find_first_not_of('=') == std::string_view::npos;
}

/// Parameters that are no secret in any scheme. Of Digest all others are known; of other schemes they are not.
bool isPublicParameter(std::string_view name)
{
    constexpr std::string_view names[] = {"realm", "algorithm", "nonce", "opaque", "qop", "nc", "uri", "username",
        "stale", "domain", "random1", "random2", "serverid", "deviceid", "keyversion", "targetname", "version", "type"};
    return std::any_of(
        std::begin(names), std::end(names), [name](std::string_view one) { return equalsNoCase(name, one); });
}

} // namespace

std::optional<std::vector<Cut>> credentialCuts(std::string_view all, bool behind)
{
    std::vector<Cut> cuts;
    std::string_view rest = all;
    bool isDigest = true;
    for (bool first = true; !rest.empty(); first = false) {
        const std::size_t at = all.size() - rest.size(), equals = rest.find_first_of("=,");
        const bool valued = equals != std::string_view::npos && rest[equals] == '=';
        const std::string_view words = trimmed(rest.substr(0, equals));
        if (words.find('"') != std::string_view::npos)
            return std::nullopt;
        // The first name stands behind the scheme
        const std::string_view scheme = words.substr(0, words.find_first_of(blanks)),
                               name = words.substr(words.find_last_of(blanks) + 1);
        const std::size_t schemeEnd = scheme.empty()
            ? 0
            : static_cast<std::size_t>(scheme.data() + scheme.size() - rest.data());
        if (isOpenScheme(scheme) && !trimmed(rest.substr(schemeEnd)).empty()) {
            cuts.push_back({at + schemeEnd, all.size(), false});
            return cuts;
        }
        if (first && scheme != name)
            isDigest = equalsNoCase(scheme, "digest");
        std::size_t end = std::min(equals, rest.size());
        if (valued) {
            const auto size = valueSize(rest.substr(equals + 1));
            if (!size)
                return std::nullopt;
            end = equals + 1 + *size;
        }
        const bool header = behind && first && scheme.find(':') != std::string_view::npos;
        const bool token = !header && !words.empty()
            && isToken(valued, rest.substr(std::min(equals, rest.size()), end - std::min(equals, rest.size())));
        if (token && first && scheme == words && !equalsNoCase(scheme, "digest") && !isOpenScheme(scheme))
            return std::nullopt; // it has no scheme
        if (token && scheme != words)
            cuts.push_back({at + schemeEnd, at + end, false});
        else if (valued && (isDigestSecret(name) || isSecretName(name) || !(isDigest || isPublicParameter(name))))
            cuts.push_back({at + equals + 1, at + end, true});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return cuts;
}

} // namespace gb::redaction
