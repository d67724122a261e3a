#pragma once
#include <QString>
#include <QStringList>

/// The folder in which the sessions of the window lie, a file each.
namespace gb::sessionfolder {

/// A new file name in `folder`, which is made where it is missing: 20261121-031500.pcapng, with a number behind where
/// that exists. Where the folder cannot be made it has a name all the same: whoever opens it says so.
QString newFile(const QString &folder);

/// Sessions that ended without being closed: a crash, a kill, a power cut. Newest first.
QStringList unfinished(const QString &folder);

/// It is not offered again; the file stays.
void settle(const QString &file);

} // namespace gb::sessionfolder
