#pragma once
#include "core/ladder/flowrows.h"

#include <QPushButton>
#include <QTimer>

namespace gb::ui {

class LadderView;

/**
 * Over the foot of a ladder that is held: how many messages came below, out of sight, since then, and how many of them
 * are problems.
 * A press goes to the first of those that was not looked at yet; where there is none, the ladder follows again.
 */
class NewBelow final : public QPushButton
{
    Q_OBJECT
public:
    /// A child of the ladder. Both must outlive it.
    NewBelow(LadderView &ladder, const FlowRows &rows);

    /// Of a record that is only read nothing is new.
    void setOver(bool over);

signals:
    /// Of a message.
    void wanted(quint64 number);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void hold();
    void count();
    void tell();
    void go();
    qsizetype firstBehind(quint64 number) const;

    LadderView &m_ladder;
    const FlowRows &m_rows;
    bool m_over = false;
    QTimer m_later{this};  ///< gathers the news of a burst
    quint64 m_heldAt = 0;  ///< number of the last message when it was held
    quint64 m_looked = 0;  ///< messages up to this one were counted
    quint64 m_visited = 0; ///< the problem that was gone to last
    qsizetype m_messages = 0;
    QList<quint64> m_problems; ///< not gone to yet
    qsizetype m_more = 0;      ///< problems without a place in it
};

} // namespace gb::ui
