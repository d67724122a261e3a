#include "core/ladder/messagelog.h"

#include <algorithm>

namespace gb {
namespace {

// What a flood of made-up Call-IDs and source ports may cost at most.
constexpr std::size_t maxCallIdOctets = 128U << 20;
constexpr std::size_t maxEndpoints = 100'000;

} // namespace

bool MessageLog::overfull() const
{
    return m_count > m_capacity || m_callIds.octets() > maxCallIdOctets || m_endpoints.size() > maxEndpoints;
}

void MessageLog::dropOldest(quint64 upTo)
{
    const qsizetype before = m_count;
    for (qsizetype gone = rowFrom(upTo + 1); gone > 0 || (overfull() && m_count > 0); gone = 0) {
        const qsizetype excess = std::max<qsizetype>(m_count - m_capacity, 0);
        const qsizetype more = (m_count - excess) / 8; // so that the next drop is far away
        dropRows(gone > 0 ? gone : std::max<qsizetype>(excess + more, 1));
        renewTables();
    }
    m_forgotten += static_cast<quint64>(before - m_count);
    emit dropped(before - m_count);
}

void MessageLog::dropRows(qsizetype count)
{
    m_offset += static_cast<std::size_t>(count);
    m_count -= count;
    const auto whole = static_cast<std::ptrdiff_t>(m_offset / chunkSize);
    m_chunks.erase(m_chunks.begin(), m_chunks.begin() + whole);
    m_offset %= chunkSize;
    dropOdd();
    const quint64 oldest = m_count == 0 ? ~quint64{0} : entry(0).number;
    m_longSns.removeIf([oldest](const QMap<quint32, qint64>::iterator &one) { return one.key() < oldest; });
    m_missing.removeIf([oldest](const Awaited &one) { return one.number < oldest; });
    m_pending.removeIf([oldest](const Pending::iterator &one) { return one->number < oldest; });
}

void MessageLog::dropOdd()
{
    for (qsizetype row = 0; row < m_count; ++row) {
        if (entry(row).isOdd())
            return m_odd.forgetAhead(static_cast<quint32>(entry(row).finalOrOdd));
    }
    m_odd = {};
}

/// Keeps only what the remaining messages name. Each text is looked up once, however many messages share it.
void MessageLog::renewTables()
{
    ++m_endpointsVersion; // their devices have other places
    const TextTable devices = std::exchange(m_devices, {}), callIds = std::exchange(m_callIds, {});
    const WordPairs words = std::exchange(m_words, {});
    const std::vector<bool> challenged = std::exchange(m_challenged, {});
    const std::vector<LogEndpoint> endpoints = std::exchange(m_endpoints, {});
    m_endpointIndex = {};
    constexpr quint32 unknown = ~quint32{0};
    const auto renewed = [](TextTable &table, const TextTable &old, std::vector<quint32> &map, quint32 index) {
        if (map[index] == unknown)
            map[index] = table.intern(old.view(index));
        return map[index];
    };
    std::vector<quint32> deviceMap(devices.count(), unknown), callIdMap(callIds.count(), unknown),
        pairMap(words.count(), unknown);
    std::vector<quint32> endpointMap(endpoints.size(), unknown);
    const auto renewedEnd = [&](quint32 index) {
        const LogEndpoint &old = endpoints[index];
        if (endpointMap[index] == unknown) {
            endpointMap[index] = internEndpoint(old.endpoint);
            LogEndpoint &end = m_endpoints[endpointMap[index]];
            end.party = old.party;
            end.ours = old.ours;
            end.several = old.several;
        }
        return endpointMap[index];
    };
    for (qsizetype row = 0; row < m_count; ++row) {
        LogEntry &e = slot(m_offset + static_cast<std::size_t>(row));
        const quint32 oldCallId = e.callId;
        e.device = renewed(m_devices, devices, deviceMap, e.device) & 0xffffff;
        e.callId = renewed(m_callIds, callIds, callIdMap, e.callId) & TextTable::maxCount;
        if (pairMap[e.words] == unknown)
            pairMap[e.words] = m_words.intern(words.method(e.words), words.command(e.words));
        e.words = pairMap[e.words] & 0xfff;
        e.from = renewedEnd(e.from) & 0xffffff;
        e.to = renewedEnd(e.to) & 0xffffff;
        noteEnds(e);
        m_challenged.resize(m_callIds.count());
        m_challenged[e.callId] = oldCallId < challenged.size() && challenged[oldCallId];
    }
}

} // namespace gb
