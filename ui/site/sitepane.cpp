#include "ui/devices/devicetablemodel.h"
#include "ui/listen/listenform.h"
#include "ui/settings/appsettings.h"
#include "ui/site/cardwindow.h"
#include "ui/site/expecteddialog.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <algorithm>

namespace gb::ui {

/// What is known of the site: who shall come, and what the cameras are told. Two commands with windows of their own.
class SitePane final : public Pane
{
    Q_OBJECT
public:
    explicit SitePane(Desk &desk)
        : Pane(desk, "site")
    {
    }

    void start() override;
    void second(TimePoint) override { refreshCard(); }

private:
    void expectDevices();
    void askExpected();
    void showCard();
    void refreshCard();

    CardWindow *m_card = nullptr; ///< as soon as it was asked for
    QSet<QString> m_expected;     ///< IDs of devices that shall come
};

void SitePane::start()
{
    m_desk.commands().add({.id = QStringLiteral("devices.expected"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Expected devices\u2026")),
        .spots = {{Menu::Devices, 21}},
        .run = [this] { askExpected(); }});
    if (!m_desk.session().isLive()) {
        m_desk.session().when<outcome::Loaded>(this, [this](const outcome::Loaded &) { expectDevices(); });
        return;
    }
    m_desk.commands().add({.id = QStringLiteral("devices.card"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Camera card")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_D)},
        .spots = {{Menu::Devices, 20}, {Menu::Tools, 11}},
        .run = [this] { showCard(); },
        .icon = QStringLiteral("card")});
    connect(&m_desk.listening(), &Listening::changed, this, &SitePane::refreshCard);
    expectDevices();
}

/// A capture in which none of them speaks is of another site: there they would be noise.
void SitePane::expectDevices()
{
    const QList<ExpectedDevice> expected = m_desk.settings().expected();
    m_expected.clear();
    for (const ExpectedDevice &one : expected)
        m_expected.insert(one.id);
    const DeviceTableModel &model = m_desk.shared<DeviceTableModel>();
    const auto isHere = [&model](const ExpectedDevice &one) { return model.device(one.id) != nullptr; };
    if (m_desk.session().isLive() || std::any_of(expected.begin(), expected.end(), isHere))
        m_desk.session().send(wish::Expect{expected});
}

void SitePane::askExpected()
{
    const DeviceTableModel &model = m_desk.shared<DeviceTableModel>();
    const auto hasCome = [&model](const QString &id) {
        const DeviceSnapshot *const device = model.device(id);
        return device && !device->isMissing();
    };
    ExpectedDialog dialog(m_desk.settings().expected(), hasCome, m_desk.window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_desk.settings().setExpected(dialog.devices());
    expectDevices();
    m_desk.session().send(wish::Expect{dialog.devices()}); // whoever lists them here means this record
}

void SitePane::showCard()
{
    if (!m_card)
        m_card = new CardWindow(m_desk.window());
    m_card->show();
    refreshCard();
    m_card->raise();
    m_card->activateWindow();
}

/// Once a second is enough for what the card says of IDs.
void SitePane::refreshCard()
{
    if (!m_card || !m_card->isVisible())
        return;
    const Listening &listening = m_desk.listening();
    CardSite site;
    site.listening = listening.isServer();
    site.server = site.listening ? listening.choice().server : m_desk.shared<ListenForm>().choice().server;
    if (site.listening) {
        site.server.address = listening.local().address;
        site.server.port = listening.local().port;
    }
    // A platform that is watched has its own
    site.passwordKnown = listening.choice().role == ListenChoice::Role::Server;
    site.heartbeat = m_desk.judging().policy();
    site.inUse = m_desk.shared<DeviceTableModel>().ids();
    site.expected = m_expected;
    m_card->setSite(site);
}

Pane *makeSitePane(Desk &desk)
{
    return new SitePane(desk);
}

} // namespace gb::ui

#include "sitepane.moc"
