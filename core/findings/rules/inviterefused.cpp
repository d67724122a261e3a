#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <algorithm>

namespace gb::rules {
namespace {

/// The texts of an XML body with the names of their elements: "ErrorCode 2207, ErrorDescripe busy".
QString errorText(std::string_view xml)
{
    QStringList parts;
    while (parts.size() < 8) {
        xml.remove_prefix(std::min(xml.find('<'), xml.size()));
        const std::size_t close = xml.find('>');
        if (close == std::string_view::npos)
            break;
        const std::string_view name = xml.substr(1, close - 1);
        xml.remove_prefix(close + 1);
        const std::string_view value = trimmed(xml.substr(0, xml.find('<')));
        if (!value.empty() && !name.empty() && name.front() != '/')
            parts.append(printable(name, 40) + u' ' + printable(value, 80));
    }
    return parts.join(u", ");
}

} // namespace

/// D47
void inviteRefused(const RuleInput &in, Verdicts &out)
{
    const int status = in.trace.head.status;
    const Dossier::Invite *const invite = in.device.invite(in.trace.answers);
    const bool cancelled = status == 487 && invite && invite->cancelled;
    if (in.trace.repeatOf != 0 || status < 200 || status == 401 || status == 407 || cancelled)
        return;
    if (status < 300)
        return out.end({FindingCode::InviteRefused, FindingCode::OfferFault, FindingCode::InviteUnanswered});
    const bool ofOffer = status == 400 || status == 406 || status == 415 || status == 488 || status == 606;
    if (ofOffer && invite && invite->fault)
        return out.raise(FindingCode::OfferFault,
            {QString::number(status), QString::number(static_cast<int>(*invite->fault)), invite->faultText},
            {in.trace.answers, in.trace.number});
    const std::string_view body = trimmed(in.trace.head.body);
    const QString told = errorText(body);
    out.raise(FindingCode::InviteRefused,
        {QString::number(status), told.isEmpty() ? printable(in.trace.head.reason, 60) : told, {}},
        {in.trace.answers, in.trace.number});
}

} // namespace gb::rules
