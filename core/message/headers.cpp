#include "core/message/headers.h"

#include "core/message/siphead.h"

#include <algorithm>

namespace gb {
namespace {

constexpr bool isFold(char c)
{
    return c == ' ' || c == '\t';
}

/// The line at the front with its folded continuations; cuts it off.
std::string_view takeLine(std::string_view &rest)
{
    std::size_t end = 0;
    do {
        end = rest.find('\n', end);
        end = end == std::string_view::npos ? rest.size() : end + 1;
    } while (end < rest.size() && isFold(rest[end]) && rest.substr(0, end) != "\r\n" && rest.substr(0, end) != "\n");
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end);
    return line;
}

/// The value at the front, up to a comma that cuts; cuts it off.
std::string_view takeValue(std::string_view &rest)
{
    bool quoted = false, bracketed = false;
    std::size_t i = 0;
    for (; i < rest.size(); ++i) {
        const char c = rest[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"' && !bracketed)
            quoted = !quoted;
        else if (c == '<' && !quoted)
            bracketed = true;
        else if (c == '>' && !quoted)
            bracketed = false;
        else if (c == ',' && !quoted && !bracketed)
            break;
    }
    const std::string_view value = trimmed(rest.substr(0, i));
    rest.remove_prefix(std::min(i + 1, rest.size()));
    return value;
}

} // namespace

QList<QByteArray> headerValues(std::string_view octets, std::string_view name, int most)
{
    QList<QByteArray> values;
    std::string_view rest = octets.substr(0, HeadLimits::section);
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size())); // RFC 3261 §7.5
    takeLine(rest);                                                            // the start line
    for (int lines = 0; lines < HeadLimits::lines && !rest.empty(); ++lines) {
        const std::string_view line = takeLine(rest);
        if (trimmed(line).empty())
            break;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !equalsNoCase(trimmed(line.substr(0, colon)), name))
            continue;
        for (std::string_view list = line.substr(colon + 1); !list.empty();) {
            const std::string_view value = takeValue(list);
            if (value.empty())
                continue;
            if (values.size() >= most)
                return values;
            values.append(headerSafe(QByteArrayView(value.data(), static_cast<qsizetype>(value.size()))));
        }
    }
    return values;
}

QByteArray headerSafe(QByteArrayView text)
{
    QByteArray safe = text.toByteArray();
    std::replace_if(
        safe.begin(), safe.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
    return safe;
}

} // namespace gb
