#pragma once
#include <QDialog>

namespace gb::ui {

class Commands;

/// All commands of the window with their keys, and the keys by which one moves in its views.
class KeysPage final : public QDialog
{
    Q_OBJECT
public:
    KeysPage(Commands &commands, QWidget *parent);
};

} // namespace gb::ui
