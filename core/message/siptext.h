#pragma once
#include "core/message/siphead.h"

#include <algorithm>
#include <charconv>

/// The small readers that the head scan is made of; all linear, none allocates.
namespace gb::siptext {

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// "SIP", in whatever case: RFC 3261 §7.1 compares the version without it.
constexpr bool isSipWord(std::string_view text)
{
    return text.size() == 3 && lower(text[0]) == 's' && lower(text[1]) == 'i' && lower(text[2]) == 'p';
}
/// Begins with the name of the protocol and its slash.
constexpr bool startsWithSip(std::string_view text)
{
    return text.size() > 3 && text[3] == '/' && isSipWord(text.substr(0, 3));
}
/// Where "SIP/" stands, in whatever case; npos where it does not.
constexpr std::size_t findSip(std::string_view text)
{
    for (std::size_t slash = text.find('/'); slash != std::string_view::npos; slash = text.find('/', slash + 1)) {
        if (slash >= 3 && isSipWord(text.substr(slash - 3, 3)))
            return slash - 3;
    }
    return std::string_view::npos;
}

/// RFC 3261 §25.1 token.
bool isToken(std::string_view text);

/// The first place of either; npos where there is none. Of a few octets a loop is faster than the library, which calls
/// a function for each of them.
constexpr std::size_t findEither(std::string_view text, char a, char b)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == a || text[at] == b)
            return at;
    }
    return std::string_view::npos;
}

template<typename Number>
std::optional<Number> toNumber(std::string_view text)
{
    if (!text.empty() && text.size() <= (sizeof(Number) == 2 ? 4 : 9)) { // digits alone, so few that they fit: as
                                                                         // nearly all are
        std::uint32_t small = 0;
        const auto digit = [&small](char c) {
            const auto value = static_cast<std::uint32_t>(static_cast<unsigned char>(c)) - '0';
            small = small * 10 + value;
            return value <= 9;
        };
        if (std::all_of(text.begin(), text.end(), digit))
            return static_cast<Number>(small);
    }
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return value;
}

/// A From, To or Contact value.
SipAddress parseAddress(std::string_view text);
/// A comma-separated list with nothing between two commas, or only parameters: `SIP/2.0/UDP a;;,;,,`.
bool hasEmptyValue(std::string_view list);
/// One Via value.
SipVia parseVia(std::string_view text);

} // namespace gb::siptext
