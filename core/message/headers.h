#pragma once
#include "core/base/octets.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <string_view>

namespace gb {

/**
 * The values of a header that SipHead does not carry, in order, of all its lines and cut at their commas (RFC 3261
 * §7.3.1): Record-Route, Route, Require. Commas inside quotes and angle brackets do not cut. Line folds become blanks,
 * so a value holds no CR or LF. Reads the header section only, as far as HeadLimits allow; at most `most` values, the
 * rest is left out.
 */
QList<QByteArray> headerValues(std::string_view octets, std::string_view name, int most = 32);

/// Fit to stand in a header: CR, LF and NUL, with which a peer's text could begin a header or a message of its own, are
/// blanks.
QByteArray headerSafe(QByteArrayView text);

} // namespace gb
