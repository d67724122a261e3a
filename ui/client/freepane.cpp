#include "ui/client/freewindow.h"
#include "ui/client/messagecollection.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <utility>

namespace gb::ui {

/// Messages that the user writes, in a window of their own.
class FreePane final : public Pane
{
    Q_OBJECT
public:
    explicit FreePane(Desk &desk)
        : Pane(desk, "free")
    {
    }

    void start() override;
    void tick(TimePoint) override { m_window->refresh(); }

private:
    void connectSession();
    void addCommands();
    void showRecorded();

    MessageCollection *m_kept = nullptr;
    FreeWindow *m_window = nullptr;
    MessageSummary m_asked; ///< whose text is read for it; number 0: none
};

void FreePane::start()
{
    m_kept = new MessageCollection(m_desk.settings().messagesFolder(), this);
    m_window = new FreeWindow(m_desk.shared<DeviceTableModel>(), *m_kept, m_desk.window());
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::devicesChanged, this, [this, &focus] { m_window->setDevice(focus.device()); });
    const auto listen = [this] {
        m_window->setCanSend(m_desk.listening().isServer(), m_desk.settings().server().value_or(ServerConfig()));
    };
    connect(&m_desk.listening(), &Listening::changed, this, listen);
    connect(m_window, &FreeWindow::messagesWanted, this, [this, &focus](const QString &device, quint64 number) {
        if (!device.isEmpty())
            focus.setDevices({device}, this);
        focus.reveal(number, this);
    });
    listen();
    connectSession();
    addCommands();
    m_kept->load();
}

void FreePane::connectSession()
{
    Session &session = m_desk.session();
    connect(m_window, &FreeWindow::sendRequested, this,
        [&session](const FreeQuestion &question) { session.send(wish::SendFree{question}); });
    connect(m_window, &FreeWindow::stopRequested, this, [&session](quint64 id) { session.send(wish::StopFree{id}); });
    connect(m_window, &FreeWindow::dialogsWanted, this,
        [&session](quint64 id, const QString &device, const Endpoint &remote) {
            session.send(wish::ListDialogs{id, device, remote});
        });
    session.when<FreeReport>(this, [this](const FreeReport &report) { m_window->take(report); });
    session.when<FreeDialogList>(this, [this](const FreeDialogList &list) { m_window->take(list); });
    session.when<outcome::MessageRead>(this, [this](const outcome::MessageRead &read) {
        if (read.number == 0 || read.number != m_asked.number) // others read, too
            return;
        const MessageSummary asked = std::exchange(m_asked, {});
        m_window->setMessage({.from = asked.from,
                                 .to = asked.to,
                                 .transport = asked.transport,
                                 .direction = asked.direction,
                                 .octets = read.datagram.octets}, // what is read has no addresses
            asked.device.toString());
        present(m_window);
    });
}

void FreePane::addCommands()
{
    m_desk.commands().add({.id = QStringLiteral("devices.message"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Write a &message\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
        .spots = {{Menu::Devices, 27}, {Menu::DeviceTable, 35}},
        .run = [this] { present(m_window); }});
    m_desk.commands().add({.id = QStringLiteral("message.sendAnew"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Send as a new message\u2026")),
        .spots = {{Menu::Message, 8}, {Menu::Messages, 26}, {Menu::Ladder, 14}},
        .run = [this] { showRecorded(); },
        .when = [this] { return m_desk.focus().message() != 0; }});
}

/// Goes to the device that the message belongs to; of none that is known, to where it came from.
void FreePane::showRecorded()
{
    const quint64 number = m_desk.focus().message();
    const qsizetype row = number == 0 ? -1 : m_desk.log().rowOf(number);
    if (row < 0)
        return;
    m_asked = m_desk.log().at(row);
    m_desk.session().send(wish::Read{number});
}

Pane *makeFreePane(Desk &desk)
{
    return desk.session().isLive() ? new FreePane(desk) : nullptr;
}

} // namespace gb::ui

#include "freepane.moc"
