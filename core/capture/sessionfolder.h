#pragma once
#include "core/base/clock.h"

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

/// What the user wants to keep; 0: all.
struct Limits
{
    int days = 0, megabytes = 0;

    bool operator==(const Limits &) const = default;
};

/// Removes records over the limits, the oldest first, and says which. Only files that newFile() named are touched, and
/// none that is being recorded, was not closed, or is a link. `now`: the wall clock.
/// `room`: octets that stay free below the limit, for what will be recorded.
QStringList tidy(const QString &folder, const Limits &limits, TimePoint now, qint64 room = 0);

} // namespace gb::sessionfolder
