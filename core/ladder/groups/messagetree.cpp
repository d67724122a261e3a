#include "core/ladder/groups/messagetree.h"

#include <algorithm>

namespace gb {
namespace {

using Type = TreeNode::Type;

quint64 keyOf(Type type, quint32 id)
{
    return quint64{static_cast<quint8>(type)} << 32 | id;
}

} // namespace

MessageTree::MessageTree(const FlowRows &rows, const MessageGroups &groups, Watcher &watcher)
    : m_rows(rows)
    , m_groups(groups)
    , m_watcher(watcher)
{
}

void MessageTree::clear(Grouping grouping)
{
    m_grouping = grouping;
    m_top.clear();
    m_fresh.clear();
    m_topOf.clear();
    m_deeper.clear();
    m_devices.clear();
    m_ofGroups.clear();
    m_dialogs.clear();
    m_groupsOf.clear();
    m_taken = 0;
    m_leftOut = 0;
}

void MessageTree::fill(Grouping grouping)
{
    clear(grouping);
    const qsizetype all = m_rows.matches();
    if (grouping == Grouping::Message && all > maxTop) {
        m_taken = all - maxTop;
        m_leftOut = static_cast<quint64>(m_taken);
    }
    for (; m_taken < all; ++m_taken)
        note(static_cast<quint32>(m_rows.logRow(static_cast<quint32>(m_taken))), false);
    m_top = std::move(m_fresh);
    m_fresh.clear();
    if (m_top.size() <= maxTop)
        return;
    const auto out = static_cast<std::ptrdiff_t>(m_top.size() - maxTop);
    m_leftOut += static_cast<quint64>(out);
    for (std::ptrdiff_t i = 0; i < out; ++i)
        m_topOf[m_top[static_cast<std::size_t>(i)]->id] = nullptr;
    m_top.erase(m_top.begin(), m_top.begin() + out);
    for (std::size_t i = 0; i < m_top.size(); ++i)
        m_top[i]->place = static_cast<quint32>(i);
}

bool MessageTree::grow()
{
    const qsizetype all = m_rows.matches();
    if (all < m_taken || m_top.size() > maxTopGrown)
        return false;
    for (; m_taken < all; ++m_taken)
        note(static_cast<quint32>(m_rows.logRow(static_cast<quint32>(m_taken))), true);
    if (m_fresh.empty())
        return true;
    m_watcher.adding(nullptr, static_cast<quint32>(m_top.size()), static_cast<quint32>(m_fresh.size()));
    std::move(m_fresh.begin(), m_fresh.end(), std::back_inserter(m_top));
    m_fresh.clear();
    m_watcher.added();
    return true;
}

void MessageTree::add(std::vector<Sums> &sums, quint32 index, quint32 row, bool repeat)
{
    if (index >= sums.size())
        sums.resize(index + index / 2 + std::size_t{16});
    Sums &one = sums[index];
    if (one.count++ == 0)
        one.first = row;
    one.last = row;
    one.repeats += repeat ? 1 : 0;
}

quint32 MessageTree::topId(quint32 row, quint32 group) const
{
    const LogEntry &entry = log().entry(row);
    switch (m_grouping) {
    case Grouping::Device: return m_groups.group(group).device;
    case Grouping::Operation: return group;
    case Grouping::Dialog: return static_cast<quint32>(entry.callId);
    case Grouping::Message: break;
    }
    return static_cast<quint32>(entry.number);
}

/// A row of the log is shown; behind all others.
void MessageTree::note(quint32 row, bool live)
{
    static constexpr Type types[] = {Type::Device, Type::Group, Type::Dialog, Type::Message};
    const LogEntry &entry = log().entry(row);
    const quint32 group = m_groups.of(row), id = topId(row, group);
    const Type type = types[static_cast<int>(m_grouping)];
    const auto append = [&] {
        auto node = std::make_unique<TreeNode>();
        node->type = type;
        node->id = id;
        node->place = static_cast<quint32>(m_top.size() + m_fresh.size());
        m_fresh.push_back(std::move(node));
    };
    if (type == Type::Message)
        return append();
    const bool repeat = entry.isRepeat() && log().odd(entry).repeat == RepeatKind::Retransmission;
    if (type == Type::Device) {
        add(m_devices, id, row, repeat);
        if (id >= m_groupsOf.size())
            m_groupsOf.resize(id + id / 2 + std::size_t{16});
        if (group >= m_ofGroups.size() || m_ofGroups[group].count == 0)
            m_groupsOf[id].push_back(group);
    }
    add(type == Type::Dialog ? m_dialogs : m_ofGroups, type == Type::Dialog ? id : group, row, repeat);
    if (id >= m_topOf.size())
        m_topOf.resize(id + id / 2 + std::size_t{16});
    if (m_topOf[id]) {
        if (live)
            addBelow(*m_topOf[id], row, group);
        return;
    }
    append();
    m_topOf[id] = m_fresh.back().get();
}

TreeNode &MessageTree::append(TreeNode *parent, Type type, quint32 id, bool tells)
{
    Nodes &nodes = childrenOf(parent);
    const auto place = static_cast<quint32>(nodes.size());
    if (tells)
        m_watcher.adding(parent, place, 1);
    nodes.push_back(std::make_unique<TreeNode>());
    TreeNode &node = *nodes.back();
    node.type = type;
    node.id = id;
    node.place = place;
    node.parent = parent;
    if (type != Type::Message && type != Type::More)
        m_deeper.insert(keyOf(type, id), &node);
    if (tells)
        m_watcher.added();
    return node;
}

/// A message came into a node that may be open.
void MessageTree::addBelow(TreeNode &top, quint32 row, quint32 group)
{
    TreeNode *node = &top;
    if (node->type == Type::Device) {
        if (!node->filled)
            return;
        TreeNode *const known = below(*node, Type::Group, group);
        node = known ? known : &append(node, Type::Group, group, true);
    }
    if (node->filled)
        addMessage(*node, row, true);
}

/// Into its transaction.
void MessageTree::addMessage(TreeNode &parent, quint32 row, bool tells)
{
    const LogEntry &entry = log().entry(row);
    const quint32 request = m_groups.transactionOf(entry);
    TreeNode *transaction = below(parent, Type::Transaction, request);
    if (!transaction) {
        transaction = &append(&parent, Type::Transaction, request, tells);
        transaction->filled = true;
    }
    const auto number = static_cast<quint32>(entry.number);
    if (transaction->children.size() != 1) {
        append(transaction, Type::Message, number, tells && !transaction->children.empty());
        return;
    }
    if (tells) // it was its own only message so far
        m_watcher.adding(transaction, 0, 2);
    append(transaction, Type::Message, number, false);
    if (tells)
        m_watcher.added();
}

TreeNode *MessageTree::below(const TreeNode &parent, Type type, quint32 id) const
{
    TreeNode *const node = m_deeper.value(keyOf(type, id));
    return node && node->parent == &parent ? node : nullptr;
}

bool MessageTree::mayOpen(const TreeNode &node) const
{
    switch (node.type) {
    case Type::Device:
    case Type::Group:
    case Type::Dialog: return true;
    case Type::Transaction: return node.shown() > 0;
    case Type::Message:
    case Type::More: break;
    }
    return false;
}

/// Rows of the messages of a group or a dialog that are shown.
std::vector<quint32> MessageTree::rowsOf(const TreeNode &node) const
{
    std::vector<quint32> rows;
    if (node.type == Type::Group) {
        rows = m_groups.rows(node.id);
        std::erase_if(rows, [this](quint32 row) { return !m_rows.shows(row); });
        return rows;
    }
    const Sums &sums = m_dialogs[node.id];
    rows.reserve(sums.count);
    for (quint32 row = sums.first; sums.count > 0 && row <= sums.last; ++row) {
        if (log().entry(row).callId == node.id && m_rows.shows(row))
            rows.push_back(row);
    }
    return rows;
}

void MessageTree::open(TreeNode &node)
{
    if (node.type > Type::Dialog || std::exchange(node.filled, true)) // those below are made with their messages
        return;
    if (node.type == Type::Device) {
        const std::vector<quint32> groups = m_groupsOf[node.id];
        m_watcher.adding(&node, 0, static_cast<quint32>(groups.size()));
        for (const quint32 group : groups)
            append(&node, Type::Group, group, false);
        return m_watcher.added();
    }
    std::vector<quint32> rows = rowsOf(node);
    std::erase_if(rows, [this](quint32 row) { // those that will be taken in
        return row > m_rows.logRow(static_cast<quint32>(m_taken - 1));
    });
    fillTransactions(node, rows);
}

void MessageTree::fillTransactions(TreeNode &node, const std::vector<quint32> &rows)
{
    if (rows.empty())
        return;
    QHash<quint32, quint32> places;
    for (const quint32 row : rows) {
        const quint32 request = m_groups.transactionOf(log().entry(row));
        if (!places.contains(request))
            places.insert(request, static_cast<quint32>(places.size()));
    }
    const auto all = static_cast<quint32>(places.size());
    const quint32 skipped = all > maxTransactions ? all - maxTransactions : 0;
    m_watcher.adding(&node, 0, all - skipped + (skipped > 0 ? 1 : 0));
    TreeNode *const more = skipped > 0 ? &append(&node, Type::More, 0, false) : nullptr;
    for (const quint32 row : rows) {
        if (more && places.value(m_groups.transactionOf(log().entry(row))) < skipped)
            ++more->id;
        else
            addMessage(node, row, false);
    }
    m_watcher.added();
}

TreeNode *MessageTree::find(quint64 number, bool opens)
{
    const qsizetype row = log().rowOf(number);
    if (row < 0 || !m_rows.shows(row) || m_taken == 0 || row > m_rows.logRow(static_cast<quint32>(m_taken - 1)))
        return nullptr;
    return nodeOf(Type::Message, number, opens);
}

TreeNode *MessageTree::nodeOf(Type type, quint64 number, bool opens)
{
    const qsizetype row = log().rowOf(number);
    const auto isIt = [number](const auto &node) { return node->id == number && node->type == Type::Message; };
    if (row < 0)
        return nullptr;
    if (m_grouping == Grouping::Message) {
        const auto at = std::find_if(m_top.rbegin(), m_top.rend(), isIt);
        return at == m_top.rend() ? nullptr : at->get();
    }
    const quint32 group = m_groups.of(row), id = topId(static_cast<quint32>(row), group);
    TreeNode *node = id < m_topOf.size() ? m_topOf[id] : nullptr;
    const auto descend = [&](Type to, quint32 below) {
        if (!node || node->type >= type)
            return false;
        if (opens && !node->filled)
            open(*node);
        TreeNode *const child = node->filled ? this->below(*node, to, below) : nullptr;
        node = child ? child : node;
        return child != nullptr;
    };
    if (node && node->type == Type::Device)
        descend(Type::Group, group);
    if (!descend(Type::Transaction, m_groups.transactionOf(log().entry(row))) || node->type >= type
        || node->shown() == 0)
        return node;
    const auto at = std::find_if(node->children.begin(), node->children.end(), isIt);
    return at == node->children.end() ? node : at->get();
}

} // namespace gb
