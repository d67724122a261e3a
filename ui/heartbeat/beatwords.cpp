#include "ui/heartbeat/beatwords.h"

#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace gb::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(gb::ui::BeatWords)
};

QString seconds(Duration duration, int decimals)
{
    return QLocale().toString(inSeconds(duration), 'f', decimals);
}

QString spansText(const QList<OfflineSpan> &spans, TimePoint now)
{
    if (spans.isEmpty())
        return Tr::tr("never");
    const QString last = spanText(spans.constLast(), now);
    //: how often, and the last time: "3 times, at last 10:23:05 to 10:25:00"
    return spans.size() == 1 ? last : Tr::tr("%n times, at last %1", nullptr, static_cast<int>(spans.size())).arg(last);
}

} // namespace

QString clockTime(TimePoint at, TimePoint now)
{
    const QDateTime time = wording::shownTime(at);
    return time.toString(time.date() == wording::shownTime(now).date() ? QStringLiteral("HH:mm:ss")
                                                                       : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString spanText(const OfflineSpan &span, TimePoint now)
{
    return span.to ? Tr::tr("%1 to %2").arg(clockTime(span.from, now), clockTime(*span.to, now))
                   : Tr::tr("since %1").arg(clockTime(span.from, now));
}

QString rhythmText(Duration median, const HeartbeatPolicy &policy)
{
    if (median == Duration::zero())
        return {};
    return Tr::tr("measured %1 s (configured %2 s)")
        .arg(seconds(median, 1), QLocale().toString(static_cast<qint64>(policy.interval.count())));
}

QString natText(const NatEstimate &nat)
{
    const auto whole = [](Duration duration) {
        return QString::number(std::chrono::floor<std::chrono::seconds>(duration).count());
    };
    if (!nat.byIdleTime())
        return Tr::tr("port changes, not by idle time");
    if (nat.atLeast && nat.atMost)
        return Tr::tr("NAT mapping lasts %1 to %2 s").arg(whole(*nat.atLeast), whole(*nat.atMost));
    if (nat.atLeast)
        return Tr::tr("NAT mapping lasts \u2265 %1 s").arg(whole(*nat.atLeast));
    return nat.atMost ? Tr::tr("NAT mapping lasts \u2264 %1 s").arg(whole(*nat.atMost)) : QString();
}

QString clockText(const std::optional<ClockReading> &clock)
{
    if (!clock)
        return {};
    const bool behind = clock->skew < Duration::zero();
    const QString sign = behind ? QStringLiteral("\u2212") : QStringLiteral("+");
    const Duration off = behind ? -clock->skew : clock->skew;
    if (clockFault(*clock) == ClockFault::Zone)
        return Tr::tr("clock %1 h: time zone").arg(sign + QString::number(std::abs(hoursOff(*clock))));
    return Tr::tr("clock %1")
        .arg(sign + (off < std::chrono::minutes(1) ? Tr::tr("%1 s").arg(seconds(off, 1)) : wording::span(off)));
}

QString deviceViewText(const HeartbeatTruth &truth, const HeartbeatPolicy &policy, TimePoint now)
{
    if (truth.size() == 0)
        return {};
    const DeviceView view = truth.deviceView(policy, now);
    if (!view.known)
        return Tr::tr("no answer to it is in this record");
    const QString spans = spansText(truth.lostSpans(policy, now), now);
    const QString text = Tr::tr("would consider us down: %1").arg(spans);
    return view.unanswered == 0 ? text : Tr::tr("%1 (%n unanswered)", nullptr, view.unanswered).arg(text);
}

QString ourViewText(const HeartbeatHistory &history, const HeartbeatPolicy &policy, TimePoint now)
{
    return Tr::tr("offline (our view): %1").arg(spansText(history.offlineSpans(policy, now), now));
}

QString flappingText(const HeartbeatTruth &truth, const HeartbeatPolicy &policy, TimePoint now)
{
    const auto flapping = truth.flapping(policy, now);
    if (!flapping)
        return {};
    //: number of changes, and the reason of most of them
    return Tr::tr("flapping: %n change(s) in 10 min by %1", nullptr, flapping->changes)
        .arg(wording::gapReason(flapping->cause));
}

QString bothSidesText(
    const HeartbeatTruth &truth, const HeartbeatHistory &history, const HeartbeatPolicy &policy, TimePoint now)
{
    QStringList parts{flappingText(truth, policy, now),
        history.entries().isEmpty() ? QString() : ourViewText(history, policy, now), deviceViewText(truth, policy, now),
        natText(truth.nat()), clockText(truth.clock())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace gb::ui
