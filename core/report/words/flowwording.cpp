#include "core/report/words/wording.h"

#include "core/report/words/say_p.h"
#include "core/report/words/shownclock.h"

#include <algorithm>

/// Gaps between heartbeats, repeats, and what never came.
namespace gb::wording {
namespace {

constexpr const char *gapTexts[] = {
    QT_TRANSLATE_NOOP("wording", "the first one"),
    QT_TRANSLATE_NOOP("wording", "in time"),
    QT_TRANSLATE_NOOP("wording", "early"),
    QT_TRANSLATE_NOOP("wording", "late heartbeats"),
    QT_TRANSLATE_NOOP("wording", "missing heartbeats"),
    QT_TRANSLATE_NOOP("wording", "our answer was lost"),
    QT_TRANSLATE_NOOP("wording", "our answer came late"),
    QT_TRANSLATE_NOOP("wording", "the one before was not answered"),
    QT_TRANSLATE_NOOP("wording", "the one before was refused"),
    QT_TRANSLATE_NOOP("wording", "new port"),
    QT_TRANSLATE_NOOP("wording", "new address"),
    QT_TRANSLATE_NOOP("wording", "another transport"),
    QT_TRANSLATE_NOOP("wording", "re-registered"),
    QT_TRANSLATE_NOOP("wording", "reboot"),
    QT_TRANSLATE_NOOP("wording", "many devices at once"),
    QT_TRANSLATE_NOOP("wording", "from elsewhere: does not count"),
    QT_TRANSLATE_NOOP("wording", "we could not hear it: our link was down, or nothing listened"),
    QT_TRANSLATE_NOOP("wording", "the clock went back"),
};
static_assert(std::size(gapTexts) == static_cast<std::size_t>(GapReason::ClockJump) + 1);

} // namespace

QString gapReason(GapReason reason)
{
    return say(gapTexts[static_cast<std::size_t>(reason)]);
}

QString gap(const GapVerdict &verdict)
{
    const auto amount = [&] {
        const Duration off = verdict.late < Duration::zero() ? -verdict.late : verdict.late;
        return off < std::chrono::minutes(1)
            ? QCoreApplication::translate("wording", "%1 s").arg(QString::number(inSeconds(off), 'f', 1))
            : span(off);
    };
    const QString missing = verdict.missed > 0
        ? QCoreApplication::translate("wording", "%n missing", "heartbeats", verdict.missed)
        : QString();
    switch (verdict.reason) {
    case GapReason::Missed: return missing;
    case GapReason::Late: return say(QT_TRANSLATE_NOOP("wording", "%1 late")).arg(amount());
    case GapReason::Early: return say(QT_TRANSLATE_NOOP("wording", "%1 early")).arg(amount());
    case GapReason::First:
    case GapReason::InTime:
    case GapReason::Foreign: return gapReason(verdict.reason);
    default: break;
    }
    if (missing.isEmpty() && verdict.late < std::chrono::seconds(1))
        return gapReason(verdict.reason);
    return gapReason(verdict.reason) + QStringLiteral(" \u00b7 ")
        + (missing.isEmpty() ? say("%1 late").arg(amount()) : missing);
}

QString repeat(const CopyInfo &copy, TransportKind transport)
{
    const auto seconds = [](Duration duration) { return QString::number(inSeconds(duration), 'f', 3); };
    switch (copy.kind) {
    case RepeatKind::None: return {};
    case RepeatKind::Echo: return say(QT_TRANSLATE_NOOP("wording", "sent again because what it answers came again"));
    case RepeatKind::TcpRepeat:
        return say(QT_TRANSLATE_NOOP("wording", "TCP retransmitted these bytes; SIP is not involved"));
    case RepeatKind::Duplicate:
        return say(QT_TRANSLATE_NOOP(
            "wording", "the same datagram within 5 ms: captured at two interfaces, or doubled by the network"));
    case RepeatKind::ProxyCopy: return say(QT_TRANSLATE_NOOP("wording", "the same message, a hop further"));
    case RepeatKind::Retransmission: break;
    }
    if (transport == TransportKind::Tcp && copy.offSchedule)
        return say(QT_TRANSLATE_NOOP("wording", "repeated over TCP, where SIP must not: a fault of its sender"));
    if (copy.due.count() == 0)
        return say(QT_TRANSLATE_NOOP("wording", "came after %1 s, when no copy is due")).arg(seconds(copy.came));
    const QString what = copy.timer == SipTimer::None
        ? say(
            QT_TRANSLATE_NOOP("wording", "repeated until its ACK (RFC 3261 13.3.1.4): due after %1 s, came after %2 s"))
        : say(QT_TRANSLATE_NOOP("wording", "timer %3: due after %1 s, came after %2 s"));
    const QString text = what.arg(seconds(copy.due), seconds(copy.came));
    const QString timed = copy.timer == SipTimer::None ? text : text.arg(QLatin1String(name(copy.timer)));
    return copy.offSchedule ? say(QT_TRANSLATE_NOOP("wording", "%1 \u2013 off the schedule")).arg(timed) : timed;
}

/// A heartbeat that is due, or that did not come.
static QString overdue(const Awaited &awaited, TimePoint now)
{
    const Duration interval = (awaited.deadline - awaited.since) / std::max(awaited.intervals, 1);
    if (awaited.state == Awaited::State::Missing)
        return say(QT_TRANSLATE_NOOP("wording", "no heartbeat since %1 \u00b7 offline (%2 \u00d7 %3)"))
            .arg(secondsClock(awaited.since), span(interval), QString::number(awaited.intervals));
    const Duration left = std::max(awaited.deadline - now, Duration::zero());
    return say(QT_TRANSLATE_NOOP("wording", "heartbeat due since %1 \u00b7 offline in %2"))
        .arg(secondsClock(awaited.since + interval), span(std::chrono::ceil<std::chrono::seconds>(left)));
}

QString awaited(const Awaited &awaited, TimePoint now, bool running)
{
    if (awaited.what == Awaited::What::Heartbeat)
        return overdue(awaited, now);
    const bool ack = awaited.what == Awaited::What::Ack;
    const QString timer = QLatin1String(name(awaited.timer));
    const Duration left = std::max(awaited.deadline - now, Duration::zero());
    if (awaited.state == Awaited::State::Missing) {
        const QString text = ack ? say(QT_TRANSLATE_NOOP("wording", "no ACK \u00b7 timer %1, %2"))
                                 : say(QT_TRANSLATE_NOOP("wording", "no answer \u00b7 timer %1, %2"));
        return text.arg(timer, span(awaited.deadline - awaited.since));
    }
    if (!running)
        return (ack ? say(QT_TRANSLATE_NOOP("wording", "no ACK until the capture ends (timer %1)"))
                    : say(QT_TRANSLATE_NOOP("wording", "no answer until the capture ends (timer %1)")))
            .arg(timer);
    const QString text = ack ? say(QT_TRANSLATE_NOOP("wording", "no ACK yet \u00b7 timer %1 in %2"))
                             : say(QT_TRANSLATE_NOOP("wording", "no answer yet \u00b7 timer %1 in %2"));
    return text.arg(timer, span(std::chrono::ceil<std::chrono::seconds>(left)));
}

} // namespace gb::wording
