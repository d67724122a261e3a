#pragma once
#include "core/ladder/groups/messagetree.h"

#include <QColor>
#include <QHash>

namespace gb::ui {

enum class ListColumn : quint8 { What, Time, Device, State, Duration, Messages, Repeats, CallId, Value };
constexpr int listColumnCount = 9; ///< the last one is of the user's choice, see ListModel::setColumn()

/// Device ID to what the user calls it.
using ListNames = QHash<QString, QString>;

/// What stands in a cell. Plain text.
QString listCell(const MessageTree &tree, const TreeNode &node, ListColumn column, const ListNames &names);
/// Several lines.
QString listToolTip(const MessageTree &tree, const TreeNode &node);
QColor listColour(MessageGroup::State state);

/// Puts nodes in the order of a column; equal ones stand in the order in which they came. Their places are new.
void sortNodes(
    const MessageTree &tree, MessageTree::Nodes &nodes, ListColumn column, Qt::SortOrder order, const ListNames &names);

} // namespace gb::ui
