#include "core/devices/registrationreason.h"
#include "core/message/headers.h"
#include "core/server/registrar.h"
#include "core/server/registrar_p.h"

#include <algorithm>

/// The part of Registrar that finds out who somebody is, and holds back who keeps failing to show it.
namespace gb {
namespace {

constexpr int guesses = 3; ///< wrong digests in a row answered 401; then 403
constexpr qsizetype maxFailures = 10'000;

Key128 keyOf(std::string_view id, const IpAddress &address)
{
    return KeyHasher().add(id).add(address.octets()).key();
}

} // namespace

std::optional<Registrar::Answer> Registrar::authenticate(const Trace &trace, std::string_view id)
{
    const SipHead &head = trace.head;
    const IpAddress &address = trace.datagram.from.address;
    if (head.authorization.empty()) {
        m_failing.challenged(id, address, trace.datagram.at);
        return challenge(trace, m_challenges.next(id, address), false, false);
    }
    const ChallengeForm form = m_challenges.current(id, address);
    m_challenges.answered(id, address);
    const DigestCredentials credentials = parseCredentials(head.authorization);
    if (!credentials.digest)
        return challenge(trace, form, false, true);
    if (!credentials.wellFormed || (!credentials.qop.empty() && (credentials.cnonce.empty() || credentials.nc.empty())))
        return refuse(400);
    if (credentials.realm != view(m_realm))
        return challenge(trace, form, false, true);
    if (!rightDigest(credentials))
        return wrongPassword(trace, id);
    if (credentials.username != id)
        return refuse(403); // right, but somebody else's
    if (!digestUriFits(head, credentials.uri) && parseUri(credentials.uri).user != view(m_config.serverId.toLatin1()))
        return challenge(trace, form, false, true);
    const std::string_view nc = credentials.qop.empty() ? std::string_view{} : credentials.nc;
    if (m_nonces.check(credentials.nonce, nc, address, trace.datagram.at) != NonceStore::Verdict::Fresh)
        return challenge(trace, form, true, true); // RFC 2617 §3.2.1: the password is right, only the nonce is not
    m_nonces.use(credentials.nonce, nc, trace.datagram.at);
    m_failures.remove(keyOf(id, address));
    m_failing.succeeded(id, address);
    m_challenges.worked(id, address);
    return std::nullopt;
}

bool Registrar::rightDigest(const DigestCredentials &credentials) const
{
    if (digestHash(credentials.algorithm) == DigestHash::Other)
        return false;
    if (!credentials.qop.empty() && !equalsNoCase(credentials.qop, "auth"))
        return false;
    const DigestFormula formula = credentials.qop.empty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth;
    return sameDigest(credentials.response, view(digestResponse(credentials, "REGISTER", view(m_password), formula)));
}

Registrar::Answer Registrar::challenge(const Trace &trace, ChallengeForm form, bool stale, bool limited)
{
    QByteArray header = "WWW-Authenticate: Digest realm=\"" + m_realm + "\",nonce=\""
        + m_nonces.issue(trace.datagram.from.address, trace.datagram.at) + '"';
    if (form == ChallengeForm::Md5Qop)
        header += ",qop=\"auth\"";
    if (stale)
        header += ",stale=true";
    if (form == ChallengeForm::Sha256)
        header += ",algorithm=SHA-256";
    else if (form != ChallengeForm::NoAlgorithm) // it means MD5, too: RFC 2617 §3.2.1
        header += ",algorithm=MD5";
    return {.reply = {.status = 401, .headers = header + "\r\n"}, .limited = limited};
}

Registrar::Answer Registrar::wrongPassword(const Trace &trace, std::string_view id)
{
    const IpAddress &address = trace.datagram.from.address;
    m_failing.failed(id, address, trace.datagram.at);
    if (m_failures.size() >= maxFailures)
        m_failures.clear();
    return ++m_failures[keyOf(id, address)] <= guesses
        ? challenge(trace, m_challenges.current(id, address), false, true)
        : refuse(403);
}

Registrar::Pace Registrar::paceOf(const Trace &trace)
{
    const std::string_view id = deviceOf(trace.head);
    const IpAddress &address = trace.datagram.from.address;
    if (m_password.isEmpty())
        return Pace::Free;
    m_bindings.expire(trace.datagram.at);
    const Binding *const binding = m_bindings.find(id);
    const bool ownDevice = binding && binding->source.address == address;
    if (ownDevice && m_failures.value(keyOf(id, address)) < guesses)
        return Pace::Free; // it has shown who it is, whatever its neighbours do
    const bool answers = !trace.head.authorization.empty() && m_failing.waits(id, address);
    if (m_failing.isSlow(address, trace.datagram.at)) {
        notice(Notice::Guesses, address, m_failing.failures(address));
        return answers ? Pace::Free : Pace::Slow; // a challenge is good for one answer
    }
    const qsizetype window = trace.datagram.transport == TransportKind::Tcp ? tcpWindow : udpWindow;
    return trace.head.authorization.empty() && m_failing.waiting(address) >= window ? Pace::Window : Pace::Free;
}

void Registrar::notice(Notice::What what, const IpAddress &address, qint64 count)
{
    constexpr qsizetype most = 64;
    const auto known = std::find_if(m_notices.begin(), m_notices.end(),
        [&](const Notice &one) { return one.what == what && one.address == address; });
    if (known != m_notices.end())
        known->count = count;
    else if (m_notices.size() < most)
        m_notices.append({what, address, count});
}

} // namespace gb
