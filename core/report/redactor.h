#pragma once
#include <QByteArray>

namespace gb {

/**
 * The message without what lets somebody try passwords at leisure, or is one: in every Authorization and
 * Proxy-Authorization header the values of `response` and `cnonce` become `removed`, and so does what is no parameter
 * (token68 of RFC 9110 §11.4) or follows the schemes Basic and Bearer. A Password element of the body becomes
 * asterisks. Works on any octets; a header that cannot be read loses its whole value.
 */
QByteArray withoutCredentials(const QByteArray &message);

} // namespace gb
