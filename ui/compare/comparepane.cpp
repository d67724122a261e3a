#include "core/ladder/counterpart.h"
#include "core/report/words/shownclock.h"
#include "ui/compare/comparewindow.h"
#include "ui/ladder/ladderview.h"
#include "ui/list/listview.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QCheckBox>

namespace gb::ui {
namespace {

struct Preset
{
    Counterpart wanted;
    const char *id, *text, *none;
    Qt::Key key; ///< with Shift
};
constexpr Preset presets[] = {
    {Counterpart::Retry, "compare.retry", QT_TRANSLATE_NOOP("Commands", "Compare with its &retry after 401"),
        QT_TRANSLATE_NOOP("gb::ui::ComparePane", "The record has no retry of message #%1 after a 401 or 407."),
        Qt::Key_R},
    {Counterpart::LastGood, "compare.good", QT_TRANSLATE_NOOP("Commands", "Compare with the last &good one"),
        QT_TRANSLATE_NOOP(
            "gb::ui::ComparePane", "The record has no other message of this device like #%1 whose request succeeded."),
        Qt::Key_G},
    {Counterpart::Previous, "compare.previous",
        QT_TRANSLATE_NOOP("Commands", "Compare with the pre&vious in this direction"),
        QT_TRANSLATE_NOOP("gb::ui::ComparePane",
            "The record has no message of this device like #%1 before it in the same direction."),
        Qt::Key_P},
    {Counterpart::OtherDevice, "compare.device",
        QT_TRANSLATE_NOOP("Commands", "Compare with the same a&t another device"),
        QT_TRANSLATE_NOOP("gb::ui::ComparePane", "The record has no message like #%1 of another device."), Qt::Key_O},
};

} // namespace

/// Messages side by side, in a window of their own.
class ComparePane final : public Pane
{
    Q_OBJECT
public:
    explicit ComparePane(Desk &desk)
        : Pane(desk, "compare")
    {
    }

    void start() override;

private:
    void addCommands();
    void addPresets();
    void addWindowCommands();
    Command inFlowAndList(const char *id, std::function<QString()> text, QKeySequence key, int rank);
    void addToList(const QString &id);
    quint64 marked() const { return m_desk.log().rowOf(m_marked) < 0 ? 0 : m_marked; }
    QString titleOf(quint64 number) const;
    QString aboutOf(quint64 number) const;
    void markOrCompare();
    void addToComparison();
    void compareBy(const Preset &preset);
    void compare(const QList<quint64> &numbers, const QString &note);
    void take(const outcome::MessageRead &read);

