#include "core/devices/registrationreason.h"

#include "core/message/deviceid.h"
#include "core/message/digest.h"

#include <QHostAddress>

#include <algorithm>

namespace gb {

Note reasonOfRefusal(const SipHead &request, const QString &deviceId, const QString &challengedRealm)
{
    const DigestCredentials credentials = parseCredentials(request.authorization);
    if (!credentials.digest)
        return {
            NoteCode::OtherScheme, printable(request.authorization.substr(0, request.authorization.find(' ')), 40), {}};
    if (!credentials.wellFormed)
        return {NoteCode::BadCredentials, {}, {}};
    if (credentials.username != request.from.uri.user)
        return {NoteCode::WrongUserName, printable(credentials.username, 40), deviceId};
    const QString realm = printable(credentials.realm, 64);
    if (!challengedRealm.isEmpty() && realm != challengedRealm)
        return {NoteCode::WrongRealm, realm, challengedRealm};
    if (!digestUriFits(request, credentials.uri))
        return {NoteCode::WrongDigestUri, printable(credentials.uri, 80), {}};
    return {NoteCode::WrongPassword, {}, {}};
}

/// An IPv6 address without its brackets, as sipp writes it: sip:::1:5060
static bool isBareIpv6(std::string_view text)
{
    if (const std::size_t at = text.find_last_of('@'); at != std::string_view::npos)
        text.remove_prefix(at + 1);
    else
        text.remove_prefix(std::min(text.find(':') + 1, text.size()));
    return std::count(text.begin(), text.end(), ':') >= 2
        && text.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

bool digestUriFits(const SipHead &request, std::string_view text)
{
    if (isBareIpv6(text))
        return true;
    const SipUri uri = parseUri(text);
    if (!uri.valid())
        return false;
    if (equalsNoCase(uri.host, request.requestUri.host) || (!uri.user.empty() && uri.user == request.requestUri.user))
        return true;
    std::string_view host = uri.host;
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    return !QHostAddress(
        QString::fromLatin1(host.data(), static_cast<qsizetype>(std::min<std::size_t>(host.size(), 64))))
                .isNull();
}

std::string_view challengeParameter(const SipHead &challenge, std::string_view name)
{
    std::string_view rest = trimmed(challenge.wwwAuthenticate);
    rest.remove_prefix(std::min(rest.find(' '), rest.size())); // the scheme
    while (!rest.empty()) {
        bool quoted = false;
        std::size_t end = 0;
        while (end < rest.size() && (quoted || rest[end] != ','))
            quoted ^= rest[end++] == '"';
        std::string_view one = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t equals = one.find('=');
        if (equals == std::string_view::npos || !equalsNoCase(trimmed(one.substr(0, equals)), name))
            continue;
        one = trimmed(one.substr(equals + 1));
        if (one.size() >= 2 && one.front() == '"' && one.back() == '"')
            one = one.substr(1, one.size() - 2);
        return one;
    }
    return {};
}

ChallengeForm formOf(const SipHead &challenge)
{
    const std::string_view algorithm = challengeParameter(challenge, "algorithm"),
                           qop = challengeParameter(challenge, "qop");
    if (algorithm.empty() && qop.empty())
        return ChallengeForm::NoAlgorithm;
    if (equalsNoCase(algorithm, "SHA-256") && qop.empty())
        return ChallengeForm::Sha256;
    if (!equalsNoCase(algorithm, "MD5"))
        return ChallengeForm::Other;
    return qop.empty() ? ChallengeForm::Md5 : ChallengeForm::Md5Qop;
}

bool isStale(const SipHead &challenge)
{
    return equalsNoCase(challengeParameter(challenge, "stale"), "true");
}

} // namespace gb
