#include "core/message/valuereader.h"

#include <algorithm>
#include <array>

namespace gb {
namespace siptext {

bool isToken(std::string_view text)
{
    static constexpr auto allowed = [] {
        std::array<bool, 256> table{};
        for (int c = 0; c < 256; ++c) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            table[static_cast<std::size_t>(c)] = letter || (c >= '0' && c <= '9')
                || (c < 128 && std::string_view("-.!%*_+`'~").find(static_cast<char>(c)) != std::string_view::npos);
        }
        return table;
    }();
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return allowed[static_cast<unsigned char>(c)]; });
}

SipAddress parseAddress(std::string_view text)
{
    PlainMarks marks;
    return ValueReader(marks).address(text);
}

bool hasEmptyValue(std::string_view list)
{
    for (;;) {
        const std::size_t comma = list.find(',');
        const std::string_view value = trimmed(list.substr(0, comma));
        if (value.empty() || value.front() == ';')
            return true;
        if (comma == std::string_view::npos)
            return false;
        list.remove_prefix(comma + 1);
    }
}

SipVia parseVia(std::string_view text)
{
    PlainMarks marks;
    return ValueReader(marks).via(text);
}

} // namespace siptext

using namespace siptext;

bool equalsNoCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size()
        && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return x == y || lower(x) == lower(y); });
}

std::string_view nextValue(std::string_view &list)
{
    bool quoted = false, bracketed = false;
    std::size_t end = 0;
    for (; end < list.size(); ++end) {
        const char c = list[end];
        if (quoted) {
            end += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"' && !bracketed) {
            quoted = true;
        } else if (c == '<' || c == '>') {
            bracketed = c == '<';
        } else if (c == ',' && !bracketed) {
            break;
        }
    }
    const std::string_view value = trimmed(list.substr(0, end));
    list = end < list.size() ? list.substr(end + 1) : std::string_view{};
    return value;
}

std::string_view parameter(std::string_view parameters, std::string_view name, bool *present)
{
    PlainMarks marks;
    return ValueReader(marks).parameter(parameters, name, present);
}

bool SipUri::isSipInCapitals() const
{
    return equalsNoCase(scheme, "sip") || equalsNoCase(scheme, "sips");
}

SipUri parseUri(std::string_view text)
{
    PlainMarks marks;
    return ValueReader(marks).uri(text);
}

} // namespace gb
