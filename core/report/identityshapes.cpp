#include "core/report/identityshapes.h"

#include <algorithm>

namespace gb::identity {
namespace {

constexpr std::size_t shortestId = 18, domainDigits = 10, macText = 17, longestV6 = 39;

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isMac(std::string_view text)
{
    if (text.size() != macText || (text[2] != ':' && text[2] != '-'))
        return false;
    for (std::size_t i = 0; i < macText; ++i) {
        if (i % 3 == 2 ? text[i] != text[2] : !isHex(text[i]))
            return false;
    }
    return true;
}

/// Numbers with dots between them, from a digit on. Returns where to look on.
std::size_t takeDotted(std::string_view text, std::size_t at, const Found &found)
{
    std::size_t end = at, second = at;
    for (int part = 0; part < 4; ++part) {
        while (end < text.size() && isDigit(text[end]))
            ++end;
        second = part == 0 ? end : second;
        const bool goesOn = end + 1 < text.size() && text[end] == '.' && isDigit(text[end + 1]);
        if (part == 3) {
            const bool isPart = goesOn || (at >= 2 && text[at - 1] == '.' && isDigit(text[at - 2]));
            if (addressOf(text.substr(at, end - at)).isNull())
                return second;
            found(at, end, isPart ? Kind::PartAddress : Kind::Address);
            return isPart ? second : end;
        }
        if (!goesOn || end - at > 16)
            return second;
        ++end;
    }
    return second;
}

/// Hexadecimal digits and colons, from one of them on. Returns its end, or `at` where it is nothing.
std::size_t takeColons(std::string_view text, std::size_t at, const Found &found)
{
    std::size_t end = at;
    while (end < text.size() && end - at <= longestV6 + 2 && (isHex(text[end]) || text[end] == ':'))
        ++end;
    std::string_view token = text.substr(at, end - at);
    std::size_t from = at;
    if (token.size() > 1 && token[0] == ':' && token[1] != ':') {
        token.remove_prefix(1);
        ++from;
    }
    if (token.size() > 1 && token.back() == ':' && token[token.size() - 2] != ':')
        token.remove_suffix(1);
    if (isMac(token)) {
        found(from, from + token.size(), Kind::Mac);
        return end;
    }
    if (addressOf(token).isNull() || token.find(':') == std::string_view::npos)
        return at;
    found(from, from + token.size(), Kind::Address);
    return end;
}

} // namespace

bool areDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

IpAddress addressOf(std::string_view text)
{
    if (text.find(':') != std::string_view::npos) {
        const bool whole = text.find("::") != std::string_view::npos || std::count(text.begin(), text.end(), ':') == 7;
        return whole && text.size() <= longestV6
            ? IpAddress(QHostAddress(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()))))
            : IpAddress();
    }
    quint32 address = 0;
    for (int part = 0; part < 4; ++part) {
        const std::size_t size = part < 3 ? text.find('.') : text.size();
        if (size == std::string_view::npos || size < 1 || size > 3 || !areDigits(text.substr(0, size)))
            return {};
        quint32 number = 0;
        for (const char c : text.substr(0, size))
            number = number * 10 + static_cast<quint32>(c - '0');
        if (number > 255)
            return {};
        address = address << 8 | number;
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return IpAddress(address);
}

bool isNobodys(const IpAddress &address)
{
    if (address.isNull() || address.isLoopback() || address.isAny())
        return true;
    if (address.isV6())
        return static_cast<unsigned char>(address.octets()[0]) == 0xff;
    const quint32 number = address.toV4();
    return number >> 24 == 0 || number >> 28 == 0xe || number == 0xffffffffU;
}

void findShaped(std::string_view text, const Found &found)
{
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool starts = at == 0 || !(isHex(text[at - 1]) || text[at - 1] == ':');
        if (starts && (isHex(c) || c == ':')) {
            const std::string_view mac = text.substr(at, macText);
            if (mac.size() == macText && mac[2] == '-' && isMac(mac)
                && (at + macText == text.size() || !isHex(text[at + macText]))) {
                found(at, at + macText, Kind::Mac);
                at += macText;
                continue;
            }
            if (const std::size_t end = takeColons(text, at, found); end > at) {
                at = end;
                continue;
            }
        }
        if (!isDigit(c)) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        if (end - at >= shortestId)
            found(at, end, Kind::Id);
        else if (end - at == domainDigits)
            found(at, end, Kind::Number);
        at = end - at <= 3 ? takeDotted(text, at, found) : end;
    }
}

} // namespace gb::identity
