#pragma once
#include "core/ladder/flowrows.h"
#include "ui/widgets/steady.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QToolButton;

namespace gb::ui {

class FilterBar;
class FindBar;
class LadderView;
class Minimap;
class NewBelow;
class ValueColumn;

/// The message flow: a line of filters and switches, and the ladder.
class FlowPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `log` must outlive the panel.
    explicit FlowPanel(MessageLog &log, QWidget *parent = nullptr);

    /// Only messages of these devices; none: of all.
    void setDeviceFilter(const QStringList &devices);
    /// As if it were typed.
    void setFilterText(const QString &text);
    void setFilter(const FlowFilter &filter);
    void clearFilters();
    /// One kind of message, of all devices; whatever else was filtered by is cleared.
    void showOnly(FlowFilter::Only only);
    void select(quint64 number);
    /// Opens the line that looks into the messages' text.
    void find();
    /// Opens it for a text that is known; the keyboard stays where it is.
    void find(const QString &text);
    /// A record to which nothing is added is read from its start.
    void setFinished(bool finished);
    /// What was read of it where no message is in it.
    void setNothing(const QString &text);
    /// Countdowns go on.
    void showNow();
    FindBar *findBar() const { return m_find; }
    FilterBar *filterBar() const { return m_bar; }
    LadderView *ladder() const { return m_ladder; }
    FlowRows *rows() const { return m_rows; }
    ValueColumn *column() const { return m_column; }
    /// What the user calls devices, by ID.
    void setNames(const QHash<QString, QString> &names);
    /// How the ladder begins, and begins anew after a change of the preferences.
    void setDefaults(FlowRows::Folding folding, bool hideRepeats, bool brackets);
    /// Follow, fold, no repeats.
    QList<QToolButton *> switches() const { return {m_follow, m_fold, m_hideRepeats}; }

signals:
    /// 0: none is selected any more.
    void messageSelected(quint64 number);
    /// Of the search; empty: nothing is to be marked.
    void textMarked(const QString &text);
    /// So that the flow can show all; whoever filters by something else clears that, too.
    void clearFiltersRequested();
    void filterChanged(const gb::FlowFilter &filter);
    /// How many messages the list has, and how many of them the filter shows.
    void shownChanged(qsizetype shown, qsizetype listed);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void refreshSoon();
    QStringList scopes() const;
    double looked() const;

    MessageLog &m_log;
    FlowRows *m_rows;
    LadderView *m_ladder;
    ValueColumn *m_column;
    NewBelow *m_below;
    FindBar *m_find;
    Minimap *m_map;
    FilterBar *m_bar;
    QToolButton *m_scope; ///< what it is filtered to; a click clears that
    QToolButton *m_follow, *m_fold, *m_hideRepeats;
    Steady<QLabel> *m_counter;
    bool m_finished = false;
    QString m_nothing;
    QHash<QString, QString> m_names;
    QTimer m_counting; ///< gathers the news of a burst
    QElapsedTimer m_counted;
    bool m_isStale = false;
};

} // namespace gb::ui
