#include "core/media/rules/rules.h"

#include <algorithm>

namespace gb::mediarules {
namespace {

struct Named
{
    PsFault fault;
    const char *name; ///< of the standard
};

constexpr Named breaking[] = {{PsFault::Junk, "start code"}, {PsFault::PackHeader, "pack_header"},
    {PsFault::SystemHeader, "system_header"}, {PsFault::PesHeader, "PES header"}, {PsFault::PesTime, "PTS/DTS"},
    {PsFault::PesLengthShort, "PES_packet_length"}};

} // namespace

/// Row 10: no packet is missing where it is, so the sender made it so. Octets between units alone are passed over by
/// most receivers.
void brokenProgram(const MediaReport &report, Findings &findings)
{
    const StreamNumbers &stream = report.stream;
    if (stream.payload != PayloadKind::Ps || report.cutPackets > 0 || stream.fault(PsFault::Mpeg1).count > 1)
        return;
    QStringList kinds;
    PsPlace first;
    for (const Named &one : breaking) {
        const PsFaultCount &count = stream.fault(one.fault);
        if (count.unexplained == 0)
            continue;
        kinds.append(QStringLiteral("%1 (%2)").arg(QLatin1String(one.name)).arg(count.unexplained));
        if (first.packet == 0 || count.first.packet < first.packet)
            first = count.first;
    }
    const bool junkAlone = kinds.size() == 1 && stream.fault(PsFault::Junk).unexplained > 0;
    if (!kinds.isEmpty())
        findings.push_back(atPacket(MediaCause::PsBroken, junkAlone ? MediaWeight::Warning : MediaWeight::Broken,
            MediaBlame::Sender, first, {kinds.join(QStringLiteral(", "))}));
}

/// Row 12: a picture that is too long for PES_packet_length.
void pesLengths(const MediaReport &report, Findings &findings)
{
    const PsFaultCount &wrapped = report.stream.fault(PsFault::PesLengthWrapped);
    const PsFaultCount &zero = report.stream.fault(PsFault::PesLengthZero);
    if (wrapped.unexplained > 0)
        findings.push_back(atPacket(MediaCause::PesLengthWrapped, MediaWeight::Broken, MediaBlame::Sender,
            wrapped.first, {QString::number(wrapped.unexplained)}));
    if (zero.unexplained > 0)
        findings.push_back(atPacket(MediaCause::PesLengthZero, MediaWeight::Warning, MediaBlame::Sender, zero.first,
            {QString::number(zero.unexplained)}));
}

/// Row 11: headers in packets of their own. Allowed; a receiver that looks at the first packet only finds no video.
void layout(const MediaReport &report, Findings &findings)
{
    constexpr quint64 some = 3;
    const PsNumbers &ps = report.stream.ps;
    if (report.stream.payload == PayloadKind::Ps && ps.headersApart >= some && ps.headersApart * 2 > ps.packs)
        findings.push_back(atTime(MediaCause::HeadersApart, MediaWeight::Warning, MediaBlame::Sender,
            report.stream.rtp.last, {QString::number(ps.headersApart)}));
}

/// D53. Of recordings as the timestamp, see timing.cpp.
void presentationTimes(const MediaReport &report, Findings &findings)
{
    const PsFaultCount &jumps = report.stream.fault(PsFault::PtsJump);
    if (jumps.unexplained > 0 && !mediajudge::ofHistory(report))
        findings.push_back(atPacket(MediaCause::PtsJumps, MediaWeight::Warning, MediaBlame::Sender, jumps.first,
            {QString::number(jumps.unexplained), QString::number(static_cast<double>(jumps.detail) / 90'000, 'f', 1)}));
    const StreamNumbers &stream = report.stream;
    if (stream.payload == PayloadKind::Ps && stream.videoId != 0 && stream.videoId != 0xE0)
        findings.push_back(atPacket(MediaCause::VideoIdOdd, MediaWeight::Remark, MediaBlame::Sender,
            stream.ps.firstVideo.value_or(PsPlace{}), {QString::number(stream.videoId, 16).toUpper()}));
}

} // namespace gb::mediarules
