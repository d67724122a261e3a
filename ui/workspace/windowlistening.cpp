#include "core/capture/sessionfile.h"
#include "ui/client/settingwindow.h"
#include "ui/client/silencewindow.h"
#include "ui/devices/devicepanel.h"
#include "ui/findings/findingspanel.h"
#include "ui/listen/listenform.h"
#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plainlabel.h"
#include "ui/workspace/mainwindow.h"
#include "ui/workspace/statusline.h"
#include "ui/workspace/windowactions.h"

#include <QNetworkInterface>
#include <QStackedWidget>
#include <QToolButton>

/// What the main window listens to, and how it tells.
namespace gb::ui {
namespace {

/// The address that a camera should be told: of a listener on every card the first one that is no loopback.
IpAddress addressForCameras(const IpAddress &listening)
{
    if (!listening.isAny())
        return listening;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
            return address;
    }
    return IpAddress(0x7f000001);
}

} // namespace

void MainWindow::connectLive()
{
    connect(m_live.get(), &LiveSession::listening, this, [this](const Endpoint &endpoint, int) {
        m_local = endpoint;
        setListening(true);
        if (m_choice.role == ListenChoice::Role::Server)
            emit listening(endpoint, m_choice.server);
    });
    connect(m_live.get(), &LiveSession::recording, this, [this](const QString &file, const QString &instead) {
        m_status->setRecord(file);
        if (!instead.isEmpty())
            m_status->setNote(tr("%1 exists and is left as it is. Recording into %2").arg(instead, file));
    });
    connect(m_live.get(), &LiveSession::diskChanged, this, [this](const QString &file, const QString &trouble) {
        if (trouble.isEmpty())
            m_bar->show(MessageBar::Kind::Information,
                tr("There is room again: all that waited is recorded into %1.").arg(file));
        else
            m_bar->show(MessageBar::Kind::Error,
                tr("Nothing can be recorded into %1: %2\nWhat comes waits in memory, up to %3 MB, and devices are "
                   "answered as before. Make room on the disk.")
                    .arg(file, trouble)
                    .arg(SessionFile::maxQueuedOctets / 1024 / 1024));
    });
    connect(m_live.get(), &LiveSession::capturing, this, [this] { setListening(true); });
    connect(m_live.get(), &LiveSession::stoppedListening, this, [this] { setListening(false); });
    connect(m_live.get(), &LiveSession::listenFailed, this, [this](const QString &text, const QString &command) {
        setListening(false);
        chooseListener();
        m_listenForm->setProblem(text, command);
    });
    m_listenForm->setChoice(m_settings.choice());
}

void MainWindow::setListening(bool on)
{
    m_listening = on;
    m_actions->stop->setEnabled(on);
    m_setting->setCanAsk(on && m_choice.role == ListenChoice::Role::Server);
    m_silence->setCanStart(on && m_choice.role == ListenChoice::Role::Server);
    if (on)
        m_centre->setCurrentIndex(FlowPage);
    retitle();
    showSetupHint();
    refreshCard();
}

void MainWindow::start(const ListenChoice &choice)
{
    m_settings.setChoice(choice);
    startOnce(choice);
}

void MainWindow::startOnce(const ListenChoice &choice)
{
    m_choice = choice;
    m_listenForm->setChoice(choice);
    m_listenForm->setProblem({});
    switch (choice.role) {
    case ListenChoice::Role::Server: m_live->listen(choice.server); break;
    case ListenChoice::Role::Capture: m_live->capture(choice.interface); break;
    case ListenChoice::Role::Hep: m_live->listenForHep(choice.hep); break;
    }
}

void MainWindow::listenOnce(const ServerConfig &config)
{
    m_choice.role = ListenChoice::Role::Server;
    m_choice.server = config;
    m_listenForm->setProblem({});
    m_live->listen(config);
}

