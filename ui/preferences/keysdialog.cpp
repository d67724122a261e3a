#include "ui/preferences/keysdialog.h"

#include "ui/preferences/keypresets.h"
#include "ui/widgets/buttonstops.h"
#include "ui/widgets/plainlabel.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/menubar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

constexpr int idRole = Qt::UserRole;

QString textOf(const QList<QKeySequence> &keys)
{
    return QKeySequence::listToString(keys, QKeySequence::NativeText)
        .replace(QStringLiteral("; "), QStringLiteral("  "));
}

/// A menu whose commands come and go with files, filters and what is counted.
bool isMade(Menu menu)
{
    return menu == Menu::Recent || menu == Menu::Samples || menu == Menu::Counts || menu == Menu::Count;
}

} // namespace

KeysDialog::KeysDialog(const Commands &commands, KeyChoices choices, QWidget *parent)
    : QDialog(parent)
    , m_commands(commands)
    , m_choices(std::move(choices))
    , m_preset(new QComboBox)
    , m_narrow(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_key(new QKeySequenceEdit)
    , m_add(new QPushButton(tr("&Give it this key")))
    , m_none(new QPushButton(tr("&No key")))
    , m_usual(new QPushButton(tr("&As it came")))
    , m_note(plainLabel())
{
    setWindowTitle(tr("Change keys"));
    build();
    fill();
    showAll();
    m_narrow->setFocus();
}

void KeysDialog::build()
{
    m_preset->addItems({tr("As they come with gbscope"), tr("As in sngrep"), tr("Your own")});
    m_narrow->setPlaceholderText(tr("A word of the command, or a key"));
    m_narrow->setClearButtonEnabled(true);
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(windowTitle());
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * fontMetrics().height());
    auto *form = new QFormLayout;
    const auto row = [form](const QString &text, QWidget *field) {
        QLabel *const label = plainLabel(text);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    row(tr("&Keys:"), m_preset);
    row(tr("&Find:"), m_narrow);
    auto *one = new QHBoxLayout;
    QLabel *const pressed = plainLabel(tr("&Press a key:"));
    pressed->setBuddy(m_key);
    one->addWidget(pressed);
    one->addWidget(m_key, 1);
    for (QPushButton *button : {m_add, m_none, m_usual}) {
        button->setAutoDefault(false);
        one->addWidget(button);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_preset, &QComboBox::activated, this, &KeysDialog::usePreset);
    connect(m_narrow, &QLineEdit::textChanged, this, &KeysDialog::narrow);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysDialog::chosenChanged);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeysDialog::chosenChanged);
    connect(m_add, &QPushButton::clicked, this, &KeysDialog::addTyped);
    connect(m_none, &QPushButton::clicked, this, [this] { put(chosen()->id, {}); });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        const Command *const command = chosen();
        put(command->id, {});
        QStringList told;
        for (const QKeySequence &key : m_commands.usualKeysOf(*command))
            told << give(command->id, key);
        told.removeAll(QString());
        m_note->setText(told.join(u' '));
    });
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_list, 1);
    column->addLayout(one);
    column->addWidget(m_note);
    column->addWidget(buttons);
    giveTabStops(buttons, m_usual);
    resize(620, 560);
}

void KeysDialog::fill()
{
    for (int i = 0; i < static_cast<int>(Menu::Count); ++i) {
        const auto menu = static_cast<Menu>(i);
        if (isMade(menu))
            continue;
        for (const auto &[rank, command] : m_commands.in(menu)) {
            if (command->spots.constFirst().menu != menu)
                continue;
            auto *item = new QTreeWidgetItem(m_list,
                {QStringLiteral("%1: %2").arg(withoutMnemonic(menuTitle(menu)), m_commands.name(*command)), {}});
            item->setData(0, idRole, command->id);
        }
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

QList<QKeySequence> KeysDialog::keysOf(const Command &command) const
{
    const auto own = m_choices.constFind(command.id);
    return own == m_choices.cend() ? m_commands.usualKeysOf(command) : *own;
}

const Command *KeysDialog::chosen() const
{
    const QTreeWidgetItem *const item = m_list->currentItem();
    return item ? m_commands.find(item->data(0, idRole).toString()) : nullptr;
}

void KeysDialog::show(QTreeWidgetItem *item) const
{
    if (const Command *const command = m_commands.find(item->data(0, idRole).toString()))
        item->setText(1, textOf(keysOf(*command)));
}

void KeysDialog::showAll()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        show(m_list->topLevelItem(i));
    m_preset->setCurrentIndex(m_choices.isEmpty() ? 0 : m_choices == sngrepKeys() ? 1 : 2);
    chosenChanged();
}

void KeysDialog::narrow(const QString &text)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *const item = m_list->topLevelItem(i);
        const bool fits = item->text(0).contains(text, Qt::CaseInsensitive)
            || item->text(1).contains(text, Qt::CaseInsensitive);
        item->setHidden(!fits);
    }
}

void KeysDialog::chosenChanged()
{
    const Command *const command = chosen();
    m_add->setEnabled(command && !m_key->keySequence().isEmpty());
    m_none->setEnabled(command && !keysOf(*command).isEmpty());
    m_usual->setEnabled(command && m_choices.contains(command->id));
}

void KeysDialog::usePreset(int preset)
{
    if (preset < 2)
        m_choices = preset == 1 ? sngrepKeys() : KeyChoices();
    m_note->clear();
    showAll();
}

void KeysDialog::put(const QString &id, const QList<QKeySequence> &keys)
{
    const Command *const command = m_commands.find(id);
    if (command && keys == m_commands.usualKeysOf(*command))
        m_choices.remove(id);
    else
        m_choices.insert(id, keys);
    m_note->clear();
    showAll();
}

const Command *KeysDialog::holderOf(const QKeySequence &key, const Command &wanted) const
{
    for (const Command &other : m_commands.all()) {
        if (other.id != wanted.id && Commands::workAtOnce(other, wanted) && keysOf(other).contains(key))
            return &other;
    }
    return nullptr;
}

QString KeysDialog::give(const QString &id, const QKeySequence &key)
{
    const Command *const command = m_commands.find(id);
    if (!command || key.isEmpty())
        return {};
    const QString shown = key.toString(QKeySequence::NativeText);
    if (isForMoving(key))
        return tr("%1 moves within lists and texts: no command can have it.").arg(shown);
    QList<QKeySequence> keys = keysOf(*command);
    if (keys.contains(key))
        return {};
    if (keys.size() >= mostKeys)
        return tr("A command has %1 keys at most. Take its keys away first.").arg(mostKeys);
    QStringList taken;
    while (const Command *const holder = holderOf(key, *command)) {
        QList<QKeySequence> left = keysOf(*holder);
        left.removeAll(key);
        put(holder->id, left);
        taken << m_commands.name(*holder);
    }
    put(id, keys << key);
    return taken.isEmpty()
        ? QString()
        : tr("%1 was the key of: %2. It does that no more.").arg(shown, taken.join(QStringLiteral(", ")));
}

void KeysDialog::addTyped()
{
    const QKeySequence typed = m_key->keySequence();
    const QString told = typed.isEmpty() ? QString() : give(chosen()->id, QKeySequence(typed[0]));
    m_key->clear();
    m_note->setText(told);
}

} // namespace gb::ui
