#pragma once
#include "ui/workspace/command.h"

#include <QHash>
#include <QObject>

class QMenu;
class QMenuBar;

namespace gb::ui {

class Commands;

/// The menus of the window, made from its list of commands each time that one opens.
class MenuBar final : public QObject
{
    Q_OBJECT
public:
    /// Call it when all commands are in the list.
    MenuBar(QMenuBar *bar, Commands &commands);

    void retranslate();
    QMenu *menu(Menu menu) const { return m_menus.value(menu); }

private:
    void fill(Menu menu);

    Commands &m_commands;
    QHash<Menu, QMenu *> m_menus;
};

/// Title of a menu, with its mnemonic; of a view's menu the name of the view.
QString menuTitle(Menu menu);

} // namespace gb::ui
