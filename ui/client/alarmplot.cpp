#include "ui/client/alarmplot.h"

#include "core/report/words/shownclock.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>

namespace gb::ui {
namespace {

constexpr qsizetype page = 10;

} // namespace

AlarmPlot::AlarmPlot(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void AlarmPlot::show(const AskReportPtr &report)
{
    const bool other = !report || !m_report || report->id != m_report->id;
    const qint64 number = other || m_chosen < 0 ? -1 : chosenItem() + m_report->dropped;
    m_report = report;
    m_lanes = report ? AlarmLanes::of(*report) : AlarmLanes();
    m_chosen = -1;
    m_from = count() > 0 ? m_lanes.marks.front().at : TimePoint();
    m_to = count() > 0 ? m_lanes.marks.back().at : TimePoint();
    // The chosen one stays, until it makes room
    if (number >= 0 && number >= report->dropped)
        chooseItem(static_cast<int>(number - report->dropped));
    updateGeometry();
    retranslate();
}

void AlarmPlot::chooseItem(int item)
{
    const auto at = std::find_if(
        m_lanes.marks.cbegin(), m_lanes.marks.cend(), [item](const AlarmLanes::Mark &one) { return one.item == item; });
    m_chosen = at == m_lanes.marks.cend() ? -1 : at - m_lanes.marks.cbegin();
    retranslate();
}

QRect AlarmPlot::chosenPlace() const
{
    if (m_chosen < 0)
        return {};
    const AlarmLanes::Mark &one = mark(m_chosen);
    return QRectF(xOf(one.at) - ring, yOf(one.lane) - laneHeight() / 2, 2 * ring, laneHeight()).toAlignedRect();
}

QString AlarmPlot::priorityText(int priority)
{
    switch (priority) {
    case 1: return tr("priority 1, highest");
    case 2: return tr("priority 2");
    case 3: return tr("priority 3");
    case 4: return tr("priority 4, lowest");
    default: return tr("no priority");
    }
}

QString AlarmPlot::laneText(const AlarmLanes::Lane &lane) const
{
    if (lane.shared)
        return tr("others");
    const QString names[] = {
        QString(), tr("phone"), tr("device"), tr("SMS"), tr("GPS"), tr("video"), tr("fault"), tr("other")};
    bool good = false;
    const int number = lane.method.toInt(&good);
    const QString method = good && number >= 1 && number <= 7 ? names[number]
        : lane.method.isEmpty()                               ? tr("no kind")
                                                              : lane.method;
    return lane.id.isEmpty() ? method : lane.id + QStringLiteral("  ") + method;
}

QString AlarmPlot::summary() const
{
    const QLocale locale;
    QStringList parts{tr("%Ln alarm(s)", nullptr, static_cast<int>(count()))};
    if (m_lanes.lanes.size() > 1)
        parts << tr("%Ln kinds and channels", nullptr, static_cast<int>(m_lanes.lanes.size()));
    if (count() > 0)
        parts << tr("%1 to %2 by the device's clock")
                     .arg(wording::shownTime(mark(0).at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                         wording::shownTime(mark(count() - 1).at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    if (m_report && m_report->dropped > 0)
        parts << tr("%1 older ones made room").arg(locale.toString(m_report->dropped));
    if (m_report && m_report->missed > 0)
        parts << tr("%1 NOTIFY did not arrive").arg(locale.toString(m_report->missed));
    if (m_lanes.noTime > 0)
        parts << tr("%1 without a time that can be read are not drawn").arg(locale.toString(m_lanes.noTime));
    return parts.join(QStringLiteral("; "));
}

QString AlarmPlot::words() const
{
    if (count() == 0)
        return {};
    const AlarmLanes::Mark &one = mark(shown());
    const QStringList &row = m_report->items.at(one.item);
    QStringList parts{m_chosen < 0 ? tr("last") : tr("%1 of %2").arg(m_chosen + 1).arg(count()),
        wording::shownTime(one.at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
        laneText(m_lanes.lanes[static_cast<std::size_t>(one.lane)]), priorityText(one.priority)};
    for (const QStringView name : {u"AlarmType", u"AlarmDescription"}) {
        const QString value = row.value(m_report->columns.indexOf(name)).left(80);
        if (m_report->columns.contains(name) && !value.isEmpty())
            parts << value;
    }
    return parts.join(QStringLiteral(" \u00b7 "));
}

void AlarmPlot::retranslate()
{
    m_labels = 0;
    for (const AlarmLanes::Lane &lane : m_lanes.lanes)
        m_labels = std::max(m_labels, fontMetrics().horizontalAdvance(laneText(lane)) + 8.0);
    setAccessibleName(tr("Alarms over time"));
    setAccessibleDescription(summary() + (count() > 0 ? QStringLiteral(". ") + words() : QString()));
    setToolTip(toolTipText(
        tr("Left and right choose an alarm, up and down one of another lane; + and \u2212 zoom, 0 shows all; Enter "
           "leads to its row")));
    update();
}

double AlarmPlot::laneHeight() const
{
    return std::max(fontMetrics().height() * 1.3, 2 * ring + 2);
}

QSize AlarmPlot::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 90, std::max(minimumSizeHint().height(), fontMetrics().height() * 12)};
}

/// A lane for each, the axis, the shapes, and the words of the chosen one.
QSize AlarmPlot::minimumSizeHint() const
{
    const double lanes = static_cast<double>(std::max<std::size_t>(1, m_lanes.lanes.size())) * laneHeight();
    return {fontMetrics().averageCharWidth() * 40, static_cast<int>(lanes + fontMetrics().height() * 4.2 + 12)};
}

QRectF AlarmPlot::plane() const
{
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(8 + std::min(m_labels, width() * 0.4) + ring, 6, -ring - 8, -line * 4.0 - 4);
}

double AlarmPlot::xOf(TimePoint at) const
{
    const double span = inSeconds(std::max(m_to - m_from, leastSpan));
    const double middle = inSeconds(m_to - m_from) / 2; // one moment alone stands in the middle
    return plane().center().x() + (inSeconds(at - m_from) - middle) / span * plane().width();
}

double AlarmPlot::yOf(int lane) const
{
    return plane().top() + (lane + 0.5) * laneHeight();
}

void AlarmPlot::choose(qsizetype i)
{
    m_chosen = std::clamp<qsizetype>(i, 0, count() - 1);
    if (const TimePoint at = mark(m_chosen).at; at < m_from || at > m_to) { // it comes into sight
        const Duration half = (m_to - m_from) / 2;
        m_from = at - half;
        m_to = at + half;
    }
    retranslate();
    emit chosen(chosenItem());
}

/// The nearest in time in the next lane that has one.
void AlarmPlot::chooseLane(int by)
{
    const AlarmLanes::Mark &from = mark(shown());
    const int lane = from.lane + by;
    qsizetype nearest = -1;
    for (qsizetype i = 0; i < count(); ++i) {
        const auto away = [&](qsizetype one) { return std::chrono::abs(mark(one).at - from.at); };
        if (mark(i).lane == lane && (nearest < 0 || away(i) < away(nearest)))
            nearest = i;
    }
    if (nearest >= 0)
        choose(nearest);
}

/// Around the chosen one. All of it at most.
void AlarmPlot::zoom(double factor)
{
    const TimePoint first = mark(0).at, last = mark(count() - 1).at, middle = mark(shown()).at;
    const double span = static_cast<double>(std::max(m_to - m_from, leastSpan).count()) * factor;
    const Duration half(static_cast<qint64>(std::min(span, static_cast<double>((last - first).count())) / 2));
    m_from = std::max(first, middle - half);
    m_to = std::min(last, middle + half);
    update();
}

void AlarmPlot::keyPressEvent(QKeyEvent *event)
{
    if (count() == 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: return choose(shown() - 1);
    case Qt::Key_Right: return choose(shown() + 1);
    case Qt::Key_Up: return chooseLane(-1);
    case Qt::Key_Down: return chooseLane(1);
    case Qt::Key_PageUp: return choose(shown() - page);
    case Qt::Key_PageDown: return choose(shown() + page);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(count() - 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoom(0.5);
    case Qt::Key_Minus: return zoom(2);
    case Qt::Key_0:
        m_from = mark(0).at;
        m_to = mark(count() - 1).at;
        return update();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            break;
        emit activated(mark(shown()).item);
        return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void AlarmPlot::mousePressEvent(QMouseEvent *event)
{
    qsizetype nearest = -1;
    double least = 0;
    for (qsizetype i = 0; i < count(); ++i) {
        const AlarmLanes::Mark &one = mark(i);
        if (one.at < m_from || one.at > m_to)
            continue;
        const QPointF way = QPointF(xOf(one.at), yOf(one.lane)) - event->position();
        const double length = QPointF::dotProduct(way, way);
        if (nearest < 0 || length < least) {
            nearest = i;
            least = length;
        }
    }
    if (nearest >= 0)
        choose(nearest);
}

void AlarmPlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
    if (m_chosen >= 0)
        emit activated(chosenItem());
}

void AlarmPlot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        retranslate();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace gb::ui
