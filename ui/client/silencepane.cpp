#include "ui/client/silencebanner.h"
#include "ui/client/silencemodel.h"
#include "ui/client/silencewindow.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// The silence test, in a window of its own; while it runs a banner says so.
class SilencePane final : public Pane
{
    Q_OBJECT
public:
    explicit SilencePane(Desk &desk)
        : Pane(desk, "silence", Place::Banner)
    {
    }

    QWidget *make() override { return m_banner = new SilenceBanner; }
    void start() override;
    void takes(const Batch &batch) override { m_window->apply(batch.devices); }
    void second(TimePoint now) override;

private:
    void addCommands();
    void answerAgain() { m_desk.session().send(wish::AnswerAgain{}); }
    void tell(TimePoint now);

    SilenceBanner *m_banner = nullptr;
    SilenceWindow *m_window = nullptr;
    bool m_told = false; ///< the banner is seen
};

void SilencePane::start()
{
    m_window = new SilenceWindow(m_desk.shared<DeviceTableModel>(), m_desk.window());
    Session &session = m_desk.session();
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::devicesChanged, this, [this, &focus] { m_window->setSelected(focus.devices()); });
    connect(m_window, &SilenceWindow::deviceActivated, this,
        [this, &focus](const QString &device) { focus.setDevices({device}, this); });
    connect(m_banner, &SilenceBanner::resultsRequested, this, [this] { present(m_window); });
    connect(&m_desk.listening(), &Listening::changed, this,
        [this] { m_window->setCanStart(m_desk.listening().isServer()); });
    connect(m_window, &SilenceWindow::silenceRequested, this,
        [&session](const QStringList &devices, std::chrono::seconds duration) {
            session.send(wish::FallSilent{devices, duration});
        });
    connect(m_window, &SilenceWindow::answerRequested, this, &SilencePane::answerAgain);
    connect(m_banner, &SilenceBanner::answerRequested, this, &SilencePane::answerAgain);
    session.when<SilenceChange>(this, [this](const SilenceChange &change) {
        m_window->take(change);
        tell(change.at);
    });
    addCommands();
}

void SilencePane::addCommands()
{
    m_desk.commands().add({.id = QStringLiteral("devices.silence"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Outage test\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_T)},
        .spots = {{Menu::Devices, 24}},
        .run = [this] { present(m_window); }});
    m_desk.commands().add({.id = QStringLiteral("devices.answer"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Ans&wer again")),
        .spots = {{Menu::Devices, 25}},
        .run = [this] { answerAgain(); },
        .when = [this] { return m_window->test().isOn(); }});
}

void SilencePane::second(TimePoint now)
{
    if (now != TimePoint{})
        m_window->refresh(now);
    tell(now);
}

/// Even where the test's own window is closed.
void SilencePane::tell(TimePoint now)
{
    const SilenceTest &test = m_window->test();
    const SilenceModel &model = m_window->model();
    if (std::exchange(m_told, test.isOn()) != test.isOn())
        m_desk.commands().refresh();
    emit wantsToBeSeen(test.isOn());
    if (test.isOn())
        m_banner->show(test.silence(), model.rowCount(), model.count(SilenceTest::State::Registered),
            model.count(SilenceTest::State::Unnoticed), now);
}

Pane *makeSilencePane(Desk &desk)
{
    return desk.session().isLive() ? new SilencePane(desk) : nullptr;
}

} // namespace gb::ui

#include "silencepane.moc"
