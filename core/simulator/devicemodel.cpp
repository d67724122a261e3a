#include "core/simulator/devicemodel.h"

#include <QDateTime>
#include <QTimeZone>

namespace gb {

DeviceModel::DeviceModel(DeviceIdentity who, std::shared_ptr<const DeviceBehaviour> how)
    : identity(std::move(who))
    , behaviour(std::move(how))
    , catalogue(identity, behaviour)
    , clockOffset(std::chrono::seconds(behaviour->clockOffset))
    , name(behaviour->deviceName)
    , expires(behaviour->expires)
    , timeoutCount(behaviour->timeoutCount)
    , interval(behaviour->interval)
    , firmware(behaviour->firmware)
{
}

UnitState *DeviceModel::unit(const QString &id)
{
    if (const auto found = m_units.find(id); found != m_units.end())
        return &found->second;
    if (m_units.size() >= maxUnits || (id != identity.id && !catalogue.has(id)))
        return nullptr;
    return &m_units[id];
}

QString DeviceModel::timeText(TimePoint now) const
{
    constexpr int beijing = 8 * 3600;
    const auto seconds = std::chrono::floor<std::chrono::seconds>((now + clockOffset).time_since_epoch()).count();
    return QDateTime::fromSecsSinceEpoch(seconds + beijing, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

} // namespace gb
