#include "ui/workspace/commands.h"

#include "ui/widgets/icons.h"

#include <QAbstractButton>
#include <QMenu>
#include <QRegularExpression>

#include <algorithm>

namespace gb::ui {

QString withoutMnemonic(QString text)
{
    static const QRegularExpression bracketed(QStringLiteral("\\(&.\\)")); // as Chinese menus have it
    text.remove(bracketed);
    static constexpr QChar held(0xfffc); // stands for "&&" meanwhile
    return text.replace(QStringLiteral("&&"), QString(held)).remove(u'&').replace(held, u'&');
}

Commands::Commands(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QAction *Commands::add(Command command)
{
    Q_ASSERT(!m_actions.contains(command.id) && !command.spots.isEmpty());
    QAction *action = command.action;
    QWidget *const home = command.scope ? command.scope : m_window;
    if (!action) {
        action = new QAction(this);
        action->setShortcuts(command.keys);
        action->setShortcutContext(command.scope ? Qt::WidgetShortcut : Qt::WindowShortcut);
        if (!command.icon.isEmpty())
            action->setIcon(icon(command.icon));
        action->setCheckable(command.isOn != nullptr);
        const QString id = command.id;
        connect(action, &QAction::triggered, this, [this, id] {
            const Command *const wanted = find(id);
            if (wanted->run && isPossible(*wanted)) // a key may come before the condition was asked again
                wanted->run();
            refresh();
        });
        home->addAction(action);
    }
    action->setObjectName(command.id);
    m_actions.insert(command.id, action);
    m_usualKeys.insert(command.id, action->shortcuts());
    m_all.push_back(std::move(command));
    return action;
}

QAction *Commands::addButton(const QString &id, QAbstractButton *button, const QList<Spot> &spots)
{
    Command command{.id = id, .text = [button] { return button->text(); }, .spots = spots};
    command.run = [button] { button->click(); };
    command.when = [button] { return button->isEnabled(); };
    if (button->isCheckable())
        command.isOn = [button] { return button->isChecked(); };
    return add(std::move(command));
}

QAction *Commands::addAction(const QString &id, QAction *action, const QList<Spot> &spots)
{
    return add({.id = id, .text = [action] { return action->text(); }, .spots = spots, .action = action});
}

const Command *Commands::find(const QString &id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Command &one) { return one.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

QAction *Commands::action(const QString &id) const
{
    return m_actions.value(id);
}

void Commands::run(const QString &id)
{
    const Command *const command = find(id);
    if (command && isPossible(*command))
        action(id)->trigger();
}

bool Commands::isPossible(const Command &command) const
{
    return command.action ? command.action->isEnabled() : !command.when || command.when();
}

bool Commands::isShown(const Command &command, Menu menu)
{
    return std::none_of(command.spots.begin(), command.spots.end(),
        [menu](const Spot &spot) { return spot.menu == menu && spot.shown && !spot.shown(); });
}

QList<std::pair<int, const Command *>> Commands::in(Menu menu) const
{
    QList<std::pair<int, const Command *>> found;
    for (const Command &command : m_all) {
        for (const Spot &spot : command.spots) {
            if (spot.menu == menu)
                found.append({spot.rank, &command});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    return found;
}

void Commands::fill(QMenu *target, Menu menu, QList<std::pair<int, QAction *>> others)
{
    emit asked(menu);
    refresh();
    for (const auto &[rank, command] : in(menu)) {
        if (isShown(*command, menu))
            others.append({rank, action(command->id)});
        if (!command->action)
            action(command->id)->setText(command->text()); // some tell of what is chosen
    }
    std::stable_sort(others.begin(), others.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    target->clear();
    int group = -1;
    for (const auto &[rank, action] : std::as_const(others)) {
        if (group >= 0 && group != rank / 10)
            target->addSeparator();
        group = rank / 10;
        target->addAction(action);
    }
}

void Commands::open(Menu menu, QWidget *view, const QPoint &at)
{
    QMenu opened(view);
    fill(&opened, menu);
    opened.exec(at);
}

QString Commands::name(const Command &command) const
{
    return withoutMnemonic(command.action ? command.action->text() : command.text());
}

QList<QKeySequence> Commands::keysOf(const Command &command) const
{
    return action(command.id)->shortcuts();
}

void Commands::useKeys(const QMap<QString, QList<QKeySequence>> &keys)
{
    for (const Command &command : m_all)
        action(command.id)->setShortcuts(keys.value(command.id, usualKeysOf(command)));
    retranslate(); // tooltips name them
}

bool Commands::workAtOnce(const Command &one, const Command &other)
{
    const auto scopeOf = [](const Command &command) {
        return command.action ? qobject_cast<const QWidget *>(command.action->parent()) : command.scope;
    };
    const QWidget *const scope = scopeOf(one), *const otherScope = scopeOf(other);
    return !scope || !otherScope || scope == otherScope;
}

QString Commands::keyText(const Command &command) const
{
    return QKeySequence::listToString(keysOf(command), QKeySequence::NativeText)
        .replace(QStringLiteral("; "), QStringLiteral("  "));
}

void Commands::refresh()
{
    for (const Command &command : m_all) {
        if (command.action)
            continue; // its view knows
        QAction *const action = m_actions.value(command.id);
        action->setEnabled(isPossible(command));
        if (command.isOn)
            action->setChecked(command.isOn());
    }
}

void Commands::retranslate()
{
    for (const Command &command : m_all) {
        QAction *const action = m_actions.value(command.id);
        if (!command.action)
            action->setText(command.text());
        // Of a button: no mnemonic in brackets, no dots
        const QString plain = name(command).remove(u'\u2026');
        action->setIconText(plain);
        action->setToolTip(action->shortcut().isEmpty()
                ? plain
                : QStringLiteral("%1 (%2)").arg(plain, action->shortcut().toString(QKeySequence::NativeText)));
    }
    refresh();
}

} // namespace gb::ui
