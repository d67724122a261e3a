#pragma once
#include "ui/list/listcells.h"

#include <QAbstractItemModel>

namespace gb::ui {

class ValueColumn;

/// The messages that the flow's filter shows, as a tree or flat. Rows are made when they are opened; what comes in is
/// added without a reset, in the order in which it comes, until the rows are put in order again.
class ListModel final : public QAbstractItemModel, private MessageTree::Watcher
{
    Q_OBJECT
public:
    /// Both must outlive it; `groups` must hear of messages ahead of `rows`.
    ListModel(FlowRows &rows, MessageGroups &groups, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Of nothing until somebody looks at it, and again when nobody does.
    void setActive(bool active);
    bool isActive() const { return m_active; }
    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_tree.grouping(); }
    /// Takes in what came. Resets where that is not possible row by row.
    void follow();
    /// Puts all rows in order, if they may be out of it.
    void resort();
    bool isInOrderOfTime() const { return m_column == ListColumn::Time && m_order == Qt::AscendingOrder; }
    bool isLate() const { return m_tree.taken() < m_tree.rows().matches(); }

    const TreeNode *node(const QModelIndex &index) const;
    QModelIndex indexOf(const TreeNode *node, ListColumn column = ListColumn::What) const;
    /// The deepest row that there is of a message, or, if wanted, its own; invalid where it is hidden.
    QModelIndex find(quint64 number, bool opens) { return indexOf(m_tree.find(number, opens)); }
    QModelIndex rowOf(TreeNode::Type type, quint64 number) { return indexOf(m_tree.nodeOf(type, number, true)); }
    const MessageTree &tree() const { return m_tree; }
    /// All cells, for the clipboard.
    QString line(const TreeNode &node) const;

    void setNames(const ListNames &names);
    /// A value of single messages, which is read as they come into sight. Outlives the model.
    void setColumn(ValueColumn *column);
    const ValueColumn *column() const { return m_value; }
    void retranslate();

signals:
    /// Rows of all nodes are about to be others; their messages may have gone already.
    void renewed();

private:
    void adding(TreeNode *parent, quint32 first, quint32 count) override;
    void added() override;
    void renew(Grouping grouping);
    void sortBelow(TreeNode *parent);
    void tellAll();
    QString value(const TreeNode &node) const;

    MessageTree m_tree;
    ListNames m_names;
    ValueColumn *m_value = nullptr;
    ListColumn m_column = ListColumn::Time;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_active = false, m_outOfOrder = false, m_isStale = false;
    TreeNode *m_opened = nullptr; ///< whose rows are being made
    Grouping m_wanted = Grouping::Device;
};

} // namespace gb::ui
