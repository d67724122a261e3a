#pragma once
#include <QStringList>

namespace gb::wording {

/// What an element or attribute of MANSCDP means (GB/T 28181-2022 annex A), "heartbeat interval, seconds"; empty where
/// the standard has none of that name. Of a path its last part counts.
QString element(const QString &path);
/// The same in a message: several commands have elements of one name that mean different things. `about`: what is known
/// of the message, the nearest first: "ptz" (one of our commands), "Query Catalog" (root and CmdType), "Catalog".
QString element(const QString &path, const QStringList &about);
/// The same of an SDP line, by its letter.
QString sdpLine(const QString &type);

} // namespace gb::wording
