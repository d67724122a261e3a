#pragma once
#include "core/ladder/flowrows.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace gb {
class Session;
}

namespace gb::ui {

class RecordSearch;

/// A line that looks for a text in the whole messages of a record, heads and bodies, and walks through those that have
/// it.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int patience = 200; ///< milliseconds that a search runs before its progress is shown

    /// `rows`, which must outlive it, tell what the filter hides.
    explicit FindBar(const FlowRows *rows, QWidget *parent = nullptr);

    /// Where it searches. Asked when a search begins, never by its end.
    void setSession(Session *session);
    /// Shows the line for typing. A text that stands there is looked for again: there may be more messages now.
    /// `near`: the hits are walked from this message on.
    void open(quint64 near);
    /// The same for a text that stands already, such as a value in a message: the keyboard stays where it is.
    void open(quint64 near, const QString &text);
    void close();
    void find(const QString &text);
    /// To the hit `by` further, round the end of the record.
    void step(int by);

    /// Ascending.
    const QList<quint64> &hits() const { return m_hits; }
    /// What stands behind the text: "2 of 37", or why there is nothing.
    QString told() const;

signals:
    void goTo(quint64 number);
    /// There are more or other hits; their text is empty where there are none to be marked.
    void marked(const QString &text);
    void showAllRequested();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void retranslate();
    void search();
    void stop();
    void take(const QList<quint64> &numbers, double fraction);
    void finish();
    void goToHit(qsizetype hit);
    void showWork(bool on);
    void tell();

    const FlowRows *m_rows;
    Session *m_session = nullptr;
    RecordSearch *m_search;
    QLineEdit *m_text;
    QToolButton *m_previous, *m_next, *m_cancel, *m_showAll, *m_close;
    QLabel *m_counter, *m_note;
    QProgressBar *m_progress;
    QString m_wanted; ///< what the hits are hits of
    QList<quint64> m_hits;
    qsizetype m_hit = -1; ///< the one that is gone to
    quint64 m_near = 0;
    enum class State { Idle, NotRecorded, Flushing, Searching, Cancelled, Done } m_state = State::Idle;
    QTimer m_typing, m_late;
};

} // namespace gb::ui
