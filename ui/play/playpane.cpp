#include "ui/client/asksaving.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/play/playwindow.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// Playing channels, in a window of its own.
class PlayPane final : public Pane
{
    Q_OBJECT
public:
    explicit PlayPane(Desk &desk)
        : Pane(desk, "play")
    {
    }

    void start() override;
    void tick(TimePoint) override { m_window->refresh(); }

private:
    void connectSession();
    void connectDesk();
    void show(const QString &device, const QString &callId, PlayMessage which);

    PlayWindow *m_window = nullptr;
};

void PlayPane::start()
{
    m_window = new PlayWindow(m_desk.shared<DeviceTableModel>(), m_desk.shared<Asking>(), m_desk.window());
    connectDesk();
    connectSession();
    m_desk.commands().add({.id = QStringLiteral("devices.play"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Pla&y\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
        .spots = {{Menu::Devices, 27}, {Menu::DeviceTable, 35}},
        .run = [this] { present(m_window); }});
}

void PlayPane::connectDesk()
{
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::devicesChanged, this, [this, &focus] { m_window->setDevices(focus.devices()); });
    connect(&m_desk.listening(), &Listening::changed, this,
        [this] { m_window->setCanPlay(m_desk.listening().isServer()); });
    connect(m_window, &PlayWindow::deviceWanted, this,
        [this, &focus](const QString &device) { focus.setDevices({device}, this); });
    connect(m_window, &PlayWindow::messageWanted, this, &PlayPane::show);
    connect(m_window, &PlayWindow::exportWanted, this,
        [this](const QByteArray &table, const QString &name) { saveTable(m_desk, m_window, table, name); });
    const auto usePorts = [this](const Preferences &now) { m_window->setPorts(now.mediaFirstPort, now.mediaLastPort); };
    connect(&m_desk.settings(), &AppSettings::preferencesChanged, this, usePorts);
    usePorts(m_desk.settings().preferences());
}

void PlayPane::connectSession()
{
    Session &session = m_desk.session();
    Playing &playing = m_window->playing();
    connect(&playing, &Playing::playRequested, this,
        [&session](const PlayQuestion &question) { session.send(wish::Play{question}); });
    connect(&playing, &Playing::stopRequested, this, [&session](quint64 id) { session.send(wish::StopPlaying{id}); });
    session.when<PlayReport>(this, [&playing](const PlayReport &report) { playing.take(report); });
    session.when<PlayProgress>(this, [&playing](const PlayProgress &progress) { playing.take(progress); });
}

void PlayPane::show(const QString &device, const QString &callId, PlayMessage which)
{
    m_desk.focus().setDevices({device}, this);
    if (const quint64 number = findMessage(m_desk.log(), callId, which))
        return m_desk.focus().reveal(number, this);
    m_desk.bar().show(
        MessageBar::Kind::Information, tr("This message is not in the list of messages, or not any more."));
}

Pane *makePlayPane(Desk &desk)
{
    return desk.session().isLive() ? new PlayPane(desk) : nullptr;
}

} // namespace gb::ui

#include "playpane.moc"
