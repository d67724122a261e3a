#include "core/media/rules/rules.h"

namespace gb::mediarules {
namespace {

constexpr quint64 pictures = 5; ///< that show a habit

bool constantTimestamp(const MediaReport &report)
{
    const StreamNumbers &stream = report.stream;
    return stream.rtp.timestamps == 1 && stream.rtp.packets >= pictures
        && (stream.video.pictures >= pictures || stream.rtp.last - stream.rtp.first > std::chrono::seconds(1));
}

} // namespace

/// GB/T 28181-2022 4.3.6: the packets of a frame have one timestamp, and the next frame has another. A recording jumps
/// where it has a gap and where somebody asked for another place: no clock is to blame.
void timestamps(const MediaReport &report, Findings &findings)
{
    const StreamNumbers &stream = report.stream;
    if (constantTimestamp(report))
        findings.push_back(atPacket(MediaCause::TimestampConstant, MediaWeight::Warning, MediaBlame::Sender,
            {stream.rtp.packets, stream.rtp.last}, {QString::number(stream.rtp.firstTimestamp)}));
    if (stream.splitTimestamps >= pictures && stream.splitTimestamps * 10 > stream.video.pictures)
        findings.push_back(atTime(MediaCause::TimestampInsideFrame, MediaWeight::Warning, MediaBlame::Sender,
            stream.rtp.last, {QString::number(stream.splitTimestamps)}));
    if (stream.rtp.timestampJumps > 0 && !mediajudge::ofHistory(report))
        findings.push_back(atPacket(MediaCause::TimestampJumps, MediaWeight::Warning, MediaBlame::Sender,
            {stream.rtp.firstJumpAt.value_or(0), stream.rtp.last}, {QString::number(stream.rtp.timestampJumps)}));
}

void marker(const MediaReport &report, Findings &findings)
{
    const RtpNumbers &rtp = report.stream.rtp;
    if (rtp.markers == 0 && report.stream.video.pictures >= pictures)
        findings.push_back(
            atPacket(MediaCause::MarkerNever, MediaWeight::Remark, MediaBlame::Sender, {rtp.packets, rtp.last}));
}

/// GB/T 28181-2022 5.5. Where timestamps do not follow the time, or a file is sent as fast as it can be, it says
/// nothing.
void jitter(const MediaReport &report, Findings &findings)
{
    constexpr double most = 50;
    const RtpNumbers &rtp = report.stream.rtp;
    const MediaEvents &events = report.events;
    const bool asFastAsCanBe = events.offer && events.offer->session == SdpSession::Download;
    if (constantTimestamp(report) || rtp.timestampJumps > 0 || asFastAsCanBe || events.scale != 1
        || mediajudge::overTcp(report) || rtp.timestamps < pictures)
        return;
    if (rtp.meanJitter > most && rtp.jitter > most)
        findings.push_back(
            atPacket(MediaCause::Jitter, MediaWeight::Warning, MediaBlame::SenderOrPath, {rtp.packets, rtp.last},
                {QString::number(rtp.meanJitter, 'f', 1), QString::number(rtp.maxJitter, 'f', 1)}));
}

} // namespace gb::mediarules
