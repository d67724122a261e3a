#include "core/media/rules/rules.h"

namespace gb::mediarules {
namespace {

constexpr qint64 none = -1;

qint64 yOf(const std::optional<MediaSide> &side)
{
    return side && side->ssrc ? qint64{*side->ssrc} : none;
}

} // namespace

/// Row 5, D50: offered, answered and received side by side, as numbers.
void ssrc(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    const qint64 offered = yOf(events.offer), answered = yOf(events.answer), received = report.stream.rtp.ssrc;
    if (report.packets == 0 || (offered < 0 && answered < 0))
        return;
    const auto text = [](qint64 one) { return one < 0 ? QStringLiteral("-") : ssrcText(static_cast<quint32>(one)); };
    const QStringList words{text(offered), text(answered), text(received)};
    const PsPlace place{1, report.stream.rtp.first};
    if (offered != received && answered != received) {
        findings.push_back(atPacket(MediaCause::SsrcOther, MediaWeight::Broken, MediaBlame::Sender, place, words));
    } else if (offered >= 0 && answered >= 0 && offered != answered) {
        findings.push_back(
            atPacket(MediaCause::SsrcAnsweredOwn, MediaWeight::Warning, MediaBlame::Sender, place, words));
    }
}

/// More than a stray packet of another source.
void ssrcChanges(const MediaReport &report, Findings &findings)
{
    constexpr quint64 some = 10;
    QStringList others;
    for (std::size_t i = 0; i < report.ssrcs.size(); ++i) {
        if (report.ssrcs[i] != report.stream.rtp.ssrc && report.ssrcPackets[i] >= some)
            others.append(ssrcText(report.ssrcs[i]));
    }
    if (others.isEmpty())
        return;
    others.prepend(ssrcText(report.stream.rtp.ssrc));
    findings.push_back(atTime(MediaCause::SsrcChanges, MediaWeight::Warning, MediaBlame::Sender,
        report.stream.rtp.first, {others.join(QStringLiteral(", "))}));
}

} // namespace gb::mediarules
