#include "core/server/failingaddresses.h"

#include <algorithm>

namespace gb {

void FailingAddresses::add(Address &one)
{
    one.failures = std::min(one.failures + 1, worst);
}

void FailingAddresses::settle(Address &one, TimePoint now)
{
    while (!one.open.empty() && (now - one.open.front().at >= patience || one.open.size() > openCapacity)) {
        const Open open = one.open.front();
        one.open.pop_front();
        const auto waiting = one.waiting.constFind(open.id);
        if (waiting == one.waiting.constEnd() || *waiting != open.turn)
            continue;
        one.waiting.erase(waiting);
        add(one);
    }
    const auto forgiven = (now - one.forgivenAt) / forgiveness;
    if (forgiven <= 0)
        return;
    one.failures -= static_cast<int>(std::min<qint64>(forgiven, one.failures));
    one.forgivenAt += forgiven * forgiveness;
}

FailingAddresses::Address *FailingAddresses::at(const IpAddress &address, TimePoint now)
{
    auto found = m_addresses.find(address);
    if (found == m_addresses.end()) {
        if (m_addresses.size() >= capacity)
            sweep(now);
        if (m_addresses.size() >= capacity)
            return nullptr;
        found = m_addresses.emplace(address, Address{.forgivenAt = now}).first;
    }
    settle(found->second, now);
    return &found->second;
}

/// Those of which nothing is left to remember; looked for once a second at most.
void FailingAddresses::sweep(TimePoint now)
{
    if (now - m_swept < std::chrono::seconds(1))
        return;
    m_swept = now;
    for (auto it = m_addresses.begin(); it != m_addresses.end();) {
        settle(it->second, now);
        it = it->second.open.empty() && it->second.failures == 0 ? m_addresses.erase(it) : std::next(it);
    }
}

void FailingAddresses::challenged(std::string_view id, const IpAddress &address, TimePoint now)
{
    Address *const one = at(address, now);
    if (!one)
        return;
    const quint64 hash = hashOf(id);
    if (one->waiting.contains(hash))
        return; // it ignored the one before, which fails in its time; whoever knows one ID guesses none
    one->waiting.insert(hash, ++m_turn);
    one->open.push_back({now, hash, m_turn});
}

void FailingAddresses::failed(std::string_view id, const IpAddress &address, TimePoint now)
{
    if (Address *const one = at(address, now)) {
        one->waiting.remove(hashOf(id));
        add(*one);
    }
}

void FailingAddresses::succeeded(std::string_view id, const IpAddress &address)
{
    if (const auto found = m_addresses.find(address); found != m_addresses.end())
        found->second.waiting.remove(hashOf(id));
}

bool FailingAddresses::isSlow(const IpAddress &address, TimePoint now)
{
    const auto found = m_addresses.find(address);
    if (found == m_addresses.end())
        return false;
    settle(found->second, now);
    return found->second.failures > most;
}

bool FailingAddresses::waits(std::string_view id, const IpAddress &address) const
{
    const auto found = m_addresses.find(address);
    return found != m_addresses.end() && found->second.waiting.contains(hashOf(id));
}

qsizetype FailingAddresses::waiting(const IpAddress &address) const
{
    const auto found = m_addresses.find(address);
    return found == m_addresses.end() ? 0 : found->second.waiting.size();
}

int FailingAddresses::failures(const IpAddress &address) const
{
    const auto found = m_addresses.find(address);
    return found == m_addresses.end() ? 0 : found->second.failures;
}

} // namespace gb
