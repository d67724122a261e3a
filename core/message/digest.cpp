#include "core/message/digest.h"

#include "core/base/octets.h"
#include "core/message/siphead.h"

#include <QCryptographicHash>

#include <initializer_list>

namespace gb {
namespace {

QByteArray hashed(DigestHash algorithm, std::initializer_list<std::string_view> parts)
{
    QCryptographicHash hash(algorithm == DigestHash::Sha256 ? QCryptographicHash::Sha256 : QCryptographicHash::Md5);
    bool first = true;
    for (const std::string_view part : parts) {
        if (!first)
            hash.addData(QByteArrayView(":"));
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
        first = false;
    }
    return hash.result().toHex();
}

std::string_view *slotOf(DigestCredentials &credentials, std::string_view name)
{
    struct Entry
    {
        std::string_view name;
        std::string_view DigestCredentials::*member;
    };
    static constexpr Entry entries[] = {
        {"username", &DigestCredentials::username},
        {"realm", &DigestCredentials::realm},
        {"nonce", &DigestCredentials::nonce},
        {"uri", &DigestCredentials::uri},
        {"response", &DigestCredentials::response},
        {"algorithm", &DigestCredentials::algorithm},
        {"cnonce", &DigestCredentials::cnonce},
        {"qop", &DigestCredentials::qop},
        {"nc", &DigestCredentials::nc},
        {"opaque", &DigestCredentials::opaque},
    };
    for (const Entry &entry : entries) {
        if (equalsNoCase(entry.name, name))
            return &(credentials.*entry.member);
    }
    return nullptr;
}

} // namespace

DigestCredentials parseCredentials(std::string_view header)
{
    DigestCredentials credentials;
    header = trimmed(header);
    const std::size_t blank = header.find_first_of(" \t\r\n");
    credentials.digest = equalsNoCase(header.substr(0, blank), "Digest");
    if (!credentials.digest || blank == std::string_view::npos)
        return credentials;
    std::string_view rest = header.substr(blank);
    for (;;) {
        rest = trimmed(rest);
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos)
            return credentials;
        const std::string_view name = trimmed(rest.substr(0, equals));
        rest = trimmed(rest.substr(equals + 1));
        std::string_view value;
        if (!rest.empty() && rest.front() == '"') {
            std::size_t end = 1;
            while (end < rest.size() && rest[end] != '"')
                end += rest[end] == '\\' ? 2 : 1;
            if (end >= rest.size())
                return credentials; // the quote never closes
            value = rest.substr(1, end - 1);
            rest = trimmed(rest.substr(end + 1));
        } else {
            const std::size_t end = rest.find(',');
            value = trimmed(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
        }
        if (std::string_view *slot = slotOf(credentials, name)) {
            if (slot->data() != nullptr)
                return credentials; // twice
            *slot = value;
        }
        if (rest.empty()) {
            credentials.wellFormed = true;
            return credentials;
        }
        if (rest.front() != ',')
            return credentials;
        rest.remove_prefix(1);
    }
}

DigestHash digestHash(std::string_view algorithm)
{
    return algorithm.empty() || equalsNoCase(algorithm, "MD5") ? DigestHash::Md5
        : equalsNoCase(algorithm, "SHA-256")                   ? DigestHash::Sha256
                                                               : DigestHash::Other;
}

QByteArray digestHa1(std::string_view username, std::string_view realm, std::string_view password, DigestHash hash)
{
    return hashed(hash, {username, realm, password});
}

QByteArray digestResponse(
    const DigestCredentials &c, std::string_view method, const QByteArray &ha1, DigestFormula formula)
{
    const DigestHash hash = digestHash(c.algorithm);
    const QByteArray ha2 = hashed(hash, {method, c.uri});
    switch (formula) {
    case DigestFormula::Rfc2069: return hashed(hash, {view(ha1), c.nonce, view(ha2)});
    case DigestFormula::QopAuth: return hashed(hash, {view(ha1), c.nonce, c.nc, c.cnonce, c.qop, view(ha2)});
    }
    return {};
}

QByteArray digestResponse(
    const DigestCredentials &c, std::string_view method, std::string_view password, DigestFormula formula)
{
    return digestResponse(c, method, digestHa1(c.username, c.realm, password, digestHash(c.algorithm)), formula);
}

bool sameDigest(std::string_view received, std::string_view expected)
{
    if (received.size() != expected.size() || (received.size() != 32 && received.size() != 64))
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const char c = received[i] >= 'A' && received[i] <= 'F' ? static_cast<char>(received[i] + 32) : received[i];
        difference |= static_cast<unsigned>(static_cast<unsigned char>(c) ^ static_cast<unsigned char>(expected[i]));
    }
    return difference == 0;
}

} // namespace gb
