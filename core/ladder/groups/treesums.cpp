#include "core/ladder/groups/messagetree.h"

#include <algorithm>
#include <array>

/// The part of MessageTree that sums up.
namespace gb {

using Type = TreeNode::Type;
using State = MessageGroup::State;
using Why = MessageGroup::Why;

MessageTree::Sums MessageTree::sums(const TreeNode &node) const
{
    switch (node.type) {
    case Type::Device: return m_devices[node.id];
    case Type::Group: return m_ofGroups[node.id];
    case Type::Dialog: return m_dialogs[node.id];
    case Type::More: return {0, 0, node.id, 0};
    case Type::Message:
    case Type::Transaction: break;
    }
    Sums sums;
    const auto add = [&](quint32 number) {
        const qsizetype row = log().rowOf(number);
        if (row < 0)
            return;
        const auto at = static_cast<quint32>(row); // who shows the tree puts its nodes in any order
        sums.first = sums.count == 0 ? at : std::min(sums.first, at);
        sums.last = std::max(sums.last, at);
        ++sums.count;
        sums.repeats += log().odd(log().entry(row)).repeat == RepeatKind::Retransmission ? 1 : 0;
    };
    if (node.type == Type::Message)
        add(node.id);
    for (const auto &child : node.children)
        add(child->id);
    return sums;
}

quint32 MessageTree::count(const TreeNode &device, State state) const
{
    const std::vector<quint32> &groups = m_groupsOf[device.id];
    return static_cast<quint32>(std::count_if(
        groups.begin(), groups.end(), [&](quint32 group) { return m_groups.outcome(group).state == state; }));
}

MessageGroup::Outcome MessageTree::outcome(const TreeNode &node) const
{
    switch (node.type) {
    case Type::Device: {
        std::array<bool, 4> stands{};
        for (const quint32 group : m_groupsOf[node.id])
            stands[static_cast<std::size_t>(m_groups.outcome(group).state)] = true;
        for (const State state : {State::Failed, State::Unknown, State::Running}) {
            if (stands[static_cast<std::size_t>(state)])
                return {state, Why::Nothing, 0, 0};
        }
        return {State::Ok, Why::Nothing, 0, 0};
    }
    case Type::Group: return m_groups.outcome(node.id);
    case Type::Dialog: return m_groups.outcome(m_groups.of(m_dialogs[node.id].last));
    case Type::More: return {State::Ok, Why::Nothing, 0, 0};
    case Type::Message:
    case Type::Transaction: break;
    }
    const qsizetype row = log().rowOf(node.id);
    if (row < 0) // the request is not in the list any more
        return {State::Unknown, Why::NotSeen, 0, 0};
    const LogEntry &entry = log().entry(row);
    if (node.type == Type::Transaction || (entry.isRequest() && !entry.isRepeat()))
        return m_groups.transaction(row);
    const bool failed = entry.isProblem() && !entry.has(LogEntry::TimedOut);
    return {failed ? State::Failed : State::Ok, entry.has(LogEntry::ChallengedAgain) ? Why::RefusedAgain : Why::Nothing,
        static_cast<quint16>(entry.status), node.id};
}

std::optional<Duration> MessageTree::duration(const TreeNode &node) const
{
    if (node.type == Type::Group)
        return m_groups.duration(node.id);
    if (node.type == Type::More)
        return std::nullopt;
    if (node.type == Type::Message) {
        const qsizetype row = log().rowOf(node.id);
        return row < 0 ? std::nullopt : log().latency(log().entry(row));
    }
    const Sums sums = this->sums(node);
    if (sums.count == 0)
        return std::nullopt;
    const qsizetype request = node.type == Type::Transaction ? log().rowOf(node.id) : -1;
    const quint32 behind = request < 0 ? 0 : log().finalAnswer(log().entry(request));
    const qsizetype answer = behind == 0 ? -1 : log().rowOf(quint64{node.id} + behind);
    if (answer >= 0)
        return log().entry(answer).time() - log().entry(request).time();
    return sums.count < 2 ? std::nullopt
                          : std::optional(log().entry(sums.last).time() - log().entry(sums.first).time());
}

quint32 MessageTree::leadsTo(const TreeNode &node) const
{
    const auto isShown = [this](quint32 number) { return m_rows.shows(log().rowOf(number)); };
    if (node.type == Type::Message || (node.type == Type::Transaction && isShown(node.id)))
        return node.id;
    const Sums sums = this->sums(node);
    if (node.type == Type::More || sums.count == 0)
        return 0;
    const quint32 by = node.type == Type::Group ? m_groups.group(node.id).by : 0;
    return by != 0 && isShown(by) ? by : static_cast<quint32>(log().entry(sums.first).number);
}

} // namespace gb
