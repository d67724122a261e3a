#include "core/media/rules/rules.h"

namespace gb::mediarules {
namespace {

/// Why the sender may have hung up, as far as the record shows it; empty: it does not.
QString reasonOf(const MediaEvents &events)
{
    constexpr Duration soon = std::chrono::seconds(10);
    constexpr int often = 3;
    const auto just = [&](const std::optional<TimePoint> &at) { return at && *events.ended - *at <= soon; };
    if (events.repeatedAnswers >= often && just(events.repeatedAt)) // RFC 3261 13.3.1.4
        return QStringLiteral("no ACK");
    if (just(events.portClosedLast))
        return QStringLiteral("port closed");
    if (events.closedByReceiver && just(events.connectionClosed))
        return QStringLiteral("closed");
    return {};
}

/// It does what it was told; restarting takes a minute or two.
bool restarts(const MediaEvents &events, TimePoint at)
{
    constexpr Duration takes = std::chrono::minutes(3);
    return events.rebooting && at - *events.rebooting <= takes;
}

/// Several reports of those that came before, and RFC 3550 6.2 lets one be late. Where none came at all nothing was
/// late.
bool missesRtcp(const MediaEvents &events, TimePoint began)
{
    constexpr Duration least = std::chrono::seconds(15);
    constexpr Duration::rep several = 3;
    const Duration silent = *events.ended - events.lastRtcpToSender.value_or(began);
    if (events.rtcpToSender == 0)
        return silent >= MediaChain::stallWait;
    const Duration usual = events.rtcpToSender < 2
        ? Duration(0)
        : (*events.lastRtcpToSender - *events.firstRtcpToSender) / static_cast<Duration::rep>(events.rtcpToSender - 1);
    return silent >= std::max(least, several * usual);
}

/// Where the longest pause was its numbers went on: it sent meanwhile, and that is loss.
bool ranOn(const RtpNumbers &rtp)
{
    constexpr quint64 several = 5;
    return rtp.gaps == 1 && rtp.firstGapAt == rtp.longestPauseBehind + 1 && rtp.longestGap >= several;
}

} // namespace

/// Row 3, D52: some devices hang up where no RTCP comes. A recording may end by itself; whoever speaks may stop; and
/// who restarts as it was told ends its calls.
void ending(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    if (events.end != MediaEvents::End::ByeFromSender || events.fileEnd || mediajudge::ofHistory(report)
        || events.platformSends || restarts(events, *events.ended))
        return;
    const TimePoint began = report.packets > 0 ? report.stream.rtp.first : events.answered.value_or(*events.ended);
    const TimePoint heard = events.lastRtcpToSender.value_or(began);
    const QString reason = reasonOf(events);
    const bool known = events.byUs || events.wouldBeSeen;
    if (reason.isEmpty() && report.packets > 0 && !mediajudge::overTcp(report) && known && missesRtcp(events, began))
        findings.push_back(
            atTime(MediaCause::EndedWithoutRtcp, MediaWeight::Broken, MediaBlame::ReceiverOrPath, *events.ended,
                {secondsText(*events.ended - began), QString::number(events.rtcpToSender),
                    secondsText(*events.ended - heard)},
                MediaCause::EndedBySender));
    else
        findings.push_back(atTime(MediaCause::EndedBySender, MediaWeight::Warning,
            reason.isEmpty() ? MediaBlame::Sender : MediaBlame::ReceiverOrPath, *events.ended,
            QStringList{secondsText(*events.ended - began)}
                + (reason.isEmpty() ? QStringList() : QStringList{reason})));
}

/// D52 and row 20. A pause that was asked for is none; nor is the end of the record, nor one of who speaks.
void stopped(const MediaReport &report, Findings &findings)
{
    using Control = MediaEvents::Control;
    const MediaEvents &events = report.events;
    if (report.packets == 0 || events.control == Control::Pause || events.control == Control::Hold || events.fileEnd
        || events.connectionClosed || events.platformSends || restarts(events, report.stream.rtp.last))
        return;
    const RtpNumbers &rtp = report.stream.rtp;
    const TimePoint end = events.ended.value_or(report.now);
    const Duration still = end - std::max(rtp.last, events.controlAt.value_or(rtp.last));
    const bool recordEnds = events.end == MediaEvents::End::RecordEnded
        && !(events.wouldBeSeen && mediajudge::startSeen(report)); // its BYE may be in no record
    if (still >= MediaChain::stallWait && !recordEnds && events.end != MediaEvents::End::ByeFromSender) {
        const bool history = mediajudge::ofHistory(report);
        findings.push_back(atPacket(history ? MediaCause::DownloadNoEnd : MediaCause::Stopped, MediaWeight::Broken,
            history ? MediaBlame::Sender : MediaBlame::SenderOrPath, {rtp.packets, rtp.last}, {secondsText(still)},
            history ? std::optional(MediaCause::Stopped) : std::nullopt));
    } else if (rtp.maxDelta >= inSeconds(MediaChain::stallWait) * 1000 && events.control == Control::None
        && !ranOn(rtp)) {
        findings.push_back(atPacket(MediaCause::Stopped, MediaWeight::Warning, MediaBlame::SenderOrPath,
            {rtp.longestPauseBehind, rtp.last}, {QString::number(rtp.maxDelta / 1000, 'f', 1)}));
    }
}

/// Row 19: it said 200 to PAUSE or to another speed, and nothing changed. Speed shows in the PTS against the time.
void control(const MediaReport &report, Findings &findings)
{
    constexpr Duration patience = std::chrono::seconds(3);
    constexpr quint64 some = 50;
    const MediaEvents &events = report.events;
    const RtpNumbers &rtp = report.stream.rtp;
    if (!events.controlAt || rtp.last - *events.controlAt < patience)
        return;
    const Duration since = rtp.last - *events.controlAt;
    if (events.control == MediaEvents::Control::Pause && rtp.packets > events.packetsAtControl + some) {
        findings.push_back(atPacket(MediaCause::PauseIgnored, MediaWeight::Broken, MediaBlame::Sender,
            {rtp.packets, rtp.last}, {secondsText(since)}));
    } else if (events.control == MediaEvents::Control::Scale && events.ptsAtControl && report.stream.ps.lastPts
        && events.scale > 0) {
        const auto shown = static_cast<double>(*report.stream.ps.lastPts) - static_cast<double>(*events.ptsAtControl);
        const double speed = shown / 90'000 / inSeconds(since);
        if (std::abs(speed - events.scale) > 0.4 * std::abs(events.scale - 1) && std::abs(speed - 1) < 0.2
            && events.scale != 1)
            findings.push_back(atPacket(MediaCause::ScaleIgnored, MediaWeight::Broken, MediaBlame::Sender,
                {rtp.packets, rtp.last}, {QString::number(events.scale), QString::number(speed, 'f', 2)}));
    }
}

} // namespace gb::mediarules
