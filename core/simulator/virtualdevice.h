#pragma once
#include "core/simulator/devicefleet.h"

#include <QObject>
#include <QString>

#include <optional>

namespace gb {

/// What a virtual camera does besides registering and beating.
enum class Behaviour : quint8 {
    Healthy,
    WrongPassword, ///< tries again every few intervals
    GoesSilent,    ///< after its fourth heartbeat, for good
    Unsteady,      ///< every fourth heartbeat comes half an interval late
    Impatient,     ///< sends every third heartbeat twice with the same branch
    Stubborn,      ///< says OK to DeviceConfig, and stays as it is; nor does it notice that its server is gone
};

struct VirtualDeviceConfig
{
    QString id;
    QHostAddress address; ///< to send from; any free port
    Endpoint server;
    QString serverId, domain, password;
    QString userAgent;
    std::chrono::milliseconds interval{60'000}; ///< of its heartbeat
    Behaviour behaviour = Behaviour::Healthy;
    int timeoutCount = 3;        ///< that it says is set in it
    DeviceBehaviour habits = {}; ///< what else it does; the values above count
};

/// A simulated device alone, over UDP, in the thread that made it: a fleet of one.
class VirtualDevice : public QObject
{
    Q_OBJECT
public:
    explicit VirtualDevice(VirtualDeviceConfig config, QObject *parent = nullptr);

    /// False where its address cannot be bound.
    bool start();
    /// Says goodbye with Expires 0 where it is registered.
    void stop();
    int heartbeats() const;
    std::chrono::milliseconds interval() const; ///< as it is set now
    bool isRegistered() const { return m_fleet && m_fleet->registered() > 0; }

signals:
    void registered();
    void refused(int status);

private:
    const VirtualDeviceConfig m_config;
    const SystemClock m_clock;
    std::unique_ptr<DeviceFleet> m_fleet;
};

} // namespace gb
