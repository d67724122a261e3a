#include "core/session/capturefeed.h"

#include <algorithm>

namespace gb {

CaptureFeed::CaptureFeed(const Clock &clock, std::function<void()> onNews)
    : m_clock(clock)
    , m_onNews(std::move(onNews))
    , m_offset(clock.now() - clock.wall())
{
}

void CaptureFeed::take(int linkType, TimePoint at, std::string_view packet)
{
    Datagram datagram;
    if (!m_packets.take(linkType, at, packet, datagram))
        return;
    m_sieve.take(std::move(datagram), m_packets.tcpFlags());
    collect();
}

void CaptureFeed::addDropped(quint64 packets)
{
    const std::scoped_lock lock(m_mutex);
    m_dropped += packets;
}

void CaptureFeed::finish()
{
    m_packets.finish();
    m_sieve.finish();
    collect();
}

void CaptureFeed::collect()
{
    auto message = m_sieve.next();
    if (!message)
        return;
    const TimePoint now = m_clock.now();
    const Duration offset = now - m_clock.wall();
    if (std::chrono::abs(offset - m_offset) > std::chrono::seconds(1)) // somebody set the wall clock; less is the time
                                                                       // between two looks
        m_offset = offset;
    bool tell = false;
    for (; message; message = m_sieve.next()) {
        message->at = std::min(message->at + m_offset, now);
        const qsizetype cost = message->octets.size() + messageCost;
        const std::scoped_lock lock(m_mutex);
        if (m_queued + cost > maxQueued) {
            ++m_dropped;
            continue;
        }
        m_queued += cost;
        m_queue.push_back(std::move(*message));
        tell |= !std::exchange(m_told, true);
    }
    if (tell)
        m_onNews();
}

std::deque<Datagram> CaptureFeed::messages(std::size_t most, bool *more)
{
    std::deque<Datagram> out;
    const std::scoped_lock lock(m_mutex);
    while (!m_queue.empty() && out.size() < most) {
        m_queued -= m_queue.front().octets.size() + messageCost;
        out.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    *more = !m_queue.empty();
    m_told = *more; // whoever asks on need not be told
    return out;
}

quint64 CaptureFeed::takeDropped()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_dropped, 0);
}

} // namespace gb
