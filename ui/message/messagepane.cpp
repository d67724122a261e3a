#include "ui/message/messageview.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QMenu>
#include <QToolButton>

namespace gb::ui {

/// The chosen message, at the right.
class MessagePane final : public Pane
{
    Q_OBJECT
public:
    explicit MessagePane(Desk &desk)
        : Pane(desk, "message", Place::Right)
    {
    }

    QString title() const override { return tr("Message"); }
    QWidget *make() override { return m_view = new MessageView; }
    void start() override;
    void retranslate() override { tellAside(); }

private:
    void tellAside();
    void addCommands();
    void openMenu(const QPoint &at, QMenu *menu);

    MessageView *m_view = nullptr;
};

void MessagePane::start()
{
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::messageChanged, this, [this, &focus] {
        if (focus.message() == 0)
            m_view->clear();
        else
            m_desk.session().send(wish::Read{focus.message()});
    });
    connect(&focus, &Focus::markChanged, this, [this, &focus] { m_view->setWanted(focus.mark()); });
    m_desk.session().when<outcome::MessageRead>(this, [this](const outcome::MessageRead &read) {
        const qsizetype row = read.number == m_desk.focus().message() ? m_desk.log().rowOf(read.number) : -1;
        if (row < 0)
            return;
        m_view->setMessage(m_desk.log().at(row), read.datagram);
        m_desk.commands().refresh();
    });
    for (const auto change : {&Focus::devicesChanged, &Focus::filterChanged, &Focus::messageChanged})
        connect(&focus, change, this, &MessagePane::tellAside);
    connect(m_view, &MessageView::showAllRequested, this, [&focus] {
        const quint64 number = focus.message();
        focus.clearFilters();
        focus.reveal(number);
    });
    connect(m_view, &MessageView::menuRequested, this, &MessagePane::openMenu);
    addCommands();
}

/// What is shown may be of another device than the chosen one: whoever reads it must know.
void MessagePane::tellAside()
{
    const Focus &focus = m_desk.focus();
    const qsizetype row = focus.message() == 0 ? -1 : m_desk.log().rowOf(focus.message());
    if (row < 0 || FlowMatcher(m_desk.log(), focus.filter()).matches(m_desk.log().entry(row)))
        return m_view->setAside({}, {});
    const QString device = m_desk.log().at(row).device.toString();
    const bool other = !focus.filter().devices.isEmpty() && !focus.filter().devices.contains(device);
    m_view->setAside(!other    ? tr("The filter hides this message from the flow.")
            : device.isEmpty() ? tr("This message is of none of the chosen devices.")
                               : tr("This message is of another device: %1").arg(device),
        tr("Show it in the flow"));
}

void MessagePane::addCommands()
{
    Commands &commands = m_desk.commands();
    const auto shown = [this] { return m_view->hasMessage(); };
    commands.add({.id = QStringLiteral("message.copy"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Copy the whole message")),
        .spots = {{Menu::Message, 10}},
        .run = [this] { m_view->copy(); },
        .when = shown});
    commands.add({.id = QStringLiteral("message.lineEnds"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Show CR, LF and tabs")),
        .spots = {{Menu::Message, 20}},
        .run = [this] { m_view->lineEnds()->toggle(); },
        .when = shown,
        .isOn = [this] { return m_view->lineEnds()->isChecked(); }});
    const std::function<QString()> tabs[] = {words(QT_TRANSLATE_NOOP("Commands", "Message as text")),
        words(QT_TRANSLATE_NOOP("Commands", "Message in its parts")),
        words(QT_TRANSLATE_NOOP("Commands", "Message in hex"))};
    for (int i = 0; i < 3; ++i)
        commands.add({.id = QStringLiteral("message.tab%1").arg(i),
            .text = tabs[i],
            .spots = {{Menu::Message, 30}},
            .run = [this, i] { m_view->setTab(static_cast<MessageView::Tab>(i)); },
            .when = shown,
            .isOn = [this, i] { return m_view->tab() == i; }});
}

/// What can be done with the selected text comes first.
void MessagePane::openMenu(const QPoint &at, QMenu *menu)
{
    QMenu commands;
    m_desk.commands().fill(&commands, Menu::Message);
    menu->addSeparator();
    menu->addActions(commands.actions());
    menu->popup(at);
}

Pane *makeMessagePane(Desk &desk)
{
    return new MessagePane(desk);
}

} // namespace gb::ui

#include "messagepane.moc"
