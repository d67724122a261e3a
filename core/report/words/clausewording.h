#pragma once
#include "core/message/manscdp.h"
#include "core/message/valuename.h"

namespace gb::wording {

/// What a header or a parameter of one is for, "the way that the answers go back"; empty where it is none that is
/// known.
QString header(const ValueName &name);
/// Where the standards speak of it, "RFC 3261, 20.42"; empty where that is not known. `root` and `command` are those of
/// the body in which an element stands.
QString clause(const ValueName &name, ManscdpRoot root = ManscdpRoot::None, const QString &command = {});
/// What an element or its attribute means in a body of that root and CmdType; empty where the standard has none.
QString elementIn(const ValueName &name, ManscdpRoot root, const QString &command);
/// All that is known of a value's name, a line each: its name, what it means, its clause. Empty where nothing is.
QStringList aboutValue(const ValueName &name, ManscdpRoot root = ManscdpRoot::None, const QString &command = {});

} // namespace gb::wording
