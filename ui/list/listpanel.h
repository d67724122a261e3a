#pragma once
#include "ui/list/listview.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace gb::ui {

class OrderHold;

/// The list of messages with a line of its groupings and counts.
class ListPanel final : public QWidget
{
    Q_OBJECT
public:
    ListPanel(FlowRows &rows, MessageGroups &groups, QWidget *parent = nullptr);

    ListModel *model() const { return m_model; }
    ListView *view() const { return m_view; }
    QToolButton *statistics() const { return m_statistics; }
    void setGrouping(Grouping grouping);
    /// Chosen elsewhere; 0: none. Tells nobody.
    void choose(quint64 number);
    void setNames(const ListNames &names);
    /// Whether the panel is in sight where it is shown at all: a tab may be in front of it.
    void setSeen(bool seen);
    /// As text, with tabs between the cells.
    void copyRow() const;
    static QString groupingName(Grouping grouping);

signals:
    /// By a person: the message that a row leads to.
    void chosen(quint64 number);
    /// The messages of the current row alone are wanted.
    void activated();
    void groupingChanged(gb::Grouping grouping);
    void menuRequested(const QPoint &at);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void retranslate();
    void showCounts();
    void follow();
    void wake();
    bool isSeen() const { return m_seen && isVisible(); }

    FlowRows &m_rows;
    ListModel *m_model;
    ListView *m_view;
    OrderHold *m_hold;
    QLabel *m_counts;
    QList<QToolButton *> m_groupings;
    QToolButton *m_statistics;
    bool m_seen = true;
    quint64 m_wanted = 0; ///< chosen elsewhere while nobody saw the list
    QTimer m_later;       ///< gathers the news of a burst
    qint64 m_took = 0;    ///< ns, the last time
};

} // namespace gb::ui
