#include "core/session/engine.h"

#include "core/session/enginecore.h"

namespace gb {

Engine::Engine(Options options, QObject *parent)
    : QObject(parent)
{
    static const bool registered = [] {
        qRegisterMetaType<BatchPtr>();
        qRegisterMetaType<Endpoint>();
        qRegisterMetaType<Datagram>();
        qRegisterMetaType<ListenError>();
        qRegisterMetaType<CaptureError>();
        qRegisterMetaType<ConfigReport>();
        qRegisterMetaType<SilenceChange>();
        return true;
    }();
    Q_UNUSED(registered)
    m_core = new EngineCore(options);
    m_core->moveToThread(&m_thread);
    connect(m_core, &EngineCore::listening, this, &Engine::listening);
    connect(m_core, &EngineCore::listenFailed, this, &Engine::listenFailed);
    connect(m_core, &EngineCore::capturing, this, &Engine::capturing);
    connect(m_core, &EngineCore::captureFailed, this, &Engine::captureFailed);
    connect(m_core, &EngineCore::stoppedListening, this, &Engine::stoppedListening);
    connect(m_core, &EngineCore::recording, this, &Engine::recording);
    connect(m_core, &EngineCore::recordFailed, this, &Engine::recordFailed);
    connect(m_core, &EngineCore::diskChanged, this, &Engine::diskChanged);
    connect(m_core, &EngineCore::messageRead, this, &Engine::messageRead);
    connect(m_core, &EngineCore::configReported, this, &Engine::configReported);
    connect(m_core, &EngineCore::silenceChanged, this, &Engine::silenceChanged);
    connect(m_core, &EngineCore::flushed, this, &Engine::flushed);
    connect(m_core, &EngineCore::batch, this, [this](const BatchPtr &news) {
        m_core->taken(); // before the handlers: news that come while they run make the next batch
        emit batch(news);
    });
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();
}

Engine::~Engine()
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core] { delete core; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Engine::record(const QString &path)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, path] { core->record(path); });
}

void Engine::discardEmptyRecord()
{
    QMetaObject::invokeMethod(m_core, [core = m_core] { core->discardEmptyRecord(); });
}

void Engine::listen(const ServerConfig &config)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, config] { core->listen(config); });
}

void Engine::listenForHep(const Endpoint &endpoint)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, endpoint] { core->listenForHep(endpoint); });
}

void Engine::capture(const LiveCapture::Options &options)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, options] { core->capture(options); });
}

void Engine::mirror(const Endpoint &collector)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, collector] { core->mirror(collector); });
}

void Engine::stopListening()
{
    QMetaObject::invokeMethod(m_core, [core = m_core] { core->stopListening(); });
}

void Engine::setKnownPasswords(const QList<QByteArray> &passwords)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, passwords] { core->setKnownPasswords(passwords); });
}

void Engine::setExpected(const QList<ExpectedDevice> &devices)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, devices] { core->setExpected(devices); });
}

void Engine::setPolicy(const HeartbeatPolicy &policy)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, policy] { core->setPolicy(policy); });
}

void Engine::setOverrides(const HeartbeatOverrides &overrides)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, overrides] { core->setOverrides(overrides); });
}

void Engine::watch(const QString &device)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, device] { core->watch(device); });
}

void Engine::readConfig(const QString &device)
{
    QMetaObject::invokeMethod(
        m_core, [core = m_core, device] { core->configure(device, DeviceConfigTask::Kind::Read); });
}

void Engine::pushConfig(const QString &device, std::optional<int> expiration)
{
    QMetaObject::invokeMethod(m_core,
        [core = m_core, device, expiration] { core->configure(device, DeviceConfigTask::Kind::Push, expiration); });
}

void Engine::fallSilent(const QStringList &devices, std::chrono::seconds duration)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, devices, duration] { core->fallSilent(devices, duration); });
}

void Engine::answerAgain()
{
    QMetaObject::invokeMethod(m_core, [core = m_core] { core->answerAgain(); });
}

void Engine::read(quint64 number)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, number] { core->read(number); });
}

std::shared_ptr<const RecordPlaces> Engine::places() const
{
    return m_core->places();
}

void Engine::flush()
{
    QMetaObject::invokeMethod(m_core, [core = m_core] { core->flush(); });
}

} // namespace gb
