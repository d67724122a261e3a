#pragma once
#include <QCoreApplication>

namespace gb::wording {

/// In the user's language; marked by QT_TRANSLATE_NOOP("wording", ...).
inline QString say(const char *text)
{
    return QCoreApplication::translate("wording", text);
}

} // namespace gb::wording
