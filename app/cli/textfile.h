#pragma once
#include <QByteArray>
#include <QString>

namespace gb::cli {

/// What stands in a file that an argument names.
struct TextFile
{
    QByteArray octets;
    QString error;         ///< why it cannot be read; empty: it can
    bool tooLarge = false; ///< there is more than `limit`; `octets` are its start
};

/// Reads at most `limit` octets and one more, whatever the file is: a device never ends.
TextFile readTextFile(const QString &path, qsizetype limit);

/// UTF-16 with a mark becomes UTF-8, a mark of UTF-8 goes; all else is as it stands, whatever it is encoded in.
QByteArray withoutMark(const QByteArray &octets);

} // namespace gb::cli
