#include "ui/client/asktree.h"

#include "core/message/deviceid.h"
#include "core/report/words/wording.h"
#include "ui/widgets/plainlabel.h"

#include <QRegularExpression>

#include <algorithm>

namespace gb::ui {
namespace {

/// Digits of a province, city, district or base unit, GB/T 28181-2022 A.2.1.2.
bool isArea(QStringView id)
{
    const bool digits = std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits && !id.isEmpty() && id.size() <= 8 && id.size() % 2 == 0;
}

/// IDs of business groups and virtual organisations, annex E.
const QRegularExpression folder(QStringLiteral("^\\d{10}21[56]\\d{7}$"));

} // namespace

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

/// All of them, the nearest first: of a path that is the last one.
QStringList AskTree::parentsOf(const Node &node) const
{
    constexpr qsizetype most = 8;
    QStringList parents;
    const QString named = value(node, u"ParentID");
    for (const QStringView one : QStringView(named).tokenize(u'/', Qt::SkipEmptyParts)) {
        if (one.trimmed() != node.id && parents.size() < most)
            parents.prepend(one.trimmed().toString());
    }
    return parents;
}

QString AskTree::groupOf(const Node &node) const
{
    const QString group = value(node, u"BusinessGroupID");
    return group.isEmpty() ? value(node, u"Info/BusinessGroupID") : group;
}

/// Areas that may stand above it, the smallest first: of 34020001 that is 340200.
QStringList AskTree::areasOf(const Node &node) const
{
    const bool itself = isArea(node.id);
    QString area = itself ? node.id.chopped(2) : value(node, u"CivilCode").left(8);
    if (area.size() % 2 != 0)
        area.chop(1);
    QStringList areas;
    for (; isArea(area); area.chop(2))
        areas.append(area);
    return areas;
}

/// The first of them that is in the list; 0: none is.
std::size_t AskTree::firstOf(const QStringList &ids, const Node &node, const Nodes &known)
{
    for (const QString &id : ids) {
        if (const std::size_t at = id == node.id ? 0 : known.value(id); at != 0)
            return at;
    }
    return 0;
}

/// By ParentID, else by BusinessGroupID, else by the area of CivilCode; who chose another one has that first.
std::size_t AskTree::placeOf(std::size_t at, By by, Nodes &known)
{
    const Node node = m_nodes[at]; // they may move below
    const QStringList parents = parentsOf(node), areas = areasOf(node);
    const QString group = groupOf(node), civil = isArea(node.id) ? QString() : value(node, u"CivilCode");
    std::size_t place = 0;
    if (by == By::BusinessGroup) {
        place = firstOf(parents.filter(folder), node, known);
        if (place == 0 && !group.isEmpty())
            return nodeFor(group, known);
    }
    if (by == By::CivilCode && !civil.isEmpty())
        return nodeFor(civil, known);
    for (const QStringList &ids : {by == By::CivilCode ? areas : QStringList(), parents, QStringList{group}, areas}) {
        if (place == 0)
            place = firstOf(ids, node, known);
    }
    const QString nearest = parents.value(0);
    const bool outside = by == By::ParentId && !nearest.isEmpty() && nearest != m_report->device;
    return place == 0 && outside ? nodeFor(nearest, known) : place;
}

std::size_t AskTree::nodeFor(const QString &id, Nodes &known)
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

bool AskTree::isAbove(std::size_t upper, std::size_t node) const
{
    for (; node != 0; node = m_nodes[node].above) {
        if (node == upper)
            return true;
    }
    return false;
}

/// Who has several parents stands below each, once with what is below it. Of a path there is only one.
void AskTree::addOtherPlaces(const Nodes &known)
{
    const std::size_t items = m_nodes.size();
    std::vector<Node> others;
    for (std::size_t node = 1; node < items && others.size() < items; ++node) {
        const QStringList parents = parentsOf(m_nodes[node]);
        std::vector<std::size_t> places{m_nodes[node].above};
        for (qsizetype i = 0; parents.size() > 1 && i < parents.size(); ++i) {
            const std::size_t other = known.value(parents[i]);
            const bool same = other == 0 || isAbove(node, other)
                || std::any_of(places.begin(), places.end(),
                    [&](std::size_t one) { return isAbove(other, one) || isAbove(one, other); });
            if (same)
                continue;
            places.push_back(other);
            others.push_back({.id = m_nodes[node].id, .item = m_nodes[node].item, .above = other});
        }
    }
    m_nodes.insert(m_nodes.end(), others.begin(), others.end());
}

void AskTree::build(By by)
{
    Nodes known;
    const qsizetype id = m_report->columns.indexOf(u"DeviceID");
    for (int item = 0; item < m_report->items.size(); ++item) {
        m_nodes.push_back({.id = m_report->items.at(item).value(id), .item = item});
        if (!known.contains(m_nodes.back().id))
            known.insert(m_nodes.back().id, m_nodes.size() - 1);
    }
    const std::size_t real = m_nodes.size();
    for (std::size_t node = 1; node < real; ++node) { // m_nodes grows by parents that are not in the list
        const std::size_t place = placeOf(node, by, known);
        m_nodes[node].above = place;
    }
    for (std::size_t node = real; node < m_nodes.size(); ++node)
        m_nodes[node].above = firstOf(areasOf(m_nodes[node]), m_nodes[node], known);
    cut();
    if (by == By::ParentId)
        addOtherPlaces(known);
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
