#include "core/session/capturefeed.h"

#include "core/record/icmpnote.h"

#include <algorithm>

namespace gb {
namespace {

qsizetype costOf(const Entry &entry)
{
    const auto *const message = std::get_if<Datagram>(&entry);
    return CaptureFeed::messageCost * (message ? 1 : 4) + (message ? message->octets.size() : 0);
}

} // namespace

CaptureFeed::CaptureFeed(const Clock &clock, std::function<void()> onNews)
    : m_clock(clock)
    , m_onNews(std::move(onNews))
    , m_offset(clock.now() - clock.wall())
{
}

void CaptureFeed::take(int linkType, TimePoint at, std::string_view packet)
{
    Datagram datagram;
    const bool isDatagram = m_packets.take(linkType, at, packet, datagram);
    takeCut();
    if (isDatagram)
        m_sieve.take(std::move(datagram), m_packets.tcpFlags());
    while (auto note = m_sieve.takeNote())
        collectNote(std::move(*note));
    collect();
    if (!isDatagram)
        collectReport();
}

void CaptureFeed::takeCut()
{
    while (auto cut = m_packets.takeCut())
        m_sieve.take(std::move(*cut), 0);
}

void CaptureFeed::addDropped(quint64 packets)
{
    const std::scoped_lock lock(m_mutex);
    m_dropped += packets;
}

void CaptureFeed::finish()
{
    m_packets.finish();
    takeCut();
    m_sieve.finish();
    while (auto note = m_sieve.takeNote())
        collectNote(std::move(*note));
    collect();
}

/// Somebody may have set the wall clock; less than a second is the time between two looks.
void CaptureFeed::follow(TimePoint now)
{
    const Duration offset = now - m_clock.wall();
    if (std::chrono::abs(offset - m_offset) > std::chrono::seconds(1))
        m_offset = offset;
}

/// True: somebody must be told.
bool CaptureFeed::add(Entry entry)
{
    const qsizetype cost = costOf(entry);
    const std::scoped_lock lock(m_mutex);
    if (m_queued + cost > maxQueued) {
        ++m_dropped;
        return false;
    }
    m_queued += cost;
    m_queue.push_back(std::move(entry));
    return !std::exchange(m_told, true);
}

void CaptureFeed::collect()
{
    auto message = m_sieve.next();
    if (!message)
        return;
    const TimePoint now = m_clock.now();
    follow(now);
    bool tell = false;
    for (; message; message = m_sieve.next()) {
        message->at = std::min(message->at + m_offset, now);
        tell |= add(std::move(*message));
    }
    if (tell)
        m_onNews();
}

void CaptureFeed::collectReport()
{
    const IcmpError *const report = m_packets.icmpError();
    if (report && m_sieve.concerns(*report))
        collectNote({report->at, icmpnote::noteOf(*report)});
    else if (report)
        m_sieve.reportOfMedia(*report);
}

void CaptureFeed::collectNote(JournalNote note)
{
    const TimePoint now = m_clock.now();
    follow(now);
    note.at = std::min(note.at + m_offset, now);
    if (add(std::move(note)))
        m_onNews();
}

std::deque<Entry> CaptureFeed::entries(std::size_t most, bool *more)
{
    std::deque<Entry> out;
    const std::scoped_lock lock(m_mutex);
    while (!m_queue.empty() && out.size() < most) {
        out.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    for (const Entry &one : out)
        m_queued -= costOf(one);
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
