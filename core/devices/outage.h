#pragma once
#include "core/base/clock.h"
#include "core/devices/heartbeat.h"

#include <QtGlobal>

#include <vector>

namespace gb {

/// A silence that is behind a device: with the heartbeat that ended it.
template<typename Device>
struct EndedSilence
{
    Device device{};
    quint64 beat = 0; ///< HeartbeatTruth::total() when that heartbeat came
    bool operator==(const EndedSilence &) const = default;
};

/**
 * Finds out that many devices were silent at one time: the network, or the server, and not each of them. A device
 * counts where its silence began with the others', by two intervals, and was not over when the first of them came back.
 * Constant work a silence; holds each device once at most.
 */
template<typename Device>
class OutageWatch
{
public:
    static constexpr int fewest = 3; ///< and half of those that are registered

    /// Those that turn out to have been in an outage: none, this one, or, with the one that makes them enough, all.
    std::vector<EndedSilence<Device>> ended(const EndedSilence<Device> &silence, TimePoint from, TimePoint to,
        const HeartbeatPolicy &policy, int registered)
    {
        const Duration spread = 2 * Duration(policy.interval);
        const bool joins = !m_members.empty() && from < m_firstBack && from - m_from <= spread
            && m_from - from <= spread;
        if (!joins && !m_members.empty() && from < m_firstBack && m_told)
            return {}; // another's trouble, while one goes on
        if (!joins) {
            m_members.clear();
            m_told = false;
            m_from = from;
            m_firstBack = to;
        }
        m_members.push_back(silence);
        const auto members = static_cast<int>(m_members.size());
        if (m_told)
            return {silence};
        if (members < fewest || members * 2 < registered)
            return {};
        m_told = true;
        return m_members;
    }

    void forget(Device device)
    {
        std::erase_if(m_members, [device](const auto &member) { return member.device == device; });
    }

private:
    std::vector<EndedSilence<Device>> m_members;
    TimePoint m_from{}, m_firstBack{};
    bool m_told = false;
};

} // namespace gb
