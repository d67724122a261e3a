#pragma once
#include <QString>

/// What core/devices/digestwords.h keeps, in words.
namespace gb::wording {

/// "the realm \"3402000000\" and the user name \"admin\"".
QString digestInput(const QString &text);
/// "2 passwords in 12 spellings, 13 user names, 9 realms ...".
QString digestTried(const QString &text);

} // namespace gb::wording
