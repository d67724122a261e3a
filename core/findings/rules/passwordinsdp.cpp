#include "core/findings/rules/rules.h"

#include "core/message/sdp.h"

/// D55
void gb::rules::passwordInSdp(const RuleInput &in, const Sdp &, Verdicts &out)
{
    SdpLines lines(in.trace.head.body);
    for (SdpLine line; !in.trace.datagram.cut && lines.next(line);) {
        if (line.type == 'a' && (line.value.starts_with("username") || line.value.starts_with("password")))
            out.raise(FindingCode::PasswordInSdp, {QStringLiteral("a=") + QLatin1String(line.value.data(), 8), {}, {}},
                {in.trace.number});
    }
}
