#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

namespace gb::rules {

void beatsUnderOtherId(const RuleInput &in, Verdicts &out)
{
    const std::string_view from = in.trace.head.from.uri.user;
    const QString &told = in.trace.body->deviceId;
    if (told.isEmpty() || told == QLatin1String(from.data(), static_cast<qsizetype>(from.size())))
        out.end(FindingCode::BeatsUnderOtherId);
    else
        out.raise(FindingCode::BeatsUnderOtherId, {printable(told, 40), {}, {}}, {in.trace.number});
}

} // namespace gb::rules
