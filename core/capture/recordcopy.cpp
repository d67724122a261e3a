#include "core/capture/recordcopy.h"

#include "core/capture/filetarget.h"
#include "core/capture/wholefile.h"

#include <algorithm>

namespace gb {
namespace {

constexpr qint64 piece = 1024 * 1024; ///< octets

RecordCopy failed(RecordCopy copy, const QString &why, const QString &place)
{
    copy.error = why;
    copy.failed = place;
    return copy;
}

} // namespace

RecordCopy copyRecord(const QString &from, const QString &to, bool replace, const std::function<bool(double)> &progress)
{
    RecordCopy copy;
    if (filetarget::isAmong({from}, to))
        return failed(copy, QStringLiteral("a file cannot be copied into itself"), to);
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return failed(copy, source.errorString(), from);
    WholeFile target;
    if (!target.open(to, replace))
        return failed(copy, target.errorText(), target.errorPlace());
    const qint64 size = source.size();
    while (copy.octets < size) {
        const QByteArray octets = source.read(std::min(piece, size - copy.octets));
        if (octets.isEmpty())
            return failed(copy, source.errorString(), from);
        if (!target.write(octets))
            return failed(copy, target.errorText(), target.errorPlace());
        copy.octets += octets.size();
        if (progress && !progress(static_cast<double>(copy.octets) / static_cast<double>(size))) {
            copy.cancelled = true;
            return copy;
        }
    }
    return target.commit() ? copy : failed(copy, target.errorText(), target.errorPlace());
}

} // namespace gb
