#include "core/findings/findingsbase.h"

#include "core/devices/devicestore.h"

namespace gb {

const HeartbeatPolicy &FindingsBase::policyOf(const QString &id) const
{
    const auto own = overrides.constFind(id);
    return own == overrides.constEnd() ? site.policy : *own;
}

const DeviceSnapshot *FindingsBase::deviceOf(const Dossier &dossier) const
{
    const DeviceSnapshot *const device = dossier.place ? devices.device(*dossier.place) : nullptr;
    return device && device->id == dossier.id ? device : nullptr; // another one may have its place by now
}

const ServerContact &FindingsBase::contactOf(const Dossier &dossier) const
{
    static const ServerContact none;
    const DeviceSnapshot *const device = deviceOf(dossier);
    return device ? device->contact : none;
}

QString FindingsBase::idAt(std::optional<quint32> place) const
{
    const DeviceSnapshot *const device = place ? devices.device(*place) : nullptr;
    return device ? device->id : QString();
}

void runRules(std::span<const RuleFunction> rules, const RuleInput &in, Verdicts &out)
{
    if (in.trace.datagram.cut && in.trace.head.has(HeadFault::NotClosed))
        return; // a header that is not here may have been sent
    for (const RuleFunction rule : rules)
        rule(in, out);
}

} // namespace gb
