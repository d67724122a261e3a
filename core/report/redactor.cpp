#include "core/report/redactor.h"

#include "core/sip/siphead.h"

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

/// Copies `name=value` lists; quotes may hold commas. False where a quote stays open.
bool appendParameters(QByteArray &out, std::string_view rest)
{
    while (!rest.empty()) {
        std::size_t end = 0;
        bool quoted = false;
        while (end < rest.size() && (quoted || rest[end] != ',')) {
            if (quoted && rest[end] == '\\' && end + 1 < rest.size())
                ++end;
            else if (rest[end] == '"')
                quoted = !quoted;
            ++end;
        }
        if (quoted)
            return false;
        const std::string_view one = rest.substr(0, end);
        const std::size_t equals = one.find('=');
        std::string_view name = trimmed(one.substr(0, equals));
        if (const std::size_t blank = name.find_last_of(" \t\r\n"); blank != std::string_view::npos)
            name = name.substr(blank + 1); // the first one stands behind the scheme
        if (equals != std::string_view::npos && isSecret(name)) {
            append(out, one.substr(0, equals + 1));
            out.append("\"removed\"");
        } else {
            append(out, one);
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
    while (at < all.size()) {
        // One header with its folded continuations, and its line end
        std::size_t end = at;
        do {
            const std::size_t feed = all.find_first_of("\r\n", end);
            end = feed == std::string_view::npos ? all.size() : feed;
            if (end < all.size())
                end += all.substr(end, 2) == "\r\n" ? 2 : 1;
        } while (end < all.size() && end > at && (all[end] == ' ' || all[end] == '\t'));
        std::string_view line = all.substr(at, end - at);
        at = end;
        if (!isCredentialHeader(line)) {
            append(out, line);
            continue;
        }
        std::size_t stop = line.size();
        while (stop > 0 && (line[stop - 1] == '\r' || line[stop - 1] == '\n'))
            --stop;
        const std::size_t colon = line.find(':');
        append(out, line.substr(0, colon + 1));
        const qsizetype before = out.size();
        if (!appendParameters(out, line.substr(colon + 1, stop - colon - 1))) {
            out.truncate(before);
            out.append(" removed");
        }
        append(out, line.substr(stop));
    }
    return out;
}

} // namespace gb
