#include "core/report/redactor.h"

#include "core/sip/siphead.h"

#include <algorithm>
#include <optional>

namespace gb {
namespace {

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

/// Size of the value at the start of `rest`, blanks around it included: a quoted string, or up to the next comma. Nothing where it cannot be told.
std::optional<std::size_t> valueSize(std::string_view rest)
{
    std::size_t end = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
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

/// Copies `name=value` lists. False where it cannot be told for sure what is a value and what is not: one reader's quote is another one's text.
bool appendParameters(QByteArray &out, std::string_view rest)
{
    while (!rest.empty()) {
        const std::size_t equals = rest.find_first_of("=,");
        const bool valued = equals != std::string_view::npos && rest[equals] == '=';
        std::string_view name = trimmed(rest.substr(0, equals));
        if (name.find('"') != std::string_view::npos)
            return false;
        if (const std::size_t blank = name.find_last_of(" \t\r\n"); blank != std::string_view::npos)
            name = name.substr(blank + 1); // the first one stands behind the scheme
        std::size_t end = std::min(equals, rest.size());
        if (valued) {
            const auto size = valueSize(rest.substr(equals + 1));
            if (!size)
                return false;
            end = equals + 1 + *size;
        }
        if (valued && isSecret(name)) {
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

} // namespace

QByteArray withoutCredentials(const QByteArray &message)
{
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
        if (!appendParameters(out, line.substr(start, stop - start))) {
            out.truncate(before);
            out.append(named ? " removed" : "removed"); // a blank would fold it into the line above
        }
        append(out, line.substr(stop));
    }
    return out;
}

} // namespace gb
