#include "ui/message/parttree.h"

#include "core/report/words/clausewording.h"
#include "core/report/words/elementwording.h"
#include "ui/widgets/plainlabel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTreeWidget>

#include <algorithm>

namespace gb::ui {
namespace {

using Kind = StructureNode::Kind;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(gb::ui::PartTree)
};

QString valueOf(const StructureNode &node)
{
    switch (node.kind) {
    case Kind::Broken: return Tr::tr("the XML breaks at line:column %1").arg(node.value);
    case Kind::Cut: return Tr::tr("more than is taken apart here; see the text");
    case Kind::Part:
    case Kind::Element:
    case Kind::Attribute:
    case Kind::SdpLine: break;
    }
    return node.value;
}

QString meaningOf(const ValueName &name, const BodyContext &context)
{
    switch (name.kind) {
    case ValueName::Kind::Element: return wording::elementIn(name, context.root, context.command);
    case ValueName::Kind::SdpLine: return wording::sdpLine(name.name);
    case ValueName::Kind::Header: return wording::header(name);
    case ValueName::Kind::StartLine:
    case ValueName::Kind::None: break;
    }
    return {};
}

/// Where a row stands.
struct Place
{
    QString header; ///< whose part it is; empty: it is one
    QString element;
};

/// "URI" is how osip2's tree calls the address of a header.
ValueName nameOf(const StructureNode &node, const Place &place)
{
    switch (node.kind) {
    case Kind::Element: return {ValueName::Kind::Element, node.name, {}};
    case Kind::Attribute: return {ValueName::Kind::Element, place.element, node.name};
    case Kind::SdpLine: return {ValueName::Kind::SdpLine, node.name, {}};
    case Kind::Broken:
    case Kind::Cut: return {};
    case Kind::Part: break;
    }
    if (place.header == u"Method" || place.header == u"Status" || place.header == u"Request-URI")
        return {};
    if (place.header.isEmpty()) {
        if (node.name == u"Method" || node.name == u"Status")
            return {ValueName::Kind::StartLine, node.value, {}};
        return node.name == u"Request-URI" ? ValueName{ValueName::Kind::StartLine, QStringLiteral("sip:"), {}}
                                           : ValueName{ValueName::Kind::Header, node.name, {}};
    }
    const QString part = node.name == u"sent-by host" ? QStringLiteral("host") : node.name;
    const bool ofText = part == u"URI" || part == u"display name" || part == u"scheme" || part == u"sent-by port";
    return ofText ? ValueName{} : ValueName{ValueName::Kind::Header, place.header, part};
}

void fill(QTreeWidgetItem *parent, const QList<StructureNode> &nodes, const Place &place, const BodyContext &context)
{
    for (const StructureNode &node : nodes) {
        const ValueName name = nameOf(node, place);
        const QString value = valueOf(node), meaning = meaningOf(name, context);
        auto *item = new QTreeWidgetItem(parent, {node.name, value, meaning});
        item->setData(0, valueNameRole, QVariant::fromValue(name));
        QStringList tip{value, meaning, wording::clause(name, context.root, context.command)}; // columns may be narrow
        tip.removeAll(QString());
        for (int column = 0; column < 3; ++column)
            item->setToolTip(column, toolTipText(tip.join(u'\n')));
        const bool isPart = node.name.startsWith(QLatin1String("part ")); // with headers of its own
        fill(item, node.parts, isPart ? Place{} : Place{place.header.isEmpty() ? node.name : place.header, node.name},
            context);
        const bool ofBody = std::any_of(
            node.parts.begin(), node.parts.end(), [](const StructureNode &one) { return one.kind != Kind::Part; });
        item->setExpanded(ofBody || node.kind == Kind::Element || isPart);
    }
}

/// Names need what they need, up to a share; values and meanings have the rest.
void fitColumns(QTreeWidget *tree)
{
    QHeaderView *const header = tree->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    for (const PartColumn column : {PartColumn::Value, PartColumn::Meaning})
        header->setSectionResizeMode(static_cast<int>(column), QHeaderView::Stretch);
    tree->resizeColumnToContents(0);
    header->resizeSection(0, std::min(header->sectionSize(0), tree->viewport()->width() * 45 / 100));
    tree->setTextElideMode(Qt::ElideMiddle); // what tells IDs apart is at their end
}

} // namespace

void showParts(QTreeWidget *tree, const MessageStructure &structure, const BodyContext &context)
{
    tree->clear();
    if (!structure.parsed) {
        auto *item = new QTreeWidgetItem(tree,
            {structure.tried ? Tr::tr("osip2 refuses this message, too")
                             : Tr::tr("Too odd to be taken apart; see the text")});
        item->setFirstColumnSpanned(true);
    }
    fill(tree->invisibleRootItem(), structure.nodes, {}, context);
    fitColumns(tree);
}

PlacedValue valueOf(const QTreeWidgetItem &item)
{
    return {item.data(0, valueNameRole).value<ValueName>(), item.text(static_cast<int>(PartColumn::Value))};
}

} // namespace gb::ui
