#pragma once
#include "ui/workspace/command.h"

#include <QAction>
#include <QHash>
#include <QMap>
#include <QObject>

#include <deque>

class QAbstractButton;
class QMenu;

namespace gb::ui {

/// All commands of a window. Each has one QAction, which every menu shares.
class Commands final : public QObject
{
    Q_OBJECT
public:
    /// `window` has the keys of commands without a scope.
    explicit Commands(QWidget *window);

    /// Ids are unique.
    QAction *add(Command command);
    /// A command that presses a button of a pane: text, state and effect are the button's.
    QAction *addButton(const QString &id, QAbstractButton *button, const QList<Spot> &spots);
    /// The same of a view's own action.
    QAction *addAction(const QString &id, QAction *action, const QList<Spot> &spots);
    const std::deque<Command> &all() const { return m_all; }
    /// nullptr where there is no such command.
    const Command *find(const QString &id) const;
    QAction *action(const QString &id) const;
    /// Does nothing where it is not possible now.
    void run(const QString &id);
    bool isPossible(const Command &command) const;

    /// Whether a menu has it now, if it stands there at all.
    static bool isShown(const Command &command, Menu menu);
    /// Those that stand in a menu, by rank.
    QList<std::pair<int, const Command *>> in(Menu menu) const;
    /// Puts them into a menu in place of what it had, as they are now. `others`: with their ranks, such as submenus.
    void fill(QMenu *target, Menu menu, QList<std::pair<int, QAction *>> others = {});

    /// Opens the menu of a view at this place of the screen. Returns when it is closed.
    void open(Menu menu, QWidget *view, const QPoint &at);

    /// The text as it reads outside of a menu: without mnemonic, "Find a device".
    QString name(const Command &command) const;
    /// "Ctrl+F, /", as the system writes it; empty where it has none.
    QString keyText(const Command &command) const;
    QList<QKeySequence> keysOf(const Command &command) const;
    /// Those that it comes with.
    QList<QKeySequence> usualKeysOf(const Command &command) const { return m_usualKeys.value(command.id); }
    /// Keys by id, in place of the usual ones; of all others the usual ones.
    void useKeys(const QMap<QString, QList<QKeySequence>> &keys);
    /// One key cannot be that of both.
    static bool workAtOnce(const Command &one, const Command &other);

    /// Asks all conditions again. Whoever changes what a condition looks at calls it; cheap.
    void refresh();
    /// After a change of language.
    void retranslate();

signals:
    /// A menu is about to be filled, or all of them are to be listed (Count): texts that are kept may be renewed.
    void asked(gb::ui::Menu menu);

private:
    QWidget *m_window;
    std::deque<Command> m_all; ///< whose places do not change
    QHash<QString, QAction *> m_actions;
    QHash<QString, QList<QKeySequence>> m_usualKeys;
};

/// "Find a device" of "&Find a device…", and of "查找设备(&F)".
QString withoutMnemonic(QString text);

} // namespace gb::ui
