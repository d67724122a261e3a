#pragma once
#include "core/net/linkwatch.h"

namespace gb {

/// When our own interfaces were down, and which of our addresses that cut off. Bounded: the oldest go first.
class OwnLink
{
public:
    static constexpr std::size_t capacity = 64;

    struct Loss
    {
        TimePoint from{};
        std::optional<TimePoint> to; ///< empty: it is still down
        QString name;
        QList<IpAddress> addresses;
        bool everything = false;

        /// Who is served at that address, null where it is not known, is cut off by it.
        bool cutsOff(const IpAddress &served) const
        {
            return everything || served.isNull() || addresses.contains(served);
        }
    };

    void note(const LinkChange &change);
    /// The newest one that touches this time and cuts off who is served at that address; null where there is none.
    const Loss *within(const IpAddress &served, TimePoint from, TimePoint to) const;
    bool isEmpty() const { return m_losses.empty(); }

private:
    std::vector<Loss> m_losses; ///< the newest last
};

} // namespace gb
