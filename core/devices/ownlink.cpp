#include "core/devices/ownlink.h"

#include <algorithm>

namespace gb {

void OwnLink::note(const LinkChange &change)
{
    if (!change.up) {
        if (m_losses.size() == capacity)
            m_losses.erase(m_losses.begin());
        m_losses.push_back({change.since, std::nullopt, change.name, change.addresses, change.everything});
        return;
    }
    std::vector<Loss> goOn;
    for (Loss &loss : m_losses) {
        if (loss.to || (loss.name != change.name && !loss.everything))
            continue;
        loss.to = change.at;
        if (loss.name != change.name) // with one of several back, it cuts off those alone whom it serves
            goOn.push_back({change.at, std::nullopt, loss.name, loss.addresses, false});
    }
    m_losses.insert(m_losses.end(), goOn.begin(), goOn.end());
}

const OwnLink::Loss *OwnLink::within(const IpAddress &served, TimePoint from, TimePoint to) const
{
    const auto found = std::find_if(m_losses.rbegin(), m_losses.rend(), [&](const Loss &loss) {
        return loss.from <= to && loss.to.value_or(TimePoint::max()) >= from && loss.cutsOff(served);
    });
    return found == m_losses.rend() ? nullptr : &*found;
}

} // namespace gb
