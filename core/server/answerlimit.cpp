#include "core/server/answerlimit.h"

namespace gb {

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
    if (count >= m_each)
        return false;
    ++count;
    ++m_all;
    return true;
}

} // namespace gb
