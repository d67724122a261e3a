#include "ui/list/listmodel.h"

#include "ui/ladder/valuecolumn.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tabbedline.h"

#include <algorithm>

namespace gb::ui {

using Type = TreeNode::Type;

ListModel::ListModel(FlowRows &rows, MessageGroups &groups, QObject *parent)
    : QAbstractItemModel(parent)
    , m_tree(rows, groups, *this)
{
    connect(&rows, &FlowRows::matched, this, [this](qsizetype from) {
        if (from == 0 && m_active)
            renew(m_wanted); // at once: what the nodes name may be others
    });
    connect(&groups, &MessageGroups::changed, this, [this] {
        m_isStale = true; // until follow()
    });
}

void ListModel::setActive(bool active)
{
    if (std::exchange(m_active, active) != active)
        renew(m_wanted);
}

void ListModel::setGrouping(Grouping grouping)
{
    m_wanted = grouping;
    renew(grouping);
}

void ListModel::renew(Grouping grouping)
{
    beginResetModel();
    if (m_active)
        m_tree.fill(grouping);
    else
        m_tree.clear(grouping);
    if (!isInOrderOfTime())
        sortBelow(nullptr);
    m_outOfOrder = m_isStale = false;
    endResetModel();
    emit renewed();
}

void ListModel::follow()
{
    if (!m_active || (!isLate() && !m_isStale))
        return;
    if (!m_tree.grow())
        return renew(m_wanted);
    m_isStale = false;
    m_outOfOrder = true;
    tellAll();
}

void ListModel::adding(TreeNode *parent, quint32 first, quint32 count)
{
    m_opened = first == 0 ? parent : nullptr;
    beginInsertRows(indexOf(parent), static_cast<int>(first), static_cast<int>(first + count) - 1);
}

/// Rows that are opened, by whatever, come in their order.
void ListModel::added()
{
    if (m_opened && !isInOrderOfTime())
        sortBelow(m_opened);
    endInsertRows();
}

/// Counts and states may be others anywhere; only what is in sight is painted.
void ListModel::tellAll()
{
    if (!m_tree.top().empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, listColumnCount - 1));
}

const TreeNode *ListModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const TreeNode *>(index.constInternalPointer()) : nullptr;
}

QModelIndex ListModel::indexOf(const TreeNode *node, ListColumn column) const
{
    return node ? createIndex(static_cast<int>(node->place), static_cast<int>(column), node) : QModelIndex();
}

QModelIndex ListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= listColumnCount)
        return {};
    const TreeNode *const above = node(parent);
    const MessageTree::Nodes &nodes = above ? above->children : m_tree.top();
    return createIndex(row, column, nodes[static_cast<std::size_t>(row)].get());
}

QModelIndex ListModel::parent(const QModelIndex &child) const
{
    const TreeNode *const one = node(child);
    return one ? indexOf(one->parent) : QModelIndex();
}

int ListModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const TreeNode *const above = node(parent);
    return static_cast<int>(above ? above->shown() : m_tree.top().size());
}

int ListModel::columnCount(const QModelIndex &) const
{
    return listColumnCount;
}

bool ListModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const TreeNode *const above = node(parent);
    return above ? m_tree.mayOpen(*above) : !m_tree.top().empty();
}

bool ListModel::canFetchMore(const QModelIndex &parent) const
{
    const TreeNode *const above = node(parent);
    return above && !above->filled && m_tree.mayOpen(*above);
}

void ListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_tree.open(*static_cast<TreeNode *>(parent.internalPointer()));
}

void ListModel::sortBelow(TreeNode *parent)
{
    MessageTree::Nodes &nodes = m_tree.childrenOf(parent);
    if (nodes.size() > 1)
        sortNodes(m_tree, nodes, m_column, m_order, m_names);
    for (const auto &node : nodes) {
        if (node->filled) // a single one may have some below it
            sortBelow(node.get());
    }
}

void ListModel::resort()
{
    if (std::exchange(m_outOfOrder, false) && !isInOrderOfTime() && m_active)
        sort(static_cast<int>(m_column), m_order);
}

void ListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= listColumnCount)
        return;
    m_column = static_cast<ListColumn>(column);
    m_order = order;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    sortBelow(nullptr);
    QModelIndexList now;
    now.reserve(before.size());
    for (const QModelIndex &one : before)
        now.append(indexOf(node(one), static_cast<ListColumn>(one.column())));
    changePersistentIndexList(before, now);
    emit layoutChanged({}, VerticalSortHint);
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= listColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString texts[] = {tr("What"), tr("Time"), tr("Device"), tr("State"), tr("Duration"), tr("Messages"),
        tr("Retransmitted"), QStringLiteral("Call-ID"), m_value ? m_value->name().text() : QString()};
    return texts[section];
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    const TreeNode *const one = node(index);
    if (!one)
        return {};
    const auto column = static_cast<ListColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return column == ListColumn::Value ? value(*one) : listCell(m_tree, *one, column, m_names);
    case Qt::ToolTipRole: return toolTipText(listToolTip(m_tree, *one));
    case Qt::ForegroundRole:
        return column == ListColumn::State ? QVariant(listColour(m_tree.outcome(*one).state)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
            | (column == ListColumn::Duration || column == ListColumn::Messages || column == ListColumn::Repeats
                    ? Qt::AlignRight
                    : Qt::AlignLeft));
    default: return {};
    }
}

void ListModel::setColumn(ValueColumn *column)
{
    m_value = column;
    connect(column, &ValueColumn::changed, this, [this] {
        tellAll();
        emit headerDataChanged(Qt::Horizontal, listColumnCount - 1, listColumnCount - 1);
    });
}

QString ListModel::value(const TreeNode &node) const
{
    if (!m_value || !m_value->isOn() || node.type != Type::Message)
        return {};
    m_value->read(node.id);
    return m_value->value(node.id);
}

QString ListModel::line(const TreeNode &node) const
{
    QStringList cells;
    for (int column = 0; column < listColumnCount; ++column)
        cells << indexOf(&node, static_cast<ListColumn>(column)).data().toString();
    return tabbedLine(cells);
}

void ListModel::setNames(const ListNames &names)
{
    m_names = names;
    m_outOfOrder = true;
    tellAll();
}

void ListModel::retranslate()
{
    tellAll();
    emit headerDataChanged(Qt::Horizontal, 0, listColumnCount - 1);
}

} // namespace gb::ui
