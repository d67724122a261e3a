#include "ui/heartbeat/heartbeatcanvas.h"

#include "core/report/words/wording.h"
#include "ui/heartbeat/timeaxis.h"
#include "ui/widgets/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QLineSeries>
#include <QLocale>
#include <QToolTip>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gb::ui {
namespace {

constexpr qsizetype maxMarkers = 500; ///< markers cost far more than the line
constexpr double lostHeight = 6;      ///< pixels, of the band at the top that is the device's view
constexpr double reach = 10;          ///< pixels between the pointer and what it means

double milliseconds(TimePoint at)
{
    return static_cast<double>(at.time_since_epoch().count()) / 1e3;
}

} // namespace

HeartbeatCanvas::HeartbeatCanvas(QWidget *parent)
    : QChartView(parent)
    , m_beats(new QLineSeries)
    , m_silence(new QLineSeries)
    , m_time(new QValueAxis)
    , m_gap(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(FullViewportUpdate); // the overlay reaches everywhere
    setFocusPolicy(Qt::NoFocus);
    QChart *const chart = this->chart();
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->addAxis(m_time, Qt::AlignBottom);
    chart->addAxis(m_gap, Qt::AlignLeft);
    for (QLineSeries *series : {m_beats, m_silence}) {
        chart->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_gap);
    }
    m_time->setVisible(false);
    m_gap->setVisible(false);
    applyColours();
}

void HeartbeatCanvas::setPicture(
    const HeartbeatPicture &picture, const ChartWindow &window, const HeartbeatPolicy &policy)
{
    m_picture = picture;
    m_window = window;
    m_policy = policy;
    m_message.clear();
    layoutPlot();
    fillSeries();
    viewport()->update();
}

void HeartbeatCanvas::setMessage(const QString &text)
{
    if (text == m_message)
        return; // setPicture() empties it
    m_message = text;
    m_picture = {};
    fillSeries();
    viewport()->update();
}

void HeartbeatCanvas::fillSeries()
{
    m_time->setRange(milliseconds(m_window.from), milliseconds(m_window.to));
    m_gap->setRange(0, m_picture.top);
    QList<QPointF> points;
    points.reserve(m_picture.points.size());
    for (const GapPoint &point : std::as_const(m_picture.points))
        points.append({milliseconds(point.at), point.seconds});
    m_beats->setPointsVisible(
        points.size() <= std::min<qsizetype>(maxMarkers, static_cast<qsizetype>(m_plot.width() / 6)));
    m_beats->replace(points);
    QList<QPointF> silence;
    if (m_picture.silentFrom) // it grows by a second each second, and meets the allowance when the device goes offline
        silence = {{milliseconds(*m_picture.silentFrom), 0},
            {milliseconds(m_window.to), inSeconds(m_window.to - *m_picture.silentFrom)}};
    m_silence->replace(silence);
}

QPointF HeartbeatCanvas::position(TimePoint at, double gap) const
{
    return {timeToX(at, m_window, m_plot), m_plot.bottom() - m_plot.height() * gap / m_picture.top};
}

QRectF HeartbeatCanvas::plot() const
{
    return m_message.isEmpty() && m_window.length() > Duration::zero() ? m_plot : QRectF();
}

TimePoint HeartbeatCanvas::timeAt(double x) const
{
    return xToTime(x, m_window, m_plot);
}

QString HeartbeatCanvas::tipAt(const QPointF &point) const
{
    const GapPoint *nearest = nullptr;
    double best = reach;
    for (const GapPoint &candidate : m_picture.points) {
        const QPointF offset = position(candidate.at, candidate.seconds) - point;
        const double distance = std::hypot(offset.x(), offset.y());
        if (distance <= best) {
            best = distance;
            nearest = &candidate;
        }
    }
    if (nearest)
        return tr("%1\n%2 s after the sign of life before")
            .arg(momentText(nearest->at), QLocale().toString(nearest->seconds, 'f', 3));
    for (const TimePoint miss : m_picture.misses) {
        const QPointF offset = position(miss, inSeconds(m_policy.interval)) - point;
        if (std::hypot(offset.x(), offset.y()) <= reach)
            return tr("%1\nno heartbeat, though one was due").arg(momentText(miss));
    }
    for (const StateSpan &span : m_picture.lost) {
        const double from = timeToX(span.from, m_window, m_plot), to = timeToX(span.to, m_window, m_plot);
        if (point.y() >= m_plot.top() && point.y() <= m_plot.top() + reach && point.x() >= from - 2
            && point.x() <= to + 2)
            return tr("The device must have thought us lost, from %1 to %2:\nas many of its heartbeats in a row as its "
                      "timeout count got no 200.")
                .arg(momentText(span.from), momentText(span.to));
    }
    for (const PolicyMark &mark : m_picture.policies) {
        if (std::abs(position(mark.at, 0).x() - point.x()) <= reach / 2)
            return policyText(mark);
    }
    for (const RecordMark &mark : m_picture.record) {
        if (std::abs(position(mark.at, 0).x() - point.x()) <= reach / 2)
            return recordMarkText(mark);
    }
    return {};
}

