#include "ui/devices/devicepanel.h"
#include "ui/heartbeat/heartbeatpanel.h"
#include "ui/heartbeat/policycontrols.h"
#include "ui/ladder/flowpanel.h"
#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/mainwindow.h"

#include <QDockWidget>
#include <QStackedWidget>

/// How the main window wires the heartbeats: who is watched, what is tried, and by whose policy a device is judged.
namespace gb::ui {

void MainWindow::connectHeartbeats()
{
    connect(m_heartbeatPanel, &HeartbeatPanel::deviceSelected, this,
        [this](const QString &id) { m_devices->select({id}); });
    connect(m_heartbeatPanel, &HeartbeatPanel::messageSelected, this, [this](quint64 number) {
        m_centre->setCurrentIndex(FlowPage);
        m_flow->select(number);
        selectMessage(number);
    });
    connect(m_heartbeatPanel, &HeartbeatPanel::policyChosen, this, [this](const HeartbeatPolicy &policy) {
        m_policy->setPolicy(policy);
        emit m_policy->policyChanged(policy);
    });
    connect(m_heartbeatPanel, &HeartbeatPanel::overrideChosen, this, &MainWindow::setOverride);
    connect(m_devices, &DevicePanel::ownPolicyRequested, this, [this] {
        m_docks[Heartbeats]->show();
        m_docks[Heartbeats]->raise();
        m_heartbeatPanel->tryPolicy(true); // of the device that is chosen
    });
}

void MainWindow::useOverrides(const HeartbeatOverrides &overrides)
{
    if (overrides == m_overrides)
        return;
    m_overrides = overrides;
    m_source->setOverrides(m_overrides);
}

void MainWindow::setOverride(const QString &device, const std::optional<HeartbeatPolicy> &policy)
{
    if (m_keepPolicy)
        m_settings.setOverride(device, policy);
    HeartbeatOverrides overrides = m_overrides;
    if (policy)
        overrides.insert(device, *policy);
    else
        overrides.remove(device);
    useOverrides(overrides);
}

} // namespace gb::ui
