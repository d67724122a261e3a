#include "ui/ladder/paintedrows.h"

#include <QPainter>

#include <cmath>
#include <cstring>

namespace gb::ui {

bool PaintedRows::Key::operator==(const Key &other) const
{
    return std::memcmp(&entry, &other.entry, sizeof entry) == 0 && delta == other.delta && state == other.state
        && clock == other.clock;
}

void PaintedRows::begin(const QSize &row, qreal ratio)
{
    if (row != m_size || ratio != m_ratio)
        clear();
    m_size = row;
    m_ratio = ratio;
    ++m_frame;
    m_drawn = 0;
}

void PaintedRows::draw(
    QPainter &painter, const QRect &rect, const Key &key, const std::function<void(QPainter &, const QRect &)> &paint)
{
    if (m_ratio != std::floor(m_ratio)) // where rows begin between two pixels a picture of one is blurred
        return paint(painter, rect);
    Row &row = m_rows[static_cast<quint32>(key.entry.number)];
    ++m_drawn;
    row.frame = m_frame;
    if (row.pixmap.isNull() || !(row.key == key)) {
        if (row.pixmap.isNull()) {
            row.pixmap = QPixmap(m_size * m_ratio);
            row.pixmap.setDevicePixelRatio(m_ratio);
        }
        row.key = key;
        QPainter onto(&row.pixmap);
        paint(onto, QRect(QPoint(0, 0), m_size));
        ++m_painted;
    }
    painter.drawPixmap(rect.topLeft(), row.pixmap);
}

void PaintedRows::end()
{
    if (m_rows.size() > 2 * m_drawn + 8)
        std::erase_if(m_rows, [this](const auto &one) { return one.second.frame != m_frame; });
}

} // namespace gb::ui
