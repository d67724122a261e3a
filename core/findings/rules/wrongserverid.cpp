#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

namespace gb::rules {

/// D13
void wrongServerId(const RuleInput &in, Verdicts &out)
{
    const std::string_view target = in.trace.head.requestUri.user, own = in.trace.head.from.uri.user;
    const bool ours = !in.site.serverId.isEmpty() && printable(target, 80) == in.site.serverId;
    if (!target.empty() && target == own && !ours && typeOf(own) != IdType::Platform)
        return out.raise(FindingCode::RegistersToItself, {printable(target, 80), {}, {}}, {in.trace.number});
    out.end(FindingCode::RegistersToItself);
    if (target.empty() || in.site.serverId.isEmpty() || ours)
        return out.end(FindingCode::WrongServerId);
    if (target != own)
        out.raise(FindingCode::WrongServerId, {printable(target, 80), in.site.serverId, {}}, {in.trace.number});
}

} // namespace gb::rules
