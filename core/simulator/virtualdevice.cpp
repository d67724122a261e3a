#include "core/simulator/virtualdevice.h"

namespace gb {
namespace {

DeviceBehaviour behaviourOf(const VirtualDeviceConfig &config)
{
    DeviceBehaviour out = config.habits;
    out.userAgent = config.userAgent;
    out.interval = config.interval;
    out.timeoutCount = config.timeoutCount;
    // Whoever watches wants to see each state soon
    out.patience = 2 * config.interval;
    out.retry = 3 * config.interval;
    out.silentAfter = config.behaviour == Behaviour::GoesSilent ? 4 : 0;
    out.lateEvery = config.behaviour == Behaviour::Unsteady ? 4 : 0;
    out.twiceEvery = config.behaviour == Behaviour::Impatient ? 3 : 0;
    out.stubborn = config.behaviour == Behaviour::Stubborn;
    return out;
}

} // namespace

VirtualDevice::VirtualDevice(VirtualDeviceConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
{
}

bool VirtualDevice::start()
{
    const bool wrong = m_config.behaviour == Behaviour::WrongPassword;
    m_fleet = std::make_unique<DeviceFleet>(m_clock,
        FleetOptions{.server = m_config.server,
            .local = m_config.address,
            .serverId = m_config.serverId,
            .domain = m_config.domain,
            .password = wrong ? QStringLiteral("admin12345") : m_config.password,
            .sockets = 1});
    connect(m_fleet.get(), &DeviceFleet::happened, this, [this](int, const DeviceHappening &news) {
        if (news.kind == DeviceHappening::Kind::Registered)
            emit registered();
        else if (news.kind == DeviceHappening::Kind::Refused)
            emit refused(news.status);
    });
    const bool bound = m_fleet->open();
    return bound && m_fleet->add(m_config.id, std::make_shared<const DeviceBehaviour>(behaviourOf(m_config))) == 0;
}

void VirtualDevice::stop()
{
    if (m_fleet)
        m_fleet->stop();
}

int VirtualDevice::heartbeats() const
{
    return m_fleet && m_fleet->hasStarted(0) ? m_fleet->device(0).heartbeats() : 0;
}

std::chrono::milliseconds VirtualDevice::interval() const
{
    return m_fleet && m_fleet->hasStarted(0) ? m_fleet->device(0).model().interval : m_config.interval;
}

} // namespace gb
