#include "ui/whynot/whynotwindow.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/statusline.h"

namespace gb::ui {

/// "Why is it not here?", in a window of its own.
class WhyNotPane final : public Pane
{
    Q_OBJECT
public:
    explicit WhyNotPane(Desk &desk)
        : Pane(desk, "whynot")
    {
    }

    void start() override;

private:
    QString wanted() const;
    void ask(const QString &wanted);

    WhyNotWindow *m_window = nullptr;
};

void WhyNotPane::start()
{
    m_window = new WhyNotWindow(
        m_desk.shared<FlowRows>(), [this] { return m_desk.status().account(); }, m_desk.window());
    Focus &focus = m_desk.focus();
    connect(m_window, &WhyNotWindow::filterWanted, this, [&focus](const FlowFilter &filter) {
        focus.setDevices(filter.devices);
        focus.setFilter(filter);
    });
    connect(m_window, &WhyNotWindow::messageWanted, this, [&focus](quint64 number) { focus.reveal(number); });
    connect(m_window, &WhyNotWindow::textWanted, &focus, &Focus::seek);
    connect(m_window, &WhyNotWindow::tallyWanted, this,
        [this](Tally tally) { m_desk.commands().run(QStringLiteral("count.%1").arg(static_cast<int>(tally))); });
    m_desk.commands().add({.id = QStringLiteral("messages.whyNot"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Why is it not here?\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
        .spots = {{Menu::Messages, 13}, {Menu::Ladder, 45}, {Menu::List, 45}},
        .run = [this] { ask(wanted()); }});
    m_desk.commands().add({.id = QStringLiteral("devices.whyNot"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Why are its messages not here?\u2026")),
        .spots = {{Menu::DeviceTable, 35}},
        .run = [this] { ask(m_desk.focus().device()); },
        .when = [this] { return !m_desk.focus().device().isEmpty(); }});
}

/// The chosen message, where the flow does not show it; else the chosen device.
QString WhyNotPane::wanted() const
{
    const quint64 number = m_desk.focus().message();
    const QString message = number == 0 ? QString() : QStringLiteral("#%1").arg(number);
    const bool isShown = number != 0 && m_desk.shared<FlowRows>().shows(m_desk.log().rowOf(number));
    const QString device = m_desk.focus().device();
    return device.isEmpty() || (number != 0 && !isShown) ? message : device;
}

void WhyNotPane::ask(const QString &wanted)
{
    present(m_window);
    m_window->ask(wanted);
}

Pane *makeWhyNotPane(Desk &desk)
{
    return new WhyNotPane(desk);
}

} // namespace gb::ui

#include "whynotpane.moc"
