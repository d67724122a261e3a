#include "ui/ladder/ladderview.h"

#include "core/report/words/rolewording.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

// Selection, folds, keys, mouse and menu of the LadderView.
namespace gb::ui {

void LadderView::makeActions()
{
    m_copyRow = new QAction(this);
    m_copyRow->setShortcut(QKeySequence::Copy);
    m_copyCallId = new QAction(this);
    m_onlyDialog = new QAction(this);
    m_bracketsAction = new QAction(this);
    m_bracketsAction->setCheckable(true);
    m_bracketsAction->setChecked(m_brackets);
    m_bracketsAction->setShortcut(Qt::Key_B);
    m_nextProblem = new QAction(this);
    m_nextProblem->setShortcut(Qt::Key_N);
    m_previousProblem = new QAction(this);
    m_previousProblem->setShortcut(Qt::Key_P);
    m_newest = new QAction(this);
    m_newest->setShortcuts({QKeySequence(Qt::Key_End), QKeySequence(Qt::CTRL | Qt::Key_End)});
    connect(m_bracketsAction, &QAction::toggled, this, &LadderView::setBrackets);
    for (QAction *action : commands()) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    connect(m_copyRow, &QAction::triggered, this, [this] {
        if (m_current >= 0)
            QGuiApplication::clipboard()->setText(rowAsText(*m_rows, m_rows->row(m_current)));
    });
    connect(m_copyCallId, &QAction::triggered, this, [this] {
        if (const LogEntry *entry = currentEntry())
            QGuiApplication::clipboard()->setText(m_rows->log().callId(entry->callId));
    });
    connect(m_onlyDialog, &QAction::triggered, this, [this] {
        if (const LogEntry *entry = currentEntry())
            emit dialogFilterRequested(m_rows->log().callId(entry->callId));
    });
    connect(m_nextProblem, &QAction::triggered, this, [this] { stepToProblem(1); });
    connect(m_previousProblem, &QAction::triggered, this, [this] { stepToProblem(-1); });
    connect(m_newest, &QAction::triggered, this, [this] {
        stepTo(m_rows->count() - 1, -1);
        setFollow(true);
    });
}

QList<QAction *> LadderView::commands() const
{
    return {m_copyRow, m_copyCallId, m_onlyDialog, m_nextProblem, m_previousProblem, m_newest, m_bracketsAction};
}

void LadderView::retranslate()
{
    setAccessibleName(tr("Message flow"));
    m_copyRow->setText(tr("&Copy row"));
    m_copyCallId->setText(tr("Copy Call-&ID"));
    m_onlyDialog->setText(tr("Show only this &dialog"));
    m_bracketsAction->setText(tr("&Brackets: how long answers took"));
    m_nextProblem->setText(tr("&Next problem"));
    m_previousProblem->setText(tr("&Previous problem"));
    m_newest->setText(tr("&Follow the newest message"));
}

const LogEntry *LadderView::currentEntry() const
{
    return m_current < 0 ? nullptr : &m_rows->entry(m_rows->row(m_current).first);
}

void LadderView::updateActions()
{
    const LogEntry *entry = currentEntry();
    m_copyRow->setEnabled(entry);
    m_copyCallId->setEnabled(entry && entry->callId != 0);
    m_onlyDialog->setEnabled(entry && entry->callId != 0);
}

bool LadderView::isFold(qsizetype row) const
{
    return row >= 0 && row < m_rows->count() && m_rows->row(row).isFold();
}

bool LadderView::isMessageOrFold(qsizetype row) const
{
    return m_rows->row(row).isMessageOrFold();
}

/// Numbers begin anew with another record.
void LadderView::forgetSelection()
{
    m_selected.reset();
    m_current = -1;
    m_anchor.reset();
    setFollow(true);
    updateActions();
}

void LadderView::locateSelection()
{
    m_current = m_selected ? m_rows->rowShowing(*m_selected) : -1;
    if (m_current <= 0 || !m_onFold || isFold(m_current))
        return;
    const FlowRow &above = m_rows->row(m_current - 1);
    if (isFold(m_current - 1) && above.first == m_rows->row(m_current).first)
        --m_current;
}

void LadderView::select(quint64 number)
{
    m_selected = number;
    m_onFold = false;
    if (const qsizetype row = m_rows->rowShowing(number); isFold(row)) {
        setFollowing(false);
        m_rows->reveal(number);
    }
    locateSelection();
    if (m_current >= 0) {
        showRow(m_current, 3);
        setFollowing(false); // whoever shows it wants it read, though it be the newest
        noteAnchor();
    }
    updateActions();
    viewport()->update();
}

/// The user's choice.
void LadderView::choose(qsizetype row)
{
    const quint64 number = m_rows->entry(m_rows->row(row).first).number;
    const bool other = m_selected != number;
    m_selected = number;
    m_onFold = isFold(row);
    m_current = row;
    showRow(row, 0);
    hold();
    updateActions();
    setAccessibleDescription(rowAsText(*m_rows, m_rows->row(row)));
    viewport()->update();
    if (other)
        emit selected(number);
}

/// To the next row in `direction` from `row` on that is not a gap; stays where there is none.
void LadderView::stepTo(qsizetype row, int direction)
{
    while (row >= 0 && row < m_rows->count() && !isMessageOrFold(row))
        row += direction;
    if (row >= 0 && row < m_rows->count())
        choose(row);
}

void LadderView::step(qsizetype by)
{
    if (m_rows->count() == 0)
        return;
    const int direction = by < 0 ? -1 : 1;
    const qsizetype last = m_rows->lastMessageRow();
    if (m_current < 0) {
        const qsizetype nearest = m_selected ? m_rows->rowNear(*m_selected)
                                             : rowAt(m_layout.headerHeight() + m_layout.rowHeight() - 1);
        return stepTo(m_follow && !m_selected ? last : std::max<qsizetype>(nearest, 0), direction);
    }
    stepTo(std::clamp<qsizetype>(m_current + by, 0, last), by == 1 || by == -1 ? direction : -direction);
}

void LadderView::stepToProblem(int direction)
{
    qsizetype row = m_current;
    if (row < 0)
        row = direction > 0 ? rowAt(m_layout.headerHeight()) - 1 : m_rows->count();
    for (row += direction; row >= 0 && row < m_rows->count(); row += direction) {
        const FlowRow &candidate = m_rows->row(row);
        if (candidate.isMessageOrFold() && !candidate.open && m_rows->entry(candidate.first).isProblem())
            return choose(row);
    }
}

/// The rows above a fold do not change, so it keeps its place if the scroll bar does.
void LadderView::setOpen(qsizetype row, bool open)
{
    choose(row); // also where a message folded away in it was selected
    const int scrolled = verticalScrollBar()->value();
    setFollowing(false);
    m_anchor.reset();
    m_rows->setOpen(row, open);
    scrollTo(scrolled);
    noteAnchor();
}

void LadderView::closeOrLeaveFold()
{
    if (m_current < 0)
        return;
    const quint32 match = m_rows->row(m_current).first;
    qsizetype row = m_current;
    while (row > 0 && !isFold(row))
        --row;
    const FlowRow fold = m_rows->row(row);
    if (!isFold(row) || !fold.open || match >= fold.first + fold.count)
        return;
    setOpen(row, false);
}

void LadderView::openOrEnterFold()
{
    if (!isFold(m_current))
        return;
    if (m_rows->row(m_current).open)
        choose(m_current + 1);
    else
        setOpen(m_current, true);
}

void LadderView::activateRow()
{
    if (isFold(m_current))
        setOpen(m_current, !m_rows->row(m_current).open);
    else if (m_current >= 0)
        emit activated(*m_selected);
}

void LadderView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    const bool jump = modifiers == Qt::ControlModifier && event->key() == Qt::Key_Home;
    if (((plain || jump) && handleKey(event->key())) || triggerKey(event))
        event->accept();
    else
        event->ignore(); // not the scroll area's: it would scroll past the selection
}

