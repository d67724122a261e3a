#pragma once
#include "ui/settings/keychoices.h"

#include <QDialog>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace gb::ui {

class Commands;
struct Command;

/// Which key does what: all commands of a window, to be changed. Two that work at once never have the same key: who
/// gets one takes it away from the other, and is told.
class KeysDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `commands` must outlive it; their keys change only when somebody takes choices().
    KeysDialog(const Commands &commands, KeyChoices choices, QWidget *parent);

    const KeyChoices &choices() const { return m_choices; }
    /// All as it comes with the program, or as in sngrep.
    void usePreset(int preset);
    /// What it is told of a key that is given; empty: all is well.
    QString give(const QString &id, const QKeySequence &key);

private:
    void build();
    void fill();
    void show(QTreeWidgetItem *item) const;
    void showAll();
    void narrow(const QString &text);
    void chosenChanged();
    void addTyped();
    void put(const QString &id, const QList<QKeySequence> &keys);
    QList<QKeySequence> keysOf(const Command &command) const;
    const Command *holderOf(const QKeySequence &key, const Command &wanted) const;
    const Command *chosen() const;

    const Commands &m_commands;
    KeyChoices m_choices;
    QComboBox *m_preset;
    QLineEdit *m_narrow;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_key;
    QPushButton *m_add, *m_none, *m_usual;
    QLabel *m_note;
};

} // namespace gb::ui