QString HeartbeatCanvas::intervalText() const
{
    return tr("interval %1").arg(wording::span(m_policy.interval));
}

QString HeartbeatCanvas::allowanceText() const
{
    return tr("offline %1").arg(wording::span(m_policy.allowance()));
}

/// The gutter at the right names the limits: within the plot their names would cover the newest beats.
void HeartbeatCanvas::layoutPlot()
{
    const QFontMetricsF metrics(font());
    const double left = metrics.horizontalAdvance(QStringLiteral("00000 ")) + 8;
    const double right = std::max(metrics.horizontalAdvance(intervalText()), metrics.horizontalAdvance(allowanceText()))
        + 14;
    const QRectF plot = QRectF(viewport()->rect())
                            .adjusted(left, metrics.height() / 2 + 1, -right, -metrics.height() - 5);
    if (plot == m_plot || plot.width() < 10 || plot.height() < 10)
        return;
    m_plot = plot;
    chart()->setPlotArea(plot);
}

void HeartbeatCanvas::applyColours()
{
    setBackgroundBrush(palette().base());
    m_beats->setPen(QPen(colours().accent, 1.5));
    m_beats->setColor(colours().accent);
    m_beats->setMarkerSize(3);
    m_silence->setPen(QPen(colours().late, 1.5, Qt::DashLine));
}

void HeartbeatCanvas::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, palette().base());
    if (!m_message.isEmpty())
        return;
    painter->setFont(font());
    paintOffline(*painter);
    paintTrial(*painter);
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintTimeAxis(*painter, m_plot, m_window);
    paintGapAxis(*painter);
    paintLimits(*painter);
    painter->setRenderHint(QPainter::Antialiasing, true);
}

