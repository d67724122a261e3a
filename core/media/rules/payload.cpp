#include "core/media/rules/rules.h"

namespace gb::mediarules {
namespace {

QString kindName(const StreamNumbers &stream)
{
    switch (stream.payload) {
    case PayloadKind::Ts: return QStringLiteral("MPEG-2 TS");
    case PayloadKind::H264: return QStringLiteral("H.264 (RFC 6184)");
    case PayloadKind::H265: return QStringLiteral("H.265 (RFC 7798)");
    case PayloadKind::RawVideo:
        return stream.video.codec == VideoCodec::H265 ? QStringLiteral("H.265 (Annex B)")
            : stream.video.codec == VideoCodec::H264  ? QStringLiteral("H.264 (Annex B)")
                                                      : QStringLiteral("video (Annex B)");
    case PayloadKind::Audio: return QStringLiteral("audio");
    default: return {};
    }
}

} // namespace

/// What comes is no PS. A vendor's own stream and an encrypted one look alike.
void payload(const MediaReport &report, Findings &findings)
{
    const StreamNumbers &stream = report.stream;
    if (mediajudge::agreedOtherPayload(report))
        return;
    const PsFaultCount &mpeg1 = stream.fault(PsFault::Mpeg1);
    if (mpeg1.count > 1 && stream.ps.packs <= mpeg1.count) {
        findings.push_back(atPacket(MediaCause::NoPs, MediaWeight::Broken, MediaBlame::Sender, mpeg1.first,
            {QStringLiteral("MPEG-1 system stream")}));
        return;
    }
    if (stream.payload == PayloadKind::Ps || stream.payload == PayloadKind::Unknown)
        return;
    if (stream.payload == PayloadKind::Other && report.cutPackets > 0)
        return;
    findings.push_back(atPacket(MediaCause::NoPs, MediaWeight::Broken, MediaBlame::Sender,
        {stream.rtp.packets, stream.rtp.last}, {kindName(stream)}));
}

} // namespace gb::mediarules
