#pragma once
#include "core/devices/device.h"

#include <QList>
#include <QMetaType>
#include <QSet>

namespace gb {

/// The server answers nobody, or some devices not, on purpose: do they notice that it is lost (GB/T 28181-2022 9.6)?
/// What they send is received, recorded and judged as ever.
struct Silence
{
    static constexpr std::chrono::seconds longest{3600}; ///< one that is forgotten must not leave a site dead

    QSet<QString> devices; ///< IDs of those that get no answer; empty: nobody gets one
    TimePoint since{}, until{};

    bool covers(const QString &id) const { return devices.isEmpty() || devices.contains(id); }
};

/// It began, or is over. A value that crosses threads.
struct SilenceChange
{
    bool on = false;
    Silence silence;
    TimePoint at{};
    QList<DeviceSnapshot> devices; ///< it began: those that it covers and that were there then
};

} // namespace gb

Q_DECLARE_METATYPE(gb::SilenceChange)
