#include "core/capture/fragments.h"

#include <iterator>

namespace gb {

Fragments::Place Fragments::placeOf(const Key &key, TimePoint at)
{
    if (const auto found = m_places.constFind(key); found != m_places.constEnd()) {
        if (at - (*found)->first <= patience)
            return *found;
        remove(*found); // the number is in use again
    }
    m_waiting.push_back({.key = key, .first = at});
    const Place place = std::prev(m_waiting.end());
    m_places.insert(key, place);
    m_memory += pieceCost;
    return place;
}

Fragments::Fit Fragments::fit(const Waiting &waiting, const IpFragment &fragment)
{
    const auto end = fragment.offset + static_cast<quint32>(fragment.octets.size());
    if (!fragment.more && waiting.total != 0 && waiting.total != end)
        return Fit::No;
    if (waiting.total != 0 && (end > waiting.total || (fragment.more && end == waiting.total)))
        return Fit::No;
    const auto next = waiting.pieces.lower_bound(fragment.offset);
    if (next != waiting.pieces.end() && next->first == fragment.offset)
        return std::string_view(next->second.constData(), static_cast<std::size_t>(next->second.size()))
                == fragment.octets
            ? Fit::Copy
            : Fit::No;
    if (next != waiting.pieces.end() && (next->first < end || !fragment.more))
        return Fit::No;
    if (next != waiting.pieces.begin()) {
        const auto &[offset, octets] = *std::prev(next);
        if (offset + static_cast<quint32>(octets.size()) > fragment.offset)
            return Fit::No;
    }
    return Fit::New;
}

/// Its name stays: pieces that are still to come are not the start of another datagram.
void Fragments::refuse(Waiting &waiting)
{
    for (const auto &[offset, octets] : waiting.pieces)
        m_memory -= octets.size() + pieceCost;
    waiting.pieces.clear();
    waiting.refused = true;
}

void Fragments::remove(Place place)
{
    m_counts.lost += place->count;
    if (place->count > 0 && hasStart(*place) && m_starts.size() < maxStarts)
        m_starts.push_back(startOf(*place));
    refuse(*place);
    m_memory -= pieceCost;
    m_places.remove(place->key);
    m_waiting.erase(place);
}

/// As far as pieces stand behind each other.
Fragments::Start Fragments::startOf(const Waiting &waiting)
{
    Start start{.from = waiting.key.from,
        .to = waiting.key.to,
        .at = waiting.first,
        .protocol = waiting.protocol,
        .depth = waiting.depth,
        .octets = {}};
    for (const auto &[offset, octets] : waiting.pieces) {
        if (offset != static_cast<quint32>(start.octets.size()))
            break;
        start.octets += octets;
    }
    return start;
}

std::optional<Fragments::Start> Fragments::takeStart()
{
    if (m_starts.empty())
        return std::nullopt;
    Start start = std::move(m_starts.front());
    m_starts.pop_front();
    return start;
}

void Fragments::makeRoom(TimePoint at)
{
    while (!m_waiting.empty() && (m_memory > maxMemory || at - m_waiting.front().first > patience))
        remove(m_waiting.begin());
}

std::optional<Fragments::Whole> Fragments::add(const IpFragment &fragment, TimePoint at)
{
    makeRoom(at);
    const std::size_t size = fragment.octets.size();
    if (size == 0 || size > maxDatagram || fragment.offset > maxDatagram - size || (fragment.more && size % 8 != 0)) {
        ++m_counts.lost;
        return std::nullopt;
    }
    const bool v6 = fragment.from.isV6();
    const Place place = placeOf({fragment.from, fragment.to, fragment.id, v6 ? -1 : fragment.protocol}, at);
    Waiting &waiting = *place;
    ++waiting.count;
    const Fit fits = waiting.refused ? Fit::Copy : fit(waiting, fragment);
    if (fits == Fit::No)
        ++m_counts.overlapping;
    if (fits == Fit::No || (fits == Fit::New && waiting.pieces.size() == maxPieces))
        refuse(waiting);
    if (waiting.refused || fits == Fit::Copy)
        return std::nullopt;
    waiting.pieces.emplace(fragment.offset, QByteArray(fragment.octets.data(), static_cast<qsizetype>(size)));
    waiting.size += static_cast<quint32>(size);
    m_memory += static_cast<qsizetype>(size) + pieceCost;
    if (!fragment.more)
        waiting.total = fragment.offset + static_cast<quint32>(size);
    if (fragment.offset == 0) {
        waiting.protocol = fragment.protocol;
        waiting.depth = fragment.depth;
    }
    if (waiting.size != waiting.total) {
        makeRoom(at);
        return std::nullopt;
    }
    Whole whole{.octets = {}, .protocol = waiting.protocol};
    whole.octets.reserve(static_cast<qsizetype>(waiting.total));
    for (const auto &[offset, octets] : waiting.pieces)
        whole.octets += octets;
    ++m_counts.whole;
    waiting.count = 0; // none was lost
    remove(place);
    return whole;
}

void Fragments::finish()
{
    while (!m_waiting.empty())
        remove(m_waiting.begin());
}

} // namespace gb
