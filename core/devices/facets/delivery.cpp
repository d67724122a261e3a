#include "core/devices/facets/delivery.h"

#include <algorithm>

namespace gb {

void delivery::noteUnreached(TrackedDevice &device, const Undelivered &message)
{
    const auto known = std::find_if(device.unreached.begin(), device.unreached.end(),
        [&message](const NotReached &one) { return one.end == message.to; });
    if (known != device.unreached.end())
        device.unreached.erase(known);
    else if (device.unreached.size() >= TrackedDevice::maxUnreached)
        device.unreached.erase(device.unreached.begin());
    device.unreached.push_back({message.to, message.reason});
}

void delivery::noteReached(TrackedDevice &device, const std::vector<Endpoint> &ends)
{
    std::erase_if(device.unreached,
        [&ends](const NotReached &one) { return std::find(ends.begin(), ends.end(), one.end) != ends.end(); });
}

/// Where it sends to counts more than where it is.
std::optional<Note> delivery::reasonOf(const TrackedDevice &device)
{
    const auto &all = device.unreached;
    auto one = std::find_if(
        all.rbegin(), all.rend(), [&device](const NotReached &end) { return end.end != device.s.address; });
    if (one == all.rend())
        one = all.rbegin();
    if (one == all.rend())
        return std::nullopt;
    return one->reason == IcmpReason::Port
        ? Note{NoteCode::NothingListens, one->end.text(), {}}
        : Note{NoteCode::NotReached, one->end.text(), QString::number(static_cast<int>(one->reason))};
}

} // namespace gb
