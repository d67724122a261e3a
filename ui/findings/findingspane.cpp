#include "ui/devices/devicetablemodel.h"
#include "ui/findings/findingspanel.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QToolButton>

namespace gb::ui {

/// What is wrong, at the bottom.
class FindingsPane final : public Pane
{
    Q_OBJECT
public:
    explicit FindingsPane(Desk &desk)
        : Pane(desk, "findings", Place::Bottom)
    {
    }

    QString title() const override { return m_panel->title(); }
    QWidget *make() override;
    void start() override;
    void takes(const Batch &batch) override { m_panel->apply(batch.findings); }
    void retranslate() override { tellSeen(); }

private:
    void addCommands();
    void show(quint64 message, const QString &device);
    void showProof(quint64 message, const QString &device);
    void tellSeen();

    FindingsPanel *m_panel = nullptr;
};

QWidget *FindingsPane::make()
{
    m_panel = new FindingsPanel;
    m_desk.share(m_panel);
    m_desk.share(m_panel->model());
    return m_panel;
}

void FindingsPane::start()
{
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::devicesChanged, this, [this, &focus] { m_panel->setSelectedDevices(focus.devices()); });
    connect(m_panel, &FindingsPanel::titleChanged, this, &Pane::retitled);
    connect(m_panel, &FindingsPanel::chosen, this, &FindingsPane::show);
    connect(m_panel, &FindingsPanel::proofRequested, this, &FindingsPane::showProof);
    connect(m_panel, &FindingsPanel::mutesChanged, this,
        [this](const QStringList &mutes) { m_desk.settings().setMutedFindings(mutes); });
    connect(m_panel, &FindingsPanel::menuRequested, this,
        [this](const QPoint &at) { m_desk.commands().open(Menu::Findings, m_panel, at); });
    connect(&m_desk, &Desk::aliasesChanged, this, [this] { m_panel->setAliases(m_desk.settings().aliases()); });
    connect(&m_desk.shared<DeviceTableModel>(), &DeviceTableModel::summaryChanged, this, &FindingsPane::tellSeen);
    connect(&m_desk.listening(), &Listening::changed, this, &FindingsPane::tellSeen);
    m_panel->setAliases(m_desk.settings().aliases());
    m_panel->setMutes(m_desk.settings().mutedFindings());
    addCommands();
}

void FindingsPane::addCommands()
{
    Commands &commands = m_desk.commands();
    const auto any = [this] { return m_panel->current() != nullptr; };
    const auto ofDevice = [this] { return m_panel->current() && !m_panel->current()->device.isEmpty(); };
    commands.add({.id = QStringLiteral("findings.proof"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Show the &proof")),
        .spots = {{Menu::Findings, 10}},
        .run = [this] { m_panel->showProof(); },
        .when = any});
    commands.add({.id = QStringLiteral("findings.fold"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Open or close the line")),
        .spots = {{Menu::Findings, 11}},
        .run = [this] { m_panel->toggleFold(); },
        .when = [this] { return m_panel->canFold(); }});
    commands.add({.id = QStringLiteral("findings.muteHere"),
        .text = [this] { return m_panel->muteText(false); },
        .spots = {{Menu::Findings, 20, ofDevice}},
        .run = [this] { m_panel->toggleMute(false); },
        .when = ofDevice});
    commands.add({.id = QStringLiteral("findings.muteAll"),
        .text = [this] { return m_panel->muteText(true); },
        .spots = {{Menu::Findings, 21}},
        .run = [this] { m_panel->toggleMute(true); },
        .when = any});
    static constexpr const char *shows[] = {"over", "muted", "onlySelected"};
    for (qsizetype i = 0; i < 3; ++i)
        commands.addButton(
            QStringLiteral("findings.") + QLatin1String(shows[i]), m_panel->switches().at(i), {{Menu::Findings, 30}});
}

/// The other panes follow: a finding beside the messages of another device misleads.
void FindingsPane::show(quint64 message, const QString &device)
{
    Focus &focus = m_desk.focus();
    if (!device.isEmpty() && !focus.devices().contains(device))
        focus.setDevices({device}, this);
    if (message != 0)
        focus.reveal(message, this);
}

/// Among the messages of its device, whatever was filtered.
void FindingsPane::showProof(quint64 message, const QString &device)
{
    m_desk.focus().clearFilters();
    show(message, device);
}

/// Whoever looks for findings first is told why there are none.
void FindingsPane::tellSeen()
{
    const DeviceTableModel &devices = m_desk.shared<DeviceTableModel>();
    QString where = tr("This capture contains no registration and no heartbeat.");
    if (m_desk.session().isLive() && !m_desk.listening().isOn())
        where = tr("Nothing listens yet: press Listen in the form first.");
    else if (m_desk.session().isLive() && m_desk.listening().isServer())
        where = tr("The camera card (menu Devices) shows what to type into each camera.");
    else if (m_desk.session().isLive())
        where = tr("The device table says what to check.");
    m_panel->setSeen(devices.deviceCount() - devices.missing(), devices.missing(), where);
}

Pane *makeFindingsPane(Desk &desk)
{
    return new FindingsPane(desk);
}

} // namespace gb::ui

#include "findingspane.moc"