/// Keys of actions, where the window did not take them for its own.
bool LadderView::triggerKey(QKeyEvent *event)
{
    const QKeySequence key(
        QKeyCombination(event->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event->key())));
    for (QAction *action : commands()) {
        if (!action->isEnabled() || !action->shortcuts().contains(key))
            continue;
        action->trigger();
        return true;
    }
    return false;
}

bool LadderView::handleKey(int key)
{
    const qsizetype page = std::max(1, bodyHeight() / m_layout.rowHeight() - 1);
    switch (key) {
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_PageUp: step(-page); return true;
    case Qt::Key_PageDown: step(page); return true;
    case Qt::Key_Home: stepTo(0, 1); return true;
    case Qt::Key_Left: closeOrLeaveFold(); return true;
    case Qt::Key_Right: openOrEnterFold(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: activateRow(); return true;
    default: return false;
    }
}

void LadderView::mousePressEvent(QMouseEvent *event)
{
    qsizetype row = rowAt(event->position().toPoint().y());
    if (row >= 0 && !isMessageOrFold(row))
        row = rowWaiting(row);
    if (row < 0)
        return;
    if (event->button() == Qt::LeftButton && isFold(row) && row == rowAt(event->position().toPoint().y()))
        setOpen(row, !m_rows->row(row).open);
    else
        choose(row);
}

/// Of what did not come: the row of the message that it would follow; -1 where that is hidden, and of a gap.
qsizetype LadderView::rowWaiting(qsizetype row) const
{
    const FlowRow &missing = m_rows->row(row);
    const bool awaited = missing.kind == FlowRow::Kind::Missing || missing.kind == FlowRow::Kind::Pending;
    return awaited ? m_rows->rowShowing(m_rows->awaited(missing).number) : -1;
}

void LadderView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // A fold was toggled by the first press already.
    const qsizetype row = rowAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && row >= 0 && row == m_current && !isFold(row))
        emit activated(*m_selected);
}

