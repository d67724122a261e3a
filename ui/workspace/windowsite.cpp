#include "ui/devices/devicepanel.h"
#include "ui/findings/findingspanel.h"
#include "ui/heartbeat/policycontrols.h"
#include "ui/listen/listenform.h"
#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"
#include "ui/site/cardwindow.h"
#include "ui/site/expecteddialog.h"
#include "ui/site/siteoverview.h"
#include "ui/workspace/mainwindow.h"
#include "ui/workspace/windowactions.h"

/// What the main window knows of the site: who shall come, and what the cameras are told.
namespace gb::ui {

/// A capture in which none of them speaks is of another site: there they would be noise.
void MainWindow::expectDevices()
{
    const QList<ExpectedDevice> expected = m_settings.expected();
    m_expected.clear();
    for (const ExpectedDevice &one : expected)
        m_expected.insert(one.id);
    const auto isHere = [this](const ExpectedDevice &one) { return m_devices->model()->device(one.id) != nullptr; };
    if (m_live || std::any_of(expected.begin(), expected.end(), isHere))
        m_source->setExpected(expected);
}

void MainWindow::askExpected()
{
    ExpectedDialog dialog(
        m_settings.expected(),
        [this](const QString &id) {
            const DeviceSnapshot *const device = m_devices->model()->device(id);
            return device && !device->isMissing();
        },
        this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_settings.setExpected(dialog.devices());
    expectDevices();
    m_source->setExpected(dialog.devices()); // whoever lists them here means this record
}

void MainWindow::showCard()
{
    if (!m_card)
        m_card = new CardWindow(this);
    m_card->show();
    refreshCard();
    m_card->raise();
    m_card->activateWindow();
}

/// Once a second is enough for what the card says of IDs.
void MainWindow::refreshCard()
{
    if (!m_card || !m_card->isVisible())
        return;
    CardSite site;
    site.listening = m_listening && m_choice.role == ListenChoice::Role::Server;
    site.server = site.listening ? m_choice.server : m_listenForm->choice().server;
    if (site.listening) {
        site.server.address = m_local.address;
        site.server.port = m_local.port;
    }
    site.passwordKnown = m_choice.role == ListenChoice::Role::Server; // a platform that is watched has its own
    site.heartbeat = m_policy->policy();
    site.inUse = m_devices->model()->ids();
    site.expected = m_expected;
    m_card->setSite(site);
}

void MainWindow::connectOverview()
{
    m_overview = new SiteOverview(*m_devices->model(), *m_findings->model(), this);
    m_overview->setTelling(m_settings.tellsBySound(), m_settings.tellsByNotice());
    connect(m_overview, &SiteOverview::tellingChanged, this,
        [this](bool sound, bool notice) { m_settings.setTelling(sound, notice); });
    connect(m_actions->overview, &QAction::triggered, this, [this] {
        m_overview->show();
        m_overview->raise();
        m_overview->activateWindow();
        m_overview->refresh(now());
    });
}

} // namespace gb::ui
