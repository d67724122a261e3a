#pragma once
#include <QString>

namespace gb::cli {

/// What an argument, a file or the system says, as it may stand in a line on a terminal: control characters, line ends
/// and what turns the direction of writing are escaped, and it is cut behind 1,024 characters.
QString echoed(const QString &text);

/// Writes lines to stderr. All but their line ends is escaped, whoever forgot echoed().
void complain(const QString &text);

} // namespace gb::cli
