#pragma once
#include "core/base/ipaddress.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace gb {

/// Things that addresses hold: which came first of all, and which of the address that holds most. Each step costs the
/// logarithm of their number.
template<typename Item>
class Shares
{
public:
    struct First
    {
        Item item{};
        IpAddress holder;
        qsizetype held = 0; ///< by this address
    };

    /// Turns tell who came first; each is used once.
    void add(quint64 turn, const IpAddress &address, Item item)
    {
        Holder &holder = m_holders[address];
        if (holder.items.empty())
            holder.number = ++m_number;
        else
            m_ranking.erase(holder.rank());
        holder.items.emplace(turn, item);
        m_ranking.emplace(holder.rank(), address);
        m_all.emplace(turn, std::pair(address, item));
    }
    void remove(quint64 turn, const IpAddress &address)
    {
        const auto found = m_holders.find(address);
        if (found == m_holders.end() || !found->second.items.contains(turn))
            return;
        m_ranking.erase(found->second.rank());
        m_all.erase(turn);
        found->second.items.erase(turn);
        if (found->second.items.empty())
            m_holders.erase(found);
        else
            m_ranking.emplace(found->second.rank(), address);
    }
    qsizetype heldBy(const IpAddress &address) const
    {
        const auto found = m_holders.find(address);
        return found == m_holders.end() ? 0 : static_cast<qsizetype>(found->second.items.size());
    }
    /// Of the address that holds most; of several such, of the one that came last.
    std::optional<First> firstOfMost() const
    {
        if (m_ranking.empty())
            return std::nullopt;
        const IpAddress &address = m_ranking.rbegin()->second;
        return First{m_holders.at(address).items.begin()->second, address, heldBy(address)};
    }
    std::optional<First> first() const
    {
        if (m_all.empty())
            return std::nullopt;
        const auto &[address, item] = m_all.begin()->second;
        return First{item, address, heldBy(address)};
    }

private:
    struct Holder
    {
        std::map<quint64, Item> items;
        quint64 number = 0;
        std::pair<std::size_t, quint64> rank() const { return {items.size(), number}; }
    };
    struct Hash
    {
        std::size_t operator()(const IpAddress &address) const { return qHash(address); }
    };

    std::unordered_map<IpAddress, Holder, Hash> m_holders;
    std::map<std::pair<std::size_t, quint64>, IpAddress> m_ranking;
    std::map<quint64, std::pair<IpAddress, Item>> m_all;
    quint64 m_number = 0;
};

} // namespace gb
