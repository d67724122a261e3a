#include "core/report/redactor.h"

#include "core/message/siphead.h"

#include <algorithm>
#include <optional>

namespace gb {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

void append(QByteArray &out, std::string_view text)
{
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

bool isSecret(std::string_view name)
{
    return equalsNoCase(name, "response") || equalsNoCase(name, "cnonce");
}

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
    return rest.substr(0, end).find('"') == std::string_view::npos ? std::optional(end) : std::nullopt;
}

/// Schemes whose credentials are the password itself, or as good (RFC 7617, RFC 6750).
bool isOpenScheme(std::string_view word)
{
    return equalsNoCase(word, "basic") || equalsNoCase(word, "bearer");
}

/// No parameter but what RFC 9110 §11.4 calls token68. `value` with what stands around it.
bool isToken(bool valued, std::string_view value)
{
    return !valued || trimmed(value).find_first_not_of('=') == std::string_view::npos;
}

/// Copies `name=value` lists. False where it cannot be told for sure what is a value and what is not: one reader's
/// quote is another one's text. `behind` a bare CR stands another header, or the rest of this one.
bool appendParameters(QByteArray &out, std::string_view rest, bool behind)
{
    for (bool first = true; !rest.empty(); first = false) {
        const std::size_t equals = rest.find_first_of("=,");
        const bool valued = equals != std::string_view::npos && rest[equals] == '=';
        const std::string_view words = trimmed(rest.substr(0, equals));
        if (words.find('"') != std::string_view::npos)
            return false;
        const std::string_view scheme = words.substr(0, words.find_first_of(blanks)),
                               name = words.substr(words.find_last_of(blanks) + 1); // the first name stands behind the
                                                                                    // scheme
        const std::size_t schemeEnd = scheme.empty()
            ? 0
            : static_cast<std::size_t>(scheme.data() + scheme.size() - rest.data());
        if (isOpenScheme(scheme) && !trimmed(rest.substr(schemeEnd)).empty()) {
            append(out, rest.substr(0, schemeEnd));
            out.append(" removed");
            return true;
        }
        std::size_t end = std::min(equals, rest.size());
        if (valued) {
            const auto size = valueSize(rest.substr(equals + 1));
            if (!size)
                return false;
            end = equals + 1 + *size;
        }
        const bool header = behind && first && scheme.find(':') != std::string_view::npos;
        const bool token = !header && !words.empty()
            && isToken(valued, rest.substr(std::min(equals, rest.size()), end - std::min(equals, rest.size())));
        if (token && first && scheme == words && !equalsNoCase(scheme, "digest") && !isOpenScheme(scheme))
            return false; // it has no scheme
        if (token && scheme != words) {
            append(out, rest.substr(0, schemeEnd));
            out.append(" removed");
        } else if (valued && isSecret(name)) {
            append(out, rest.substr(0, equals + 1));
            out.append("\"removed\"");
        } else {
            append(out, rest.substr(0, end));
        }
        if (end < rest.size())
            out.append(',');
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

bool isCredentialHeader(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return false;
    const std::string_view name = trimmed(line.substr(0, colon));
    return equalsNoCase(name, "authorization") || equalsNoCase(name, "proxy-authorization");
}

/// Some devices put the platform's password into their answer to ConfigDownload. As many octets as before, for
/// Content-Length.
QByteArray withoutPasswords(QByteArray message)
{
    constexpr std::string_view element = "<Password>";
    for (qsizetype at = message.indexOf("\r\n\r\n"); at >= 0; at = message.indexOf('<', at + 1)) {
        if (!equalsNoCase(view(message).substr(static_cast<std::size_t>(at), element.size()), element))
            continue;
        const auto from = message.begin() + at + static_cast<qsizetype>(element.size());
        std::replace_if(
            from, std::find_if(from, message.end(), [](char c) { return c == '<' || c == '\r' || c == '\n'; }),
            [](char) { return true; }, '*');
    }
    return message;
}

} // namespace

QByteArray withoutCredentials(const QByteArray &original)
{
    const QByteArray message = withoutPasswords(original);
    const std::string_view all = view(message);
    QByteArray out;
    out.reserve(message.size() + 32);
    std::size_t at = 0;
    bool behind = false; // a bare CR that ended a line of credentials
    while (at < all.size()) {
        // One header with its folded continuations, and its line end
        std::size_t end = at;
        do {
            const std::size_t feed = all.find_first_of("\r\n", end);
            end = feed == std::string_view::npos ? all.size() : feed;
            if (end < all.size())
                end += all.substr(end, 2) == "\r\n" ? 2 : 1;
        } while (end < all.size() && end > at && (all[end] == ' ' || all[end] == '\t'));
        const std::string_view line = all.substr(at, end - at);
        at = end;
        // A reader that knows no bare CR takes what is behind it for the same header
        const bool named = isCredentialHeader(line);
        const bool secret = named || behind;
        behind = secret && line.back() == '\r';
        if (!secret) {
            append(out, line);
            continue;
        }
        const std::size_t stop = line.find_last_not_of("\r\n") + 1;
        const std::size_t start = named ? line.find(':') + 1 : 0;
        append(out, line.substr(0, start));
        const qsizetype before = out.size();
        if (!appendParameters(out, line.substr(start, stop - start), !named)) {
            out.truncate(before);
            out.append(named ? " removed" : "removed"); // a blank would fold it into the line above
        }
        append(out, line.substr(stop));
    }
    return out;
}

} // namespace gb
