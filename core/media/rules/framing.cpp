#include "core/media/rules/rules.h"

namespace gb::mediarules {

/// D51: `$` where RFC 4571 is agreed, lengths that lead nowhere, and what is no RTP at all.
void framing(const MediaReport &report, Findings &findings)
{
    const TimePoint at = report.packets > 0 ? report.stream.rtp.first : report.now;
    if (report.framing == MediaFraming::Kind::Interleaved)
        findings.push_back(atPacket(MediaCause::Interleaved, MediaWeight::Warning, MediaBlame::Sender, {1, at}));
    const bool tcp = report.framing != MediaFraming::Kind::Unknown;
    if (tcp && report.framingResyncs > 0 && report.events.recordHoles == 0)
        findings.push_back(atTime(MediaCause::FramingLost, MediaWeight::Broken, MediaBlame::Sender, at,
            {QString::number(report.framingResyncs), QString::number(report.framingPassedOver)}));
    constexpr quint64 enough = 3;
    if (report.packets == 0 && report.notRtp >= enough)
        findings.push_back(
            atTime(MediaCause::NotRtp, MediaWeight::Broken, MediaBlame::Sender, at, {QString::number(report.notRtp)}));
}

} // namespace gb::mediarules
