#pragma once
#include "core/ladder/statistics.h"
#include "core/report/words/statisticswording.h"

#include <QDialog>
#include <QHash>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace gb::ui {

/// Counts, response times and sizes of the messages that the flow's filter shows. A row sets the filter to what it
/// counts.
class StatisticsWindow final : public QDialog
{
    Q_OBJECT
public:
    /// `rows` must outlive it. `agents`: the User-Agent of each device, by ID.
    using Agents = std::function<QHash<QString, QString>()>;
    StatisticsWindow(const FlowRows &rows, Agents agents, QWidget *parent);

    /// Makes all of it anew.
    void refresh();
    void setNames(const QHash<QString, QString> &names);
    /// With tabs between the cells.
    QString text() const;
    QTreeWidget *tree() const { return m_tree; }

signals:
    /// A condition of the filter language.
    void conditionWanted(const QString &condition);
    void showAllWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QTreeWidgetItem *section(wording::StatisticsSection which);
    void fill(QTreeWidgetItem *under, const Statistics::Counts &counts, quint64 all);
    void fillTimes(const Statistics &statistics);
    void fillAgents(const Statistics &statistics);
    void retranslate();
    void later();
    QString nameOf(const QString &device) const;

    const FlowRows &m_rows;
    const Agents m_agents;
    QHash<QString, QString> m_names;
    QLabel *m_head;
    QTreeWidget *m_tree;
    QPushButton *m_copy, *m_all, *m_close;
    QTimer m_later; ///< gathers the news of a burst
    qint64 m_took = 0;
};

} // namespace gb::ui
