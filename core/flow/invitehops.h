#pragma once
#include "core/base/clock.h"
#include "core/base/endpoint.h"
#include "core/base/rollinghash.h"

#include <algorithm>
#include <vector>

namespace gb {

/// An INVITE on its way from one to the next.
struct InviteHop
{
    Key128 transaction;
    Endpoint from, to;
    quint64 answer = 0; ///< number of its first final answer
    TimePoint answeredAt{};
};

/**
 * The hops of one INVITE, as far as they were seen. An ACK to a 2xx goes hop by hop through the proxies that stay on
 * the way (RFC 3261 16.12), and past those that do not: then it acknowledges for them all.
 */
class InviteHops
{
public:
    static constexpr std::size_t most = 16; ///< of them; what is further is not followed

    void add(const InviteHop &hop)
    {
        if (m_hops.size() < most)
            m_hops.push_back(hop);
    }
    InviteHop *ofTransaction(const Key128 &transaction)
    {
        const auto hop = std::find_if(
            m_hops.begin(), m_hops.end(), [&](const InviteHop &one) { return one.transaction == transaction; });
        return hop == m_hops.end() ? nullptr : &*hop;
    }
    /// Null where an ACK between these two went past some of the hops.
    InviteHop *between(const Endpoint &from, const Endpoint &to)
    {
        const auto hop = std::find_if(
            m_hops.begin(), m_hops.end(), [&](const InviteHop &one) { return one.from == from && one.to == to; });
        return hop == m_hops.end() ? nullptr : &*hop;
    }
    std::vector<InviteHop> &all() { return m_hops; }

private:
    std::vector<InviteHop> m_hops;
};

} // namespace gb
