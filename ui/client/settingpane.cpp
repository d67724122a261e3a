#include "ui/client/settingwindow.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// The heartbeat setting of a device on both ends, in a window of its own.
class SettingPane final : public Pane
{
    Q_OBJECT
public:
    explicit SettingPane(Desk &desk)
        : Pane(desk, "setting")
    {
    }

    void start() override;
    void takes(const Batch &batch) override { m_window->refresh(batch.now); }
    void tick(TimePoint now) override { m_window->refresh(now); }

private:
    SettingWindow *m_window = nullptr;
};

void SettingPane::start()
{
    m_window = new SettingWindow(m_desk.shared<DeviceTableModel>(), m_desk.shared<HeartbeatStore>(), m_desk.window());
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::devicesChanged, this, [this, &focus] {
        if (!focus.device().isEmpty()) // with none chosen it stays with the last one
            m_window->setDevice(focus.device(), m_desk.now());
    });
    m_desk.commands().add({.id = QStringLiteral("devices.bothEnds"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Heartbeat setting on &both ends\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_B)},
        .spots = {{Menu::Devices, 23}, {Menu::DeviceTable, 32}},
        .run = [this] { present(m_window); }});
    Session &session = m_desk.session();
    if (!session.isLive())
        return;
    connect(
        &m_desk.listening(), &Listening::changed, this, [this] { m_window->setCanAsk(m_desk.listening().isServer()); });
    connect(m_window, &SettingWindow::readRequested, this,
        [&session](const QString &device) { session.send(wish::ReadConfig{device}); });
    connect(m_window, &SettingWindow::pushRequested, this,
        [&session](const QString &device, std::optional<int> expiration) {
            session.send(wish::PushConfig{device, expiration});
        });
    session.when<ConfigReport>(this, [this](const ConfigReport &report) { m_window->report(report); });
}

Pane *makeSettingPane(Desk &desk)
{
    return new SettingPane(desk);
}

} // namespace gb::ui

#include "settingpane.moc"
