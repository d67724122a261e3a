#pragma once
#include "core/report/redactionviews.h"

#include <functional>

/// Secrets that a name tells of: elements, attributes, parameters, headers, URIs, keys of SDP.
namespace gb::redaction {

/// What was removed, for the user.
enum class SecretKind : quint8 {
    Digest,      ///< response, cnonce, rspauth, nextnonce
    Credentials, ///< of Basic, Bearer and the like; a header that cannot be read
    Password,    ///< named so: an element, an attribute, a parameter, a header
    UriPassword, ///< sip:user:password@host
    MediaKey,    ///< SDP: k=, a=crypto, a=key-mgmt, a=ice-pwd
    KnownValue,  ///< found by what it is, not by its name
    Unreadable,  ///< a compressed body that cannot be looked through
};
constexpr std::size_t secretKinds = 7;

/// A password in another spelling of its name: RegPassword, x:PASSWD, user-pwd, 密码.
bool isSecretName(std::string_view name);
/// What is said of a password and is none: wrong, expired, required.
bool isSaidOfSecrets(std::string_view word);
/// A parameter of digests that lets somebody try passwords.
bool isDigestSecret(std::string_view name);
/// Authorization, Proxy-Authorization, and what is meant to be one of them: Authorisation, X-Authorization.
bool isCredentialHeader(std::string_view name);
/// Basic and Bearer: what stands behind them is the password, or as good (RFC 7617, RFC 6750).
bool isOpenScheme(std::string_view word);

/// Told of each value: its place in the text, and what it is.
using Found = std::function<void(std::size_t from, std::size_t to, SecretKind kind)>;

/// Linear in the size of the text.
void findNamed(std::string_view text, const Found &found);

} // namespace gb::redaction
