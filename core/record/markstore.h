#pragma once
#include "core/record/mark.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace gb {

/**
 * Marks on captures that are only read: they stand in a file of the user, never in the capture. It is found again by
 * what the captures hold, wherever they lie and whatever they are called. Of use in a thread that may wait for a disk.
 */
class MarkStore
{
public:
    static constexpr qsizetype most = 10'000;          ///< marks of one capture
    static constexpr qint64 maxFile = 8 * 1024 * 1024; ///< octets; a larger one is not ours

    /// `folder` is made when the first mark is kept. `captures` are read: 256 KiB at both ends of each.
    MarkStore(const QString &folder, const QStringList &captures);

    /// Those that were kept, also that one of the capture's own was taken away. Empty where there are none or the file
    /// cannot be read.
    QList<Mark> read();
    /// False where it could not be kept, with the reason.
    bool keep(const Mark &mark, QString *error);
    QString path() const { return m_path; }

private:
    QString m_folder, m_path;
    QMap<quint64, Mark> m_marks;
};

} // namespace gb
