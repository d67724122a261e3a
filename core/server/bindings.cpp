#include "core/server/bindings.h"

#include "core/message/headers.h"

namespace gb {
namespace {

QByteArray view(std::string_view id)
{
    return QByteArray::fromRawData(id.data(), static_cast<qsizetype>(id.size()));
}

template<typename Key>
void count(QHash<Key, int> &table, const Key &key, int change)
{
    if ((table[key] += change) <= 0)
        table.remove(key);
}

} // namespace

QByteArray Bindings::keyOf(const IpAddress &address)
{
    const std::string_view octets = address.octets();
    return {octets.data(), static_cast<qsizetype>(octets.size())};
}

const Binding *Bindings::find(std::string_view id) const
{
    const auto found = m_byId.constFind(view(id));
    return found == m_byId.constEnd() ? nullptr : &*found;
}

Bindings::Outcome Bindings::set(std::string_view id, Binding binding)
{
    Outcome outcome;
    const Binding *const old = find(id);
    if (!old && m_byId.size() >= m_most && !makeRoom(binding.source.address, outcome))
        return outcome;
    binding.proven = old && old->source.address == binding.source.address;
    binding.turn = ++m_turn;
    ++m_changes;
    remove(id);
    const QByteArray key(id.data(), static_cast<qsizetype>(id.size()));
    m_byId.insert(key, binding);
    m_expiry.emplace(binding.expiresAt, key);
    count(m_places, placeOf(binding.source, binding.callId), 1);
    count(m_sources, binding.source, 1);
    changeHolder(key, binding, true);
    return outcome;
}

void Bindings::remove(std::string_view id)
{
    const auto found = m_byId.constFind(view(id));
    if (found == m_byId.constEnd())
        return;
    ++m_changes;
    m_expiry.erase({found->expiresAt, found.key()});
    count(m_places, placeOf(found->source, found->callId), -1);
    count(m_sources, found->source, -1);
    changeHolder(found.key(), *found, false);
    m_byId.erase(found);
}

void Bindings::expire(TimePoint now)
{
    while (!m_expiry.empty() && m_expiry.begin()->first <= now) {
        const QByteArray id = m_expiry.begin()->second;
        remove(view(id));
    }
}

void Bindings::prove(std::string_view id)
{
    const auto found = m_byId.find(view(id));
    if (found == m_byId.end() || found->proven)
        return;
    const QByteArray key = found.key();
    changeHolder(key, *found, false);
    found->proven = true;
    changeHolder(key, *found, true);
}

bool Bindings::holds(const Endpoint &source, quint64 callId) const
{
    return m_places.contains(placeOf(source, callId));
}

void Bindings::changeHolder(const QByteArray &id, const Binding &binding, bool enters)
{
    if (binding.authenticated)
        return;
    const QByteArray key = keyOf(binding.source.address);
    Holder &holder = m_holders[key];
    holder.address = binding.source.address;
    m_byUnproven.erase({static_cast<qsizetype>(holder.unproven.size()), key});
    m_byAll.erase({holder.size(), key});
    Queue &queue = binding.proven ? holder.proven : holder.unproven;
    if (enters) {
        queue.emplace(binding.turn, id);
        if (!binding.proven)
            m_unproven.emplace(binding.turn, id);
    } else {
        queue.erase(binding.turn);
        m_unproven.erase(binding.turn);
    }
    if (holder.size() == 0) {
        m_holders.erase(key);
        return;
    }
    m_byUnproven.emplace(static_cast<qsizetype>(holder.unproven.size()), key);
    m_byAll.emplace(holder.size(), key);
}

bool Bindings::makeRoom(const IpAddress &newcomer, Outcome &outcome)
{
    const auto send = [&](const Queue &queue, const IpAddress &from, qsizetype held) {
        outcome = {Room::Made, from, held};
        const QByteArray id = queue.begin()->second;
        remove(view(id));
        return true;
    };
    if (!m_byUnproven.empty() && m_byUnproven.rbegin()->first > share) {
        const Holder &most = m_holders.at(m_byUnproven.rbegin()->second);
        return send(most.unproven, most.address, most.size());
    }
    if (!m_unproven.empty())
        return send(m_unproven, {}, m_byId.size());
    const auto own = m_holders.find(keyOf(newcomer));
    const bool modest = own == m_holders.end() || own->second.size() < share;
    if (modest && !m_byAll.empty() && m_byAll.rbegin()->first > share) {
        const Holder &most = m_holders.at(m_byAll.rbegin()->second);
        return send(most.proven, most.address, most.size());
    }
    outcome.room = Room::None;
    return false;
}

} // namespace gb
