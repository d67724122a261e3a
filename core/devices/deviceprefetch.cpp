#include "core/base/prefetch.h"
#include "core/base/rollinghash.h"
#include "core/devices/devicestore_p.h"

/// The part of DeviceStore that asks for memory ahead of time.
namespace gb {

void DeviceStore::prefetchIndex(const Trace &trace) const
{
    m_index.prefetch(trace.fromHash);
}

/// Whom a message most likely belongs to. Nobody has compared the IDs: that would be the walk that this is to spare.
std::optional<quint32> DeviceStore::prefetchDevice(const Trace &trace) const
{
    auto place = m_index.likely(trace.fromHash);
    if (!place) // a platform speaks to it
        place = m_index.likely(seededHash(trace.head.to.uri.user));
    if (place)
        prefetch(m_places[*place], m_places[*place]->warmOctets());
    return place;
}

void DeviceStore::prefetchLists(quint32 place) const
{
    const Device *const device = place < m_places.size() ? m_places[place] : nullptr;
    if (!device)
        return; // it was forgotten since
    prefetch(device->key.constData());
    prefetch(device->s.id.constData());
    device->history.prefetchEnd();
    device->truth.prefetchEnd();
}

} // namespace gb
