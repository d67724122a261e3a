#include "ui/workspace/listening.h"

#include "core/report/words/wording.h"
#include "ui/settings/appsettings.h"

#include <QCoreApplication>

namespace gb::ui {
namespace {

QString words(const outcome::ListenFailed &failed, const ListenChoice &choice)
{
    const bool hep = choice.role == ListenChoice::Role::Hep;
    const Endpoint wanted = hep ? choice.hep : Endpoint{choice.server.address, choice.server.port};
    const QString address = wanted.address.toString();
    switch (failed.error) {
    case ListenError::PortTaken:
        if (hep)
            return Listening::tr("Port %1 of %2 is taken: another program listens there. Close it, or choose another "
                                 "port here and where HEP is sent.")
                .arg(wanted.port)
                .arg(address);
        return Listening::tr("Port %1 of %2 is taken: another program listens there. Close it, or choose another "
                             "port here and in the cameras.")
            .arg(wanted.port)
            .arg(address);
    case ListenError::NoSuchAddress:
        return Listening::tr("%1 is not an address of this computer. Is the cable in, and the network card set to "
                             "it? Choose an address from the list.")
            .arg(address);
    case ListenError::NotAllowed:
        return Listening::tr("The system does not allow port %1 (%2). Ports below 1024 need an administrator.")
            .arg(wanted.port)
            .arg(failed.detail);
    case ListenError::None:
    case ListenError::Other: break;
    }
    return Listening::tr("Cannot listen on %1:%2: %3").arg(address).arg(wanted.port).arg(failed.detail);
}

QString commandAgainst(const outcome::CaptureFailed &failed)
{
    return failed.error == CaptureError::NotAllowed
        ? wording::permissionCommand(QCoreApplication::applicationFilePath())
        : QString();
}

QString words(const outcome::CaptureFailed &failed, const QString &interface)
{
    const QString text = wording::captureFailure(failed.error, interface, failed.detail);
    if (commandAgainst(failed).isEmpty())
        return text;
    return Listening::tr("%1 Type this in a terminal, then start gbscope again. Without it, receiving HEP or opening a "
                         "capture of tcpdump works, too.")
        .arg(text);
}

} // namespace

Listening::Listening(Session &session, AppSettings &settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
{
    session.when<outcome::Listening>(this, [this](const outcome::Listening &where) {
        m_local = where.endpoint;
        set(true);
        if (m_choice.role == ListenChoice::Role::Server)
            emit opened(where.endpoint, m_choice.server);
    });
    session.when<outcome::Capturing>(this, [this](const outcome::Capturing &) { set(true); });
    session.when<outcome::StoppedListening>(this, [this](const outcome::StoppedListening &) { set(false); });
    session.when<outcome::ListenFailed>(
        this, [this](const outcome::ListenFailed &why) { fail(words(why, m_choice), {}); });
    session.when<outcome::CaptureFailed>(
        this, [this](const outcome::CaptureFailed &why) { fail(words(why, m_choice.interface), commandAgainst(why)); });
}

void Listening::fail(const QString &text, const QString &command)
{
    set(false);
    emit failed(text, command);
}

void Listening::set(bool on)
{
    m_on = on;
    emit changed();
}

void Listening::start(const ListenChoice &choice, bool remember)
{
    if (remember)
        m_settings.setChoice(choice);
    m_choice = choice;
    emit begun(true);
    switch (choice.role) {
    case ListenChoice::Role::Server: listenAs(choice.server); break;
    case ListenChoice::Role::Capture: m_session.send(wish::Capture{{.interface = choice.interface}}); break;
    case ListenChoice::Role::Hep: m_session.send(wish::ListenForHep{choice.hep}); break;
    }
}

void Listening::listen(const ServerConfig &config)
{
    m_choice.role = ListenChoice::Role::Server;
    m_choice.server = config;
    emit begun(false);
    listenAs(config);
}

void Listening::listenAs(ServerConfig config)
{
    config.bindingsFile = m_settings.bindingsFile(config.port);
    m_session.send(wish::Listen{config});
}

void Listening::stop()
{
    m_session.send(wish::StopListening{});
}

} // namespace gb::ui
