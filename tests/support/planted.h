#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringDecoder>
#include <QStringEncoder>

#include <zlib.h>

#include <algorithm>

/// Secrets as they are planted and looked for. Knows nothing of how they are removed: simple, slow, and all there is.
namespace gb::test {

inline QByteArray utf16(const QByteArray &text, bool big, bool mark)
{
    QStringEncoder encoder(big ? QStringConverter::Utf16BE : QStringConverter::Utf16LE);
    const QByteArray octets = encoder(QString::fromUtf8(text));
    return (mark ? QByteArray(big ? "\xfe\xff" : "\xff\xfe") : QByteArray()) + octets;
}

inline QByteArray gb18030(const QByteArray &text)
{
    QStringEncoder encoder("GB18030");
    return encoder.isValid() ? QByteArray(encoder(QString::fromUtf8(text))) : text;
}

/// `bits` as of deflateInit2: 31 gzip, 15 zlib, -15 deflate alone.
inline QByteArray deflated(const QByteArray &text, int bits)
{
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))) + 64, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.constData()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

/// Empty where it is none of them.
inline QByteArray inflated(const QByteArray &octets, int bits)
{
    z_stream stream{};
    if (inflateInit2(&stream, bits) != Z_OK)
        return {};
    QByteArray out(1 << 20, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(octets.constData()));
    stream.avail_in = static_cast<uInt>(octets.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    inflate(&stream, Z_SYNC_FLUSH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return out;
}

inline QByteArray escaped(const QByteArray &text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

/// Each character as a number.
inline QByteArray asEntities(const QByteArray &text, bool hex)
{
    QByteArray out;
    for (const char c : text)
        out += (hex ? "&#x" : "&#") + QByteArray::number(static_cast<unsigned char>(c), hex ? 16 : 10) + ';';
    return out;
}

inline QByteArray asPercent(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text)
        out += '%' + QByteArray(1, c).toHex().toUpper();
    return out;
}

inline QByteArray withoutEntities(const QByteArray &octets)
{
    QByteArray out;
    for (qsizetype i = 0; i < octets.size(); ++i) {
        const qsizetype end = octets[i] == '&' ? octets.indexOf(';', i) : -1;
        if (end < 0 || end - i > 9) {
            out += octets[i];
            continue;
        }
        const QByteArray name = octets.mid(i + 1, end - i - 1).toLower();
        bool number = false;
        const int code = name.startsWith("#x") ? name.mid(2).toInt(&number, 16)
            : name.startsWith('#')             ? name.mid(1).toInt(&number)
                                               : 0;
        out += number        ? QByteArray(1, static_cast<char>(code))
            : name == "lt"   ? QByteArray("<")
            : name == "gt"   ? QByteArray(">")
            : name == "amp"  ? QByteArray("&")
            : name == "quot" ? QByteArray("\"")
            : name == "apos" ? QByteArray("'")
                             : octets.mid(i, end - i + 1);
        i = end;
    }
    return out;
}

inline bool isBase64(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/'
        || c == '-' || c == '_';
}

inline bool shows(const QByteArray &octets, const QByteArray &secret, int depth = 3);

/// In what can be made of the octets by one step of decoding.
inline bool showsDecoded(const QByteArray &octets, const QByteArray &secret, int depth)
{
    for (const QByteArray &decoded : {withoutEntities(octets), QByteArray::fromPercentEncoding(octets)}) {
        if (decoded != octets && shows(decoded, secret, depth - 1))
            return true;
    }
    for (qsizetype i = 0; i < octets.size(); ++i) {
        qsizetype end = i;
        while (end < octets.size() && isBase64(octets[end]))
            ++end;
        if (end - i >= 8) {
            const QByteArray run = octets.mid(i, end - i).replace('-', '+').replace('_', '/');
            for (int shift = 0; shift < 4; ++shift) {
                if (shows(QByteArray::fromBase64(run.mid(shift)), secret, depth - 1))
                    return true;
            }
        }
        i = end;
    }
    for (qsizetype at = octets.indexOf("\x1f\x8b"); at >= 0; at = octets.indexOf("\x1f\x8b", at + 1)) {
        if (shows(inflated(octets.mid(at), 31), secret, depth - 1))
            return true;
    }
    const qsizetype body = octets.indexOf("\r\n\r\n");
    for (const int bits : {15, -15}) {
        if (body >= 0 && shows(inflated(octets.mid(body + 4), bits), secret, depth - 1))
            return true;
    }
    for (const auto order : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        for (const qsizetype first : {0, 1}) {
            QStringDecoder decoder(order);
            if (octets.contains('\0') && shows(QString(decoder(octets.mid(first))).toUtf8(), secret, depth - 1))
                return true;
        }
    }
    return false;
}

inline bool shows(const QByteArray &octets, const QByteArray &secret, int depth)
{
    for (const QByteArray &form : {secret, gb18030(secret), utf16(secret, false, false), utf16(secret, true, false)}) {
        if (octets.contains(form))
            return true;
    }
    return octets.toLower().contains(secret.toHex()) || (depth > 0 && showsDecoded(octets, secret, depth));
}

} // namespace gb::test
