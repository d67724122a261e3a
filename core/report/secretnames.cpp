#include "core/report/redactionnames.h"

#include "core/message/siptext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gb::redaction {

using siptext::lower;

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longestName = 64;

/// Letters alone, lower case, of at most 40; without a namespace. What is not ASCII stays.
std::string_view plainName(std::string_view name, std::array<char, 40> &room)
{
    name.remove_prefix(name.rfind(':') == npos ? 0 : name.rfind(':') + 1);
    std::size_t size = 0;
    for (const char c : name) {
        const char l = lower(c);
        if ((l >= 'a' && l <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
            if (size == room.size())
                return {};
            room[size++] = l;
        }
    }
    return {room.data(), size};
}

/// How many letters must be added, dropped or changed; `most` where it is more. Of short words.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most)
{
    if (a.size() + most < b.size() || b.size() + most < a.size() || b.size() >= 40)
        return most + 1;
    std::array<std::size_t, 40> row{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t before = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = before + (a[i - 1] == b[j - 1] ? 0 : 1);
            before = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

} // namespace

bool isSecretName(std::string_view name)
{
    if (name.size() < 2 || name.size() > longestName)
        return false;
    std::array<char, 40> room;
    const std::string_view plain = plainName(name, room);
    constexpr std::string_view anywhere[] = {"password", "passwd", "passphrase", "passwort", "passcode",
        "\xe5\xaf\x86\xe7\xa0\x81", "\xe5\x8f\xa3\xe4\xbb\xa4", // 密码, 口令 as UTF-8
        "\xc3\xdc\xc2\xeb", "\xbf\xda\xc1\xee"};                // and as GB 18030
    constexpr std::string_view atEnd[] = {"pwd", "psw", "pswd", "secret", "secretkey", "privatekey", "apikey",
        "authtoken", "accesstoken", "userpass", "loginpass"};
    constexpr std::string_view whole[] = {"pass", "pw", "psk"};
    const auto any = [](const auto &words, auto fits) { return std::any_of(std::begin(words), std::end(words), fits); };
    return any(anywhere, [&](std::string_view word) { return plain.find(word) != npos; })
        || any(atEnd, [&](std::string_view word) { return plain.ends_with(word); })
        || any(whole, [&](std::string_view word) { return plain == word; });
}

bool isDigestSecret(std::string_view name)
{
    return equalsNoCase(name, "response") || equalsNoCase(name, "cnonce") || equalsNoCase(name, "rspauth")
        || equalsNoCase(name, "nextnonce") || equalsNoCase(name, "ha1");
}

bool isOpenScheme(std::string_view word)
{
    return equalsNoCase(word, "basic") || equalsNoCase(word, "bearer");
}

bool isCredentialHeader(std::string_view name)
{
    if (name.size() < 9 || name.size() > 32 || !containsNoCase(name, "uth"))
        return false;
    std::array<char, 40> room;
    std::string_view plain = plainName(name, room);
    for (const std::string_view ahead : {"proxy", "x", "p"}) {
        if (plain.starts_with(ahead))
            plain.remove_prefix(ahead.size());
    }
    return plain.find("authorization") != npos || distance(plain, "authorization", 3) <= 3;
}

} // namespace gb::redaction
