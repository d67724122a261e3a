#include "core/findings/recordquality.h"

#include "core/base/rollinghash.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::size_t maxOrphans = 256, maxStreams = 20'000;
constexpr quint32 shortestMessage = 100, longestHole = 1 << 20; ///< bytes; what is further off is another connection
constexpr quint64 enough = 20, enoughAtFirst = 8;               ///< messages, until it is known how often they come
constexpr Duration window = std::chrono::minutes(2);            ///< two of them are looked back
constexpr Duration shortest = std::chrono::seconds(4);          ///< gap that is worth a word
constexpr Duration shortestAtFirst = std::chrono::seconds(100); ///< until two windows are known
constexpr Duration unregistered = std::chrono::minutes(1);      ///< less than who has just registered may be silent
constexpr int times = 3;                                        ///< so much longer than any of them

} // namespace

bool RecordQuality::isBehindHole(const Trace &trace)
{
    const Datagram &datagram = trace.datagram;
    if (datagram.transport != TransportKind::Tcp || datagram.sequence == 0)
        return false;
    const quint64 stream = KeyHasher()
                               .add(datagram.from.address.octets())
                               .add(datagram.to.address.octets())
                               .add(quint64{datagram.from.port} << 16 | datagram.to.port)
                               .key()
                               .a;
    if (datagram.cut || datagram.unfinished) { // which is told
        m_streams.erase(stream);
        return false;
    }
    const quint32 end = datagram.sequence + static_cast<quint32>(datagram.octets.size());
    const auto known = m_streams.find(stream);
    if (known == m_streams.end()) {
        if (m_streams.size() >= maxStreams)
            m_streams.clear();
        m_streams.emplace(stream, end);
        return false;
    }
    const quint32 missing = datagram.sequence - known->second;
    if (missing >= 0x8000'0000U && end - known->second >= 0x8000'0000U)
        return false; // a copy
    known->second = end;
    const bool isHole = missing >= shortestMessage && missing < longestHole;
    m_signs += isHole ? 1 : 0;
    return isHole;
}

std::optional<RecordQuality::Gap> RecordQuality::gapAhead(TimePoint at) const
{
    if (!m_first || m_parties.back().isNull())
        return std::nullopt;
    const Duration spacing = at - m_last;
    if (spacing <= shortest || spacing <= times * std::max(m_longest, m_longestBefore))
        return std::nullopt;
    const bool isKnown = m_last - *m_first > 2 * window;
    const bool isWhole = m_messages >= (isKnown ? enough : enoughAtFirst) && (isKnown || spacing > shortestAtFirst);
    const bool isEarly = m_messages >= enough && spacing < unregistered;
    return isWhole || isEarly ? std::optional(Gap{m_last, at, !isWhole}) : std::nullopt;
}

void RecordQuality::clockBack(TimePoint to)
{
    m_last = to;
    m_longestSince = std::min(m_longestSince, to);
    m_orphans.clear();
}

std::optional<RecordQuality::Gap> RecordQuality::observe(const Trace &trace)
{
    const TimePoint at = trace.datagram.at, before = m_last;
    const std::optional<Gap> gap = gapAhead(at);
    if (!m_first)
        m_first = m_last = m_longestSince = at;
    ++m_messages;
    m_cut += trace.datagram.cut ? 1 : 0;
    m_answers += trace.isResponse() && trace.head.status >= 200 ? 1 : 0;
    noteOrphans(trace);
    if (at <= m_last)
        return std::nullopt;
    m_last = at;
    if (m_parties.back().isNull()) {
        noteParty(trace.datagram.from.address);
        noteParty(trace.datagram.to.address);
    }
    if (!gap)
        noteSpacing(at - before);
    return gap;
}

/// An answer whose request stands behind it is out of order; one whose request never comes shows that it is missing.
void RecordQuality::noteOrphans(const Trace &trace)
{
    const TimePoint at = trace.datagram.at;
    while (!m_orphans.empty() && (at - m_orphans.front().at > patience || m_orphans.size() > maxOrphans)) {
        ++m_signs;
        m_orphans.pop_front();
    }
    const bool isLoose = trace.isResponse() && trace.head.status >= 200 && trace.answers == 0 && trace.repeatOf == 0;
    m_hasLoose |= isLoose;
    if (isLoose && at - *m_first > begun)
        m_orphans.push_back({trace.transaction, at});
    if (!trace.isRequest() || m_orphans.empty())
        return;
    const auto early = std::find_if(
        m_orphans.begin(), m_orphans.end(), [&](const Orphan &one) { return one.transaction == trace.transaction; });
    if (early == m_orphans.end())
        return;
    m_orphans.erase(early);
    ++m_disorder;
}

void RecordQuality::noteParty(const IpAddress &address)
{
    if (!m_parties.back().isNull() || std::find(m_parties.begin(), m_parties.end(), address) != m_parties.end())
        return;
    *std::find(m_parties.begin(), m_parties.end(), IpAddress()) = address;
}

void RecordQuality::noteSpacing(Duration spacing)
{
    if (m_last - m_longestSince > window) {
        m_longestBefore = m_longest;
        m_longest = {};
        m_longestSince = m_last;
    }
    m_longest = std::max(m_longest, spacing);
}

} // namespace gb
