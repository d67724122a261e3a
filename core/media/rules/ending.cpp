#include "core/media/rules/rules.h"

namespace gb::mediarules {
namespace {

bool ofHistory(const MediaEvents &events)
{
    return events.offer
        && (events.offer->session == SdpSession::Playback || events.offer->session == SdpSession::Download);
}

} // namespace

/// Row 3, D52: some devices hang up where no RTCP comes. A recording may end by itself.
void ending(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    if (events.end != MediaEvents::End::ByeFromSender || events.fileEnd || ofHistory(events))
        return;
    const TimePoint began = report.packets > 0 ? report.stream.rtp.first : events.answered.value_or(*events.ended);
    const TimePoint heard = events.lastRtcpToSender.value_or(began);
    const bool silent = *events.ended - heard >= MediaChain::stallWait;
    const bool known = events.byUs || events.wouldBeSeen;
    if (report.packets > 0 && !mediajudge::overTcp(report) && silent && known)
        findings.push_back(
            atTime(MediaCause::EndedWithoutRtcp, MediaWeight::Broken, MediaBlame::ReceiverOrPath, *events.ended,
                {secondsText(*events.ended - began), QString::number(events.rtcpToSender),
                    secondsText(*events.ended - heard)},
                MediaCause::EndedBySender));
    else
        findings.push_back(atTime(MediaCause::EndedBySender, MediaWeight::Warning, MediaBlame::Sender, *events.ended,
            {secondsText(*events.ended - began)}));
}

/// D52 and row 20. A pause that was asked for is none; nor is the end of the record.
void stopped(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    if (report.packets == 0 || events.control == MediaEvents::Control::Pause || events.fileEnd
        || events.connectionClosed)
        return;
    const RtpNumbers &rtp = report.stream.rtp;
    const TimePoint end = events.ended.value_or(report.now);
    const Duration still = end - rtp.last;
    const bool recordEnds = events.end == MediaEvents::End::RecordEnded
        && !(events.wouldBeSeen && mediajudge::startSeen(report)); // its BYE may be in no record
    if (still >= MediaChain::stallWait && !recordEnds && events.end != MediaEvents::End::ByeFromSender) {
        const bool history = ofHistory(events);
        findings.push_back(atPacket(history ? MediaCause::DownloadNoEnd : MediaCause::Stopped, MediaWeight::Broken,
            history ? MediaBlame::Sender : MediaBlame::SenderOrPath, {rtp.packets, rtp.last}, {secondsText(still)},
            history ? std::optional(MediaCause::Stopped) : std::nullopt));
    } else if (rtp.maxDelta >= inSeconds(MediaChain::stallWait) * 1000
        && events.control == MediaEvents::Control::None) {
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
