#pragma once
#include "core/simulator/catalogue.h"
#include "core/simulator/deviceconfigs.h"
#include "core/simulator/ptzhead.h"

#include <map>
#include <memory>

namespace gb {

/// State of a device or of a channel.
struct UnitState
{
    enum class Track : quint8 { Stop, Auto, Manual };

    PtzHead head;
    DeviceConfigs configs;
    bool recording = false, guarded = false;
    bool alarmed = false; ///< by the device's own alarm, until ResetAlarm
    Track track = Track::Stop;
    int keyFrames = 0; ///< that were asked for
};

/// What a device is and knows, without a word of SIP.
class DeviceModel
{
public:
    static constexpr std::size_t maxUnits = 256; ///< that have a state; a request to one more has no effect
    static constexpr std::chrono::seconds formatTakes{20};

    DeviceModel(DeviceIdentity who, std::shared_ptr<const DeviceBehaviour> how);

    /// Of the device or of one of its nodes; null of any other ID, and over maxUnits.
    UnitState *unit(const QString &id);
    std::size_t units() const { return m_units.size(); }
    bool is2022() const { return behaviour->edition == GbEdition::E2022; }
    /// Its clock in Beijing time, as `2026-03-02T08:00:00`.
    QString timeText(TimePoint now) const;

    DeviceIdentity identity; ///< its local end may change with its connection, no more
    const std::shared_ptr<const DeviceBehaviour> behaviour;
    Catalogue catalogue;
    Duration clockOffset{};

    // As it is set now
    QString name;
    int expires, timeoutCount;
    std::chrono::milliseconds interval;
    std::optional<TimePoint> formatBegan; ///< of its card
    QString firmware;

private:
    std::map<QString, UnitState> m_units;
};

} // namespace gb
