#include "core/net/connectiongate.h"

namespace gb {

void ConnectionGate::Kind::add(quint64 turn, const Waiting &one)
{
    all.emplace(turn, one);
    byAddress[one.peer.address].emplace(turn, one);
}

void ConnectionGate::Kind::remove(quint64 turn, const IpAddress &address)
{
    all.erase(turn);
    const auto found = byAddress.find(address);
    if (found == byAddress.end())
        return;
    found->second.erase(turn);
    if (found->second.empty())
        byAddress.erase(found);
}

std::optional<Endpoint> ConnectionGate::Kind::firstToGo() const
{
    if (all.empty())
        return std::nullopt;
    // The oldest one stands for its address; where that keeps to its share, whoever has most does not
    const Waiting &oldest = all.begin()->second;
    if (byAddress.at(oldest.peer.address).size() > share)
        return oldest.peer;
    const Queue *most = nullptr;
    for (const auto &[address, queue] : byAddress) {
        if (queue.size() > share && (!most || queue.size() > most->size()))
            most = &queue;
    }
    return most ? most->begin()->second.peer : oldest.peer;
}

void ConnectionGate::opened(const Endpoint &peer, TimePoint now)
{
    closed(peer);
    m_places[peer] = {++m_turn, true};
    m_silent.add(m_turn, {now, peer});
}

void ConnectionGate::spoke(const Endpoint &peer)
{
    const auto found = m_places.find(peer);
    if (found == m_places.end() || !found->second.silent)
        return;
    const Waiting one = m_silent.all.at(found->second.turn);
    m_silent.remove(found->second.turn, peer.address);
    found->second.silent = false;
    m_strangers.add(found->second.turn, one);
}

void ConnectionGate::closed(const Endpoint &peer)
{
    const auto found = m_places.find(peer);
    if (found == m_places.end())
        return;
    (found->second.silent ? m_silent : m_strangers).remove(found->second.turn, peer.address);
    m_places.erase(found);
}

std::vector<Endpoint> ConnectionGate::overdue(TimePoint now) const
{
    std::vector<Endpoint> out;
    std::unordered_map<IpAddress, std::size_t, Hash> gone;
    for (const auto &[turn, one] : m_silent.all) {
        if (now - one.since < grace)
            break; // nor are those that came later
        std::size_t &before = gone[one.peer.address];
        const bool over = m_silent.byAddress.at(one.peer.address).size() - before > share;
        if (now - one.since < patience && !over)
            continue;
        ++before;
        out.push_back(one.peer);
    }
    return out;
}

std::optional<Endpoint> ConnectionGate::firstToGo() const
{
    return m_silent.size() > 0 ? m_silent.firstToGo() : m_strangers.firstToGo();
}

std::optional<TimePoint> ConnectionGate::nextDeadline(TimePoint now) const
{
    if (m_silent.all.empty())
        return std::nullopt;
    const TimePoint oldest = m_silent.all.begin()->second.since + patience;
    for (const auto &[turn, one] : m_silent.all) {
        if (one.since + grace > now)
            return std::min(oldest, one.since + grace);
    }
    return oldest;
}

} // namespace gb
