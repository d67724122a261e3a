#include "ui/devices/devicetablemodel.h"
#include "ui/listen/listenform.h"
#include "ui/listen/serverguard.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plainlabel.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QToolButton>

#include <algorithm>

namespace gb::ui {

/// The form in which to choose where to listen, in the middle of a live window.
class ListenPane final : public Pane
{
    Q_OBJECT
public:
    explicit ListenPane(Desk &desk)
        : Pane(desk, "listen", Place::Page)
    {
    }

    QWidget *make() override;
    void start() override;
    bool isTall() const override { return true; }

private:
    void choose();
    int devicesServed() const;

    ListenForm *m_form = nullptr;
};

QWidget *ListenPane::make()
{
    m_form = new ListenForm;
    m_desk.share(m_form);
    return m_form;
}

void ListenPane::start()
{
    Listening &listening = m_desk.listening();
    connect(
        m_form, &ListenForm::listenRequested, this, [this, &listening] { listening.start(m_form->choice(), true); });
    connect(m_form, &ListenForm::cancelled, this, &ListenPane::choose);
    connect(&listening, &Listening::begun, this, [this, &listening](bool shown) {
        if (shown)
            m_form->setChoice(listening.choice());
        m_form->setProblem({});
    });
    connect(&listening, &Listening::changed, this, [this, &listening] {
        m_form->setRunning(listening.isOn());
        if (listening.isOn())
            m_desk.show(QStringLiteral("flow"));
    });
    connect(&listening, &Listening::failed, this, [this](const QString &text, const QString &command) {
        m_desk.show(id());
        m_form->setProblem(text, command);
    });
    m_form->setChoice(m_desk.settings().choice());
    connect(&m_desk.settings(), &AppSettings::preferencesChanged, this,
        [this, before = m_desk.settings().preferences()](const Preferences &now) mutable {
            m_form->setPorts(now.sipPort != before.sipPort ? now.sipPort : 0,
                now.hepPort != before.hepPort ? now.hepPort : 0); // what else was typed stays
            before = now;
        });
    m_desk.commands().add({.id = QStringLiteral("capture.listen"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Listen\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_N)},
        .spots = {{Menu::Capture, 10}},
        .run = [this] { choose(); },
        .icon = QStringLiteral("listen")});
    auto *guard = new ServerGuard(m_desk.window(), [this] { return devicesServed(); });
    m_desk.commands().add({.id = QStringLiteral("capture.stop"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Stop listening")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
        .spots = {{Menu::Capture, 11}},
        .run =
            [&listening, guard] {
                if (guard->mayStop(tr("Stop anyway")))
                    listening.stop();
            },
        .when = [&listening] { return listening.isOn(); },
        .icon = QStringLiteral("stop")});
}

/// Those on this computer are a demo, or a test.
int ListenPane::devicesServed() const
{
    int count = 0;
    if (m_desk.listening().isServer())
        m_desk.shared<DeviceTableModel>().visit([&count](const DeviceSnapshot &device, const QString &) {
            const bool served = device.verdict.state == DeviceState::Online
                || device.verdict.state == DeviceState::Late;
            count += served && !device.address.address.isLoopback() ? 1 : 0;
        });
    return count;
}

/// The form with what runs, and from it back to the flow while it listens.
void ListenPane::choose()
{
    const Listening &listening = m_desk.listening();
    const bool isShown = !m_form->isHidden(); // of a page: it is the current one
    if (isShown && listening.isOn())
        return m_desk.show(QStringLiteral("flow"));
    if (listening.isOn()) {
        ListenChoice runs = listening.choice();
        if (runs.role == ListenChoice::Role::Server)
            runs.server.port = listening.local().port; // it may have been chosen by the system
        else if (runs.role == ListenChoice::Role::Hep)
            runs.hep.port = listening.local().port;
        m_form->setChoice(runs);
        m_form->setProblem({});
    }
    m_desk.show(id());
}

/// Where the window listens, in the tool bar and in the window's title.
class ListenerPane final : public Pane
{
    Q_OBJECT
public:
    explicit ListenerPane(Desk &desk)
        : Pane(desk, "listener", Place::Tool, 10)
    {
    }

    QWidget *make() override;
    void start() override;
    void retranslate() override;

private:
    QToolButton *m_button = nullptr;
};

QWidget *ListenerPane::make()
{
    m_button = new QToolButton;
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setAutoRaise(true);
    return m_button;
}

void ListenerPane::start()
{
    connect(m_button, &QToolButton::clicked, this, [this] { m_desk.commands().run(QStringLiteral("capture.listen")); });
    connect(&m_desk.listening(), &Listening::changed, this, &ListenerPane::retranslate);
}

void ListenerPane::retranslate()
{
    const Listening &listening = m_desk.listening();
    m_button->setIcon(icon(listening.isOn() ? QStringLiteral("record") : QStringLiteral("listen")));
    m_button->setToolTip(toolTipText(
        listening.isOn() ? tr("Listening. Click to change where.") : tr("Click to choose where to listen.")));
    if (!listening.isOn()) {
        m_button->setText(tr("Not listening"));
        m_desk.window()->setWindowTitle(QStringLiteral("gbscope"));
        return;
    }
    QString where = listening.local().text(), shown;
    switch (listening.choice().role) {
    case ListenChoice::Role::Server: shown = QStringLiteral("%1 UDP+TCP").arg(where); break;
    case ListenChoice::Role::Capture:
        where = listening.choice().interface;
        shown = tr("Watching %1").arg(where);
        break;
    case ListenChoice::Role::Hep: shown = where = QStringLiteral("HEP %1").arg(where); break;
    }
    m_button->setText(shown);
    m_desk.window()->setWindowTitle(tr("%1 \u2013 gbscope").arg(where));
}

Pane *makeListenPane(Desk &desk)
{
    return desk.session().isLive() ? new ListenPane(desk) : nullptr;
}

Pane *makeListenerPane(Desk &desk)
{
    return desk.session().isLive() ? new ListenerPane(desk) : nullptr;
}

} // namespace gb::ui

#include "listenpane.moc"
