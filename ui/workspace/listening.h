#pragma once
#include "core/session/session.h"
#include "ui/settings/listenchoice.h"

#include <QObject>

namespace gb::ui {

class AppSettings;

/// What the window listens to, or was asked to.
class Listening final : public QObject
{
    Q_OBJECT
public:
    Listening(Session &session, AppSettings &settings, QObject *parent);

    bool isOn() const { return m_on; }
    /// As a SIP server.
    bool isServer() const { return m_on && m_choice.role == ListenChoice::Role::Server; }
    /// What was asked for last.
    const ListenChoice &choice() const { return m_choice; }
    /// Where it listens, as a server or for HEP.
    const Endpoint &local() const { return m_local; }

    /// `remember`: for the next start.
    void start(const ListenChoice &choice, bool remember);
    /// As a server that the form does not show.
    void listen(const ServerConfig &config);
    void stop();

signals:
    /// `shown`: the form should show what was asked for.
    void begun(bool shown);
    void changed();
    /// As a server.
    void opened(gb::Endpoint endpoint, const gb::ServerConfig &config);
    /// `command`: what to type against it, may be empty.
    void failed(const QString &text, const QString &command);

private:
    void set(bool on);
    void fail(const QString &text, const QString &command);
    void listenAs(ServerConfig config);

    Session &m_session;
    AppSettings &m_settings;
    ListenChoice m_choice;
    Endpoint m_local;
    bool m_on = false;
};

} // namespace gb::ui
