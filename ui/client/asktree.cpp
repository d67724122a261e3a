#include "ui/client/asktree.h"

#include "core/message/deviceid.h"
#include "core/report/words/wording.h"
#include "ui/widgets/plainlabel.h"

namespace gb::ui {

void AskTree::show(const AskReportPtr &report, By by)
{
    beginResetModel();
    m_report = report;
    m_nodes.assign(1, {});
    if (report)
        build(by);
    endResetModel();
}

QString AskTree::value(const Node &node, QStringView column) const
{
    return node.item < 0 ? QString() : m_report->items.at(node.item).value(m_report->columns.indexOf(column));
}

QString AskTree::parentOf(const Node &node, By by) const
{
    switch (by) {
    case By::ParentId: return value(node, u"ParentID").section(u'/', -1); // a path in some devices
    case By::BusinessGroup: {
        const QString group = value(node, u"BusinessGroupID");
        return group.isEmpty() ? value(node, u"Info/BusinessGroupID") : group;
    }
    case By::CivilCode: return node.item < 0 && node.id.size() > 2 ? node.id.chopped(2) : value(node, u"CivilCode");
    }
    return {};
}

std::size_t AskTree::nodeFor(const QString &id, QHash<QString, std::size_t> &known)
{
    const auto at = known.constFind(id);
    if (at != known.cend())
        return *at;
    m_nodes.push_back({.id = id});
    known.insert(id, m_nodes.size() - 1);
    return m_nodes.size() - 1;
}

/// Who leads in a circle, or deeper than anybody looks, stands at the top.
void AskTree::cut()
{
    constexpr int deepest = 64, onTheWay = -1;
    std::vector<int> depth(m_nodes.size(), 0); // 0: not known yet
    std::vector<std::size_t> way;
    for (std::size_t node = 1; node < m_nodes.size(); ++node) {
        for (std::size_t at = node; at != 0 && depth[at] <= 0; at = m_nodes[at].above) {
            if (depth[at] == onTheWay) {
                m_nodes[at].above = 0;
                break;
            }
            depth[at] = onTheWay;
            way.push_back(at);
        }
        for (; !way.empty(); way.pop_back()) {
            Node &one = m_nodes[way.back()];
            const int above = one.above == 0 ? 0 : std::max(0, depth[one.above]);
            if (above >= deepest)
                one.above = 0;
            depth[way.back()] = one.above == 0 ? 1 : above + 1;
        }
    }
}

void AskTree::build(By by)
{
    QHash<QString, std::size_t> known;
    const qsizetype id = m_report->columns.indexOf(u"DeviceID");
    for (int item = 0; item < m_report->items.size(); ++item) {
        m_nodes.push_back({.id = m_report->items.at(item).value(id), .item = item});
        if (!known.contains(m_nodes.back().id))
            known.insert(m_nodes.back().id, m_nodes.size() - 1);
    }
    const std::size_t real = m_nodes.size();
    for (std::size_t node = 1; node < m_nodes.size(); ++node) { // grows by parents that are not in the list
        const QString above = parentOf(m_nodes[node], by);
        const bool own = above.isEmpty() || above == m_nodes[node].id || above == m_report->device;
        if (own || (node >= real && !known.contains(above)))
            continue;
        const std::size_t wanted = nodeFor(above, known); // m_nodes may grow by it
        m_nodes[node].above = wanted;
    }
    cut();
    for (std::size_t node = 1; node < m_nodes.size(); ++node) {
        std::vector<std::size_t> &siblings = m_nodes[m_nodes[node].above].below;
        m_nodes[node].row = static_cast<int>(siblings.size());
        siblings.push_back(node);
    }
}

QModelIndex AskTree::index(int row, int column, const QModelIndex &parent) const
{
    const Node &above = m_nodes[parent.isValid() ? parent.internalId() : 0];
    if (row < 0 || column < 0 || column >= columnTotal || row >= static_cast<int>(above.below.size()))
        return {};
    return createIndex(row, column, above.below[static_cast<std::size_t>(row)]);
}

QModelIndex AskTree::parent(const QModelIndex &child) const
{
    const std::size_t above = child.isValid() ? m_nodes[child.internalId()].above : 0;
    return above == 0 ? QModelIndex() : createIndex(m_nodes[above].row, 0, above);
}

int AskTree::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(m_nodes[parent.isValid() ? parent.internalId() : 0].below.size());
}

int AskTree::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

QString AskTree::text(const Node &node, int column) const
{
    switch (column) {
    case Name: {
        const QString name = value(node, u"Name");
        return node.item < 0 ? tr("%1 (not in the list)").arg(node.id) : name.isEmpty() ? node.id : name;
    }
    case Id: return node.id;
    case Kind: return wording::deviceType(typeOf(node.id.toStdString()));
    default: return value(node, u"Status");
    }
}

QVariant AskTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString shown = text(m_nodes[index.internalId()], index.column());
    if (role == Qt::DisplayRole)
        return shown;
    return role == Qt::ToolTipRole ? QVariant(toolTipText(shown)) : QVariant();
}

QVariant AskTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Id: return QStringLiteral("DeviceID");
    case Kind: return tr("Kind");
    default: return QStringLiteral("Status");
    }
}

} // namespace gb::ui
