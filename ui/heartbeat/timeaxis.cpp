#include "ui/heartbeat/timeaxis.h"

#include "core/report/words/shownclock.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gb::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(gb::ui::TimeAxis)
};

QString tickText(TimePoint at, Duration step)
{
    using namespace std::chrono_literals;
    if (step < 1min)
        return wording::shownTime(at).toString(QStringLiteral("HH:mm:ss"));
    const QDateTime time = wording::shownTime(at);
    return time.toString(step >= 24h || time.time() == QTime(0, 0) ? QStringLiteral("MM-dd") : QStringLiteral("HH:mm"));
}

} // namespace

QString momentText(TimePoint at)
{
    return wording::shownTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString policyText(const PolicyMark &mark)
{
    const auto text = [](const HeartbeatPolicy &policy) -> QString {
        return QString::number(policy.interval.count()) + QChar(0x00d7) + QString::number(policy.timeoutCount);
    };
    //: heartbeat interval × count before and after a change, and the time of it: "60×3 → 30×2 at 10:41:03"
    return Tr::tr("%1 \u2192 %2 at %3")
        .arg(text(mark.before), text(mark.after), wording::shownTime(mark.at).toString(QStringLiteral("HH:mm:ss")));
}

QString recordMarkText(const RecordMark &mark)
{
    const QString at = wording::shownTime(mark.at).toString(QStringLiteral("HH:mm:ss"));
    const auto seconds = std::chrono::round<std::chrono::seconds>(mark.by).count();
    switch (mark.kind) {
    case RecordMark::Kind::LinkDown: return Tr::tr("our link %1 down at %2").arg(mark.name, at);
    case RecordMark::Kind::LinkUp: return Tr::tr("our link %1 back at %2").arg(mark.name, at);
    case RecordMark::Kind::ClockJump: break;
    }
    return Tr::tr("clock %1 s at %2")
        .arg((seconds > 0 ? QStringLiteral("+") : QString()) + QString::number(seconds), at);
}

double timeToX(TimePoint at, const ChartWindow &window, const QRectF &plot)
{
    if (window.length() <= Duration::zero())
        return plot.left();
    return plot.left()
        + plot.width() * static_cast<double>((at - window.from).count()) / static_cast<double>(window.length().count());
}

TimePoint xToTime(double x, const ChartWindow &window, const QRectF &plot)
{
    if (plot.width() <= 0)
        return window.from;
    return window.from
        + Duration(
            static_cast<qint64>((x - plot.left()) / plot.width() * static_cast<double>(window.length().count())));
}

void paintTimeAxis(QPainter &painter, const QRectF &plot, const ChartWindow &window)
{
    const QFontMetricsF metrics = painter.fontMetrics();
    const double room = metrics.horizontalAdvance(QStringLiteral("00:00:00")) + 24;
    Duration step{};
    const QList<TimePoint> ticks = timeTicks(window, std::max(1, static_cast<int>(plot.width() / room)), &step);
    for (const TimePoint tick : ticks) {
        const double x = std::round(timeToX(tick, window, plot)) + 0.5;
        painter.setPen(colours().grid);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 3));
        painter.setPen(colours().muted);
        const QString text = tickText(tick, step);
        const double width = metrics.horizontalAdvance(text); // at the right end it moves in, rather than be cut
        const double left = std::min(x - width / 2, plot.right() + 6 - width);
        painter.drawText(QRectF(left, plot.bottom() + 3, width, metrics.height()),
            Qt::AlignHCenter | Qt::AlignTop | Qt::TextDontClip, text);
    }
}

} // namespace gb::ui
