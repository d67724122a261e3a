#include "core/findings/findingsbase.h"

#include "core/devices/devicestore.h"

namespace gb {

const HeartbeatPolicy &FindingsBase::policyOf(const QString &id) const
{
    const auto own = overrides.constFind(id);
    return own == overrides.constEnd() ? site.policy : *own;
}

bool FindingsBase::areMissed(TimePoint from, TimePoint to, bool many) const
{
    constexpr std::size_t least = 2, several = 5;
    std::size_t beating = 0, missed = 0, begun = 0;
    for (auto one = dossiers.all().cbegin(); one != dossiers.all().cend(); ++one) {
        const Dossier &known = **one;
        if (known.acceptedAt && *known.acceptedAt < known.beatAt)
            continue; // it waits for an answer, and may be late for that
        const auto rhythm = known.rhythm(least);
        if (rhythm && known.beatAt + 2 * *rhythm >= from) { // it had not stopped by then
            ++beating;
            missed += known.beatAt + *rhythm * 9 / 8 < to ? 1 : 0; // none is so late who beats regularly
        } else if (!rhythm && known.expires.count() > 0) {
            const Duration interval = policyOf(one.key()).interval;
            const TimePoint heard = std::max(known.confirmedAt, known.beatAt);
            begun += heard + 2 * interval >= from && heard + interval * 5 / 4 < to ? 1 : 0;
        }
        if (missed + begun >= several)
            return true;
    }
    return !many && missed >= least && missed * 2 >= beating;
}

void FindingsBase::tellGap(TimePoint from, TimePoint to, TimePoint at, quint64 message)
{
    if (std::exchange(toldGap, from) == from)
        return; // by the record, or by another device that came back
    log.raise(FindingCode::RecordGap, {}, {{}, millisecondsText(from), millisecondsText(to)}, at, {message});
    log.doubtGap(from, to);
}

void FindingsBase::noteHeard(TimePoint at)
{
    constexpr std::chrono::seconds isLong{30};
    if (heardAt != TimePoint() && at - heardAt > isLong) {
        quietFrom = heardAt;
        quietTo = at;
    }
    heardAt = std::max(heardAt, at);
}

bool FindingsBase::countsThroughSilence(const Trace &beat) const
{
    const TimePoint at = beat.datagram.at;
    const auto sn = beat.isKeepalive() && beat.isRequest() ? beat.body->sn : std::nullopt;
    if (!sn)
        return false;
    const std::string_view user = beat.head.from.uri.user;
    const Dossier *const known = dossiers.known(QString::fromLatin1(user.data(), static_cast<qsizetype>(user.size())));
    if (!known || !known->sn || known->snStep != 1 || known->beatAt == TimePoint())
        return false;
    const HeartbeatPolicy &policy = policyOf(known->id);
    const Duration interval = known->rhythm(1).value_or(policy.interval), silent = at - known->beatAt;
    const Duration counted = interval * (*sn - *known->sn);
    return *sn > *known->sn + 1 && *sn - *known->sn < 10'000 && silent >= policy.allowance()
        && heardAt <= known->beatAt + interval / 2 && std::chrono::abs(silent - counted) <= interval;
}

void FindingsBase::noteHole(TimePoint from, TimePoint to)
{
    holeFrom = from;
    holeTo = to;
    site.heardSince = std::max(site.heardSince, to);
}

void FindingsBase::clockBack(TimePoint to)
{
    for (const auto &one : dossiers.all())
        one->loseThread();
    holeFrom = holeTo = quietFrom = quietTo = {};
    heardAt = to;
}

std::optional<std::pair<TimePoint, TimePoint>> FindingsBase::quietAround(TimePoint from, TimePoint to) const
{
    if (heardAt <= from) // the message at hand is not noted yet
        return std::pair(heardAt, std::max(to, heardAt));
    return quietFrom <= from && quietTo >= to ? std::optional(std::pair(quietFrom, quietTo)) : std::nullopt;
}

const ServerFacts *FindingsBase::serverOf(const IpAddress &address) const
{
    const auto found = servers.constFind(address);
    return found == servers.constEnd() ? nullptr : &*found;
}

ServerFacts *FindingsBase::serverFor(const IpAddress &address)
{
    constexpr qsizetype most = 64;
    const auto found = servers.find(address);
    if (found != servers.end())
        return &*found;
    return servers.size() < most ? &*servers.insert(address, {}) : nullptr;
}

void FindingsBase::noteProgram(const Dossier &dossier)
{
    constexpr qsizetype most = 256;
    if (!dossier.userAgent.isEmpty() && programs.size() < most && !programs.contains(dossier.userAgent))
        programs.insert(dossier.userAgent, dossier.id);
}

bool FindingsBase::isProgramTaken(const QString &agent, const QString &id) const
{
    const auto found = programs.constFind(agent);
    return found != programs.constEnd() && *found != id;
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
