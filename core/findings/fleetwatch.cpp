#include "core/findings/fleetwatch.h"

namespace gb {
namespace {

constexpr qsizetype maxGateways = 16, manyDevices = 5;
constexpr qsizetype maxServers = 16, fewTogether = 3, maxTogether = 10'000;

} // namespace

/// One that beats on and comes in the second half of its time
/// refreshes: many do that under a new Call-ID, and those that registered together refresh together.
void FleetWatch::restarted(const Dossier &dossier, Verdicts &out, quint64 number)
{
    const Duration held = dossier.restartedAt - dossier.confirmedAt, silent = dossier.restartedAt - dossier.beatAt;
    if (held >= dossier.expires * 9 / 20 && held <= dossier.expires
        && silent <= m_base.policyOf(dossier.id).interval * 3 / 2)
        return;
    m_restarts.add(dossier.restartedAt);
    constexpr std::size_t many = 20;
    if (m_restarts.size() < many || m_restarts[0] - m_restarts[many - 1] > std::chrono::seconds(10))
        return;
    out.raiseForSite(FindingCode::PowerReturned, {{}, QString::number(many), {}}, {number});
    m_base.timers.arm(dossier.restartedAt + std::chrono::minutes(1), {Wake::PowerReturned, {}, 0});
}

void FleetWatch::bridge(const RuleInput &in, Verdicts &out)
{
    const IpAddress &from = in.trace.datagram.from.address;
    const IpAddress &contact = in.device.contact.address;
    const bool gateway = from.isV4() && (from.toV4() & 0xfff000ffU) == 0xac100001U; // 172.16.0.0/12, and the first of
                                                                                    // its network
    if (!gateway || contact.isNull() || contact == from
        || (!m_gateways.contains(from) && m_gateways.size() >= maxGateways))
        return;
    QSet<QString> &devices = m_gateways[from];
    if (devices.size() < 1000)
        devices.insert(in.id);
    if (devices.size() >= manyDevices)
        out.raiseForSite(
            FindingCode::BridgeGateway, {from.toString(), QString::number(devices.size()), {}}, {in.trace.number});
}

void FleetWatch::beatAnswered(const RuleInput &in, bool accepted, Verdicts &out)
{
    if (accepted && m_refusing.isEmpty())
        return;
    const IpAddress &server = in.trace.datagram.from.address;
    const auto known = m_refusing.find(server);
    if (known == m_refusing.end() && (accepted || m_refusing.size() >= maxServers))
        return;
    Refusing &one = known == m_refusing.end() ? m_refusing[server] : *known;
    if (!accepted && (one.refused.isEmpty() || out.now() - one.first > 2 * in.policy.interval))
        one = {.first = out.now()};
    QSet<QString> &devices = accepted ? one.accepted : one.refused;
    if (devices.size() < maxTogether)
        devices.insert(in.id);
    if (one.accepted.size() >= one.refused.size()) {
        m_base.log.end(FindingCode::ManyRefused, {}, out.now()); // it knows as many, or knows them again
        m_refusing.remove(server);
    } else if (!accepted && one.refused.size() >= fewTogether) {
        out.raiseForSite(FindingCode::ManyRefused, {{}, QString::number(one.refused.size()), server.toString()},
            {in.trace.answers, in.trace.number});
    }
}

void FleetWatch::wake(TimePoint at)
{
    if (at - m_restarts[0] >= std::chrono::minutes(1))
        m_base.log.end(FindingCode::PowerReturned, {}, at);
}

} // namespace gb
