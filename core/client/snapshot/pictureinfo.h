#pragma once
#include "core/client/ask.h"

#include <QByteArray>

namespace gb {

/// Format, size and whether its end is there, as the octets of JPEG (ITU-T T.81), PNG or BMP say: nothing is decoded.
/// Linear, reads the segments of the head alone.
AskPicture pictureOf(const QByteArray &octets);

/// "jpg", "png", "bmp", "bin".
const char *pictureSuffix(AskPicture::Format format);

} // namespace gb
