#include "core/simulator/demofleet.h"

#include "core/base/handover.h"
#include "core/simulator/behaviourfile.h"
#include "core/simulator/virtualdevice.h"

namespace gb {
namespace {

struct Camera
{
    const char *serial; ///< digits 11 to 20 of its ID
    const char *userAgent;
    Behaviour behaviour;
    int timeoutCount = 3;
    const char *preset = nullptr; ///< habits of a vendor
};

constexpr Camera cameras[] = {
    {"1320000001", "IP Camera", Behaviour::Healthy},
    {"1320000002", "IP Camera", Behaviour::Stubborn},
    {"1320000003", "SIP UAS V2.1.4.435939", Behaviour::Unsteady},
    {"1320000004", "IP Camera", Behaviour::GoesSilent},
    {"1320000005", "SIP UAS V2.1.4.435939", Behaviour::Impatient},
    {"1320000006", "IP Camera", Behaviour::WrongPassword},
    {"1180000001", "Embedded Net DVR/NVR/DVS", Behaviour::Healthy, 5, "hikvision"},
};

} // namespace

DemoFleet::DemoFleet(const ServerConfig &server, const Endpoint &listening)
{
    m_cameras = new QObject;
    m_cameras->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("demo"));
    m_thread.start();
    handOver(m_cameras, [parent = m_cameras, server, listening] {
        int host = 0;
        for (const Camera &camera : cameras) {
            VirtualDeviceConfig config;
            config.id = server.domain.left(10) + QString::fromLatin1(camera.serial);
            // Each from an address of its own where the system has the whole of 127/8, as cameras have
            config.address = QHostAddress(QStringLiteral("127.0.1.%1").arg(++host));
            config.server = listening;
            config.serverId = server.serverId;
            config.domain = server.domain;
            config.password = server.password;
            config.userAgent = QString::fromLatin1(camera.userAgent);
            config.interval = interval;
            config.behaviour = camera.behaviour;
            config.timeoutCount = camera.timeoutCount;
            if (camera.preset)
                config.habits = preset(QString::fromLatin1(camera.preset)).value_or(DeviceBehaviour{});
            if (auto *device = new VirtualDevice(config, parent); !device->start()) {
                delete device;
                config.address = QHostAddress(QHostAddress::LocalHost);
                (new VirtualDevice(config, parent))->start();
            }
        }
    });
}

DemoFleet::~DemoFleet()
{
    handOverAndWait(m_cameras, [cameras = m_cameras] { delete cameras; });
    m_thread.quit();
    m_thread.wait();
}

} // namespace gb
