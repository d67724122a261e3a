#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

namespace gb::rules {

/// D36
void subDeviceFault(const RuleInput &in, Verdicts &out)
{
    const Manscdp &body = *in.trace.body;
    const bool well = body.status.isEmpty() || body.status.compare(u"OK", Qt::CaseInsensitive) == 0;
    if (well && body.subIds.isEmpty())
        return out.end(FindingCode::SubDeviceFault);
    QStringList shown;
    for (const QString &id : body.subIds.mid(0, 3))
        shown.append(printable(id, 40));
    out.raise(FindingCode::SubDeviceFault, {printable(body.status, 20), shown.join(u", "), {}}, {in.trace.number});
}

} // namespace gb::rules
