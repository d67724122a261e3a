#include "core/capture/clockoffset.h"

#include <algorithm>

namespace gb {
namespace {

/// Of at least one.
Duration median(std::vector<Duration> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace
Key128 ClockOffset::keyOf(const Datagram &message)
{
    return KeyHasher()
        .add(std::string_view(message.octets.constData(), static_cast<std::size_t>(message.octets.size())))
        .key();
}

void ClockOffset::addReference(const Datagram &message)
{
    if (m_reference.size() >= maxMessages)
        return;
    const Key128 key = keyOf(message);
    if (!m_reference.contains(key))
        m_reference.insert(key, message.at);
}

void ClockOffset::add(const Datagram &message)
{
    const auto seen = m_reference.constFind(keyOf(message));
    if (seen == m_reference.constEnd())
        return;
    const Duration way = message.at - *seen;
    m_reference.erase(seen); // its copies would be compared with the first one
    ++m_pairs;
    const std::string_view from = message.from.address.octets(), to = message.to.address.octets();
    const bool there = std::pair(from, message.from.port) < std::pair(to, message.to.port);
    const Key128 conversation = KeyHasher().add(there ? from : to).add(there ? to : from).key();
    if (m_conversations.size() >= maxConversations && !m_conversations.contains(conversation))
        return;
    Ways &ways = m_conversations[conversation];
    std::vector<Duration> &samples = there ? ways.there : ways.back;
    if (samples.size() < maxSamples)
        samples.push_back(way);
}

std::optional<Duration> ClockOffset::estimate() const
{
    std::vector<Duration> both, oneWay;
    for (const Ways &ways : m_conversations) {
        if (!ways.there.empty() && !ways.back.empty())
            both.push_back((median(ways.there) + median(ways.back)) / 2);
        else
            oneWay.push_back(median(ways.there.empty() ? ways.back : ways.there));
    }
    const std::vector<Duration> &offsets = both.empty() ? oneWay : both;
    return offsets.empty() ? std::nullopt : std::optional(median(offsets));
}

} // namespace gb
