#include "ui/client/asksaving.h"
#include "ui/client/askwindow.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// Asking devices, in a window of its own.
class AskPane final : public Pane
{
    Q_OBJECT
public:
    explicit AskPane(Desk &desk)
        : Pane(desk, "ask")
    {
    }

    void start() override;
    void tick(TimePoint) override { m_window->refresh(); }

private:
    void connectSession();

    AskWindow *m_window = nullptr;
};

void AskPane::start()
{
    m_window = new AskWindow(m_desk.shared<DeviceTableModel>(), m_desk.window());
    m_desk.share(&m_window->asking());
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::devicesChanged, this, [this, &focus] { m_window->setDevices(focus.devices()); });
    connect(
        &m_desk.listening(), &Listening::changed, this, [this] { m_window->setCanAsk(m_desk.listening().isServer()); });
    connect(m_window, &AskWindow::deviceWanted, this,
        [this, &focus](const QString &device) { focus.setDevices({device}, this); });
    connect(m_window, &AskWindow::messagesWanted, this, [this, &focus](const QString &device, quint64 number) {
        focus.setDevices({device}, this);
        focus.reveal(number, this);
    });
    connect(m_window, &AskWindow::exportWanted, this,
        [this](const QByteArray &csv, const QString &name) { saveTable(m_desk, m_window, csv, name); });
    m_desk.commands().add({.id = QStringLiteral("devices.ask"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Ask the &device\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
        .spots = {{Menu::Devices, 26}, {Menu::DeviceTable, 34}},
        .run = [this] { present(m_window); }});
    connectSession();
}

void AskPane::connectSession()
{
    Session &session = m_desk.session();
    connect(&m_window->asking(), &Asking::askRequested, this,
        [&session](const AskQuestion &question) { session.send(wish::Ask{question}); });
    connect(&m_window->asking(), &Asking::stopRequested, this,
        [&session](quint64 id) { session.send(wish::StopAsking{id}); });
    session.when<AskReport>(this, [this](const AskReport &report) { m_window->asking().take(report); });
    session.when<AskNotice>(this, [this](const AskNotice &notice) { m_window->asking().take(notice); });
    session.when<AskProgress>(this, [this](const AskProgress &progress) { m_window->asking().take(progress); });
}

Pane *makeAskPane(Desk &desk)
{
    return desk.session().isLive() ? new AskPane(desk) : nullptr;
}

} // namespace gb::ui

#include "askpane.moc"
