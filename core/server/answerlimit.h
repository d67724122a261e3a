#pragma once
#include "core/base/clock.h"

#include <QHash>

namespace gb {

/// Holds error answers back: at most 20 a second to an address and 200 in all, so that nobody is flooded in somebody
/// else's name.
class AnswerLimit
{
public:
    static constexpr int perAddress = 20, inAll = 200;

    explicit AnswerLimit(int each = perAddress)
        : m_each(each)
    {
    }

    /// `address` is a hash of it.
    bool allow(quint64 address, TimePoint now);

private:
    const int m_each;
    std::chrono::seconds m_second{};
    int m_all = 0;
    QHash<quint64, int> m_addresses; ///< of this second, so at most inAll
};

} // namespace gb
