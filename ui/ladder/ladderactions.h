#pragma once
#include <QList>
#include <QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace gb {
struct LogEntry;
}

namespace gb::ui {

/// What can be done in a ladder, with its keys. Who owns the ladder says what happens then.
class LadderActions final : public QObject
{
    Q_OBJECT
public:
    /// `view` has their keys, and owns them.
    explicit LadderActions(QWidget *view);

    QAction *const copyRow, *const copyCallId, *const onlyDialog, *const nextProblem, *const previousProblem,
                                                                                          *const newest,
                                                                                              *const brackets;

    QList<QAction *> all() const;
    /// Keys of actions, where the window did not take them for its own; false where it is none.
    bool press(const QKeyEvent &event);
    void retranslate();
    /// `entry`: of the current row; null where there is none.
    void update(const LogEntry *entry);
};

} // namespace gb::ui
