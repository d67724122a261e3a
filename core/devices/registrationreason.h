#pragma once
#include "core/devices/device.h"
#include "core/message/digest.h"
#include "core/message/siphead.h"

namespace gb {

/**
 * Why these credentials are going to be refused, if they are, as far as the messages show it: another user name, a
 * realm that was not challenged, an uri of another server; where none of that is so, the password. `challengedRealm`
 * may be empty: no challenge was seen.
 */
Note reasonOfRefusal(const SipHead &request, const QString &deviceId, const QString &challengedRealm);

/// The digest's uri may differ from the Request-URI (RFC 3261 §22.4), and cameras write sip:ID@domain for
/// sip:ID@host:port; it fits where the user or the host is the same, or the host is an address.
bool digestUriFits(const SipHead &request, std::string_view uri);

/// A parameter of the WWW-Authenticate header, without quotes.
std::string_view challengeParameter(const SipHead &challenge, std::string_view name);

/// How it is written.
ChallengeForm formOf(const SipHead &challenge);

/// The 401 says stale=true: the credentials are right, their nonce is old (RFC 2617 §3.2.1).
bool isStale(const SipHead &challenge);

} // namespace gb