    CompareWindow *m_window = nullptr;
    quint64 m_marked = 0;                   ///< number of the message that the next one is compared with
    QList<CompareWindow::Message> m_wanted; ///< whose octets are read
    QList<quint64> m_missing;               ///< numbers of those that did not come so far
    QString m_note;
};

void ComparePane::start()
{
    m_window = new CompareWindow(m_desk.window());
    m_desk.session().when<outcome::MessageRead>(this, [this](const outcome::MessageRead &read) { take(read); });
    connect(&m_desk.log(), &MessageLog::cleared, this, [this] { // numbers begin anew
        m_marked = 0;
        m_missing.clear();
        m_wanted.clear();
    });
    addCommands();
    addPresets();
    addWindowCommands();
}

QString ComparePane::titleOf(quint64 number) const
{
    const qsizetype row = m_desk.log().rowOf(number);
    return row < 0 ? QString() : QStringLiteral("#%1 %2").arg(number).arg(m_desk.log().label(m_desk.log().entry(row)));
}

QString ComparePane::aboutOf(quint64 number) const
{
    const MessageLog &log = m_desk.log();
    const qsizetype row = log.rowOf(number);
    if (row < 0)
        return {};
    const LogEntry &entry = log.entry(row);
    QStringList lines{titleOf(number), wording::exactClock(entry.time()),
        log.endpoint(static_cast<quint32>(entry.from)).text + QStringLiteral(" \u2192 ")
            + log.endpoint(static_cast<quint32>(entry.to)).text,
        log.device(static_cast<quint32>(entry.device))};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// One key for both: the first message is marked, the next one is compared with it.
void ComparePane::markOrCompare()
{
    const quint64 number = m_desk.focus().message(), first = marked();
    m_marked = 0;
    if (first == number)
        return m_desk.bar().dismiss();
    if (first != 0) {
        m_desk.bar().dismiss();
        return compare({first, number}, {});
    }
    m_marked = number;
    m_desk.bar().show(MessageBar::Kind::Information,
        tr("%1 will be compared with the next message: choose it and press %2.")
            .arg(titleOf(number), QKeySequence(Qt::Key_D).toString(QKeySequence::NativeText)),
        {{tr("Cancel"), [this] { m_marked = 0; }}});
}

void ComparePane::addToComparison()
{
    QList<quint64> numbers = m_window->numbers();
    if (!numbers.contains(m_desk.focus().message()))
        numbers.append(m_desk.focus().message());
    compare(numbers, {});
}

void ComparePane::compareBy(const Preset &preset)
{
    const quint64 number = m_desk.focus().message();
    const CounterpartFound found = counterpartOf(m_desk.log(), m_desk.log().rowOf(number), preset.wanted);
    if (!found.isThere())
        return m_desk.bar().show(MessageBar::Kind::Information,
            tr(preset.none).arg(number) + (found.isCut ? u' ' + tr("Not all of it was looked at.") : QString()));
    const bool isOdd = found.isLater && preset.wanted == Counterpart::LastGood;
    compare(
        {found.first, found.second}, isOdd ? tr("None before succeeded: #%1 came later.").arg(found.first) : QString());
}

void ComparePane::compare(const QList<quint64> &numbers, const QString &note)
{
    m_note = note;
    m_wanted.clear();
    m_missing = numbers;
    const QList<CompareWindow::Message> kept = m_window->messages();
    for (const quint64 number : numbers) {
        const auto known = std::find_if(
            kept.begin(), kept.end(), [&](const auto &one) { return one.number == number; });
        const bool isGone = m_desk.log().rowOf(number) < 0 && known != kept.end(); // from the list, not from the window
        m_wanted.append(isGone ? *known : CompareWindow::Message{number, {}, titleOf(number), aboutOf(number)});
    }
    for (const quint64 number : numbers)
        m_desk.session().send(wish::Read{number});
}

/// Others read, too.
void ComparePane::take(const outcome::MessageRead &read)
{
    if (m_missing.removeAll(read.number) == 0)
        return;
    for (CompareWindow::Message &one : m_wanted) {
        if (one.number == read.number && (one.octets.isEmpty() || !read.datagram.octets.isEmpty()))
            one.octets = read.datagram.octets;
    }
    if (!m_missing.isEmpty())
        return;
    for (const CompareWindow::Message &one : std::as_const(m_wanted)) {
        if (one.octets.isEmpty())
            return m_desk.bar().show(
                MessageBar::Kind::Error, tr("The text of message #%1 is not to be had.").arg(one.number));
    }
    m_window->setMessages(std::exchange(m_wanted, {}), m_note);
    present(m_window);
    m_desk.commands().refresh();
}

/// A command of the ladder and the list, by one key in both.
Command ComparePane::inFlowAndList(const char *id, std::function<QString()> text, QKeySequence key, int rank)
{
    return {.id = QLatin1String(id),
        .text = std::move(text),
        .keys = {std::move(key)},
        .spots = {{Menu::Compare, rank}, {Menu::Ladder, 40}, {Menu::List, 50}},
        .when = [this] { return m_desk.log().rowOf(m_desk.focus().message()) >= 0; },
        .scope = &m_desk.shared<LadderView>()};
}

void ComparePane::addToList(const QString &id)
{
    m_desk.shared<ListView>().addAction(m_desk.commands().action(id));
}

void ComparePane::addCommands()
{
    const auto text = [this] {
        const char *const words = marked() == 0 ? QT_TRANSLATE_NOOP("Commands", "Compare with another &message\u2026")
                                                : QT_TRANSLATE_NOOP("Commands", "Compare with \u201c%1\u201d");
        const QString name = QCoreApplication::translate("Commands", words);
        return marked() == 0 ? name : name.arg(forMenu(titleOf(marked())));
    };
    Command with = inFlowAndList("compare.with", text, QKeySequence(Qt::Key_D), 10);
    with.run = [this] { markOrCompare(); };
    m_desk.commands().add(std::move(with));
    addToList(QStringLiteral("compare.with"));
    Command more = inFlowAndList("compare.add", words(QT_TRANSLATE_NOOP("Commands", "&Add to the comparison")),
        QKeySequence(Qt::SHIFT | Qt::Key_D), 11);
    more.run = [this] { addToComparison(); };
    more.when = [this, chosen = more.when] {
        const qsizetype count = m_window->numbers().size();
        return chosen() && count >= 2 && count < CompareLimits::messages;
    };
    m_desk.commands().add(std::move(more));
    addToList(QStringLiteral("compare.add"));
}

void ComparePane::addPresets()
{
    for (const Preset &preset : presets) {
        Command command = inFlowAndList(preset.id, words(preset.text), QKeySequence(Qt::SHIFT | preset.key), 20);
        command.run = [this, &preset] { compareBy(preset); };
        m_desk.commands().add(std::move(command));
        addToList(QLatin1String(preset.id));
    }
}

void ComparePane::addWindowCommands()
{
    Commands &commands = m_desk.commands();
    CompareTree *const tree = m_window->tree();
    connect(tree, &QWidget::customContextMenuRequested, this, [this, tree](const QPoint &at) {
        m_desk.commands().open(Menu::Comparison, tree, tree->viewport()->mapToGlobal(at));
    });
    const auto add = [&](const char *id, const char *text, QKeySequence key, int rank, std::function<void()> run,
                         std::function<bool()> isOn = {}) {
        commands.add({.id = QLatin1String(id),
            .text = words(text),
            .keys = {std::move(key)},
            .spots = {{Menu::Comparison, rank}},
            .run = std::move(run),
            .isOn = std::move(isOn),
            .scope = tree});
    };
    add("compare.next", QT_TRANSLATE_NOOP("Commands", "&Next difference"), QKeySequence(Qt::Key_N), 10,
        [this] { m_window->step(1); });
    add("compare.before", QT_TRANSLATE_NOOP("Commands", "&Previous difference"), QKeySequence(Qt::SHIFT | Qt::Key_N),
        10, [this] { m_window->step(-1); });
    add(
        "compare.noise", QT_TRANSLATE_NOOP("Commands", "Show what differs in &each message"), QKeySequence(Qt::Key_E),
        20, [this] { m_window->noise()->toggle(); }, [this] { return m_window->noise()->isChecked(); });
    add(
        "compare.only", QT_TRANSLATE_NOOP("Commands", "Only what &differs"), QKeySequence(Qt::Key_O), 20,
        [this] { m_window->only()->toggle(); }, [this] { return m_window->only()->isChecked(); });
    add("compare.copy", QT_TRANSLATE_NOOP("Commands", "&Copy the comparison"),
        QKeySequence::keyBindings(QKeySequence::Copy).value(0), 30, [this] { m_window->copy(); });
}

Pane *makeComparePane(Desk &desk)
{
    return new ComparePane(desk);
}

} // namespace gb::ui

#include "comparepane.moc"
