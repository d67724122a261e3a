#include "core/report/words/shownclock.h"
#include "ui/client/alarmplot.h"
#include "ui/client/plotframe.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

/// How AlarmPlot looks.
namespace gb::ui {
namespace {

QColor colourOf(int priority)
{
    const Colours &all = colours();
    const QColor shades[] = {all.muted, all.failed, all.late, all.accent, all.online};
    return shades[priority];
}

} // namespace

void AlarmPlot::paintLanes(QPainter &painter) const
{
    const QRectF room = plane();
    for (int i = 0; i < static_cast<int>(m_lanes.lanes.size()); ++i) {
        painter.setPen(palette().color(QPalette::Text));
        const QRectF label(8, yOf(i) - laneHeight() / 2, room.left() - ring - 8, laneHeight());
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(laneText(m_lanes.lanes[static_cast<std::size_t>(i)]), Qt::ElideMiddle,
                static_cast<int>(label.width())));
        painter.setPen(colours().grid);
        painter.drawLine(QPointF(room.left() - ring, yOf(i)), QPointF(room.right() + ring, yOf(i)));
    }
}

void AlarmPlot::paintAxis(QPainter &painter) const
{
    const QRectF room = plane();
    const double bottom = yOf(static_cast<int>(m_lanes.lanes.size())) - laneHeight() / 2, line = fontMetrics().height();
    painter.setPen(palette().color(QPalette::Text));
    painter.drawLine(QPointF(room.left() - ring, bottom), QPointF(room.right() + ring, bottom));
    const Duration span = std::max(m_to - m_from, leastSpan);
    const double wide = fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00")) + 16.0;
    const auto step = timeStep(
        Duration(static_cast<qint64>(static_cast<double>(span.count()) * wide / std::max(room.width(), 1.0))));
    const bool days = step >= std::chrono::days(1);
    // Round in the zone that is shown
    const std::chrono::seconds zone(wording::shownTime(m_from).offsetFromUtc());
    const auto first = std::chrono::floor<std::chrono::seconds>(m_from).time_since_epoch() + zone;
    for (auto at = (first / step) * step;; at += step) {
        const TimePoint tick{at - zone};
        const double x = xOf(tick);
        if (x > room.right() + 0.5)
            return;
        if (x < room.left() - 0.5)
            continue;
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4));
        const QString text = wording::shownTime(tick).toString(
            days ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("HH:mm:ss"));
        painter.drawText(QRectF(x - wide / 2, bottom + 5, wide, line), Qt::AlignHCenter | Qt::AlignTop, text);
    }
}

/// Diamond, triangle, square, circle; a ring where there is none.
void AlarmPlot::paintMark(QPainter &painter, const QPointF &at, int priority) const
{
    const QColor colour = colourOf(priority);
    painter.setPen(priority == 0 ? QPen(colour, 1.5) : QPen(palette().color(QPalette::Base), 1));
    painter.setBrush(priority == 0 ? QBrush() : QBrush(colour));
    const double r = radius + 1;
    switch (priority) {
    case 1:
        painter.drawPolygon(QPolygonF(
            {at + QPointF(0, -r - 1), at + QPointF(r + 1, 0), at + QPointF(0, r + 1), at + QPointF(-r - 1, 0)}));
        break;
    case 2:
        painter.drawPolygon(QPolygonF({at + QPointF(0, -r), at + QPointF(r, r - 1), at + QPointF(-r, r - 1)}));
        break;
    case 3: painter.drawRect(QRectF(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius))); break;
    default: painter.drawEllipse(at, radius, radius); break;
    }
}

void AlarmPlot::paintMarks(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = plane();
    const int columns = std::max(1, static_cast<int>(room.width()) + 1);
    std::vector<qint8> highest(static_cast<std::size_t>(columns) * m_lanes.lanes.size(), qint8(-1));
    const auto isHigher = [](int one, int other) { return other < 0 || (one != 0 && (other == 0 || one < other)); };
    for (const AlarmLanes::Mark &one : m_lanes.marks) {
        if (one.at < m_from || one.at > m_to)
            continue;
        const int column = std::clamp(static_cast<int>(xOf(one.at) - room.left()), 0, columns - 1);
        qint8 &there = highest[static_cast<std::size_t>(one.lane) * static_cast<std::size_t>(columns)
            + static_cast<std::size_t>(column)];
        if (isHigher(one.priority, there))
            there = static_cast<qint8>(one.priority);
    }
    for (std::size_t i = 0; i < highest.size(); ++i) {
        if (highest[i] >= 0)
            paintMark(painter,
                {room.left() + static_cast<double>(i % static_cast<std::size_t>(columns)),
                    yOf(static_cast<int>(i / static_cast<std::size_t>(columns)))},
                highest[i]);
    }
    if (m_chosen < 0)
        return;
    const AlarmLanes::Mark &one = mark(m_chosen);
    const QPointF at(xOf(one.at), yOf(one.lane));
    paintMark(painter, at, one.priority);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, ring, ring);
}

void AlarmPlot::paintLegend(QPainter &painter) const
{
    const double line = fontMetrics().height(), y = height() - line * 1.9;
    double x = 8 + ring;
    int counts[5] = {};
    for (const AlarmLanes::Mark &one : m_lanes.marks)
        ++counts[one.priority];
    for (const int priority : {1, 2, 3, 4, 0}) {
        if (counts[priority] == 0)
            continue;
        const QString text = QStringLiteral("%1: %2").arg(priorityText(priority), QLocale().toString(counts[priority]));
        paintMark(painter, {x, y}, priority);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QPointF(x + ring, y + line * 0.3), text);
        x += 3 * ring + fontMetrics().horizontalAdvance(text);
    }
}

void AlarmPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    plotframe::begin(painter, *this);
    if (count() == 0 || !plane().isValid())
        return painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, summary());
    paintLanes(painter);
    paintAxis(painter);
    paintMarks(painter);
    paintLegend(painter);
    plotframe::end(painter, *this, words(), 8);
}

} // namespace gb::ui
