#pragma once
#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace gb::ui {

class Commands;

/// A line to type what one wants to do, over the commands that are possible now (Ctrl+K). Enter runs, Esc leaves.
class Palette final : public QDialog
{
    Q_OBJECT
public:
    Palette(Commands &commands, QWidget *parent);

    QLineEdit *line() const { return m_line; }
    QTreeWidget *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void runCurrent();

    Commands &m_commands;
    QLineEdit *m_line;
    QTreeWidget *m_list;
};

} // namespace gb::ui
