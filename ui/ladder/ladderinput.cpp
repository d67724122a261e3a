#include "ui/ladder/laddersteps.h"
#include "ui/ladder/ladderview.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

// Selection, folds, keys, mouse and menu of the LadderView.
namespace gb::ui {

void LadderView::connectActions()
{
    m_actions->brackets->setChecked(m_brackets);
    connect(m_actions->brackets, &QAction::toggled, this, &LadderView::setBrackets);
    connect(m_actions->copyRow, &QAction::triggered, this, [this] {
        if (m_current >= 0)
            QGuiApplication::clipboard()->setText(rowAsText(*m_rows, m_rows->row(m_current)));
    });
    connect(m_actions->copyCallId, &QAction::triggered, this, [this] {
        if (const LogEntry *entry = currentEntry())
            QGuiApplication::clipboard()->setText(m_rows->log().callId(entry->callId));
    });
    connect(m_actions->onlyDialog, &QAction::triggered, this, [this] {
        if (const LogEntry *entry = currentEntry())
            emit dialogFilterRequested(m_rows->log().callId(entry->callId));
    });
    connect(m_actions->nextProblem, &QAction::triggered, this, [this] { stepToProblem(1); });
    connect(m_actions->previousProblem, &QAction::triggered, this, [this] { stepToProblem(-1); });
    connect(m_actions->newest, &QAction::triggered, this, [this] {
        stepTo(m_rows->count() - 1, -1);
        setFollow(true);
    });
}

void LadderView::retranslate()
{
    setAccessibleName(tr("Message flow"));
    m_actions->retranslate();
}

const LogEntry *LadderView::currentEntry() const
{
    return m_current < 0 ? nullptr : &m_rows->entry(m_rows->row(m_current).first);
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
    m_place.forget();
    setFollow(true);
    m_actions->update(currentEntry());
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
        m_place.show(m_current, 3, bodyHeight());
        setFollowing(false); // whoever shows it wants it read, though it be the newest
        m_place.hold(m_current, bodyHeight());
    }
    m_actions->update(currentEntry());
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
    m_place.show(row, 0, bodyHeight());
    hold();
    m_actions->update(currentEntry());
    setAccessibleDescription(rowAsText(*m_rows, m_rows->row(row)));
    viewport()->update();
    if (other)
        emit selected(number);
}

/// To the next row in `direction` from `row` on that is not a gap; stays where there is none.
void LadderView::stepTo(qsizetype row, int direction)
{
    if (const qsizetype next = messageRowFrom(*m_rows, row, direction); next >= 0)
        choose(next);
}

void LadderView::step(qsizetype by)
{
    if (m_rows->count() == 0)
        return;
    const int direction = by < 0 ? -1 : 1;
    const qsizetype last = m_rows->lastMessageRow();
    if (m_current < 0) {
        const qsizetype nearest = m_selected
            ? m_rows->rowNear(*m_selected)
            : m_place.rowAt(ladderLayout().headerHeight() + ladderLayout().rowHeight() - 1);
        return stepTo(m_follow && !m_selected ? last : std::max<qsizetype>(nearest, 0), direction);
    }
    stepTo(std::clamp<qsizetype>(m_current + by, 0, last), by == 1 || by == -1 ? direction : -direction);
}

void LadderView::stepToProblem(int direction)
{
    qsizetype row = m_current;
    if (row < 0)
        row = direction > 0 ? m_place.rowAt(ladderLayout().headerHeight()) - 1 : m_rows->count();
    if (const qsizetype next = nextProblemRow(*m_rows, row, direction); next >= 0)
        choose(next);
}

/// The rows above a fold do not change, so it keeps its place if the scroll bar does.
void LadderView::setOpen(qsizetype row, bool open)
{
    choose(row); // also where a message folded away in it was selected
    const int scrolled = verticalScrollBar()->value();
    setFollowing(false);
    m_place.forget();
    m_rows->setOpen(row, open);
    m_place.scrollTo(scrolled);
    m_place.hold(m_current, bodyHeight());
}

void LadderView::closeOrLeaveFold()
{
    if (m_current < 0)
        return;
    if (const qsizetype fold = openFoldAround(*m_rows, m_current); fold >= 0)
        setOpen(fold, false);
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
    if (((plain || jump) && handleKey(event->key())) || m_actions->press(*event))
        event->accept();
    else
        event->ignore(); // not the scroll area's: it would scroll past the selection
}

bool LadderView::handleKey(int key)
{
    const qsizetype page = std::max(1, bodyHeight() / ladderLayout().rowHeight() - 1);
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

void LadderView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() != Qt::ControlModifier)
        return QAbstractScrollArea::wheelEvent(event);
    setDensity(stepped(density(), m_notches.take(event->angleDelta().y())), event->position().toPoint().y());
    event->accept();
}

void LadderView::mousePressEvent(QMouseEvent *event)
{
    qsizetype row = m_place.rowAt(event->position().toPoint().y());
    if (row >= 0 && !isMessageOrFold(row))
        row = rowWaitingAt(*m_rows, row);
    if (row < 0)
        return;
    if (event->button() == Qt::LeftButton && isFold(row) && row == m_place.rowAt(event->position().toPoint().y()))
        setOpen(row, !m_rows->row(row).open);
    else
        choose(row);
}

void LadderView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // A fold was toggled by the first press already.
    const qsizetype row = m_place.rowAt(event->position().toPoint().y());
    if (event->button() == Qt::LeftButton && row >= 0 && row == m_current && !isFold(row))
        emit activated(*m_selected);
}

void LadderView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_current < 0)
        return;
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint below = rowRect(m_current).bottomLeft() + QPoint(ladderLayout().lanesX(), 0);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_fillMenu)
        m_fillMenu(menu);
    else
        menu->addActions(m_actions->all());
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
    const qsizetype row = m_place.rowAt(position.y());
    const QRect around = row < 0 ? QRect() : rowRect(row);
    QToolTip::showText(global, m_canvas.toolTip(row, position, viewport()->width(), m_more), viewport(), around);
}

} // namespace gb::ui
