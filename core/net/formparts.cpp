#include "core/net/formparts.h"

#include <QByteArrayMatcher>

namespace gb {
namespace {

constexpr qsizetype maxPartHead = 4096, maxParameter = 256, maxBoundary = 70; ///< boundary: RFC 2046 §5.1.1

void readPartHead(const QByteArray &head, FormPart &part)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed().toLower(), value = line.mid(colon + 1).trimmed();
        if (colon > 0 && name == "content-disposition") {
            part.name = headerParameter(value, "name");
            part.fileName = headerParameter(value, "filename");
        } else if (colon > 0 && name == "content-type") {
            part.contentType = value.left(maxParameter);
        }
    }
}

/// From behind the line of a boundary to ahead of the next one.
FormPart partOf(const QByteArray &text)
{
    FormPart part;
    const qsizetype strict = text.indexOf("\r\n\r\n"), bare = text.indexOf("\n\n");
    const bool isStrict = strict >= 0 && (bare < 0 || strict < bare);
    const qsizetype end = isStrict ? strict : bare;
    if (text.startsWith("\r\n") || text.startsWith('\n')) { // no head at all
        part.body = text.mid(text.front() == '\n' ? 1 : 2);
        return part;
    }
    if (end < 0 || end > maxPartHead)
        return part;
    readPartHead(text.left(end), part);
    part.body = text.mid(end + (isStrict ? 4 : 2));
    return part;
}

} // namespace

QByteArray headerParameter(const QByteArray &value, const QByteArray &name)
{
    bool quoted = false;
    qsizetype from = value.indexOf(';');
    while (from >= 0 && from < value.size()) {
        qsizetype end = ++from;
        for (; end < value.size() && (quoted || value[end] != ';'); ++end)
            quoted = value[end] == '"' ? !quoted : quoted;
        const QByteArray one = value.mid(from, end - from);
        const qsizetype sign = one.indexOf('=');
        if (sign > 0 && one.left(sign).trimmed().compare(name, Qt::CaseInsensitive) == 0) {
            QByteArray text = one.mid(sign + 1).trimmed();
            if (text.startsWith('"'))
                text = text.mid(1, text.endsWith('"') && text.size() > 1 ? text.size() - 2 : -1);
            return text.left(maxParameter);
        }
        from = end;
    }
    return {};
}

QList<FormPart> formParts(const QByteArray &contentType, const QByteArray &body, qsizetype most)
{
    QList<FormPart> parts;
    const QByteArray boundary = headerParameter(contentType, "boundary");
    if (!contentType.trimmed().toLower().startsWith("multipart/") || boundary.isEmpty()
        || boundary.size() > maxBoundary)
        return parts;
    const QByteArray line = "--" + boundary;
    const QByteArrayMatcher matcher("\n" + line);
    qsizetype at = body.startsWith(line) ? 0 : matcher.indexIn(body) + 1;
    if (at == 0 && !body.startsWith(line))
        return parts;
    while (parts.size() < most) {
        at += line.size();
        if (body.mid(at, 2) == "--")
            break;
        const qsizetype begin = body.indexOf('\n', at) + 1; // behind the boundary blanks may stand
        if (begin == 0)
            break;
        qsizetype end = matcher.indexIn(body, begin - 1);
        const bool last = end < 0;
        const qsizetype next = end + 1;
        end = last ? body.size() : end > begin && body[end - 1] == '\r' ? end - 1 : end;
        parts.append(partOf(body.mid(begin, std::max<qsizetype>(0, end - begin))));
        if (last)
            break;
        at = next;
    }
    return parts;
}

} // namespace gb
