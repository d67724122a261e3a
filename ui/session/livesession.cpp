#include "ui/session/livesession.h"

#include "core/capture/filetarget.h"
#include "core/capture/sessionfolder.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>
#include <QFile>

namespace gb::ui {
namespace {

QString words(ListenError error, const QString &detail, const Endpoint &wanted, bool hep)
{
    const QString address = wanted.address.toString();
    switch (error) {
    case ListenError::PortTaken:
        if (hep)
            return LiveSession::tr("Port %1 of %2 is taken: another program listens there. Close it, or choose another "
                                   "port here and where HEP is sent.")
                .arg(wanted.port)
                .arg(address);
        return LiveSession::tr("Port %1 of %2 is taken: another program listens there. Close it, or choose another "
                               "port here and in the cameras.")
            .arg(wanted.port)
            .arg(address);
    case ListenError::NoSuchAddress:
        return LiveSession::tr("%1 is not an address of this computer. Is the cable in, and the network card set to "
                               "it? Choose an address from the list.")
            .arg(address);
    case ListenError::NotAllowed:
        return LiveSession::tr("The system does not allow port %1 (%2). Ports below 1024 need an administrator.")
            .arg(wanted.port)
            .arg(detail);
    case ListenError::None:
    case ListenError::Other: break;
    }
    return LiveSession::tr("Cannot listen on %1:%2: %3").arg(address).arg(wanted.port).arg(detail);
}

} // namespace

LiveSession::LiveSession(const HeartbeatPolicy &policy, const QString &folder, const QString &file, QObject *parent)
    : SessionSource(parent)
    , m_engine(std::make_unique<Engine>(Engine::Options{.policy = policy}))
    , m_file(file.isEmpty() ? sessionfolder::newFile(folder) : file)
    , m_ownFile(file.isEmpty())
{
    connect(m_engine.get(), &Engine::batch, this, &SessionSource::batch);
    connect(m_engine.get(), &Engine::messageRead, this, &SessionSource::messageRead);
    connect(m_engine.get(), &Engine::flushed, this, &SessionSource::flushed);
    connect(m_engine.get(), &Engine::listening, this, &LiveSession::listening);
    connect(m_engine.get(), &Engine::configReported, this, &LiveSession::configReported);
    connect(m_engine.get(), &Engine::silenceChanged, this, &LiveSession::silenceChanged);
    connect(m_engine.get(), &Engine::stoppedListening, this, &LiveSession::stoppedListening);
    connect(m_engine.get(), &Engine::listenFailed, this, [this](ListenError error, const QString &detail) {
        emit listenFailed(words(error, detail, m_wanted, m_wantsHep), {});
    });
    connect(m_engine.get(), &Engine::capturing, this, &LiveSession::capturing);
    connect(m_engine.get(), &Engine::captureFailed, this, &LiveSession::tellCaptureFailed);
    connect(m_engine.get(), &Engine::recordFailed, this, [this](const QString &path, const QString &detail) {
        m_file.clear();
        emit failed(tr("Nothing is recorded: %1 cannot be written.").arg(path), detail);
    });
    connect(m_engine.get(), &Engine::recording, this, [this](const QString &path, const QString &asked) {
        m_file = path;
        m_made = true;
        emit recording(path, path == filetarget::canonical(asked) ? QString() : asked);
    });
    connect(m_engine.get(), &Engine::diskChanged, this, &LiveSession::diskChanged);
    m_engine->record(m_file);
}

LiveSession::~LiveSession()
{
    const std::shared_ptr<const RecordPlaces> places = m_engine->places();
    m_engine.reset(); // closes the record
    if (m_ownFile && m_made && places->count() == 0)
        QFile::remove(m_file);
}

void LiveSession::listen(const ServerConfig &config)
{
    if (const QByteArray password = config.password.toUtf8(); !password.isEmpty() && !m_passwords.contains(password))
        m_passwords.append(password);
    m_wanted = {config.address, config.port};
    m_wantsHep = false;
    m_engine->listen(config);
}

void LiveSession::listenForHep(const Endpoint &endpoint)
{
    m_wanted = endpoint;
    m_wantsHep = true;
    m_engine->listenForHep(endpoint);
}

void LiveSession::capture(const QString &interface)
{
    m_interface = interface;
    m_engine->capture({.interface = interface});
}

void LiveSession::tellCaptureFailed(CaptureError error, const QString &detail)
{
    QString text = wording::captureFailure(error, m_interface, detail);
    const QString command = error == CaptureError::NotAllowed
        ? wording::permissionCommand(QCoreApplication::applicationFilePath())
        : QString();
    if (!command.isEmpty())
        text = tr("%1 Type this in a terminal, then start gbscope again. Without it, receiving HEP or opening a "
                  "capture of tcpdump works, too.")
                   .arg(text);
    emit listenFailed(text, command);
}

} // namespace gb::ui
