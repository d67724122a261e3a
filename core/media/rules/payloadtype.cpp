#include "core/media/rules/rules.h"

#include <algorithm>

namespace gb::mediarules {
namespace {

QString announced(const MediaSide &side)
{
    QStringList all;
    for (const MediaFormat &one : side.formats.mid(0, 8))
        all.append(QString::number(one.payloadType));
    return all.join(u' ');
}

} // namespace

/// Row 15: a payload type that the answer did not announce (or, without an answer in the record, the offer), or one
/// that changes on the way.
void payloadType(const MediaReport &report, Findings &findings)
{
    const RtpNumbers &rtp = report.stream.rtp;
    if (rtp.payloadTypeCount == 0)
        return;
    const MediaEvents &events = report.events;
    const MediaSide *const side = events.answer ? &*events.answer : events.offer ? &*events.offer : nullptr;
    const quint8 first = rtp.payloadTypes[0];
    if (side && !side->formats.isEmpty() && !side->format(first))
        findings.push_back(atPacket(MediaCause::PayloadTypeOther, MediaWeight::Warning, MediaBlame::Sender,
            {1, rtp.first}, {QString::number(first), announced(*side)}));
    if (rtp.payloadTypeChanges == 0 || rtp.payloadTypeCount < 2)
        return;
    findings.push_back(atPacket(MediaCause::PayloadTypeChanges, MediaWeight::Warning, MediaBlame::Sender,
        {rtp.firstTypeChangeAt.value_or(0), rtp.last},
        {QString::number(first), QString::number(rtp.payloadTypes[1]), QString::number(rtp.payloadTypeChanges)}));
}

} // namespace gb::mediarules
