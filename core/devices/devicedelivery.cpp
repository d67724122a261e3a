#include "core/devices/devicestore_p.h"

#include <algorithm>

/// The part of DeviceStore that hears what did not arrive.
namespace gb {

void DeviceStore::undelivered(const Undelivered &message, TimePoint at)
{
    Device *const device = message.place && *message.place < m_places.size() ? m_places[*message.place] : nullptr;
    if (!device)
        return;
    advance(at); // what had passed had passed
    takeBack(*device, message);
    const auto known = std::find_if(device->unreached.begin(), device->unreached.end(),
        [&message](const NotReached &one) { return one.end == message.to; });
    if (known != device->unreached.end())
        device->unreached.erase(known);
    else if (device->unreached.size() >= Device::maxUnreached)
        device->unreached.erase(device->unreached.begin());
    device->unreached.push_back({message.to, message.reason});
    refresh(*device, at);
}

/// The heartbeat was counted as it was sent. Answered after all it counts again.
void DeviceStore::takeBack(Device &device, const Undelivered &message)
{
    const Beat *const beat = device.truth.undelivered(message.number);
    if (!beat)
        return;
    Pending pending;
    pending.device = &device;
    pending.method = SipMethod::Message;
    pending.at = beat->at;
    pending.source = message.from;
    pending.sn = beat->has(Beat::HasSn) ? std::optional<qint64>(beat->sn) : std::nullopt;
    pending.beat = true;
    DeviceFacts &facts = device.s.facts;
    if (facts.lastBeat != beat->at || !device.history.takeBack(beat->at))
        return;
    tell(BeatUndone{device.s.id, beat->at});
    const auto &entries = device.history.entries();
    const auto isBeat = [](const HeartbeatHistory::Entry &one) { return one.kind() == HeartbeatHistory::Kind::Beat; };
    facts.lastBeat = entries.isEmpty() || !isBeat(entries.constLast()) ? std::nullopt
                                                                       : std::optional(entries.constLast().at());
    const auto last = std::find_if(entries.crbegin(), entries.crend(), isBeat);
    device.s.lastBeat = last == entries.crend() ? std::nullopt : std::optional(last->at());
    const bool two = entries.size() > 1 && facts.lastBeat && isBeat(entries[entries.size() - 2]);
    device.s.lastGap = two ? *facts.lastBeat - entries[entries.size() - 2].at() : Duration::zero();
    const TimePoint before = std::max(facts.lastBeat.value_or(facts.startedAt), facts.heardSince);
    device.misses -= missesIn(pending.at - before, device.s.policy); // as countBeat() added them
    remember(message.number, std::move(pending));
}

void DeviceStore::reached(const std::vector<Endpoint> &ends, TimePoint at)
{
    Device *const device = m_lastPlace ? m_places[*m_lastPlace] : nullptr;
    if (!device || device->unreached.empty())
        return;
    std::erase_if(device->unreached,
        [&ends](const NotReached &one) { return std::find(ends.begin(), ends.end(), one.end) != ends.end(); });
    refresh(*device, at);
}

/// Where it sends to counts more than where it is.
std::optional<Note> DeviceStore::notReached(const Device &device) const
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
