#include "core/media/rules/rules.h"

#include <QByteArray>

namespace gb::mediarules {
namespace {

QString hex(const PsFaultCount &fault)
{
    return QString::fromLatin1(QByteArray(fault.octets.data(), fault.octetCount).toHex(' '));
}

QString videoName(VideoCodec codec)
{
    switch (codec) {
    case VideoCodec::H264: return QStringLiteral("H.264");
    case VideoCodec::H265: return QStringLiteral("H.265");
    case VideoCodec::Mpeg4: return QStringLiteral("MPEG-4");
    case VideoCodec::Svac: return QStringLiteral("SVAC");
    case VideoCodec::Unknown: break;
    }
    return {};
}

QString typeText(quint8 type)
{
    return QStringLiteral("0x%1").arg(type, 2, 16, QLatin1Char('0'));
}

} // namespace

/// Rows 8 and 9, D53. A map that came only once is no news to who joins later; where the record begins later, none and
/// one look alike.
void programMap(const MediaReport &report, Findings &findings)
{
    const StreamNumbers &stream = report.stream;
    if (stream.payload != PayloadKind::Ps || report.cutPackets > 0)
        return;
    const PsFaultCount &length = stream.fault(PsFault::PsmLength), &crc = stream.fault(PsFault::PsmCrc);
    if (length.unexplained > 0)
        findings.push_back(atPacket(MediaCause::MapLength, MediaWeight::Broken, MediaBlame::Sender, length.first,
            {QString::number(length.detail), hex(length)}));
    if (crc.unexplained > 0)
        findings.push_back(atPacket(MediaCause::MapCrc, MediaWeight::Warning, MediaBlame::Sender, crc.first,
            {QStringLiteral("%1").arg(crc.detail, 8, 16, QLatin1Char('0')), hex(crc)}));
    if (!mediajudge::absenceProves(report))
        return;
    const bool start = mediajudge::startSeen(report);
    if (stream.ps.maps == 0 && stream.video.keyFrames > 0)
        findings.push_back(atPacket(MediaCause::NoMap, MediaWeight::Warning, MediaBlame::Sender,
            stream.firstKey.value_or(PsPlace{}), {}, start ? std::nullopt : std::optional(MediaCause::MapOnce)));
    else if (stream.ps.maps == 1 && stream.video.keyFrames > 1)
        findings.push_back(atPacket(
            MediaCause::MapOnce, MediaWeight::Remark, MediaBlame::Sender, stream.ps.firstMap.value_or(PsPlace{})));
}

/// Row 16: what the map says of the video, and what the video is.
void mapCodec(const MediaReport &report, Findings &findings)
{
    const StreamNumbers &stream = report.stream;
    if (stream.payload != PayloadKind::Ps || stream.mapVideoType == 0)
        return;
    const VideoCodec said = videoCodecOf(stream.mapVideoType), found = stream.video.codec;
    if (found == VideoCodec::Unknown || said == found)
        return;
    const QString name = videoName(said);
    findings.push_back(atPacket(MediaCause::MapCodecOther, MediaWeight::Broken, MediaBlame::Sender,
        stream.ps.firstMap.value_or(PsPlace{}),
        {name.isEmpty() ? typeText(stream.mapVideoType) : name, videoName(found)}));
}

} // namespace gb::mediarules
