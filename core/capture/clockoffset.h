#pragma once
#include "core/base/rollinghash.h"
#include "core/net/datagram.h"

#include <QHash>

#include <optional>
#include <vector>

namespace gb {

/**
 * How far the clock of one capture is ahead of another's, from messages that both saw. As in NTP (RFC 5905 §8) the time
 * on the way falls out where messages went both ways: it is the middle between the medians of the two directions. Where
 * they went one way only it is that way's. The median of all conversations counts, so that a few mistaken ones change
 * nothing.
 */
class ClockOffset
{
public:
    static constexpr qsizetype maxMessages = 200'000; ///< of the reference that are remembered
    static constexpr qsizetype maxConversations = 10'000;
    static constexpr std::size_t maxSamples = 15; ///< of a direction

    void addReference(const Datagram &message);
    /// Of the other capture. Of messages that were repeated only the first copy is looked at.
    void add(const Datagram &message);
    /// Messages that both saw.
    quint64 pairs() const { return m_pairs; }
    /// Empty where no message is in both.
    std::optional<Duration> estimate() const;

private:
    struct Ways
    {
        std::vector<Duration> there, back; ///< the first maxSamples
    };
    static Key128 keyOf(const Datagram &message);

    QHash<Key128, TimePoint> m_reference;
    QHash<Key128, Ways> m_conversations;
    quint64 m_pairs = 0;
};

} // namespace gb
