#include "core/filter/parser.h"
#include "core/report/words/operationwording.h"
#include "ui/message/messagevalues.h"
#include "ui/message/messageview.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>
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
    void takes(const Batch &batch) override;
    void retranslate() override
    {
        tellAside();
        tellOperation();
    }

private:
    void tellAside();
    void tellOperation();
    void showOperation();
    const Operation *operation() { return m_desk.operations().of(m_desk.focus().message()); }
    void addCommands();
    void addValueCommands();
    void filterBy(const QString &text, bool without);
    QString whyHidden(FlowMatcher::Hidden hidden, const QString &device) const;
    static FlowFilter::Group groupOf(const Operation &operation);
    std::function<QString()> valueWords(const char *named, const char *plain) const;
    void openMenu(const QPoint &at, QMenu *menu);

    MessageView *m_view = nullptr;
    quint64 m_asked = 0; ///< number of the message that is read for it
};

void MessagePane::start()
{
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::messageChanged, this, [this, &focus] {
        if (focus.message() == 0)
            m_view->clear();
        else
            m_desk.session().send(wish::Read{m_asked = focus.message()});
    });
    connect(&focus, &Focus::markChanged, this, [this, &focus] { m_view->setWanted(focus.mark()); });
    m_desk.session().when<outcome::MessageRead>(this, [this](const outcome::MessageRead &read) {
        const qsizetype row = read.number == m_desk.focus().message() ? m_desk.log().rowOf(read.number) : -1;
        if (row < 0 || read.number != std::exchange(m_asked, 0)) // others read, too
            return;
        m_view->setMessage(m_desk.log().at(row), read.datagram);
        tellOperation();
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
    connect(m_view->values(), &MessageValues::activated, &focus, &Focus::seek);
    connect(m_view->values(), &MessageValues::filtered, this, &MessagePane::filterBy);
    addValueCommands();
    addCommands();
}

/// What is shown may be of another device than the chosen one: whoever reads it must know.
void MessagePane::tellAside()
{
    const Focus &focus = m_desk.focus();
    const qsizetype row = focus.message() == 0 ? -1 : m_desk.log().rowOf(focus.message());
    const auto hidden = row < 0 ? FlowMatcher::Hidden::No
                                : FlowMatcher(m_desk.log(), focus.filter()).hides(m_desk.log().entry(row));
    if (hidden == FlowMatcher::Hidden::No)
        return m_view->setAside({}, {});
    m_view->setAside(whyHidden(hidden, m_desk.log().at(row).device.toString()), tr("Show it in the flow"));
}

/// Which part of the flow's filter keeps a message out of it.
QString MessagePane::whyHidden(FlowMatcher::Hidden hidden, const QString &device) const
{
    using Hidden = FlowMatcher::Hidden;
    switch (hidden) {
    case Hidden::No: break;
    case Hidden::ByKind: return tr("The flow shows only one kind of message, and this is none of it.");
    case Hidden::ByRepeats: return tr("This message is a repeat, and repeats are hidden from the flow.");
    case Hidden::ByGroup: return tr("The flow shows only one operation, and this message is not part of it.");
    case Hidden::ByDialogs: return tr("The flow shows only one dialog, and this message is of another one.");
    case Hidden::ByDevices:
        return device.isEmpty()
            ? tr("This message is of none of the chosen devices.")
            : tr("This message is of another device: %1").arg(m_desk.settings().aliases().value(device, device));
    case Hidden::ByText: return tr("The filter hides this message from the flow.");
    case Hidden::Unread:
        return tr("Whether the filter shows this message is not known before its text was looked into.");
    }
    return {};
}

/// An operation goes on while it is looked at.
void MessagePane::takes(const Batch &batch)
{
    if (batch.operations.isEmpty())
        return;
    tellOperation();
    FlowFilter filter = m_desk.focus().filter();
    const auto isShown = [&filter](const Operation &one) { return one.request == filter.group.first; };
    if (filter.group.first == 0 || std::none_of(batch.operations.begin(), batch.operations.end(), isShown))
        return;
    filter.group = groupOf(*m_desk.operations().find(filter.group.first));
    m_desk.focus().setFilter(filter);
}

/// What the message belongs to, and how that stands.
void MessagePane::tellOperation()
{
    const Operation *const one = operation();
    const bool isOther = m_desk.focus().operation() != (one ? one->request : 0);
    m_desk.focus().setOperation(one ? one->request : 0, this);
    if (isOther)
        m_desk.commands().refresh();
    m_view->setBelongs(!one
            ? QString()
            : tr("Belongs to %1 (#%2): %3")
                  .arg(wording::operationName(*one), QString::number(one->request), wording::operationState(*one)));
}

/// Its messages alone, of whatever Call-ID.
void MessagePane::showOperation()
{
    const Operation *const one = operation();
    if (!one)
        return;
    const quint64 number = m_desk.focus().message();
    FlowFilter filter;
    filter.group = groupOf(*one);
    m_desk.focus().setFilter(filter);
    m_desk.focus().reveal(number);
}

FlowFilter::Group MessagePane::groupOf(const Operation &operation)
{
    const QString name = wording::operationName(operation);
    return {operation.request,
        operation.more == 0 ? name
                            : tr("%1 (the first %2 messages)").arg(name, QLocale().toString(operation.messages.size())),
        operation.messages};
}

void MessagePane::addCommands()
{
    Commands &commands = m_desk.commands();
    const auto shown = [this] { return m_view->hasMessage(); };
    commands.add({.id = QStringLiteral("message.operation"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Show the &operation")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)},
        .spots = {{Menu::Message, 7}, {Menu::Messages, 25}, {Menu::Ladder, 13}},
        .run = [this] { showOperation(); },
        .when = [this] { return operation() != nullptr; }});
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

/// Of the value that is meant, or, where the page of keys asks, of any.
std::function<QString()> MessagePane::valueWords(const char *named, const char *plain) const
{
    return [this, named, plain] {
        const QString value = m_view->hasMessage() ? m_view->values()->current().text : QString();
        return value.isEmpty() ? QCoreApplication::translate("Commands", plain)
                               : QCoreApplication::translate("Commands", named).arg(forMenu(value));
    };
}

void MessagePane::addValueCommands()
{
    Commands &commands = m_desk.commands();
    const auto has = [this] { return m_view->hasMessage() && !m_view->values()->current().text.isEmpty(); };
    const auto recorded = [this, has] { return has() && !m_desk.session().files().isEmpty(); };
    commands.add({.id = QStringLiteral("value.seek"),
        .text = valueWords(QT_TRANSLATE_NOOP("Commands", "Highlight \u201c%1\u201d everywhere"),
            QT_TRANSLATE_NOOP("Commands", "Highlight the value everywhere")),
        .spots = {{Menu::Message, 1}},
        .run = [this] { m_desk.focus().seek(m_view->values()->current().text); },
        .when = has});
    commands.add({.id = QStringLiteral("value.only"),
        .text = valueWords(QT_TRANSLATE_NOOP("Commands", "Show only messages with \u201c%1\u201d"),
            QT_TRANSLATE_NOOP("Commands", "Show only messages with the value")),
        .spots = {{Menu::Message, 2}},
        .run = [this] { filterBy(m_view->values()->current().text, false); },
        .when = recorded});
    commands.add({.id = QStringLiteral("value.without"),
        .text = valueWords(QT_TRANSLATE_NOOP("Commands", "Hide messages with \u201c%1\u201d"),
            QT_TRANSLATE_NOOP("Commands", "Hide messages with the value")),
        .spots = {{Menu::Message, 3}},
        .run = [this] { filterBy(m_view->values()->current().text, true); },
        .when = recorded});
    commands.add({.id = QStringLiteral("value.column"),
        .text =
            [this] {
                const ValueName name = m_view->hasMessage() ? m_view->values()->current().name : ValueName();
                return name.canBeColumn()
                    ? tr("Show \u201c%1\u201d of each message as a column").arg(forMenu(name.text()))
                    : tr("Show the value of each message as a column");
            },
        .spots = {{Menu::Message, 4}},
        .run = [this] { m_desk.focus().setColumn(m_view->values()->current().name); },
        .when = [this, recorded] { return recorded() && m_view->values()->current().name.canBeColumn(); }});
    commands.add({.id = QStringLiteral("value.copy"),
        .text = valueWords(
            QT_TRANSLATE_NOOP("Commands", "Copy \u201c%1\u201d"), QT_TRANSLATE_NOOP("Commands", "Copy the value")),
        .spots = {{Menu::Message, 5}},
        .run = [this] { QApplication::clipboard()->setText(m_view->values()->current().text); },
        .when = has});
}

/// The same text once: the other way round takes its place.
void MessagePane::filterBy(const QString &text, bool without)
{
    FlowFilter filter = m_desk.focus().filter();
    filter.text = filter::withCondition(filter.text, filter::quotedValue(text.left(filter::Limits::value)), without);
    m_desk.focus().setFilter(filter);
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
