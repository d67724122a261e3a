#include "ui/heartbeat/fleetstrip.h"

#include "core/message/deviceid.h"
#include "core/report/words/wording.h"
#include "ui/devices/statedelegate.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/heartbeat/timeaxis.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gb::ui {
namespace {

constexpr double tickRoom = 4; ///< pixels from beat to beat, at least, for ticks to be told apart

QFont labelFont(int rowHeight)
{
    QFont font = monospace();
    font.setPixelSize(std::min(rowHeight - 3, QFontInfo(font).pixelSize()));
    return font;
}

/// Good news first, so that a worse state of the same pixel covers them.
struct Layer
{
    DeviceState state;
    QBrush brush;
};

QList<Layer> layers()
{
    QColor calm = colours().online; // so that the others stand out
    calm.setAlpha(140);
    QColor shade = colours().failed;
    shade.setAlpha(70);
    return {{DeviceState::Online, calm}, {DeviceState::Late, colours().late}, {DeviceState::Offline, shade},
        {DeviceState::Offline, QBrush(colours().failed, Qt::BDiagPattern)}};
}

} // namespace

FleetStrip::FleetStrip(const HeartbeatStore *store, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_store(store)
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(store, &HeartbeatStore::changed, this, &FleetStrip::layoutRows);
    retranslate();
}

void FleetStrip::retranslate()
{
    setAccessibleName(tr("Heartbeats of all devices"));
    viewport()->update();
}

void FleetStrip::setSpan(ChartSpan span)
{
    m_span = span;
    viewport()->update();
}

void FleetStrip::setDevices(const QList<FleetDevice> &devices)
{
    const bool pointed = rowsRect().contains(viewport()->mapFromGlobal(QCursor::pos())) && underMouse();
    if (!pointed && m_rows.set(devices, m_store->ids()))
        layoutRows();
}

void FleetStrip::setNow(TimePoint now)
{
    m_now = now;
    if (m_rows.count() > 0)
        viewport()->update();
}

void FleetStrip::setCurrent(const QString &id)
{
    if (id == m_current)
        return;
    m_current = id;
    revealCurrent();
    viewport()->update();
}

int FleetStrip::rowHeight() const
{
    if (m_rowHeight > 0)
        return m_rowHeight;
    const int rows = std::max(1, m_rows.count());
    return std::clamp(rowsRect().height() / rows, labelledRowHeight, maxRowHeight);
}

QRect FleetStrip::rowsRect() const
{
    return viewport()->rect().adjusted(0, 0, 0, -fontMetrics().height() - 5);
}

QRectF FleetStrip::plotRect() const
{
    return QRectF(rowsRect()).adjusted(labelWidth(), 0, -8, 0);
}

QRectF FleetStrip::plot() const
{
    return m_now == TimePoint() ? QRectF() : plotRect();
}

TimePoint FleetStrip::timeAt(double x) const
{
    return xToTime(x, window(), plotRect());
}

int FleetStrip::labelWidth() const
{
    if (rowHeight() < labelledRowHeight)
        return 8;
    return QFontMetrics(labelFont(rowHeight())).horizontalAdvance(QStringLiteral("3402\u20261320000001")) + 16;
}

QRect FleetStrip::rowRect(const QString &id) const
{
    const int row = m_rows.row(id);
    if (row < 0)
        return {};
    return {0, row * rowHeight() - verticalScrollBar()->value(), viewport()->width(), rowHeight()};
}

QString FleetStrip::deviceAt(const QPoint &point) const
{
    if (!rowsRect().contains(point))
        return {};
    return m_rows.id((point.y() + verticalScrollBar()->value()) / rowHeight());
}

ChartWindow FleetStrip::window() const
{
    return windowOf(m_span, m_now, m_store->firstEntry());
}

QString FleetStrip::tipAt(const QPoint &point) const
{
    const QString id = deviceAt(point);
    if (id.isEmpty())
        return {};
    const ChartWindow shown = window();
    const TimePoint at = xToTime(point.x(), shown, plotRect());
    QStringList lines{m_rows.name(id).isEmpty() ? printable(id) : m_rows.name(id) + u'\n' + printable(id)};
    for (const StateSpan &span : stateSpans(m_store->history(id), m_store->policyOf(id), shown)) {
        if (at >= span.from && at < span.to)
            lines << tr("%1 for %2, from %3")
                         .arg(wording::state(span.state), wording::span(span.to - span.from), momentText(span.from));
    }
    if (m_store->hasOwnPolicy(id))
        lines << tr("Own heartbeat setting: %1").arg(wording::policy(m_store->policyOf(id)));
    if (const auto trial = m_store->trialOf(id)) {
        for (const StateSpan &span : offlineSpans(m_store->history(id), *trial, shown)) {
            if (at >= span.from && at < span.to)
                lines << tr("With %1 it would be offline for %2, from %3")
                             .arg(wording::policy(*trial), wording::span(span.to - span.from), momentText(span.from));
        }
    }
    return lines.join(u'\n');
}

void FleetStrip::layoutRows()
{
    m_rows.add(m_store->ids());
    const int height = m_rows.count() * rowHeight();
    verticalScrollBar()->setPageStep(rowsRect().height());
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, height - rowsRect().height()));
    viewport()->update();
}

/// What people call it, else its ID.
QString FleetStrip::label(const QString &id, const QFontMetrics &metrics, int width) const
{
    const QString name = m_rows.name(id);
    return name.isEmpty() ? elidedId(id, metrics, width) : metrics.elidedText(name, Qt::ElideRight, width);
}

void FleetStrip::choose(int row)
{
    if (m_rows.count() == 0)
        return;
    setCurrent(m_rows.id(std::clamp(row, 0, m_rows.count() - 1)));
    emit selected(m_current);
}

