#include "core/findings/fleetwatch.h"

#include "core/findings/weighing.h"

namespace gb {
namespace {

constexpr qsizetype maxGateways = 16, manyDevices = 5;
constexpr qsizetype maxServers = 16, fewTogether = 3, maxTogether = 10'000;

} // namespace

/// One that beats on and comes in the second half of its time
/// refreshes: many do that under a new Call-ID, and those that registered together refresh together.
void FleetWatch::restarted(const Dossier &dossier, Verdicts &out, quint64 number)
{
    if (dossier.refusedInARow > 0 || m_base.contactOf(dossier).unanswered() > 0)
        return; // its server is why
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

void FleetWatch::beatAnswered(const RuleInput &in, Answer answer, Verdicts &out)
{
    const IpAddress &server = in.trace.datagram.from.address;
    const Duration soon = 2 * in.policy.interval;
    const TimePoint now = out.now();
    auto known = m_refusing.find(server);
    if (known == m_refusing.end()) {
        if (answer != Answer::RefusedFirst)
            return;
        m_refusing.removeIf([&](const auto &one) {
            const bool isOld = now - one->last > soon;
            if (isOld)
                m_base.log.end(FindingCode::ManyRefused, {}, now, one.key().toString());
            return isOld;
        });
        if (m_refusing.size() >= maxServers)
            return;
        known = m_refusing.insert(server, {.first = now, .last = now});
    }
    if (answer == Answer::Taken)
        return taken(known, in.id, soon, now);
    if (now - known->last > soon) {
        m_base.log.end(FindingCode::ManyRefused, {}, now, server.toString());
        *known = {.first = now};
    }
    known->last = now;
    known->again.remove(in.id);
    if (answer != Answer::RefusedFirst || known->refused.size() >= maxTogether)
        return;
    known->refused.insert(in.id);
    if (known->refused.size() >= fewTogether && known->taken.size() < known->refused.size())
        out.raiseForSite(FindingCode::ManyRefused, {server.toString(), QString::number(known->refused.size()), {}},
            {in.trace.answers, in.trace.number});
}

/// It takes as many others at the same time: it was no event of the server. Or it refuses nobody any more.
void FleetWatch::taken(QHash<IpAddress, Refusing>::iterator known, const QString &id, Duration soon, TimePoint now)
{
    if (known->refused.contains(id))
        known->again.insert(id);
    else if (known->taken.size() < maxTogether)
        known->taken.insert(id);
    const bool isOver = now - known->last > soon || known->again.size() == known->refused.size();
    if (!known->refused.isEmpty() && now - known->first <= soon && known->taken.size() >= known->refused.size())
        m_base.log.withdraw(FindingCode::ManyRefused, {}, now, known.key().toString());
    else if (isOver)
        m_base.log.end(FindingCode::ManyRefused, {}, now, known.key().toString());
    else
        return;
    m_refusing.erase(known);
}

void FleetWatch::answered(const IpAddress &server, TimePoint at)
{
    auto known = m_unanswering.find(server);
    if (known == m_unanswering.end()) {
        if (m_unanswering.size() >= maxServers)
            return;
        known = m_unanswering.insert(server, {});
    }
    known->answeredAt = at;
    if (known->devices.isEmpty())
        return;
    known->devices.clear();
    m_base.log.end(FindingCode::ManyUnanswered, {}, at, server.toString());
}

/// Of what was sent ahead of an answer to somebody else it is not known that the server was gone.
void FleetWatch::unanswered(const Dossier &dossier, Verdicts &out)
{
    const auto known = m_unanswering.find(dossier.beatTo);
    if (known == m_unanswering.end() || dossier.beatAt <= known->answeredAt || known->devices.size() >= maxTogether)
        return; // whom nobody saw answer may not be there at all
    known->devices.insert(dossier.id);
    if (ServerFacts *const server = m_base.serverFor(dossier.beatTo))
        server->unanswered = known->devices.size();
    if (known->devices.size() < fewTogether)
        return;
    const QString server = dossier.beatTo.toString();
    out.raiseForSite(FindingCode::ManyUnanswered, {server, QString::number(known->devices.size()), {}}, {dossier.beat});
    m_base.log.weigh(FindingCode::ManyUnanswered, {}, weighing::ofServer(m_base, dossier.beatTo), server);
}

void FleetWatch::wake(TimePoint at)
{
    if (at - m_restarts[0] >= std::chrono::minutes(1))
        m_base.log.end(FindingCode::PowerReturned, {}, at);
}

} // namespace gb
