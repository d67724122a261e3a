#include "core/session/notevalues.h"

#include "core/net/endpointtext.h"

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

QList<KeptRegistration> keptOf(const notes::RegisteredBefore &note)
{
    QList<KeptRegistration> kept;
    for (const notes::RegisteredOne &one : note.devices) {
        if (const auto address = readEndpoint(one.address))
            kept.append({one.device, *address, one.tcp ? TransportKind::Tcp : TransportKind::Udp,
                std::chrono::seconds(one.ago), std::chrono::seconds(one.left)});
    }
    return kept;
}

notes::RegisteredBefore noteOf(const QList<KeptRegistration> &kept)
{
    notes::RegisteredBefore note;
    for (const KeptRegistration &one : kept)
        note.devices.append({one.id, one.address.text(), one.transport == TransportKind::Tcp,
            static_cast<quint64>(one.ago.count()), static_cast<quint64>(one.left.count())});
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

std::optional<LinkChange> linkChangeOf(const JournalNote &note)
{
    LinkChange change;
    change.at = change.since = note.at;
    QStringList addresses;
    if (const auto *lost = note.as<notes::InterfaceLost>()) {
        change.name = lost->interface;
        change.everything = lost->everything;
        change.since -= Duration(static_cast<Duration::rep>(lost->lookedBefore));
        addresses = lost->addresses;
    } else if (const auto *back = note.as<notes::InterfaceBack>()) {
        change.up = true;
        change.name = back->interface;
        change.everything = back->everything;
        change.watched = back->watched;
        addresses = back->addresses;
    } else {
        return std::nullopt;
    }
    for (const QString &address : std::as_const(addresses))
        change.addresses.append(IpAddress(QHostAddress(address)));
    return change;
}

notes::What noteOf(const LinkChange &change)
{
    QStringList addresses;
    for (const IpAddress &address : change.addresses)
        addresses.append(address.toString());
    if (change.up)
        return notes::InterfaceBack{change.name, addresses, change.everything, change.watched};
    return notes::InterfaceLost{change.name, addresses, change.everything,
        static_cast<quint64>(std::max<Duration::rep>((change.at - change.since).count(), 0))};
}

ClockJump clockJumpOf(const notes::ClockJumped &note, TimePoint at)
{
    const Duration by(static_cast<Duration::rep>(note.by));
    return {at, note.back ? -by : by};
}

notes::ClockJumped noteOf(const ClockJump &jump)
{
    return {jump.by < Duration{}, static_cast<quint64>(std::chrono::abs(jump.by).count())};
}

} // namespace gb::notevalues
