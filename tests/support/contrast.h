#pragma once
#include <QColor>
#include <QImage>

#include <algorithm>
#include <cmath>

namespace gb::test {

inline double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

/// Of WCAG 2.1, 1 to 21.
inline double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// Pixels that differ by 3:1 at least, of pictures of one size.
inline int differing(const QImage &one, const QImage &other)
{
    int seen = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            seen += one.pixel(x, y) != other.pixel(x, y) && contrast(one.pixelColor(x, y), other.pixelColor(x, y)) >= 3
                ? 1
                : 0;
    }
    return seen;
}

} // namespace gb::test
