#pragma once
#include "core/ladder/flowrows.h"
#include "core/ladder/groups/messagegroups.h"

namespace gb {

/// By what the messages of a list are grouped.
enum class Grouping : quint8 {
    Device,    ///< a tree: device, operation, transaction, message
    Operation, ///< see MessageGroup; the same below
    Dialog,    ///< Call-ID; its transactions below
    Message,   ///< each on its own
};

struct TreeNode
{
    enum class Type : quint8 { Device, Group, Dialog, Transaction, Message, More };

    Type type = Type::Message;
    bool filled = false; ///< its children are made
    quint32 id = 0;      ///< index of the log, of its groups, of the log; number of its request, or its own; of More
                         ///< how many messages are left out
    quint32 place = 0;   ///< among the children of its parent
    TreeNode *parent = nullptr; ///< null: it stands at the top
    std::vector<std::unique_ptr<TreeNode>> children;

    /// A transaction of one message has none to show.
    quint32 shown() const
    {
        return type == Type::Transaction && children.size() == 1 ? 0 : static_cast<quint32>(children.size());
    }
};

/**
 * The messages that a filter shows as a tree, whose nodes are made when they are opened. What comes in is added at the
 * end of its parent. Groups and devices are there as long as one of their messages is shown; their outcome is that of
 * the whole group all the same.
 */
class MessageTree
{
public:
    using Node = TreeNode;
    using Nodes = std::vector<std::unique_ptr<TreeNode>>;

    static constexpr quint32 maxTop = 200'000;         ///< nodes at the top: the last ones
    static constexpr quint32 maxTopGrown = 250'000;    ///< until then more are taken in before it is filled anew
    static constexpr quint32 maxTransactions = 20'000; ///< of one node when it is opened: the last ones

    /// What the shown messages of a node are, as rows of the log.
    struct Sums
    {
        quint32 first = 0, last = 0, count = 0, repeats = 0; ///< repeats: those that a sender's timer sent
    };
    /// Who shows the tree is told ahead of each change of it, and behind it. `parent` null: at the top.
    struct Watcher
    {
        virtual ~Watcher() = default;
        virtual void adding(TreeNode *parent, quint32 first, quint32 count) = 0;
        virtual void added() = 0;
    };

    /// Both must outlive it; nobody who shows it may be a `watcher` any more.
    MessageTree(const FlowRows &rows, const MessageGroups &groups, Watcher &watcher);

    /// Makes all of it anew, without a word to the watcher.
    void fill(Grouping grouping);
    /// The same of nothing.
    void clear(Grouping grouping);
    /// Matches came behind those that it has. False: there are too many, or others; fill() is due.
    bool grow();
    Grouping grouping() const { return m_grouping; }

    const Nodes &top() const { return m_top; }
    Nodes &childrenOf(TreeNode *parent) { return parent ? parent->children : m_top; }
    bool mayOpen(const TreeNode &node) const;
    /// Makes its children, with a word to the watcher.
    void open(TreeNode &node);
    /// The deepest node that there is of a message: `opens` makes what is missing on the way. Null where the filter
    /// hides it.
    TreeNode *find(quint64 number, bool opens);
    /// The node of that type that a message belongs to, be it hidden itself; null where there is none.
    TreeNode *nodeOf(TreeNode::Type type, quint64 number, bool opens);

    /// Of any node.
    Sums sums(const TreeNode &node) const;
    MessageGroup::Outcome outcome(const TreeNode &node) const;
    /// How many of the groups of a device stand so.
    quint32 count(const TreeNode &device, MessageGroup::State state) const;
    std::optional<Duration> duration(const TreeNode &node) const;
    /// Number of the message that a row leads to: the one that made its state, or the first one that is shown.
    quint32 leadsTo(const TreeNode &node) const;

    /// Nodes at the top that are left out: the oldest.
    quint64 leftOut() const { return m_leftOut; }
    qsizetype taken() const { return m_taken; } ///< matches that are in it

    const FlowRows &rows() const { return m_rows; }
    const MessageGroups &groups() const { return m_groups; }
    const MessageLog &log() const { return m_rows.log(); }

private:
    void note(quint32 row, bool live);
    quint32 topId(quint32 row, quint32 group) const;
    static void add(std::vector<Sums> &sums, quint32 index, quint32 row, bool repeat);
    void addBelow(TreeNode &top, quint32 row, quint32 group);
    void addMessage(TreeNode &parent, quint32 row, bool tells);
    void fillTransactions(TreeNode &node, const std::vector<quint32> &rows);
    std::vector<quint32> rowsOf(const TreeNode &node) const;
    TreeNode &append(TreeNode *parent, TreeNode::Type type, quint32 id, bool tells);
    TreeNode *below(const TreeNode &parent, TreeNode::Type type, quint32 id) const;

    const FlowRows &m_rows;
    const MessageGroups &m_groups;
    Watcher &m_watcher;
    Grouping m_grouping = Grouping::Device;
    Nodes m_top, m_fresh;            ///< fresh ones are not told yet
    std::vector<TreeNode *> m_topOf; ///< by id; of messages it is empty
    QHash<quint64, TreeNode *> m_deeper;
    std::vector<Sums> m_devices, m_ofGroups, m_dialogs; ///< by index
    std::vector<std::vector<quint32>> m_groupsOf;       ///< by device, those that are shown
    qsizetype m_taken = 0;
    quint64 m_leftOut = 0;
};

} // namespace gb
