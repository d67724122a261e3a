#include "ui/list/listcells.h"

#include <algorithm>

namespace gb::ui {
namespace {

using Type = TreeNode::Type;

/// Of each index its place among the texts of all. One that is not among `used` has none.
template<typename Text>
std::vector<quint32> ranks(std::vector<quint32> used, const Text &text)
{
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    std::vector<std::pair<QString, quint32>> texts;
    texts.reserve(used.size());
    for (const quint32 index : used)
        texts.emplace_back(text(index), index);
    std::sort(texts.begin(), texts.end());
    std::vector<quint32> ranks(used.empty() ? 0 : used.back() + std::size_t{1});
    for (std::size_t place = 0; place < texts.size(); ++place)
        ranks[texts[place].second] = static_cast<quint32>(place);
    return ranks;
}

/// Numbers by which nodes are compared.
class Keys
{
public:
    Keys(const MessageTree &tree, const MessageTree::Nodes &nodes, const ListNames &names)
        : m_tree(tree)
        , m_nodes(nodes)
        , m_names(names)
    {
    }

    std::vector<quint64> of(ListColumn column)
    {
        switch (column) {
        case ListColumn::What: return whats();
        case ListColumn::Device: return devices();
        case ListColumn::CallId: return callIds();
        case ListColumn::Value: // is only known of rows that were in sight
        case ListColumn::Time: return came();
        case ListColumn::Duration:
            return each([&](const TreeNode &node) {
                const auto took = m_tree.duration(node);
                return took ? static_cast<quint64>(std::max<qint64>(took->count(), 0)) + 1 : 0;
            });
        case ListColumn::Messages: return each([&](const TreeNode &node) { return quint64{m_tree.sums(node).count}; });
        case ListColumn::Repeats: return each([&](const TreeNode &node) { return quint64{m_tree.sums(node).repeats}; });
        case ListColumn::State: break;
        }
        return each([&](const TreeNode &node) {
            const MessageGroup::Outcome outcome = m_tree.outcome(node);
            return quint64{static_cast<quint8>(outcome.state)} << 32 | quint64{static_cast<quint8>(outcome.why)} << 16
                | quint64{outcome.status};
        });
    }

    /// Number of the first message of each.
    std::vector<quint64> came() const
    {
        return each([&](const TreeNode &node) {
            return node.type == Type::Message ? quint64{node.id} : quint64{entry(node).number};
        });
    }

private:
    template<typename Key>
    std::vector<quint64> each(const Key &key) const
    {
        std::vector<quint64> keys;
        keys.reserve(m_nodes.size());
        for (const auto &node : m_nodes)
            keys.push_back(node->type == Type::More ? 0 : key(*node));
        return keys;
    }
    const LogEntry &entry(const TreeNode &node) const
    {
        if (node.type == Type::Message)
            return m_tree.log().entry(std::max<qsizetype>(m_tree.log().rowOf(node.id), 0));
        return m_tree.log().entry(m_tree.sums(node).first);
    }
    quint32 device(const TreeNode &node) const
    {
        return node.type == Type::Device ? node.id
            : node.type == Type::Group   ? m_tree.groups().group(node.id).device
                                         : static_cast<quint32>(entry(node).device);
    }
    std::vector<quint64> devices() const
    {
        const std::vector<quint64> all = each([&](const TreeNode &node) { return quint64{device(node)}; });
        const std::vector<quint32> rank = ranks({all.begin(), all.end()}, [&](quint32 index) {
            const QString id = m_tree.log().device(index);
            return m_names.value(id, id);
        });
        return each([&](const TreeNode &node) { return quint64{rank[device(node)]}; });
    }
    std::vector<quint64> callIds() const
    {
        const std::vector<quint64> all = each([&](const TreeNode &node) { return quint64{entry(node).callId}; });
        const std::vector<quint32> rank = ranks(
            {all.begin(), all.end()}, [&](quint32 index) { return m_tree.log().callId(index); });
        return each([&](const TreeNode &node) { return quint64{rank[entry(node).callId]}; });
    }
    /// Of groups their kind first; then by method and command, status and SN.
    std::vector<quint64> whats() const
    {
        if (!m_nodes.empty() && m_nodes.front()->type == Type::Device)
            return devices();
        const std::vector<quint64> all = each([&](const TreeNode &node) { return quint64{entry(node).words}; });
        std::vector<LogEntry> examples(std::size_t{1} << 12);
        for (const auto &node : m_nodes)
            examples[entry(*node).words] = entry(*node);
        const std::vector<quint32> rank = ranks({all.begin(), all.end()}, [&](quint32 index) -> QString {
            return m_tree.log().method(examples[index]) + u' ' + m_tree.log().command(examples[index]);
        });
        return each([&](const TreeNode &node) {
            const LogEntry &e = entry(node);
            const auto kind = node.type == Type::Group ? static_cast<quint8>(m_tree.groups().group(node.id).kind)
                                                       : quint8{0};
            return quint64{kind} << 60 | quint64{rank[e.words]} << 44 | quint64{e.status} << 32 | quint64{e.sn};
        });
    }

    const MessageTree &m_tree;
    const MessageTree::Nodes &m_nodes;
    const ListNames &m_names;
};

} // namespace

void sortNodes(
    const MessageTree &tree, MessageTree::Nodes &nodes, ListColumn column, Qt::SortOrder order, const ListNames &names)
{
    struct Item
    {
        quint64 key;
        quint32 came; ///< number of its first message
        quint32 place;
    };
    Keys keys(tree, nodes, names);
    const std::vector<quint64> wanted = keys.of(column), came = keys.came();
    std::vector<Item> items;
    items.reserve(nodes.size());
    for (quint32 i = 0; i < nodes.size(); ++i)
        items.push_back({wanted[i], static_cast<quint32>(came[i]), i});
    std::sort(items.begin(), items.end(), [order](const Item &a, const Item &b) {
        if (a.key != b.key)
            return order == Qt::AscendingOrder ? a.key < b.key : a.key > b.key;
        return a.came < b.came;
    });
    MessageTree::Nodes sorted;
    sorted.reserve(nodes.size());
    for (const Item &item : items) {
        sorted.push_back(std::move(nodes[item.place]));
        sorted.back()->place = static_cast<quint32>(sorted.size() - 1);
    }
    nodes = std::move(sorted);
}

} // namespace gb::ui