void HeartbeatCanvas::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setFont(font());
    if (!m_message.isEmpty()) {
        painter->setPen(colours().muted);
        painter->drawText(
            QRectF(viewport()->rect()).adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    painter->save();
    painter->setClipRect(m_plot.adjusted(-4, -4, 4, 4));
    paintLost(*painter);
    paintMisses(*painter);
    paintMarks(*painter);
    painter->restore();
}

void HeartbeatCanvas::paintOffline(QPainter &painter) const
{
    QColor shade = colours().failed;
    shade.setAlpha(currentScheme() == Scheme::Dark ? 60 : 36);
    for (const StateSpan &span : m_picture.offline) {
        const double left = timeToX(span.from, m_window, m_plot);
        const double right = std::max(left + 1, timeToX(span.to, m_window, m_plot));
        painter.fillRect(QRectF(left, m_plot.top(), right - left, m_plot.height()), shade);
    }
}

/// What is only tried is hatched, and has no ground.
void HeartbeatCanvas::paintTrial(QPainter &painter) const
{
    if (!m_picture.trial)
        return;
    for (const StateSpan &span : m_picture.trialOffline) {
        const double left = timeToX(span.from, m_window, m_plot);
        const double right = std::max(left + 2, timeToX(span.to, m_window, m_plot));
        painter.fillRect(
            QRectF(left, m_plot.top(), right - left, m_plot.height()), QBrush(colours().failed, Qt::BDiagPattern));
    }
    const double allowance = position(m_window.to, inSeconds(m_picture.trial->allowance())).y();
    if (allowance < m_plot.top())
        return;
    painter.setPen(QPen(colours().failed, 1, Qt::DotLine));
    painter.drawLine(QPointF(m_plot.left(), allowance), QPointF(m_plot.right(), allowance));
}

void HeartbeatCanvas::paintLost(QPainter &painter) const
{
    for (const StateSpan &span : m_picture.lost) {
        const double left = timeToX(span.from, m_window, m_plot);
        const double right = std::max(left + 2, timeToX(span.to, m_window, m_plot));
        painter.fillRect(QRectF(left, m_plot.top(), right - left, lostHeight), colours().challenge);
    }
}

void HeartbeatCanvas::paintGapAxis(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    for (const double tick : gapTicks(m_picture.top, static_cast<int>(m_plot.height() / (2 * metrics.height())))) {
        const double y = std::round(m_plot.bottom() - m_plot.height() * tick / m_picture.top) + 0.5;
        painter.setPen(colours().grid);
        painter.drawLine(QPointF(m_plot.left() - 3, y), QPointF(m_plot.right(), y));
        painter.setPen(colours().muted);
        //: seconds on the axis of a chart
        const QString label = tick == 0 ? tr("0 s") : QString::number(tick);
        painter.drawText(QRectF(0, y - metrics.height() / 2, m_plot.left() - 6, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, label);
    }
}

void HeartbeatCanvas::paintLimits(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    const double offline = std::round(position(m_window.to, inSeconds(m_policy.allowance())).y()) + 0.5;
    const double interval = std::round(position(m_window.to, inSeconds(m_policy.interval)).y()) + 0.5;
    const auto paint = [&](double y, double textY, const QColor &colour, Qt::PenStyle style, const QString &text) {
        painter.setPen(QPen(colour, 1, style));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right() + 4, y));
        painter.setPen(colour);
        painter.drawText(
            QRectF(m_plot.right() + 8, textY - metrics.height() / 2, viewport()->width(), metrics.height()),
            Qt::AlignVCenter, text);
    };
    // Where a long gap presses the two together, their names part: the limit above, the interval below.
    const double push = std::max(0.0, metrics.height() - (interval - offline)) / 2;
    paint(offline, offline - push, colours().failed, Qt::DashLine, allowanceText());
    paint(interval, interval + push, colours().online, Qt::SolidLine, intervalText());
}

void HeartbeatCanvas::paintMisses(QPainter &painter) const
{
    painter.setPen(QPen(colours().late, 1.5));
    painter.setBrush(palette().base());
    for (const TimePoint miss : m_picture.misses)
        painter.drawEllipse(position(miss, inSeconds(m_policy.interval)), 3.5, 3.5);
}

/// Changes of the policy, and what happened to the record.
void HeartbeatCanvas::paintMarks(QPainter &painter) const
{
    const QFontMetricsF metrics(font());
    QColor backdrop = palette().color(QPalette::Base);
    backdrop.setAlpha(150);                         // what lies behind stays visible
    double free[] = {m_plot.left(), m_plot.left()}; // where the labels before end, at the foot and at the head
    const auto paint = [&](TimePoint at, const QColor &colour, const QString &text) {
        const double x = std::round(timeToX(at, m_window, m_plot)) + 0.5;
        painter.setPen(QPen(colour, 1, Qt::DashDotLine));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        const double width = metrics.horizontalAdvance(text) + 6;
        const double left = x + 2 + width > m_plot.right() ? x - 2 - width : x + 2;
        const int place = left >= free[0] ? 0 : 1;
        if (left < free[place])
            return; // the tip of the line tells it
        const QRectF label(
            left, place == 0 ? m_plot.bottom() - metrics.height() - 1 : m_plot.top(), width, metrics.height());
        painter.fillRect(label, backdrop);
        painter.drawText(label, Qt::AlignCenter, text);
        free[place] = label.right();
    };
    for (const PolicyMark &mark : m_picture.policies)
        paint(mark.at, colours().request, policyText(mark));
    for (const RecordMark &mark : m_picture.record)
        paint(mark.at, colours().failed, recordMarkText(mark));
}

void HeartbeatCanvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layoutPlot();
    fillSeries();
}

void HeartbeatCanvas::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        layoutPlot();
    viewport()->update();
}

bool HeartbeatCanvas::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
    return true;
}

void HeartbeatCanvas::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // nothing to scroll
}

} // namespace gb::ui
