#pragma once
#include <QByteArray>
#include <QImage>

namespace gb::ui {

/// A picture that somebody uploaded, fit to be painted, or why it is not.
struct DecodedPicture
{
    enum class Fault : quint8 {
        None,
        NoPicture, ///< neither JPEG, PNG nor BMP, whatever its name and type say
        TooLarge,  ///< more pixels, or more scans of a JPEG, than are decoded
        Damaged,   ///< nothing of it can be decoded
        Cut,       ///< its end is missing: `image` is what is there
    };
    QImage image;
    Fault fault = Fault::None;
};

/// Bounded in memory and time whatever the bytes are: at most `maxPixels` are decoded, and the result fits into
/// `room`. The format is what the bytes say. Slow: not for the thread of the window.
DecodedPicture decodePicture(const QByteArray &octets, QSize room);

constexpr qint64 maxPixels = 40'000'000;
constexpr int maxScans = 64; ///< of a JPEG: each may be a pass over all of its pixels

} // namespace gb::ui
