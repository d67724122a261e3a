#include "ui/client/picturedecoder.h"

#include "core/client/snapshot/pictureinfo.h"

#include <QBuffer>
#include <QImageReader>

namespace gb::ui {
namespace {

constexpr int allocationMegabytes = 192; ///< maxPixels of four bytes, and room for what a decoder needs

const char *readerOf(AskPicture::Format format)
{
    switch (format) {
    case AskPicture::Format::Jpeg: return "jpeg";
    case AskPicture::Format::Png: return "png";
    case AskPicture::Format::Bmp: return "bmp";
    case AskPicture::Format::None: break;
    }
    return nullptr;
}

/// Within the data of a scan ff is never followed by da: each is the head of a scan, or stands in a comment.
qsizetype scansOf(const QByteArray &jpeg)
{
    return jpeg.count("\xff\xda");
}

} // namespace

DecodedPicture decodePicture(const QByteArray &octets, QSize room)
{
    using Fault = DecodedPicture::Fault;
    const AskPicture told = pictureOf(octets);
    const char *const name = readerOf(told.format);
    if (!name)
        return {.fault = Fault::NoPicture};
    const QSize size(told.width, told.height);
    if (static_cast<qint64>(size.width()) * size.height() > maxPixels
        || (told.format == AskPicture::Format::Jpeg && scansOf(octets) > maxScans))
        return {.fault = Fault::TooLarge};
    QImageReader::setAllocationLimit(allocationMegabytes);
    QBuffer buffer;
    buffer.setData(octets);
    QImageReader reader(&buffer, name);
    reader.setAutoDetectImageFormat(false);
    if (size.width() > room.width() || size.height() > room.height())
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1}));
    // What the decoder makes of the head must be what was judged
    if (reader.size().isValid() && reader.size() != size)
        return {.fault = Fault::Damaged};
    DecodedPicture out{.image = reader.read()};
    if (out.image.isNull())
        out.fault = Fault::Damaged;
    else if (!told.whole)
        out.fault = Fault::Cut;
    return out;
}

} // namespace gb::ui
