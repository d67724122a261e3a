#pragma once
#include <QByteArray>
#include <QImage>

#include <optional>

namespace gb::ui {

/// A QR code: rows of modules, 1 is dark.
struct QrCode
{
    static constexpr int quietZone = 4; ///< modules of white around it, ISO/IEC 18004 6.3.8

    int width = 0; ///< modules of a row, without the quiet zone
    QByteArray modules;

    bool isDark(int column, int row) const { return modules.at(row * width + column) != 0; }
    /// Black on white with its quiet zone, whatever the window's colours are; `scale` pixels a module.
    QImage image(int scale) const;
};

/// Empty where the text is empty, or longer than a code can hold.
std::optional<QrCode> qrCode(const QByteArray &text);

} // namespace gb::ui
