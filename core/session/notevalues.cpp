#include "core/session/notevalues.h"

#include <algorithm>

namespace gb::notevalues {

HeartbeatPolicy policyOf(const notes::Policy &note)
{
    return {note.interval, note.timeoutCount};
}

notes::Policy noteOf(const HeartbeatPolicy &policy)
{
    return {policy.interval, policy.timeoutCount};
}

HeartbeatOverrides overridesOf(const notes::OwnPolicies &note)
{
    HeartbeatOverrides overrides;
    for (const notes::OwnPolicy &one : note.devices)
        overrides.insert(one.device, policyOf(one.policy));
    return overrides;
}

notes::OwnPolicies noteOf(const HeartbeatOverrides &overrides)
{
    notes::OwnPolicies note;
    QStringList ids = overrides.keys();
    ids.sort();
    for (const QString &id : std::as_const(ids))
        note.devices.append({id, noteOf(*overrides.constFind(id))});
    return note;
}

QList<ExpectedDevice> expectedOf(const notes::Expected &note)
{
    QList<ExpectedDevice> devices;
    for (const notes::ExpectedOne &one : note.devices)
        devices.append({one.id, one.name, one.address});
    return devices;
}

notes::Expected noteOf(const QList<ExpectedDevice> &devices)
{
    notes::Expected note;
    for (const ExpectedDevice &one : devices)
        note.devices.append({one.id, one.name, one.address});
    return note;
}

Silence silenceOf(const notes::SilenceBegan &note, TimePoint at)
{
    return {.devices = QSet<QString>(note.devices.begin(), note.devices.end()),
        .since = at,
        .until = at + std::min<Duration>(note.atMost, Silence::longest)};
}

notes::SilenceBegan noteOf(const Silence &silence)
{
    notes::SilenceBegan note{.devices = silence.devices.values(),
        .atMost = std::chrono::ceil<std::chrono::seconds>(silence.until - silence.since)};
    note.devices.sort();
    return note;
}

} // namespace gb::notevalues