void MainWindow::tellProblems(const QStringList &problems)
{
    if (problems.isEmpty())
        return;
    m_problems = problems.join(u'\n');
    m_bar->show(MessageBar::Kind::Error, m_problems);
    m_listenForm->setProblem(m_problems);
}

void MainWindow::chooseListener()
{
    m_centre->setCurrentIndex(m_centre->currentIndex() == ListenPage && m_listening ? FlowPage : ListenPage);
}

void MainWindow::showSetupHint()
{
    tellSeen();
    if (m_listening && m_choice.role == ListenChoice::Role::Server) {
        const ServerConfig &server = m_choice.server;
        m_devices->setSetupHint({{tr("SIP server address"), addressForCameras(m_local.address).toString()},
            {tr("SIP server port"), QString::number(m_local.port)}, {tr("SIP server ID"), server.serverId},
            {tr("SIP domain"), server.domain},
            {tr("Password"), server.password.isEmpty() ? tr("(none)") : server.password}});
        return;
    }
    m_devices->setSetupHint({});
    if (!m_listening && m_choice.role != ListenChoice::Role::Server)
        m_devices->setEmptyState(tr("Not listening"), {tr("Choose in the form what this window does.")});
    else if (!m_listening)
        m_devices->setEmptyState(tr("Not listening"),
            {tr("Choose the network card and press Listen. Then point the camera at this computer.")});
    else if (m_choice.role == ListenChoice::Role::Capture)
        m_devices->setEmptyState(tr("Watching %1").arg(m_choice.interface),
            {tr("No registration and no heartbeat has passed yet."),
                tr("Does the switch mirror the port of the cameras, or of their server, to this network card?")});
    else
        m_devices->setEmptyState(tr("Receiving HEP on %1").arg(m_local.text()),
            {tr("No registration and no heartbeat was told yet."),
                tr("Point the HEP sender at this address and port.")});
}

/// Whoever looks for findings first is told why there are none.
void MainWindow::tellSeen()
{
    const DeviceTableModel &devices = *m_devices->model();
    QString where = tr("No registration and no heartbeat is in this capture.");
    if (m_live && !m_listening)
        where = tr("Nothing listens yet: press Listen in the form first.");
    else if (m_live && m_choice.role == ListenChoice::Role::Server)
        where = tr("The camera card (Ctrl+D) shows what to type into each camera.");
    else if (m_live)
        where = tr("The device table says what to check.");
    m_findings->setSeen(devices.deviceCount() - devices.missing(), devices.missing(), where);
}

/// Once, when it begins: the status line is not the place for what spoils a measurement.
void MainWindow::tellDropped(quint64 packets)
{
    if (packets == 0 || std::exchange(m_toldDropped, true))
        return;
    m_bar->show(MessageBar::Kind::Error,
        tr("This computer did not keep up with %1: packets were dropped. Messages may be missing that were really "
           "sent.")
            .arg(m_choice.interface));
}

void MainWindow::retitle()
{
    if (m_file) {
        setWindowTitle(tr("%1 \u2013 gbscope").arg(fileNames()));
        return;
    }
    m_listener->setIcon(icon(m_listening ? QStringLiteral("record") : QStringLiteral("listen")));
    m_listener->setToolTip(
        toolTipText(m_listening ? tr("Listening. Click to change where.") : tr("Click to choose where to listen.")));
    if (!m_listening) {
        m_listener->setText(tr("Not listening"));
        setWindowTitle(QStringLiteral("gbscope"));
        return;
    }
    QString where = m_local.text(), shown;
    switch (m_choice.role) {
    case ListenChoice::Role::Server: shown = QStringLiteral("%1 UDP+TCP").arg(where); break;
    case ListenChoice::Role::Capture:
        where = m_choice.interface;
        shown = tr("Watching %1").arg(where);
        break;
    case ListenChoice::Role::Hep: shown = where = QStringLiteral("HEP %1").arg(where); break;
    }
    m_listener->setText(shown);
    setWindowTitle(tr("%1 \u2013 gbscope").arg(where));
}

} // namespace gb::ui
