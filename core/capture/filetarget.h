#pragma once
#include <QStringList>

class QByteArray;
class QFile;

/// Where a file that a user named may be written, so that nothing that exists is harmed.
namespace gb::filetarget {

/// Where a file of that name really is, or would be: absolute, symbolic links followed, also one that leads to nothing
/// yet. Empty where they lead in a circle.
QString canonical(const QString &path);

/// Why nothing can be written there: it is a folder, a device, a pipe, a socket, its folder is missing, or its name is
/// too long. Empty for a
/// regular file, or where there is nothing. Opens nothing: a pipe would wait, a tape would move.
QString objection(const QString &path);

/// It is one of these files, by whatever name.
bool isAmong(const QStringList &files, const QString &target);

/// The name itself for 1, then today-2.pcapng, today-3.pcapng.
QString numbered(const QString &path, int number);

/// Writes all of it, or tells why not, and how many octets were written. QFile alone takes a part of it for success,
/// and then has no reason.
bool writeAll(QFile &file, const QByteArray &octets, QString *error, qint64 *written = nullptr);

/// Puts a whole file in the place of another one, at once for every reader.
bool replace(const QString &from, const QString &to, QString *error);

} // namespace gb::filetarget
