#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

#include <algorithm>

namespace gb::rules {

void idType(const RuleInput &in, Verdicts &out)
{
    const std::string_view id = in.trace.head.from.uri.user;
    const IdType type = typeOf(id);
    if (in.id == in.site.serverId || (type == IdType::Platform && id == in.trace.head.requestUri.user))
        return out.raise(FindingCode::ServerIdAsDevice, {in.id, {}, {}}, {in.trace.number});
    if (type == IdType::Unknown && faultOf(id) == IdFault::None)
        return out.raise(FindingCode::UnknownType, {printable(id.substr(10, 3), 80), {}, {}}, {in.trace.number});
    if (type != IdType::Platform)
        return;
    static constexpr QStringView cameras[] = {u"IP Camera", u"IPC", u"Embedded Net", u"NVR", u"DVR", u"SIP UAS"};
    const bool camera = std::any_of(
        std::begin(cameras), std::end(cameras), [&](QStringView one) { return in.device.userAgent.contains(one); });
    if (camera)
        out.raise(FindingCode::PlatformType, {in.device.userAgent, {}, {}}, {in.trace.number});
}

} // namespace gb::rules
