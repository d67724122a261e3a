#include "ui/findings/findinglines.h"

#include <QHash>

#include <algorithm>

namespace gb::ui::findinglines {
namespace {

constexpr int maxDepth = 8;

quint64 groupKey(FindingCode code)
{
    constexpr quint64 group = 1ULL << 40; // above every ID
    return group | static_cast<quint64>(code);
}

/// Who stands under whom.
struct Tree
{
    QHash<quint32, QList<const Finding *>> effects; ///< by their root
    QHash<quint8, QList<const Finding *>> alike;    ///< by their code: those that follow from nothing
    QList<const Finding *> roots;

    explicit Tree(const QList<const Finding *> &findings)
    {
        QSet<quint32> shown;
        for (const Finding *one : findings)
            shown.insert(one->id);
        for (const Finding *one : findings) {
            if (one->because != 0 && one->because != one->id && shown.contains(one->because) && !one->over) {
                effects[one->because].append(one);
                continue;
            }
            roots.append(one);
            if (!one->device.isEmpty() && !one->over)
                alike[static_cast<quint8>(one->code)].append(one);
        }
    }
    bool isGrouped(const Finding &root) const
    {
        return !root.device.isEmpty() && !root.over
            && alike.value(static_cast<quint8>(root.code)).size() >= manyDevices;
    }
};

class Arranger
{
public:
    Arranger(const Tree &tree, const QSet<quint64> &open)
        : m_tree(tree)
        , m_open(open)
    {
    }

    QList<FindingLine> lines()
    {
        QSet<quint8> done;
        for (const Finding *root : m_tree.roots) {
            const auto code = static_cast<quint8>(root->code);
            if (!m_tree.isGrouped(*root))
                add(*root, 0);
            else if (!done.contains(code))
                addGroup(m_tree.alike.value(code));
            if (m_tree.isGrouped(*root))
                done.insert(code);
        }
        return m_lines;
    }

private:
    void add(const Finding &finding, int depth)
    {
        const QList<const Finding *> under = depth < maxDepth ? m_tree.effects.value(finding.id)
                                                              : QList<const Finding *>();
        const bool open = !under.isEmpty() && m_open.contains(finding.id);
        m_lines.append({.id = finding.id,
            .key = finding.id,
            .depth = depth,
            .under = static_cast<int>(under.size()),
            .open = open,
            .count = finding.count,
            .first = finding.first,
            .last = finding.last});
        for (const Finding *one : under) {
            if (open)
                add(*one, depth + 1);
        }
    }
    void addGroup(const QList<const Finding *> &members)
    {
        const Finding &first = *members.constFirst();
        FindingLine line{.id = first.id,
            .key = groupKey(first.code),
            .devices = static_cast<int>(members.size()),
            .under = static_cast<int>(members.size()),
            .open = m_open.contains(groupKey(first.code)),
            .first = first.first,
            .last = first.last};
        for (const Finding *one : members) {
            line.count += one->count;
            line.first = std::min(line.first, one->first);
            line.last = std::max(line.last, one->last);
        }
        m_lines.append(line);
        for (const Finding *one : members) {
            if (line.open)
                add(*one, 1);
        }
    }

    const Tree &m_tree;
    const QSet<quint64> &m_open;
    QList<FindingLine> m_lines;
};

} // namespace

QList<FindingLine> arrange(const QList<const Finding *> &findings, const QSet<quint64> &open)
{
    const Tree tree(findings);
    return Arranger(tree, open).lines();
}

QSet<quint64> above(const QList<const Finding *> &findings, quint32 id)
{
    const Tree tree(findings);
    QHash<quint32, const Finding *> byId;
    for (const Finding *one : findings)
        byId.insert(one->id, one);
    QSet<quint64> out;
    const Finding *at = byId.value(id);
    for (int depth = 0; at && depth < maxDepth; ++depth) {
        const Finding *const root = at->over ? nullptr : byId.value(at->because);
        if (!root || root == at) {
            if (tree.isGrouped(*at))
                out.insert(groupKey(at->code));
            break;
        }
        out.insert(root->id);
        at = root;
    }
    return out;
}

} // namespace gb::ui::findinglines
