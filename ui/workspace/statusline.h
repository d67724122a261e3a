#pragma once
#include "ui/widgets/steady.h"
#include "ui/workspace/statuscounts.h"

#include <QToolButton>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace gb::ui {

/// The lowest line of the window: what was counted, where it is recorded, and how far long work is. A click on a count
/// asks for what is counted.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setCounters(const Counters &counters);
    /// Of the messages in the list, and of those that made room in it.
    void setListed(qsizetype shown, qsizetype listed, quint64 evicted);
    /// So many messages are in no file any more.
    void setRemoved(quint64 messages) { m_account.removed = messages; }
    const Account &account() const { return m_account; }
    /// None: nothing is recorded.
    void setRecord(const QStringList &files);
    /// A bar with a button to cancel, until `finishWork`.
    void showWork(const QString &text);
    void setProgress(double fraction);
    void finishWork();
    /// Plain words that stay until others come.
    void setNote(const QString &text);

signals:
    void cancelRequested();
    void tallyChosen(gb::ui::Tally tally);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addCounts(QHBoxLayout *row);
    void refresh();
    void listMore();

    QLabel *m_note, *m_work, *m_record;
    QProgressBar *m_bar;
    QToolButton *m_cancel, *m_more;
    QList<std::pair<Tally, Steady<QToolButton> *>> m_counts; ///< that have a place in the line
    Account m_account;
    QStringList m_files;
};

} // namespace gb::ui
