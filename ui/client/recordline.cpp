#include "ui/client/recordline.h"

#include "core/message/gbtime.h"
#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gb::ui {
namespace {

constexpr std::chrono::seconds small{1}; ///< between two files of one recording

QString moment(TimePoint at)
{
    return wording::shownTime(at).toString(QStringLiteral("MM-dd HH:mm"));
}

} // namespace

RecordLine::RecordLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecordLine::show(const AskReportPtr &report)
{
    m_report = report;
    m_blocks.clear();
    m_unreadable = 0;
    if (report) {
        const qsizetype from = report->columns.indexOf(u"StartTime"), to = report->columns.indexOf(u"EndTime"),
                        type = report->columns.indexOf(u"Type");
        for (int item = 0; item < report->items.size(); ++item) {
            const QStringList &row = report->items.at(item);
            const auto begin = parseGbTime(row.value(from).toStdString()),
                       end = parseGbTime(row.value(to).toStdString());
            if (begin && end && begin->at <= end->at)
                m_blocks.push_back({begin->at, end->at, row.value(type) == u"alarm", item});
            else
                ++m_unreadable;
        }
    }
    std::stable_sort(m_blocks.begin(), m_blocks.end(), [](const Block &a, const Block &b) { return a.from < b.from; });
    count();
    retranslate();
}

void RecordLine::count()
{
    m_gaps = m_overlaps = 0;
    m_longest = {};
    m_from = m_blocks.empty() ? TimePoint() : m_blocks.front().from;
    m_to = m_from;
    for (const Block &one : m_blocks) {
        const Duration gap = one.from - m_to;
        m_gaps += gap > small ? 1 : 0;
        m_overlaps += gap < -small ? 1 : 0;
        m_longest = std::max(m_longest, gap);
        m_to = std::max(m_to, one.to);
    }
}

QString RecordLine::summary() const
{
    QStringList parts{tr("%Ln recording(s)", nullptr, static_cast<int>(m_blocks.size()))};
    if (m_gaps > 0)
        parts << tr("%Ln gap(s)", nullptr, m_gaps) << tr("the longest %1").arg(wording::span(m_longest));
    else if (m_blocks.size() > 1)
        parts << tr("no gap");
    if (m_overlaps > 0)
        parts << tr("%Ln overlap(s)", nullptr, m_overlaps);
    if (m_unreadable > 0)
        parts << tr("%Ln without a time that can be read", nullptr, m_unreadable);
    return parts.join(QStringLiteral(", "));
}

void RecordLine::retranslate()
{
    setAccessibleName(tr("Recordings on a line of time"));
    setAccessibleDescription(summary());
    update();
}

QSize RecordLine::sizeHint() const
{
    return {200, fontMetrics().height() * 4};
}

QRectF RecordLine::bar() const
{
    const double line = fontMetrics().height();
    return QRectF(1, line * 0.5, width() - 2, line * 1.5);
}

double RecordLine::xOf(TimePoint at) const
{
    const double whole = inSeconds(m_to - m_from);
    return whole <= 0 ? bar().left() : bar().left() + bar().width() * inSeconds(at - m_from) / whole;
}

const RecordLine::Block *RecordLine::blockAt(double x) const
{
    for (const Block &one : m_blocks) {
        if (x >= xOf(one.from) && x <= std::max(xOf(one.to), xOf(one.from) + 1))
            return &one;
    }
    return nullptr;
}

/// Blocks of alarms are in another colour, and half as high.
void RecordLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF whole = bar();
    painter.fillRect(whole, palette().color(QPalette::AlternateBase));
    double done = -1;
    for (const Block &one : m_blocks) {
        const double left = xOf(one.from), right = std::max(xOf(one.to), left + 1);
        if (right <= done && !one.alarm)
            continue; // thousands may stand in one pixel
        QRectF block(left, whole.top(), right - left, whole.height());
        if (one.alarm)
            block.setTop(whole.center().y());
        painter.fillRect(block, one.alarm ? colours().late : colours().accent);
        done = std::max(done, right);
    }
    painter.setPen(colours().edge);
    painter.drawRect(whole);
    if (m_blocks.empty())
        return;
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF under(whole.left(), whole.bottom() + 2, whole.width(), fontMetrics().height() + 2);
    painter.drawText(under, Qt::AlignLeft, moment(m_from));
    painter.drawText(under, Qt::AlignRight, moment(m_to));
}

bool RecordLine::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *const help = static_cast<QHelpEvent *>(event);
    if (const Block *const block = blockAt(help->pos().x())) {
        const QString file = m_report->items.at(block->item).value(m_report->columns.indexOf(u"FilePath"));
        QToolTip::showText(help->globalPos(),
            toolTipText(moment(block->from) + QStringLiteral(" \u2013 ") + moment(block->to) + u'\n' + file), this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

} // namespace gb::ui
