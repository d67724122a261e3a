#pragma once
#include "core/ladder/messagelog.h"
#include "core/report/words/shownclock.h"

#include <QPixmap>
#include <QRect>

#include <functional>
#include <unordered_map>

class QPainter;

namespace gb::ui {

/**
 * Rows of messages as they were painted last: while the ladder follows, most of what is in sight stood there a moment
 * ago, some rows lower. Nothing is kept but what one frame shows, and about as much again.
 */
class PaintedRows
{
public:
    /// All that decides how a row looks while the layout is the same.
    struct Key
    {
        LogEntry entry;
        Duration delta{};
        quint8 state = 0; ///< bits: selected and so on
        wording::ShownClock clock;

        bool operator==(const Key &other) const;
    };

    /// Another size or ratio forgets all. `ratio`: pixels of the device to one of ours.
    void begin(const QSize &row, qreal ratio);
    /// `paint` paints the row into the rectangle.
    void draw(QPainter &painter, const QRect &rect, const Key &key,
        const std::function<void(QPainter &, const QRect &)> &paint);
    void end();
    /// Layout, names or colours are other ones.
    void clear() { m_rows.clear(); }
    std::size_t count() const { return m_rows.size(); }
    /// Rows that were painted, not taken from here; for tests.
    quint64 painted() const { return m_painted; }

private:
    struct Row
    {
        Key key;
        QPixmap pixmap;
        quint64 frame = 0;
    };

    std::unordered_map<quint32, Row> m_rows; ///< by number of the message
    QSize m_size;
    qreal m_ratio = 1;
    quint64 m_frame = 0, m_painted = 0;
    std::size_t m_drawn = 0;
};

} // namespace gb::ui
