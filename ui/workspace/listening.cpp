#include "ui/workspace/listening.h"

#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"

namespace gb::ui {

Listening::Listening(LiveSession *live, AppSettings &settings, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_settings(settings)
{
    if (!live)
        return;
    connect(live, &LiveSession::listening, this, [this](const Endpoint &endpoint, int) {
        m_local = endpoint;
        set(true);
        if (m_choice.role == ListenChoice::Role::Server)
            emit opened(endpoint, m_choice.server);
    });
    connect(live, &LiveSession::capturing, this, [this] { set(true); });
    connect(live, &LiveSession::stoppedListening, this, [this] { set(false); });
    connect(live, &LiveSession::listenFailed, this, [this](const QString &text, const QString &command) {
        set(false);
        emit failed(text, command);
    });
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
    case ListenChoice::Role::Capture: m_live->capture(choice.interface); break;
    case ListenChoice::Role::Hep: m_live->listenForHep(choice.hep); break;
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
    m_live->listen(config);
}

void Listening::stop()
{
    m_live->stopListening();
}

} // namespace gb::ui
