#include "core/report/redactionnames.h"

#include "core/message/siptext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gb::redaction {

using siptext::lower;

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longestName = 1024;
using Room = std::array<char, longestName>;

/// Letters alone, lower case; without a namespace. What is not ASCII stays.
std::string_view plainName(std::string_view name, Room &room)
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

/// Whether the lower-case word stands in the name by itself: PinCode, user_pin, PIN; not Ping.
bool hasWord(std::string_view name, std::string_view word)
{
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    for (std::size_t at = 0; at + word.size() <= name.size(); ++at) {
        const std::size_t end = at + word.size();
        if (!equalsNoCase(name.substr(at, word.size()), word))
            continue;
        const char before = at > 0 ? name[at - 1] : '_', first = name[at], last = name[end - 1],
                   next = end < name.size() ? name[end] : '_';
        const bool begins = !(isLower(before) || isUpper(before)) || (isLower(before) && isUpper(first));
        const bool ends = !(isLower(next) || isUpper(next)) || (isUpper(next) && isLower(last));
        if (begins && ends)
            return true;
    }
    return false;
}

/// Keys that open something. What is called a key alone may be the name of anything.
bool isKeyOfSecrets(std::string_view plain)
{
    constexpr std::string_view owners[] = {"wifi", "wlan", "wpa", "wep", "user", "access", "encrypt", "encryption",
        "shared", "secret", "private", "api", "master", "session", "auth", "security", "login", "cipher", "crypt",
        "crypto", "aes", "sm", "app", "device", "root", "sign", "signing", "hmac", "rsa", "des", "stream", "media"};
    for (const std::string_view tail : {"value", "data", "text", "hex"}) {
        if (plain.ends_with(tail))
            plain.remove_suffix(tail.size());
    }
    if (!plain.ends_with("key"))
        return false;
    plain.remove_suffix(3);
    return std::any_of(
        std::begin(owners), std::end(owners), [&](std::string_view owner) { return plain.ends_with(owner); });
}

} // namespace

bool isSecretName(std::string_view name)
{
    if (name.size() < 2)
        return false;
    if (name.size() > longestName)
        name.remove_prefix(name.size() - longestName); // its last word is what it is
    Room room;
    const std::string_view plain = plainName(name, room);
    constexpr std::string_view anywhere[] = {"passw", "passphrase", "passcode", "pword", "passkey", "sharedkey", "psk",
        "\xe5\xaf\x86\xe7\xa0\x81", "\xe5\x8f\xa3\xe4\xbb\xa4", // 密码, 口令 as UTF-8
        "\xc3\xdc\xc2\xeb", "\xbf\xda\xc1\xee"};                // and as GB 18030
    constexpr std::string_view atEnd[] = {"pwd", "psw", "pswd", "secret", "token", "userpass", "loginpass", "mima",
        "kouling", "cookie", "snmpcommunity", "vkek"};
    constexpr std::string_view whole[] = {"pass", "pw"};
    constexpr std::string_view alone[] = {"pin", "pincode"};
    const auto any = [](const auto &words, auto fits) { return std::any_of(std::begin(words), std::end(words), fits); };
    return any(anywhere, [&](std::string_view word) { return plain.find(word) != npos; })
        || any(atEnd, [&](std::string_view word) { return plain.ends_with(word); })
        || any(whole, [&](std::string_view word) { return plain == word; })
        || any(alone, [&](std::string_view word) { return hasWord(name, word); }) || isKeyOfSecrets(plain);
}

bool isSaidOfSecrets(std::string_view word)
{
    constexpr std::string_view said[] = {"wrong", "error", "incorrect", "invalid", "mismatch", "required", "expired",
        "missing", "failed", "failure", "empty", "changed", "reset", "ok", "is", "not", "authentication", "policy", "a",
        "the", "too", "correct", "valid", "set", "unset", "unknown", "no", "yes", "now", "being", "in", "on", "off",
        "for", "with"};
    return std::any_of(std::begin(said), std::end(said), [word](auto one) { return equalsNoCase(word, one); });
}

bool isDigestSecret(std::string_view name)
{
    return equalsNoCase(name, "response") || equalsNoCase(name, "cnonce") || equalsNoCase(name, "rspauth")
        || equalsNoCase(name, "nextnonce") || equalsNoCase(name, "ha1") || equalsNoCase(name, "auts");
}

bool isOpenScheme(std::string_view word)
{
    return equalsNoCase(word, "basic") || equalsNoCase(word, "bearer");
}

bool isCredentialHeader(std::string_view name)
{
    if (equalsNoCase(name, "securityinfo")) // GB 35114
        return true;
    if (name.size() < 9 || name.size() > 32 || !containsNoCase(name, "uth"))
        return false;
    Room room;
    std::string_view plain = plainName(name, room);
    for (const std::string_view ahead : {"proxy", "x", "p"}) {
        if (plain.starts_with(ahead))
            plain.remove_prefix(ahead.size());
    }
    return plain.find("authorization") != npos || distance(plain, "authorization", 3) <= 3;
}

} // namespace gb::redaction
