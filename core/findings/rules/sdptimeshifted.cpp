#include "core/findings/rules/rules.h"

#include "core/message/sdp.h"

/// D54
void gb::rules::sdpTimeShifted(const RuleInput &in, const Sdp &sdp, Verdicts &out)
{
    constexpr quint64 most = 1ULL << 40; // what is more is no time, and nothing to reckon with
    const Dossier::Invite *const offer = in.device.invite(in.trace.answers);
    if (!offer || in.trace.datagram.cut || offer->start.value_or(0) == 0 || sdp.start.value_or(0) == 0
        || *sdp.start > most || *offer->start > most)
        return;
    const auto shift = static_cast<qint64>(*sdp.start) - static_cast<qint64>(*offer->start);
    if (shift != 0 && shift % 3600 == 0 && std::abs(shift) <= qint64(14) * 3600)
        out.raise(FindingCode::SdpTimeShifted,
            {(shift > 0 ? QStringLiteral("+") : QString()) + QString::number(shift / 3600), {}, {}},
            {offer->number, in.trace.number});
    else
        out.end(FindingCode::SdpTimeShifted);
}
