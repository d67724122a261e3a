#include "core/client/snapshot/pictureinfo.h"

#include <string_view>

namespace gb {
namespace {

int byteAt(const QByteArray &octets, qsizetype at)
{
    return static_cast<unsigned char>(octets[at]);
}

int wordAt(const QByteArray &octets, qsizetype at)
{
    return byteAt(octets, at) << 8 | byteAt(octets, at + 1);
}

/// A frame header, T.81 table B.1: SOF0 to SOF15 but DHT, JPG and DAC.
bool isFrame(int marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

void readJpeg(const QByteArray &octets, AskPicture &picture)
{
    qsizetype at = 2;
    while (at + 4 <= octets.size() && byteAt(octets, at) == 0xff) {
        const int marker = byteAt(octets, at + 1);
        if (marker == 0xff) { // fill
            ++at;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) { // without a length
            at += 2;
            continue;
        }
        if (marker == 0xd9 || marker == 0xda)
            return; // data or the end, and no frame header ahead of it
        const int length = wordAt(octets, at + 2);
        if (length < 2)
            return;
        if (isFrame(marker)) {
            if (length < 8 || at + 9 > octets.size())
                return;
            picture.height = wordAt(octets, at + 5);
            picture.width = wordAt(octets, at + 7);
            break;
        }
        at += 2 + length;
    }
    if (picture.width == 0 || picture.height == 0)
        return;
    picture.format = AskPicture::Format::Jpeg;
    qsizetype end = octets.size(); // cameras pad
    while (end > 2 && (byteAt(octets, end - 1) == 0 || octets[end - 1] == '\r' || octets[end - 1] == '\n'))
        --end;
    picture.whole = wordAt(octets, end - 2) == 0xffd9;
}

void readPng(const QByteArray &octets, AskPicture &picture)
{
    constexpr qsizetype head = 33;
    if (octets.size() < head || octets.mid(12, 4) != "IHDR" || wordAt(octets, 16) != 0 || wordAt(octets, 20) != 0)
        return;
    picture.width = wordAt(octets, 18);
    picture.height = wordAt(octets, 22);
    if (picture.width == 0 || picture.height == 0)
        return;
    picture.format = AskPicture::Format::Png;
    picture.whole = octets.size() >= head + 12 && octets.mid(octets.size() - 8, 4) == "IEND";
}

qint64 littleAt(const QByteArray &octets, qsizetype at)
{
    return static_cast<qint32>(static_cast<quint32>(byteAt(octets, at))
        | static_cast<quint32>(byteAt(octets, at + 1)) << 8 | static_cast<quint32>(byteAt(octets, at + 2)) << 16
        | static_cast<quint32>(byteAt(octets, at + 3)) << 24);
}

/// With a BITMAPINFOHEADER or a later one. Rows from the top down have a negative height.
void readBmp(const QByteArray &octets, AskPicture &picture)
{
    constexpr qsizetype head = 54;
    if (octets.size() < head || littleAt(octets, 14) < 40 || littleAt(octets, 14) > 124)
        return;
    const qint64 width = littleAt(octets, 18), height = std::abs(littleAt(octets, 22));
    if (width <= 0 || height <= 0 || width > 0xffff || height > 0xffff)
        return;
    picture.width = static_cast<int>(width);
    picture.height = static_cast<int>(height);
    picture.format = AskPicture::Format::Bmp;
    picture.whole = littleAt(octets, 2) <= octets.size();
}

} // namespace

AskPicture pictureOf(const QByteArray &octets)
{
    AskPicture picture{.octets = octets.size()};
    if (octets.startsWith("\xff\xd8\xff"))
        readJpeg(octets, picture);
    else if (octets.startsWith("\x89PNG\r\n\x1a\n"))
        readPng(octets, picture);
    else if (octets.startsWith("BM"))
        readBmp(octets, picture);
    return picture;
}

const char *pictureSuffix(AskPicture::Format format)
{
    switch (format) {
    case AskPicture::Format::Jpeg: return "jpg";
    case AskPicture::Format::Png: return "png";
    case AskPicture::Format::Bmp: return "bmp";
    case AskPicture::Format::None: break;
    }
    return "bin";
}

} // namespace gb
