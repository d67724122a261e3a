#pragma once
#include "core/base/placeindex.h"
#include "core/base/shares.h"
#include "core/devices/facets/trackeddevice.h"
#include "core/flow/trace.h"

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace gb {

/// The rows: each device by its ID, which is the octets of the wire, and by its place; and whose turn it is to make
/// room. Who gets a row is decided in Admission.
class DeviceRows
{
public:
    using Row = Shares<TrackedDevice *>::First;

    /// Of each device DeviceStore::shortHistory() heartbeats are kept.
    void keepShortHistories() { m_shortHistories = true; }
    qsizetype historyRoom() const;

    /// Null where nobody has that ID.
    TrackedDevice *at(std::string_view id) const;
    /// The same, for what is asked again and again.
    TrackedDevice *find(std::string_view id);
    /// By its ID as it is shown.
    const TrackedDevice *byShownId(const QString &id) const;
    /// Null where nobody is.
    TrackedDevice *inPlace(quint32 place) const { return place < m_places.size() ? m_places[place] : nullptr; }
    const std::vector<std::unique_ptr<TrackedDevice>> &all() const { return m_devices; }
    std::size_t count() const { return m_devices.size(); }

    /// There is none with that key.
    TrackedDevice *create(const QByteArray &key, TimePoint now);
    /// Nothing finds it any more; it is there until erase().
    void forget(TrackedDevice *device);
    template<typename IsIt>
    void eraseIf(const IsIt &isIt)
    {
        std::erase_if(m_devices, isIt);
    }
    void erase(const TrackedDevice *device)
    {
        eraseIf([device](const auto &one) { return one.get() == device; });
    }
    /// What shows that it is there may be more, or less, than it was.
    void settleStanding(TrackedDevice &device);
    /// Who makes room for somebody from that address, null where he is expected; empty: nobody.
    std::optional<Row> firstToGo(const std::optional<IpAddress> &newcomer) const;

    /// See DeviceStore.
    void prefetchIndex(const Trace &trace) const;
    std::optional<quint32> prefetchDevice(const Trace &trace) const;
    void prefetchLists(quint32 place) const;

private:
    void leaveShare(TrackedDevice &device);

    std::vector<std::unique_ptr<TrackedDevice>> m_devices;
    PlaceIndex m_index;                    ///< of places
    std::vector<TrackedDevice *> m_places; ///< by TrackedDevice::place; null where nobody is
    std::vector<quint32> m_freePlaces;
    TrackedDevice *m_lastFound = nullptr;
    std::array<Shares<TrackedDevice *>, 3> m_shares; ///< by standing
    quint64 m_turn = 0;
    bool m_shortHistories = false;
};

} // namespace gb
