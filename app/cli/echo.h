#pragma once
#include <QByteArray>
#include <QString>

namespace gb::cli {

/// What an argument, a file or the system says, as it may stand in a line on a terminal: control characters, line ends
/// and what turns the direction of writing are escaped, and it is cut behind 1,024 characters.
QString echoed(const QString &text);

/// Writes lines to stderr. All but their line ends is escaped, whoever forgot echoed().
void complain(const QString &text);

/// JSON that is safe on a terminal: C1 controls and what turns the direction of writing as \u and four digits. What
/// they mean stays.
QByteArray safeJson(const QByteArray &utf8);

} // namespace gb::cli