void LadderView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_current < 0)
        return;
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint below = rowRect(m_current).bottomLeft() + QPoint(m_layout.lanesX(), 0);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_fillMenu)
        m_fillMenu(menu);
    else
        menu->addActions(commands());
    menu->popup(keyboard ? viewport()->mapToGlobal(below) : event->globalPos());
}

void LadderView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LadderView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool LadderView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LadderView::showToolTip(const QPoint &position, const QPoint &global)
{
    const qsizetype row = rowAt(position.y());
    const bool heading = position.y() < m_layout.headerHeight() && m_rows->count() > 0;
    QString text = heading ? headingToolTip(position.x()) : row < 0 ? QString() : rowToolTip(*m_rows, m_rows->row(row));
    if (!heading && row >= 0 && m_more && m_rows->row(row).kind == FlowRow::Kind::Message)
        text = QString(text + u'\n' + m_more(m_rows->entry(m_rows->row(row).first).number)).trimmed();
    QToolTip::showText(global, text, viewport(), row < 0 ? QRect() : rowRect(row)); // an empty one hides it
}

/// As in rowToolTip the first line is ours, so that nothing takes what devices call themselves for markup.
QString LadderView::headingToolTip(int x) const
{
    for (qsizetype i = 0; i < m_layout.lanes().size(); ++i) {
        const auto [from, to] = m_layout.headingSpan(i, viewport()->width());
        const Lane &lane = m_layout.lanes().at(i);
        if (x < from || x > to)
            continue;
        QStringList lines{wording::role(lane.role), lane.title};
        for (const QString &more : {lane.id, lane.detail, lane.because}) {
            if (!more.isEmpty())
                lines << more;
        }
        return lines.join(u'\n');
    }
    return {};
}

} // namespace gb::ui
