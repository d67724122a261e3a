#include "core/media/mediajudge.h"
#include "core/media/rules/rules.h"

#include <algorithm>

namespace gb::mediarules {
namespace {

constexpr double much = 1e-3; ///< GB/T 28181-2022 5.5

QString percent(double ratio)
{
    return QString::number(ratio * 100, 'f', 2);
}

} // namespace

/// Row 4. Packets that our own socket or the record lost are nobody's on the way; what is left may be.
void loss(const MediaReport &report, Findings &findings)
{
    const RtpNumbers &rtp = report.stream.rtp;
    if (rtp.missing == 0)
        return;
    const MediaEvents &events = report.events;
    const PsPlace place{rtp.firstGapAt.value_or(0), rtp.last};
    const MediaWeight weight = rtp.lossRatio() > much ? MediaWeight::Broken : MediaWeight::Warning;
    const QStringList words{QString::number(rtp.missing), QString::number(rtp.expected), percent(rtp.lossRatio()),
        QString::number(rtp.longestGap)};
    const quint64 own = std::min(events.ownDrops, rtp.missing);
    const quint64 holes = std::min(events.recordHoles, rtp.missing - own);
    if (own > 0)
        findings.push_back(atPacket(MediaCause::LossInOwnSocket, MediaWeight::Warning, MediaBlame::Receiver, place,
            {QString::number(own), QString::number(rtp.missing)}));
    if (holes > 0)
        findings.push_back(atPacket(MediaCause::LossInRecord, MediaWeight::Remark, MediaBlame::Record, place, words));
    if (own == rtp.missing || holes > 0) // how much of it the record lost is not known well enough to blame anybody
        return;
    if (mediajudge::overTcp(report)) // the way loses nothing, nor does a socket
        findings.push_back(atPacket(
            MediaCause::LossOnTheWay, weight, MediaBlame::Sender, place, QStringList(words) << QStringLiteral("tcp")));
    else
        findings.push_back(atPacket(MediaCause::LossOnTheWay, weight, MediaBlame::Path, place, words,
            events.byUs && !events.ownDropsKnown ? std::optional(MediaCause::LossInOwnSocket) : std::nullopt));
    if (report.stream.payload == PayloadKind::Ps && rtp.gaps > 0)
        findings.push_back(atPacket(
            MediaCause::PsBrokenByLoss, MediaWeight::Remark, MediaBlame::Path, place, {QString::number(rtp.gaps)}));
}

/// Row 10. A capture of several network cards has each packet twice: that is the record's.
void disorder(const MediaReport &report, Findings &findings)
{
    constexpr quint64 some = 5;
    const RtpNumbers &rtp = report.stream.rtp;
    const auto packets = static_cast<double>(rtp.packets);
    if (rtp.reordered >= some && static_cast<double>(rtp.reordered) > much * packets)
        findings.push_back(atTime(MediaCause::Reordering, MediaWeight::Warning, MediaBlame::Path, rtp.last,
            {QString::number(rtp.reordered), QString::number(rtp.packets)}));
    if (rtp.duplicates < some || static_cast<double>(rtp.duplicates) <= much * packets)
        return;
    const bool record = !report.events.byUs && static_cast<double>(rtp.duplicates) > 0.45 * packets;
    findings.push_back(
        atTime(MediaCause::Duplicates, MediaWeight::Remark, record ? MediaBlame::Record : MediaBlame::Unknown, rtp.last,
            {QString::number(rtp.duplicates), QString::number(rtp.packets)}));
}

} // namespace gb::mediarules
