#pragma once
#include <QByteArray>
#include <string_view>

namespace gb {

/// What an Authorization header says, as views into the header. Values are without their quotes.
struct DigestCredentials
{
    std::string_view username, realm, nonce, uri, response, algorithm, cnonce, qop, nc, opaque;
    bool digest = false;     ///< the scheme is Digest
    bool wellFormed = false; ///< every parameter could be read, none stands twice, no quote is left open
};

/// How a challenge is written: some devices ignore the one that they do not know. The first four are ours to send, in
/// this order.
enum class ChallengeForm : unsigned char {
    Md5,         ///< algorithm=MD5, no qop
    Md5Qop,      ///< algorithm=MD5 and qop="auth"
    NoAlgorithm, ///< neither
    Sha256,      ///< algorithm=SHA-256, no qop (RFC 8760)
    Other,       ///< seen in others' challenges only
};
constexpr int challengeForms = 4; ///< that are sent

/// Round robin.
constexpr ChallengeForm nextForm(ChallengeForm form)
{
    return static_cast<ChallengeForm>((static_cast<int>(form) + 1) % challengeForms);
}

/// Reads one Authorization value. Linear, allocates nothing.
DigestCredentials parseCredentials(std::string_view header);

/// RFC 2069 and RFC 2617 without qop are the same sum.
enum class DigestFormula { Rfc2069, QopAuth };

/// What the algorithm of credentials names; Other is not computed here: SM3, and what nobody knows.
enum class DigestHash { Md5, Sha256, Other };
DigestHash digestHash(std::string_view algorithm);

/// The response that `password` gives for `method` and the header's own username, realm, nonce, uri, nc and cnonce (RFC
/// 2617 §3.2.2.1), in lower-case hex, by MD5 unless `algorithm` says SHA-256. The uri is that of the header, not of the
/// request line: cameras write another form of it (RFC 3261 §22.4).
QByteArray digestResponse(
    const DigestCredentials &credentials, std::string_view method, std::string_view password, DigestFormula formula);

/// The same with H(user:realm:password) at hand, 32 hex digits: a registrar computes it once a device.
QByteArray digestResponse(
    const DigestCredentials &credentials, std::string_view method, const QByteArray &ha1, DigestFormula formula);

QByteArray digestHa1(
    std::string_view username, std::string_view realm, std::string_view password, DigestHash hash = DigestHash::Md5);

/// Compares in constant time and without case; a response that is not 32 hex digits, or 64 of SHA-256, never matches.
bool sameDigest(std::string_view received, std::string_view expected);

} // namespace gb
