#pragma once
#include <QByteArray>
#include <QList>

namespace gb {

/// A part of multipart/form-data, RFC 7578. What a peer wrote: never a path.
struct FormPart
{
    QByteArray name, fileName, contentType;
    QByteArray body;
};

/// Value of a parameter such as "boundary" or "filename", without its quotes; empty where there is none.
QByteArray headerParameter(const QByteArray &value, const QByteArray &name);

/// At most `most` parts; of a type that is no multipart, or whose boundary never comes, none. A body that ends within a
/// part has that part as far as it goes. Linear.
QList<FormPart> formParts(const QByteArray &contentType, const QByteArray &body, qsizetype most = 16);

} // namespace gb
