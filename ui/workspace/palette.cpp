#include "ui/workspace/palette.h"

#include "ui/workspace/commands.h"
#include "ui/workspace/menubar.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gb::ui {
namespace {

enum Column { Text, Where, Key, ColumnCount };

/// How well a name fits what is typed: 0 best; -1: a word is missing.
int fit(const QString &name, const QString &where, const QStringList &words)
{
    int worst = 0;
    for (const QString &word : words) {
        const qsizetype at = name.indexOf(word, 0, Qt::CaseInsensitive);
        if (at == 0)
            continue;
        if (at > 0)
            worst = std::max(worst, name.at(at - 1).isLetterOrNumber() ? 2 : 1);
        else if (where.contains(word, Qt::CaseInsensitive))
            worst = std::max(worst, 3);
        else
            return -1;
    }
    return worst;
}

} // namespace

Palette::Palette(Commands &commands, QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_commands(commands)
    , m_line(new QLineEdit)
    , m_list(new QTreeWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    m_line->setPlaceholderText(tr("What do you want to do?"));
    m_line->setAccessibleName(windowTitle());
    m_line->setMaxLength(200);
    m_line->installEventFilter(this);
    m_list->setAccessibleName(windowTitle());
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFocusPolicy(Qt::NoFocus); // who types stays in the line
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Text, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(Where, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Key, QHeaderView::ResizeToContents);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    connect(m_line, &QLineEdit::textChanged, this, &Palette::look);
    connect(m_line, &QLineEdit::returnPressed, this, &Palette::runCurrent);
    connect(m_list, &QTreeWidget::itemClicked, this, &Palette::runCurrent);
    emit m_commands.asked(Menu::Count);
    m_commands.refresh();
    look();
    resize(560, 380);
    if (parent)
        move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, parent->height() / 8)));
    m_line->setFocus();
}

void Palette::look()
{
    struct Hit
    {
        int fit;
        const Command *command;
    };
    QList<Hit> hits;
    const QStringList words = m_line->text().split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < static_cast<int>(Menu::Count); ++i) {
        const auto menu = static_cast<Menu>(i);
        const QString where = withoutMnemonic(menuTitle(menu));
        for (const auto &[rank, command] : m_commands.in(menu)) {
            if (command->spots.constFirst().menu != menu || !m_commands.isPossible(*command))
                continue;
            if (const int fits = fit(m_commands.name(*command), where, words); fits >= 0)
                hits.append({fits, command});
        }
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.fit < b.fit; });
    m_list->clear();
    for (const Hit &hit : std::as_const(hits)) {
        auto *item = new QTreeWidgetItem(m_list,
            {m_commands.name(*hit.command), withoutMnemonic(menuTitle(hit.command->spots.constFirst().menu)),
                m_commands.keyText(*hit.command)});
        item->setData(Text, Qt::UserRole, hit.command->id);
        item->setForeground(Where, palette().brush(QPalette::PlaceholderText));
        if (hit.command->isOn && hit.command->isOn())
            item->setText(Text, QStringLiteral("\u2713 ") + item->text(Text));
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

/// The palette is gone before the command begins, so that what it opens has the window as its own.
void Palette::runCurrent()
{
    const QTreeWidgetItem *const item = m_list->currentItem();
    if (!item)
        return;
    const QString id = item->data(Text, Qt::UserRole).toString();
    close();
    QMetaObject::invokeMethod(
        &m_commands, [commands = &m_commands, id] { commands->run(id); }, Qt::QueuedConnection);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: return QCoreApplication::sendEvent(m_list, event);
    default: return false;
    }
}

} // namespace gb::ui
