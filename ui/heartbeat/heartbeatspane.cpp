#include "ui/devices/devicetablemodel.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatpanel.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QDateTime>
#include <QToolButton>

namespace gb::ui {

/// The heartbeats of the chosen device, and of all, at the bottom.
class HeartbeatsPane final : public Pane
{
    Q_OBJECT
public:
    explicit HeartbeatsPane(Desk &desk)
        : Pane(desk, "heartbeats", Place::Bottom)
        , m_store(new HeartbeatStore(this))
    {
    }

    QString title() const override { return tr("Heartbeats"); }
    QWidget *make() override;
    void start() override;
    void takes(const Batch &batch) override;
    void tick(TimePoint now) override;

private:
    void addCommands();
    void showFleet();
    void filterTime(TimePoint from, TimePoint to);

    HeartbeatStore *m_store;
    HeartbeatPanel *m_panel = nullptr;
    QString m_filtered, m_before; ///< the filter with the time that was chosen last, and without it
};

QString localTime(TimePoint at)
{
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
}

QWidget *HeartbeatsPane::make()
{
    m_store->setPolicy(m_desk.judging().policy());
    m_desk.share(m_store);
    return m_panel = new HeartbeatPanel(m_store);
}

void HeartbeatsPane::start()
{
    Focus &focus = m_desk.focus();
    Judging &judging = m_desk.judging();
    connect(&focus, &Focus::devicesChanged, this, [this, &focus] { m_panel->setDevice(focus.device()); });
    connect(m_panel, &HeartbeatPanel::deviceSelected, this,
        [this, &focus](const QString &device) { focus.setDevices({device}, this); });
    connect(m_panel, &HeartbeatPanel::messageSelected, this,
        [this, &focus](quint64 number) { focus.reveal(number, this); });
    connect(m_panel, &HeartbeatPanel::timeChosen, this, &HeartbeatsPane::filterTime);
    connect(m_panel, &HeartbeatPanel::policyChosen, &judging, qOverload<const HeartbeatPolicy &>(&Judging::choose));
    connect(m_panel, &HeartbeatPanel::overrideChosen, &judging,
        qOverload<const QString &, const std::optional<HeartbeatPolicy> &>(&Judging::choose));
    connect(&judging, &Judging::begun, m_store, &HeartbeatStore::setPolicy);
    connect(&m_desk, &Desk::aliasesChanged, this, [this] { m_panel->setAliases(m_desk.settings().aliases()); });
    m_panel->setAliases(m_desk.settings().aliases());
    connect(m_panel->switches().at(HeartbeatPanel::FleetPage), &QToolButton::toggled, this, &HeartbeatsPane::showFleet);
    addCommands();
}

void HeartbeatsPane::addCommands()
{
    Commands &commands = m_desk.commands();
    static constexpr std::pair<const char *, int> switches[] = {
        {"device", 10}, {"beats", 11}, {"fleet", 12}, {"whatIf", 20}};
    for (qsizetype i = 0; i < 4; ++i)
        commands.addButton(QStringLiteral("heartbeats.") + QLatin1String(switches[i].first), m_panel->switches().at(i),
            {{Menu::Heartbeats, switches[i].second}});
    commands.add({.id = QStringLiteral("device.ownPolicy"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Own heartbeat setting\u2026")),
        .spots = {{Menu::DeviceTable, 20}},
        .run =
            [this] {
                m_desk.show(id());
                m_panel->tryPolicy(true); // of the device that is chosen
            },
        .when = [this] { return m_desk.focus().devices().size() == 1; }});
}

/// The flow shows this time, beside what it is filtered by; a time that was chosen before makes room.
void HeartbeatsPane::filterTime(TimePoint from, TimePoint to)
{
    Focus &focus = m_desk.focus();
    focus.setRange(from, to, this);
    FlowFilter filter = focus.filter();
    m_before = filter.text == m_filtered ? m_before : filter.text;
    m_filtered = QStringLiteral("time>=%1 time<=%2")
                     .arg(localTime(from), localTime(to + std::chrono::microseconds(999)));
    if (!m_before.trimmed().isEmpty())
        m_filtered = u'(' + m_before + QStringLiteral(") ") + m_filtered;
    filter.text = m_filtered;
    focus.setFilter(filter);
}

/// Once a second is enough for the order of the rows.
void HeartbeatsPane::tick(TimePoint now)
{
    if (m_panel->fleet()->isVisible())
        showFleet();
    m_panel->setNow(now);
}

void HeartbeatsPane::showFleet()
{
    QList<FleetDevice> devices;
    m_desk.shared<DeviceTableModel>().visit([&devices](const DeviceSnapshot &device, const QString &name) {
        devices.append({device.id, name, stateRank(device.verdict.state)});
    });
    m_panel->fleet()->setDevices(devices);
}

void HeartbeatsPane::takes(const Batch &batch)
{
    m_store->forget(batch.gone);
    m_store->apply(batch.events);
    if (batch.truth)
        m_panel->setTruth(batch.watched, batch.truth);
    if (!m_desk.session().isLive() && !batch.devices.isEmpty() && m_panel->fleet()->isVisible())
        showFleet(); // in a file no time passes
}

Pane *makeHeartbeatsPane(Desk &desk)
{
    return new HeartbeatsPane(desk);
}

} // namespace gb::ui

#include "heartbeatspane.moc"
