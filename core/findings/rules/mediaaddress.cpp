#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"
#include "core/message/sdp.h"

namespace gb::rules {
namespace {

/// Nobody can send media there: no address of a host, or the sender's own from another one.
bool isNowhere(const IpAddress &media, const IpAddress &from)
{
    return !media.isNull() && (media.isAny() || (media.isLoopback() && !from.isLoopback()));
}

} // namespace

/// G67
void mediaAddress(const RuleInput &in, const Sdp &sdp, Verdicts &out)
{
    const auto judge = [&](FindingCode code, std::string_view address, const IpAddress &from, quint64 number) {
        if (isNowhere(literal(address), from))
            out.raise(code, {printable(address, 60), {}, {}}, {number, in.trace.number});
        else
            out.end(code);
    };
    if (sdp.mediaCount > 0)
        judge(FindingCode::AnswerAddress, sdp.connectionOf(sdp.media[0]).address, in.trace.datagram.from.address,
            in.trace.answers);
    if (const Dossier::Invite *const offer = in.device.invite(in.trace.answers))
        judge(FindingCode::OfferAddress, offer->media.toStdString(), in.trace.datagram.to.address, offer->number);
}

} // namespace gb::rules
