#include "ui/site/qrcode.h"

#include <QPainter>

#include <memory>
#include <qrencode.h>

namespace gb::ui {

std::optional<QrCode> qrCode(const QByteArray &text)
{
    if (text.isEmpty())
        return std::nullopt;
    const std::unique_ptr<QRcode, void (*)(QRcode *)> made(
        QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char *>(text.constData()),
            0 /* as small as can be */, QR_ECLEVEL_L),
        QRcode_free);
    if (!made)
        return std::nullopt;
    QrCode code{.width = made->width};
    code.modules.resize(qsizetype(code.width) * code.width);
    for (qsizetype i = 0; i < code.modules.size(); ++i)
        code.modules[i] = made->data[i] & 1; // the other bits say what a module is for
    return code;
}

QImage QrCode::image(int scale) const
{
    const int side = (width + 2 * quietZone) * scale;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int row = 0; row < width; ++row) {
        for (int column = 0; column < width; ++column) {
            if (isDark(column, row))
                painter.fillRect(
                    (column + quietZone) * scale, (row + quietZone) * scale, scale, scale, QColor(Qt::black));
        }
    }
    return image;
}

} // namespace gb::ui
