#include "ui/client/picturecanvas.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace gb::ui {

PictureCanvas::PictureCanvas(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureCanvas::show(const QImage &image, const QString &words)
{
    m_image = image;
    m_words = words;
    setAccessibleDescription(words);
    update();
}

void PictureCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Text));
    QRect room = rect().adjusted(4, 4, -4, -4);
    if (m_image.isNull())
        return painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_words);
    const QRect under = painter.boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, m_words);
    painter.drawText(QRect(room.left(), room.bottom() - under.height(), room.width(), under.height()),
        Qt::AlignLeft | Qt::TextWordWrap, m_words);
    room.setBottom(room.bottom() - under.height() - 4);
    if (!room.isValid())
        return;
    QSize size = m_image.size();
    if (size.width() > room.width() || size.height() > room.height())
        size.scale(room.size(), Qt::KeepAspectRatio);
    QRect place(QPoint(), size);
    place.moveCenter(room.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_image);
    painter.setPen(colours().edge);
    painter.drawRect(place.adjusted(0, 0, -1, -1));
}

} // namespace gb::ui
