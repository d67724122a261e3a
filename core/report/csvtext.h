#pragma once
#include <QByteArray>
#include <QStringList>

namespace gb {

/// A line of CSV after RFC 4180, with its end. What a spreadsheet would take for a formula, because it begins with one
/// of = + - @ or a control character, gets a ' ahead of it; a number does not.
QByteArray csvLine(const QStringList &cells);

/// What stands at the start of a file, so that spreadsheets read Chinese: the mark of UTF-8.
inline constexpr char csvStart[] = "\xef\xbb\xbf";

} // namespace gb
