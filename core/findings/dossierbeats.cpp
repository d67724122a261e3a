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
    noteSource({trace.datagram.from.address, trace.datagram.to.address, trace.datagram.at, trace.number}, together);
}

/// Once there and back may be another lease, or another line of its router; and whoever has two servers may go to each
/// by a card of its own.
void Dossier::noteSource(const Source &now, Duration together)
{
    constexpr quint8 several = 2;
    alternates = false;
    if (sources[0].address != now.address) {
        const bool isTurn = sources[1].address == now.address && now.last - sources[1].last <= together
            && now.last - sources[0].last <= together && sources[0].to == now.to;
        sourceTurns = isTurn ? static_cast<quint8>(std::min(sourceTurns + 1, 100)) : quint8(0);
        alternates = sourceTurns >= several;
        sources[1] = sources[0];
    }
    sources[0] = now;
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
bool Dossier::isUnexplained(TimePoint at) const
{
    constexpr Duration boots = std::chrono::minutes(5);
    const bool wasTaken = acceptedAt && *acceptedAt >= beatAt;
    const bool wasAsked = bootAsked != TimePoint() && at - bootAsked < boots;
    if (usualGap == Duration::zero() || !wasTaken || wasAsked || servers.size() > 1)
        return false;
    return std::chrono::abs(at - beatAt - usualGap) > usualGap / 8;
}

/// Many connect and register from the start to refresh, and beat on in time.
static bool isReconnect(const Dossier &dossier, const Trace &beat)
{
    const Datagram &datagram = beat.datagram;
    return dossier.beatOverTcp && datagram.transport == TransportKind::Tcp
        && datagram.from.address == dossier.sources[0].address && datagram.from.port != dossier.beatPort
        && dossier.restartedAt > dossier.beatAt && datagram.at - dossier.beatAt > dossier.usualGap
        && dossier.isUnexplained(datagram.at);
}

bool Dossier::continues(const Trace &next) const
{
    if (next.head.method == SipMethod::Register)
        return isNextInSeries(hashOf(next.head.callId), next.head.cseq);
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
    const bool isSameServer = beatTo == trace.datagram.to.address;
    if (trace.datagram.transport != TransportKind::Udp || from.address != sources[0].address || !isSameServer)
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
    isReconnected = isReconnect(*this, trace);
    if (isReconnected)
        reconnects.add({at, sn, now});
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
    isRebooted = isLower && snStep != 0 && *now <= firstNumbers && !beatOverTcp
        && trace.datagram.transport == TransportKind::Udp && isUnexplained(at);
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
    unanswered = static_cast<quint16>(unanswered << 1);
    answered = static_cast<quint16>(answered << 1);
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
