#include "ui/client/askcommands.h"

#include "core/report/words/askwording.h"
#include "ui/widgets/plainlabel.h"

#include <QHeaderView>
#include <QScrollBar>

namespace gb::ui {

AskCommandList::AskCommandList(QWidget *parent)
    : QTreeWidget(parent)
{
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setIndentation(fontMetrics().averageCharWidth() * 2);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setColumnCount(1);
    for (int group = 0; group < groupCount; ++group) {
        auto *const head = new QTreeWidgetItem(this);
        head->setFlags(Qt::ItemIsEnabled);
        QFont bold = font();
        bold.setBold(true);
        head->setFont(0, bold);
    }
    for (const AskCommand *command : askCommands()) {
        auto *const row = new QTreeWidgetItem(topLevelItem(groupOf(*command)));
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_rows.append({row, command});
    }
    expandAll();
    connect(this, &QTreeWidget::currentItemChanged, this, &AskCommandList::follow);
    setCurrentItem(m_rows.constFirst().first);
}

AskCommandList::Group AskCommandList::groupOf(const AskCommand &command)
{
    if (command.needs == AskCommand::Needs::Notices)
        return Subscriptions;
    if (command.root == ManscdpRoot::Query)
        return Queries;
    return QLatin1StringView(command.cmdType) == QLatin1StringView("DeviceConfig") ? Settings : Controls;
}

/// A click on the name of a group chooses nothing.
void AskCommandList::follow()
{
    for (const auto &[row, command] : m_rows) {
        if (row != currentItem() || command == m_command)
            continue;
        m_command = command;
        emit chosen();
    }
}

QModelIndex AskCommandList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex next = QTreeWidget::moveCursor(action, modifiers);
    if (!next.isValid() || next.parent().isValid())
        return next;
    const bool up = action == MoveUp || action == MovePrevious || action == MovePageUp;
    const QModelIndex beyond = up ? indexAbove(next) : indexBelow(next);
    return beyond.isValid() ? beyond : currentIndex();
}

void AskCommandList::choose(const AskCommand &command)
{
    for (const auto &[row, one] : m_rows) {
        if (one == &command)
            setCurrentItem(row);
    }
}

void AskCommandList::setEdition(Edition edition)
{
    if (std::exchange(m_edition, edition) != edition)
        mark();
}

QSize AskCommandList::sizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width() + 2 * frameWidth();
    return {sizeHintForColumn(0) + bar + fontMetrics().averageCharWidth(), QTreeWidget::sizeHint().height()};
}

/// What the edition lacks is marked by words and by colour.
void AskCommandList::mark()
{
    for (const auto &[row, command] : m_rows) {
        const QString lacks = wording::askMissing(*command, m_edition), title = wording::askTitle(*command);
        row->setText(0, lacks.isEmpty() ? title : tr("(%1) %2").arg(editionName(command->since), title));
        row->setToolTip(0, toolTipText(lacks.isEmpty() ? title : title + u'\n' + lacks));
        row->setData(0, Qt::AccessibleTextRole, lacks.isEmpty() ? title : title + QStringLiteral(", ") + lacks);
        row->setForeground(0, lacks.isEmpty() ? QBrush() : palette().brush(QPalette::PlaceholderText));
    }
}

void AskCommandList::retranslate()
{
    topLevelItem(Queries)->setText(0, tr("Queries"));
    topLevelItem(Controls)->setText(0, tr("Controls"));
    topLevelItem(Settings)->setText(0, tr("Settings"));
    topLevelItem(Subscriptions)->setText(0, tr("Subscriptions"));
    setAccessibleName(tr("What to ask"));
    mark();
}

} // namespace gb::ui
