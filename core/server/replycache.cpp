#include "core/server/replycache.h"

namespace gb {

const ReplyCache::Entry *ReplyCache::find(const Key128 &key, TimePoint now)
{
    trim(now);
    const auto found = m_entries.constFind(key);
    return found == m_entries.constEnd() ? nullptr : &*found;
}

void ReplyCache::insert(const Key128 &key, Entry entry, TimePoint now)
{
    m_octets += entry.octets.size();
    m_entries.insert(key, std::move(entry));
    m_order.emplace_back(now, key);
    trim(now);
}

void ReplyCache::trim(TimePoint now)
{
    while (!m_order.empty() && (now - m_order.front().first >= life || m_order.size() > maxEntries || m_octets > maxOctets)) {
        const Entry gone = m_entries.take(m_order.front().second);
        m_octets -= gone.octets.size();
        m_order.pop_front();
    }
}

bool AnswerLimit::allow(quint64 address, TimePoint now)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch());
    if (second != m_second) {
        m_second = second;
        m_all = 0;
        m_addresses.clear();
    }
    if (m_all >= inAll)
        return false;
    int &count = m_addresses[address];
    if (count >= perAddress)
        return false;
    ++count;
    ++m_all;
    return true;
}

} // namespace gb
