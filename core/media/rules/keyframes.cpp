#include "core/media/rules/rules.h"

namespace gb::mediarules {

/// What is absent is said only where the record has nearly all packets.
void video(const MediaReport &report, Findings &findings)
{
    const StreamNumbers &stream = report.stream;
    if (!mediajudge::wantsVideo(report) || stream.payload != PayloadKind::Ps || !mediajudge::absenceProves(report))
        return;
    const Duration seen = report.now - stream.rtp.first;
    if (stream.ps.videoPes == 0 && seen >= MediaChain::firstPacketWait) {
        findings.push_back(
            atTime(MediaCause::NoVideo, MediaWeight::Broken, MediaBlame::Sender, report.now, {secondsText(seen)}));
        return;
    }
    if (stream.ps.videoPes > 0 && stream.video.spsCount == 0 && seen >= MediaChain::keyFrameWait)
        findings.push_back(atTime(
            MediaCause::NoParameterSets, MediaWeight::Broken, MediaBlame::Sender, report.now, {secondsText(seen)}));
}

/// Row 13, D52. A pause that was asked for is none of the encoder.
void keyFrames(const MediaReport &report, Findings &findings)
{
    const StreamNumbers &stream = report.stream;
    const VideoNumbers &pictures = stream.video;
    if (!mediajudge::wantsVideo(report) || pictures.codec == VideoCodec::Unknown || !mediajudge::absenceProves(report))
        return;
    const Duration seen = stream.rtp.last - stream.rtp.first;
    if (pictures.keyFrames == 0) {
        if (seen >= MediaChain::keyFrameWait)
            findings.push_back(atTime(MediaCause::NoKeyFrame, MediaWeight::Broken, MediaBlame::Sender, report.now,
                {secondsText(seen), QString::number(pictures.pictures)}));
        return;
    }
    const TimePoint asked = report.events.controlAt.value_or(stream.rtp.first);
    const double since = stream.lastKey ? inSeconds(stream.rtp.last - std::max(stream.lastKey->at, asked)) : 0;
    const double longest = std::max(stream.longestKeyPause, since);
    if (longest > inSeconds(MediaChain::keyFrameWait))
        findings.push_back(atPacket(MediaCause::KeyFramesRare, MediaWeight::Warning, MediaBlame::Sender,
            stream.lastKey.value_or(PsPlace{}), {QString::number(longest, 'f', 1)}));
}

} // namespace gb::mediarules
