#pragma once
#include <QByteArray>

namespace gb {

/**
 * The message without what lets somebody try passwords at leisure: the values of `response` and `cnonce` in every Authorization and Proxy-Authorization header become
 * `removed`. Works on any octets; a header that cannot be read loses its whole value.
 */
QByteArray withoutCredentials(const QByteArray &message);

} // namespace gb