void FleetStrip::revealCurrent()
{
    const QRect row = rowRect(m_current);
    if (!row.isValid())
        return;
    QScrollBar *bar = verticalScrollBar();
    if (row.top() < 0)
        bar->setValue(bar->value() + row.top());
    else if (row.bottom() > rowsRect().bottom())
        bar->setValue(bar->value() + row.bottom() - rowsRect().bottom());
}

void FleetStrip::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().base());
    if (m_rows.count() == 0) {
        painter.setPen(colours().muted);
        painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap,
            tr("No device has sent a heartbeat yet."));
        return;
    }
    const ChartWindow shown = window();
    paintTimeAxis(painter, plotRect(), shown);
    painter.setClipRect(rowsRect());
    const int height = rowHeight();
    const QRect dirty = event->rect() & rowsRect();
    const int first = (dirty.top() + verticalScrollBar()->value()) / height;
    const int last = std::min((dirty.bottom() + verticalScrollBar()->value()) / height, m_rows.count() - 1);
    for (int row = first; row <= last; ++row)
        paintRow(painter, m_rows.id(row), {0, row * height - verticalScrollBar()->value(), viewport()->width(), height},
            shown);
}

void FleetStrip::paintRow(QPainter &painter, const QString &id, const QRect &row, const ChartWindow &window) const
{
    if (id == m_current)
        painter.fillRect(row, palette().highlight());
    if (row.height() >= labelledRowHeight) {
        painter.setFont(labelFont(row.height()));
        painter.setPen(palette().color(id == m_current ? QPalette::HighlightedText : QPalette::Text));
        const QRect room(8, row.top(), labelWidth() - 16, row.height());
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            label(id, painter.fontMetrics(), room.width()));
    }
    const QRectF plot = plotRect();
    const int inset = std::max(1, row.height() / 5);
    const QRectF bar(plot.left(), row.top() + inset, plot.width(), row.height() - 2 * inset);
    painter.fillRect(bar, palette().base());
    const HeartbeatHistory &history = m_store->history(id);
    const QList<StateSpan> spans = stateSpans(history, m_store->policyOf(id), window);
    for (const Layer &layer : layers()) {
        double free = bar.left(); // a pixel is filled once, however many spans end in it
        for (const StateSpan &span : spans) {
            const double right = std::ceil(timeToX(span.to, window, bar));
            const double left = std::max(free, std::floor(timeToX(span.from, window, bar)));
            if (span.state != layer.state || right <= left)
                continue;
            painter.fillRect(QRectF(left, bar.top(), right - left, bar.height()), layer.brush);
            free = right;
        }
    }
    paintTicks(painter, history, m_store->policyOf(id).interval, bar, window);
    if (const auto trial = m_store->trialOf(id))
        paintTrial(painter, offlineSpans(history, *trial, window), bar, window);
}

/// What is only tried covers the row's whole height, hatched: the bar keeps saying what is.
void FleetStrip::paintTrial(
    QPainter &painter, const QList<StateSpan> &spans, const QRectF &bar, const ChartWindow &window) const
{
    const QColor ink = palette().color(QPalette::Text); // that is seen upon each of the states' colours
    painter.setPen(ink);
    painter.setBrush(QBrush(ink, Qt::FDiagPattern));
    double free = bar.left();
    for (const StateSpan &span : spans) {
        const double left = std::max(free, std::floor(timeToX(span.from, window, bar)));
        const double right = std::max(left + 2, std::ceil(timeToX(span.to, window, bar)));
        painter.drawRect(QRectF(left, bar.top() - 1, std::min(right, bar.right()) - left, bar.height() + 1));
        free = right;
    }
}

void FleetStrip::paintTicks(QPainter &painter, const HeartbeatHistory &history, Duration interval, const QRectF &bar,
    const ChartWindow &window) const
{
    const Duration apart = xToTime(bar.left() + tickRoom, window, bar) - window.from;
    if (interval < apart)
        return;
    painter.setPen(palette().color(QPalette::Base));
    double before = bar.left() - tickRoom;
    const auto &entries = history.entries();
    auto entry = std::lower_bound(entries.cbegin(), entries.cend(), window.from,
        [](const HeartbeatHistory::Entry &e, TimePoint at) { return e.at() < at; });
    for (; entry != entries.cend() && entry->at() <= window.to; ++entry) {
        const double x = std::floor(timeToX(entry->at(), window, bar));
        if (entry->kind() == HeartbeatHistory::Kind::Beat && x - before >= 2) {
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom() - 1));
            before = x;
        }
    }
}

void FleetStrip::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layoutRows();
}

void FleetStrip::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        layoutRows();
}

void FleetStrip::mousePressEvent(QMouseEvent *event)
{
    const QString id = deviceAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !id.isEmpty())
        choose(m_rows.row(id));
}

void FleetStrip::keyPressEvent(QKeyEvent *event)
{
    const int row = m_rows.row(m_current); // -1: Down begins at the top
    const int page = std::max(1, rowsRect().height() / rowHeight());
    switch (event->key()) {
    case Qt::Key_Up: return choose(row - 1);
    case Qt::Key_Down: return choose(row + 1);
    case Qt::Key_PageUp: return choose(row - page);
    case Qt::Key_PageDown: return choose(row + page);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(m_rows.count() - 1);
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void FleetStrip::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    m_rowHeight = std::clamp(rowHeight() + (event->angleDelta().y() > 0 ? 1 : -1), minRowHeight, maxRowHeight);
    layoutRows();
    revealCurrent();
}

bool FleetStrip::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = tipAt(help->pos());
    QToolTip::showText(help->globalPos(), text.isEmpty() ? QString() : Qt::convertFromPlainText(text), viewport());
    return true;
}

} // namespace gb::ui
