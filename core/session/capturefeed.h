#pragma once
#include "core/capture/packetjoiner.h"
#include "core/capture/signallingsieve.h"
#include "core/record/entry.h"

#include <functional>
#include <mutex>

namespace gb {

/**
 * From the packets of a network card to messages for the engine, and reports of ICMP about them as notes. One thread
 * takes packets in, another takes messages out; what waits between them is bounded, and over that messages are dropped
 * and counted. The packets' stamps are of the wall clock; the messages have the record's time, see TimePoint.
 */
class CaptureFeed
{
public:
    static constexpr qsizetype maxQueued = 16 * 1024 * 1024; ///< octets, each message counted with `messageCost` more,
                                                             ///< a note as four of them
    static constexpr qsizetype messageCost = 256;

    /// `onNews` is called in the packets' thread; once, until entries() was asked again.
    CaptureFeed(const Clock &clock, std::function<void()> onNews);

    /// As PacketJoiner::take().
    void take(int linkType, TimePoint at, std::string_view packet);
    void addDropped(quint64 packets);
    /// No more packets will come: what waits for the rest of it is taken as it is.
    void finish();

    /// At most `most`, in their order; `more`: there are others.
    std::deque<Entry> entries(std::size_t most, bool *more);
    /// Packets and messages that were dropped since this was last asked.
    quint64 takeDropped();

private:
    void collect();
    void collectReport();
    void collectNote(JournalNote note);
    void takeCut();
    void follow(TimePoint now);
    bool add(Entry entry);

    const Clock &m_clock;
    const std::function<void()> m_onNews;
    PacketJoiner m_packets;
    SignallingSieve m_sieve;
    Duration m_offset{}; ///< what the wall clock is behind the record's

    std::mutex m_mutex; ///< of what follows
    std::deque<Entry> m_queue;
    qsizetype m_queued = 0;
    quint64 m_dropped = 0;
    bool m_told = false;
};

} // namespace gb
