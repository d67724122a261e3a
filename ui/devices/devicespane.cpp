#include "ui/devices/devicepanel.h"
#include "ui/devices/deviceview.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QNetworkInterface>

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

/// The table of devices, at the left.
class DevicesPane final : public Pane
{
    Q_OBJECT
public:
    explicit DevicesPane(Desk &desk)
        : Pane(desk, "devices", Place::Left)
    {
    }

    QString title() const override { return tr("Devices"); }
    QWidget *make() override;
    void start() override;
    void takes(const Batch &batch) override { m_panel->apply(batch.devices, batch.gone, batch.now); }
    void tick(TimePoint now) override { m_panel->setNow(now); }
    void retranslate() override { showHint(); }
    void restore() override;
    void save() override { m_desk.settings().setLayout(id(), m_panel->saveState()); }

private:
    void connectFocus(Focus &focus);
    void addCommands();
    void addTableCommands();
    void showOnly(const QStringList &ids);
    void showHint();

    DevicePanel *m_panel = nullptr;
    bool m_following = false; ///< the table shows what was chosen elsewhere
};

QWidget *DevicesPane::make()
{
    m_panel = new DevicePanel;
    m_desk.share(m_panel->model());
    return m_panel;
}

void DevicesPane::start()
{
    connectFocus(m_desk.focus());
    connect(m_panel, &DevicePanel::activated, this, [this](const QString &device) {
        showOnly({device});
        m_desk.enter(QStringLiteral("flow"));
    });
    connect(
        m_panel, &DevicePanel::cardRequested, this, [this] { m_desk.commands().run(QStringLiteral("devices.card")); });
    connect(m_panel, &DevicePanel::aliasEdited, &m_desk, &Desk::setAlias);
    connect(m_panel, &DevicePanel::menuRequested, this,
        [this](const QPoint &at) { m_desk.commands().open(Menu::DeviceTable, m_panel, at); });
    connect(&m_desk.listening(), &Listening::changed, this, &DevicesPane::showHint);
    addCommands();
    addTableCommands();
    m_panel->setAliases(m_desk.settings().aliases());
}

void DevicesPane::connectFocus(Focus &focus)
{
    connect(m_panel, &DevicePanel::selectionChanged, this, [this, &focus](const QStringList &ids) {
        if (!m_following)
            focus.setDevices(ids, this);
    });
    connect(&focus, &Focus::devicesChanged, this, [this, &focus](Focus::Origin origin) {
        if (origin == this)
            return;
        m_following = true; // a row may be hidden: the device is chosen nevertheless
        m_panel->select(focus.devices());
        m_following = false;
    });
    connect(&focus, &Focus::filtersCleared, this, [this] { m_panel->clearFilters(); });
}

void DevicesPane::showOnly(const QStringList &ids)
{
    FlowFilter filter = m_desk.focus().filter();
    filter.devices = ids;
    filter.callIds.clear();
    m_desk.focus().setFilter(filter, this);
}

void DevicesPane::addCommands()
{
    Commands &commands = m_desk.commands();
    commands.add({.id = QStringLiteral("devices.find"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Find a device")),
        .keys = {QKeySequence(Qt::Key_Slash), QKeySequence(Qt::CTRL | Qt::Key_F)},
        .spots = {{Menu::Devices, 10}},
        .run = [this] { m_panel->focusFilter(); },
        .icon = QStringLiteral("search")});
    commands.add({.id = QStringLiteral("devices.clearFilters"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Clear &all filters")),
        .spots = {{Menu::Devices, 30}},
        .run = [this] { m_desk.focus().clearFilters(); }});
    commands.add({.id = QStringLiteral("device.flow"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Show only these in the message flow")),
        .spots = {{Menu::DeviceTable, 31}},
        .run = [this] { showOnly(m_desk.focus().devices()); },
        .when = [this] { return !m_desk.focus().devices().isEmpty(); }});
}

void DevicesPane::addTableCommands()
{
    Commands &commands = m_desk.commands();
    DeviceView *const view = m_panel->view();
    const auto chosen = [this] { return !m_desk.focus().devices().isEmpty(); };
    commands.add({.id = QStringLiteral("device.copyCell"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Copy cell")),
        .spots = {{Menu::DeviceTable, 10}},
        .run = [view] { view->copyCell(); },
        .when = chosen});
    commands.add({.id = QStringLiteral("device.copyRows"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Copy rows")),
        .keys = QKeySequence::keyBindings(QKeySequence::Copy).first(1),
        .spots = {{Menu::DeviceTable, 11}},
        .run = [view] { view->copyRows(); },
        .when = chosen,
        .scope = view}); // the alias editor copies for itself
    commands.add({.id = QStringLiteral("device.rename"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Rename\u2026")),
        .spots = {{Menu::DeviceTable, 12}},
        .run = [this] { m_panel->rename(); },
        .when = chosen});
    commands.add({.id = QStringLiteral("device.columns"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Columns and order\u2026")),
        .spots = {{Menu::DeviceTable, 40}},
        .run = [view] { view->openColumnMenu(view->viewport()->mapToGlobal(QPoint(8, 0))); }});
    commands.add({.id = QStringLiteral("device.resetColumns"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Reset columns")),
        .spots = {{Menu::DeviceTable, 40}},
        .run = [view] { view->resetColumns(); }});
}

void DevicesPane::restore()
{
    const QByteArray columns = m_desk.settings().layout(id());
    if (!columns.isEmpty())
        m_panel->restoreState(columns);
}

/// What stands in place of the table while there is no device.
void DevicesPane::showHint()
{
    const Listening &listening = m_desk.listening();
    const ListenChoice &choice = listening.choice();
    if (!m_desk.session().isLive()) {
        m_panel->setEmptyState(tr("No device"), {tr("This capture contains no registration and no heartbeat.")});
        return;
    }
    if (listening.isServer()) {
        const ServerConfig &server = choice.server;
        m_panel->setSetupHint({{tr("SIP server address"), addressForCameras(listening.local().address).toString()},
            {tr("SIP server port"), QString::number(listening.local().port)}, {tr("SIP server ID"), server.serverId},
            {tr("SIP domain"), server.domain},
            {tr("Password"), server.password.isEmpty() ? tr("(none)") : server.password, !server.password.isEmpty()}});
        return;
    }
    m_panel->setSetupHint({});
    if (!listening.isOn() && choice.role != ListenChoice::Role::Server)
        m_panel->setEmptyState(tr("Not listening"), {tr("Choose a mode in the form.")});
    else if (!listening.isOn())
        m_panel->setEmptyState(tr("Not listening"),
            {tr("Choose the network card and press Listen. Then point the camera at this computer.")});
    else if (choice.role == ListenChoice::Role::Capture)
        m_panel->setEmptyState(tr("Watching %1").arg(choice.interface),
            {tr("No registration and no heartbeat seen yet."),
                tr("Does the switch mirror the port of the cameras, or of their server, to this network card?")});
    else
        m_panel->setEmptyState(tr("Receiving HEP on %1").arg(listening.local().text()),
            {tr("No registration and no heartbeat received yet."),
                tr("Point the HEP sender at this address and port.")});
}

Pane *makeDevicesPane(Desk &desk)
{
    return new DevicesPane(desk);
}

} // namespace gb::ui

#include "devicespane.moc"
