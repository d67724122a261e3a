#include "core/findings/dossier.h"

#include "core/base/octets.h"
#include "core/flow/trace.h"
#include "core/message/basicparam.h"
#include "core/message/deviceid.h"

#include <algorithm>

/// The part of a dossier that heartbeats write.
namespace gb {
namespace {

constexpr qint64 firstNumbers = 16; ///< SN of a device that has just started: a few go to what it says ahead of it

} // namespace

void Dossier::noteSource(const Trace &trace, Duration together)
{
    noteSource(trace.datagram.from.address, trace.datagram.at, trace.number, together);
}

void Dossier::noteSource(const IpAddress &address, TimePoint at, quint64 number, Duration together)
{
    alternates = false;
    if (sources[0].address != address) {
        alternates = sources[1].address == address && at - sources[1].last <= together
            && at - sources[0].last <= together;
        sources[1] = sources[0];
        sources[0].address = address;
    }
    sources[0].last = at;
    sources[0].number = number;
}

/// By its own count it sent more heartbeats than came: the time between those is no interval.
bool Dossier::skipped(const std::optional<qint64> &now)
{
    constexpr qint64 most = 10; // others count in leaps, or draw lots
    const qint64 step = sn && now ? *now - *sn : 0;
    if (step < 1 || step > most)
        return false;
    if (snStep != 0 && step < snStep)
        gaps.clear(); // what was a step so far was several
    if (snStep == 0 || step < snStep)
        snStep = static_cast<quint8>(step);
    return step > snStep;
}

/// Some count from their start in each registration, and each connection, and register anew where they are refused, not
/// answered or asked to restart. Who has a rhythm and keeps it was there all the time.
bool Dossier::isUnexplained(const Trace &beatBehind) const
{
    constexpr Duration boots = std::chrono::minutes(5);
    const TimePoint at = beatBehind.datagram.at;
    const bool wasTaken = acceptedAt && *acceptedAt >= beatAt;
    const bool wasAsked = bootAsked != TimePoint() && at - bootAsked < boots;
    if (usualGap == Duration::zero() || !wasTaken || wasAsked || servers.size() > 1 || beatOverTcp
        || beatBehind.datagram.transport != TransportKind::Udp)
        return false;
    return std::chrono::abs(at - beatAt - usualGap) > usualGap / 8;
}

bool Dossier::continues(const Trace &next) const
{
    return runsOn >= 0 && snStep <= 1 && sn && next.isKeepalive() && next.body->sn == *sn + 1;
}

void Dossier::noteWanted(const Trace &trace)
{
    const auto interval = readConfigBody(bytes(trace.head.body)).values.interval;
    if (!interval)
        return; // of something else
    wantedInterval = std::chrono::seconds(*interval);
    gaps.clear(); // what it did so far was by another setting
}

void Dossier::notePort(const Trace &trace, const std::optional<qint64> &now)
{
    const Endpoint &from = trace.datagram.from;
    const bool isOne = beat == 0 || from.port == beatPort;
    if (trace.datagram.transport != TransportKind::Udp || from.address != sources[0].address)
        portTurns = 0;
    else if (!isOne && from.port == other.port && now && sn && other.sn && *now == *other.sn + 1 && *now != *sn + 1)
        portTurns = static_cast<quint8>(std::min(portTurns + 1, 100));
    else if (!isOne)
        portTurns = 0;
    if (!isOne)
        other = {beatPort, sn, beatAt, beat};
    beatPort = from.port;
}

void Dossier::noteBeat(const Trace &trace, SharedTexts &texts)
{
    const TimePoint at = trace.datagram.at;
    const auto now = trace.body ? trace.body->sn : std::nullopt;
    if (const IpAddress &from = trace.datagram.from.address; beat != 0 && sources[0].address != from && runsOn >= 0)
        runsOn = continues(trace) ? static_cast<qint8>(std::min(runsOn + 1, 100)) : qint8(-1);
    notePort(trace, now);
    // A device that is registered with two servers keeps two rhythms
    const bool isSameServer = beatTo.isNull() || beatTo == trace.datagram.to.address;
    beatTo = trace.datagram.to.address;
    const bool counts = !skipped(now) && isSameServer && beatAt > confirmedAt && at >= beatAt && !cutOff;
    if (counts)
        gaps.add(at - beatAt);
    if (userAgent.isEmpty() && !trace.head.userAgent.empty())
        userAgent = texts.shared(printable(trace.head.userAgent, 64));
    // Its numbers begin anew, and so does its registration: it was switched off or crashed
    const bool isLower = sn && now && *now < *sn && restartedAt > beatAt;
    if (isLower)
        rebootedAt = restartedAt;
    isRebooted = isLower && snStep != 0 && *now <= firstNumbers && isUnexplained(trace);
    if (isRebooted)
        reboots.add(restartedAt);
    if (counts)
        usualGap = *rhythm(1);
    sn = now;
    longestGap = std::max(longestGap, beatAt == TimePoint() ? Duration::zero() : at - beatAt);
    beat = trace.number;
    beatAt = at;
    beatHop = 0;
    beatCopies = 1;
    repeated = static_cast<quint16>(repeated << 1);
    beatOverTcp = trace.datagram.transport == TransportKind::Tcp;
    beatAuthorized = !trace.head.authorization.empty();
}

std::optional<Duration> Dossier::rhythm(std::size_t least) const
{
    if (gaps.size() < least)
        return std::nullopt;
    std::array<Duration, keptGaps> sorted{};
    for (std::size_t i = 0; i < gaps.size(); ++i)
        sorted[i] = gaps[i];
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.begin() + static_cast<std::ptrdiff_t>(gaps.size()));
    return *middle;
}

} // namespace gb
