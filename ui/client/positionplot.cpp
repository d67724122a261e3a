#include "ui/client/positionplot.h"

#include "ui/client/plotframe.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace gb::ui {
namespace {

constexpr double dot = 3, lastDot = 6; ///< pixels
constexpr int mostColumns = 8;         ///< of a row that are told

QString degrees(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals) + QStringLiteral("\u00b0");
}

} // namespace

PositionPlot::PositionPlot(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PositionPlot::show(const AskReportPtr &report)
{
    const bool other = !report || !m_report || report->id != m_report->id;
    const int item = m_chosen >= 0 && m_chosen < count() ? m_track.points[static_cast<std::size_t>(m_chosen)].item : -1;
    const qint64 number = item < 0 ? -1 : item + m_report->dropped;
    m_report = report;
    m_track = report ? PositionTrack::of(*report) : PositionTrack();
    m_area = m_track.area();
    m_chosen = -1;
    // The chosen one stays, until it makes room
    for (qsizetype i = 0; !other && number >= 0 && i < count(); ++i) {
        if (m_track.points[static_cast<std::size_t>(i)].item + report->dropped == number)
            m_chosen = i;
    }
    retranslate();
}

qsizetype PositionPlot::shown() const
{
    return m_chosen >= 0 ? m_chosen : count() - 1;
}

QString PositionPlot::positionText(const QPointF &at) const
{
    if (m_track.kind == PositionTrack::Kind::Look)
        return tr("pan %1, tilt %2").arg(degrees(at.x(), 2), degrees(at.y(), 2));
    return tr("longitude %1, latitude %2").arg(degrees(at.x(), 6), degrees(at.y(), 6));
}

QString PositionPlot::summary() const
{
    QStringList parts{tr("%Ln position(s)", nullptr, static_cast<int>(count()))};
    if (count() > 0)
        parts << tr("the last: %1").arg(positionText(m_track.points.back().at));
    if (m_track.tracks > 1)
        parts << tr("of %Ln device(s)", nullptr, m_track.tracks);
    const QLocale locale;
    if (m_report && m_report->dropped > 0)
        parts << tr("%1 older ones made room").arg(locale.toString(m_report->dropped));
    if (m_report && m_report->missed > 0)
        parts << tr("%1 NOTIFY did not arrive").arg(locale.toString(m_report->missed));
    if (m_track.noFix > 0)
        parts << tr("%1 at 0, 0 are not drawn: most devices tell that where they do not know their place")
                     .arg(locale.toString(m_track.noFix));
    if (m_track.unreadable > 0)
        parts << tr("%1 cannot be read as a position").arg(locale.toString(m_track.unreadable));
    return parts.join(QStringLiteral("; "));
}

QString PositionPlot::words() const
{
    if (count() == 0)
        return {};
    const PositionTrack::Point &point = m_track.points[static_cast<std::size_t>(shown())];
    QStringList parts{m_chosen < 0 ? tr("last") : tr("%1 of %2").arg(shown() + 1).arg(count()), positionText(point.at)};
    const QStringList &row = m_report->items.at(point.item);
    for (qsizetype i = 0; i < std::min<qsizetype>(row.size(), mostColumns); ++i) {
        const QString &name = m_report->columns.at(i);
        const bool axis = name == u"Longitude" || name == u"Latitude" || name == u"Pan" || name == u"Tilt";
        const bool told = axis || name == u"CmdType" || name == u"SN" || row[i].isEmpty();
        if (!told)
            parts << name + u' ' + row[i];
    }
    return parts.join(QStringLiteral(" \u00b7 "));
}

void PositionPlot::retranslate()
{
    setAccessibleName(tr("Positions on a plane"));
    setAccessibleDescription(summary() + (count() > 0 ? QStringLiteral(". ") + words() : QString()));
    setToolTip(toolTipText(tr("Arrow keys choose a position, End the last one")));
    update();
}

/// Room for the words below.
QRectF PositionPlot::plane() const
{
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(lastDot + 2, lastDot + line + 4, -lastDot - 2, -line * 2.2);
}

/// Metres, or degrees of a look, are as long in both directions.
double PositionPlot::pixelsOfUnit() const
{
    const QSizeF unit = m_track.scaleAt(m_area.center().y());
    const QRectF room = plane();
    return std::min(room.width() / (m_area.width() * unit.width()), room.height() / (m_area.height() * unit.height()));
}

QPointF PositionPlot::placeOf(const QPointF &at) const
{
    const QSizeF unit = m_track.scaleAt(m_area.center().y());
    const double scale = pixelsOfUnit();
    return plane().center()
        + QPointF((at.x() - m_area.center().x()) * unit.width() * scale,
            (m_area.center().y() - at.y()) * unit.height() * scale);
}

void PositionPlot::paintPoints(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    QPointF last[PositionTrack::mostTracks];
    const QColor shades[] = {colours().accent, colours().request, colours().success, colours().challenge,
        colours().media, colours().failure, colours().muted, palette().color(QPalette::WindowText)};
    for (const PositionTrack::Point &one : m_track.points) {
        const QPointF at = placeOf(one.at);
        const QColor &colour = shades[one.track % static_cast<int>(std::size(shades))];
        painter.setPen(QPen(colour, 1.5));
        if (!one.begins)
            painter.drawLine(last[one.track], at);
        painter.setBrush(colour);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(at, dot, dot);
        last[one.track] = at;
    }
    const auto ring = [&](const PositionTrack::Point &one, double radius, Qt::BrushStyle style) {
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
        painter.setBrush(style == Qt::NoBrush ? QBrush() : QBrush(colours().accent));
        painter.drawEllipse(placeOf(one.at), radius, radius);
    };
    ring(m_track.points.back(), lastDot, Qt::SolidPattern);
    if (m_chosen >= 0)
        ring(m_track.points[static_cast<std::size_t>(m_chosen)], lastDot + 3, Qt::NoBrush);
}

void PositionPlot::paintScale(QPainter &painter) const
{
    const double length = roundLength(plane().width() / 4 / pixelsOfUnit());
    if (length <= 0)
        return;
    const QLocale locale;
    const bool place = m_track.kind == PositionTrack::Kind::Place;
    const QString text = !place ? degrees(length, length < 1 ? 2 : 0)
        : length >= 1000        ? locale.toString(length / 1000) + QStringLiteral(" km")
                                : locale.toString(length) + QStringLiteral(" m");
    const double line = fontMetrics().height(), y = plane().bottom() + line * 0.7;
    const QPointF from(plane().left(), y), to(from.x() + length * pixelsOfUnit(), y);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
    painter.drawLine(from, to);
    for (const QPointF &end : {from, to})
        painter.drawLine(end - QPointF(0, 4), end + QPointF(0, 4));
    painter.drawText(to + QPointF(8, line * 0.3), text);
    const QString up = place ? tr("N \u2191") : tr("up \u2191");
    painter.drawText(QRectF(rect()).adjusted(4, 2, -4, 0), Qt::AlignRight | Qt::AlignTop, up);
}

void PositionPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    plotframe::begin(painter, *this);
    if (count() == 0 || !plane().isValid())
        return painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, summary());
    paintPoints(painter);
    paintScale(painter);
    plotframe::end(painter, *this, words(), 6);
}

void PositionPlot::choose(qsizetype point)
{
    m_chosen = point >= count() - 1 ? -1 : std::max<qsizetype>(point, 0);
    retranslate();
}

void PositionPlot::keyPressEvent(QKeyEvent *event)
{
    if (count() == 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: return choose(shown() - 1);
    case Qt::Key_Right:
    case Qt::Key_Down: return choose(shown() + 1);
    case Qt::Key_PageUp: return choose(shown() - 10);
    case Qt::Key_PageDown: return choose(shown() + 10);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(count() - 1);
    default: return QWidget::keyPressEvent(event);
    }
}

void PositionPlot::mousePressEvent(QMouseEvent *event)
{
    qsizetype nearest = -1;
    double least = 0;
    for (qsizetype i = 0; i < count(); ++i) {
        const QPointF way = placeOf(m_track.points[static_cast<std::size_t>(i)].at) - event->position();
        const double length = QPointF::dotProduct(way, way);
        if (nearest < 0 || length <= least) {
            nearest = i;
            least = length;
        }
    }
    if (nearest >= 0)
        choose(nearest);
}

} // namespace gb::ui
