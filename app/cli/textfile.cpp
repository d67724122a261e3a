#include "app/cli/textfile.h"

#include "core/message/charset.h"

#include <QFile>

namespace gb::cli {

TextFile readTextFile(const QString &path, qsizetype limit)
{
    TextFile text;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        text.error = file.errorString();
        return text;
    }
    while (text.octets.size() <= limit) { // a pipe gives what it has
        const QByteArray more = file.read(limit + 1 - text.octets.size());
        if (more.isEmpty())
            break;
        text.octets += more;
    }
    if (file.error() != QFile::NoError)
        text.error = file.errorString();
    text.tooLarge = text.octets.size() > limit;
    return text;
}

QByteArray withoutMark(const QByteArray &octets)
{
    if (octets.startsWith("\xef\xbb\xbf"))
        return octets.mid(3);
    const DecodedText text = octets.startsWith("\xff\xfe") || octets.startsWith("\xfe\xff") ? decodeBody(octets)
                                                                                            : DecodedText();
    return text.used == Charset::Utf16 ? text.text.toUtf8() : octets;
}

} // namespace gb::cli
