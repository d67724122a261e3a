#pragma once
#include "core/net/datagram.h"

#include <functional>
#include <map>
#include <random>

namespace gb::test {

/// What is due later, in simulated time; what is due at the same moment comes in the order in which it was put in.
class EventQueue
{
public:
    using Action = std::function<void()>;

    void at(TimePoint when, Action action) { m_actions.emplace(when, std::move(action)); }
    /// Everything up to `end`. `clock` is asked to go to each moment ahead of what is due then, and to `end` at last.
    void runUntil(TimePoint end, const std::function<void(TimePoint)> &clock)
    {
        while (!m_actions.empty() && m_actions.begin()->first <= end) {
            const auto next = m_actions.begin();
            clock(next->first);
            const Action action = std::move(next->second);
            m_actions.erase(next);
            action();
        }
        clock(end);
    }

private:
    std::multimap<TimePoint, Action> m_actions;
};

/// How bad a line is. Shares are of 1000 datagrams.
struct LineQuality
{
    unsigned loss = 0, duplicates = 0;
    Duration delay{}; ///< each copy takes from nothing up to this; copies that take less overtake others
};

/// A line between devices and their server that loses, doubles, delays and reorders datagrams, both ways. The same seed
/// decides the same.
class LossyRelay
{
public:
    using Deliver = std::function<void(const Datagram &)>;

    LossyRelay(EventQueue &queue, quint32 seed, LineQuality quality)
        : m_queue(queue)
        , m_random(seed)
        , m_quality(quality)
    {
    }

    void setQuality(LineQuality quality) { m_quality = quality; }

    /// Takes a datagram at datagram.at and hands on no, one or two copies, each stamped with the time of its arrival.
    void send(const Datagram &datagram, const Deliver &deliver)
    {
        ++sent;
        // Always four numbers, so that a decision does not hang on those before it
        const bool lose = m_random() % 1000 < m_quality.loss;
        const bool twice = m_random() % 1000 < m_quality.duplicates;
        const Duration delays[] = {delay(), delay()};
        if (lose) {
            ++lost;
            return;
        }
        doubled += twice ? 1 : 0;
        for (int copy = 0; copy < (twice ? 2 : 1); ++copy) {
            Datagram arriving = datagram;
            arriving.at += delays[copy];
            m_queue.at(arriving.at, [arriving, deliver] { deliver(arriving); });
        }
    }

    int sent = 0, lost = 0, doubled = 0;

private:
    Duration delay()
    {
        return Duration(
            static_cast<Duration::rep>(m_random() % static_cast<std::uint_fast32_t>(m_quality.delay.count() + 1)));
    }

    EventQueue &m_queue;
    std::mt19937 m_random; ///< its numbers are the same everywhere; those of the standard's distributions are not
    LineQuality m_quality;
};

} // namespace gb::test
