#include "ui/ladder/ladderactions.h"

#include "ui/ladder/ladderview.h"

#include <QAction>
#include <QKeyEvent>

namespace gb::ui {

LadderActions::LadderActions(QWidget *view)
    : QObject(view)
    , copyRow(new QAction(view))
    , copyCallId(new QAction(view))
    , onlyDialog(new QAction(view))
    , nextProblem(new QAction(view))
    , previousProblem(new QAction(view))
    , newest(new QAction(view))
    , brackets(new QAction(view))
{
    copyRow->setShortcut(QKeySequence::Copy);
    brackets->setCheckable(true);
    brackets->setShortcut(Qt::Key_B);
    nextProblem->setShortcut(Qt::Key_N);
    previousProblem->setShortcut(Qt::Key_P);
    newest->setShortcuts({QKeySequence(Qt::Key_End), QKeySequence(Qt::CTRL | Qt::Key_End)});
    for (QAction *action : all()) {
        action->setShortcutContext(Qt::WidgetShortcut);
        view->addAction(action);
    }
}

QList<QAction *> LadderActions::all() const
{
    return {copyRow, copyCallId, onlyDialog, nextProblem, previousProblem, newest, brackets};
}

bool LadderActions::press(const QKeyEvent &event)
{
    const QKeySequence key(QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event.key())));
    for (QAction *action : all()) {
        if (!action->isEnabled() || !action->shortcuts().contains(key))
            continue;
        action->trigger();
        return true;
    }
    return false;
}

void LadderActions::retranslate()
{
    copyRow->setText(LadderView::tr("&Copy row"));
    copyCallId->setText(LadderView::tr("Copy Call-&ID"));
    onlyDialog->setText(LadderView::tr("Show only this &dialog"));
    brackets->setText(LadderView::tr("&Brackets: how long answers took"));
    nextProblem->setText(LadderView::tr("&Next problem"));
    previousProblem->setText(LadderView::tr("&Previous problem"));
    newest->setText(LadderView::tr("&Follow the newest message"));
}

void LadderActions::update(const LogEntry *entry)
{
    copyRow->setEnabled(entry);
    copyCallId->setEnabled(entry && entry->callId != 0);
    onlyDialog->setEnabled(entry && entry->callId != 0);
}

} // namespace gb::ui
