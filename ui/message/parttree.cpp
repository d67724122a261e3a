#include "ui/message/parttree.h"

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

QString meaningOf(const StructureNode &node)
{
    switch (node.kind) {
    case Kind::Element:
    case Kind::Attribute: return wording::element(node.name);
    case Kind::SdpLine: return wording::sdpLine(node.name);
    case Kind::Part:
    case Kind::Broken:
    case Kind::Cut: break;
    }
    return {};
}

void fill(QTreeWidgetItem *parent, const QList<StructureNode> &nodes)
{
    for (const StructureNode &node : nodes) {
        const QString value = valueOf(node), meaning = meaningOf(node);
        auto *item = new QTreeWidgetItem(parent, {node.name, value, meaning});
        QStringList tip{value, meaning}; // the column may be narrow
        tip.removeAll(QString());
        for (int column = 0; column < 3; ++column)
            item->setToolTip(column, toolTipText(tip.join(u'\n')));
        fill(item, node.parts);
        const bool ofBody = std::any_of(
            node.parts.begin(), node.parts.end(), [](const StructureNode &one) { return one.kind != Kind::Part; });
        item->setExpanded(ofBody || node.kind == Kind::Element || node.name.startsWith(QLatin1String("part ")));
    }
}

bool hasMeaning(const QList<StructureNode> &nodes)
{
    return std::any_of(nodes.begin(), nodes.end(),
        [](const StructureNode &one) { return !meaningOf(one).isEmpty() || hasMeaning(one.parts); });
}

/// Names need what they need, up to a share; values and meanings have the rest.
void fitColumns(QTreeWidget *tree, bool withMeaning)
{
    QHeaderView *const header = tree->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    for (const PartColumn column : {PartColumn::Value, PartColumn::Meaning})
        header->setSectionResizeMode(static_cast<int>(column), QHeaderView::Stretch);
    tree->setColumnHidden(static_cast<int>(PartColumn::Meaning), !withMeaning);
    tree->resizeColumnToContents(0);
    header->resizeSection(0, std::min(header->sectionSize(0), tree->viewport()->width() * 45 / 100));
}

} // namespace

void showParts(QTreeWidget *tree, const MessageStructure &structure)
{
    tree->clear();
    if (!structure.parsed) {
        auto *item = new QTreeWidgetItem(tree,
            {structure.tried ? Tr::tr("osip2 refuses this message, too")
                             : Tr::tr("Too odd to be taken apart; see the text")});
        item->setFirstColumnSpanned(true);
    }
    fill(tree->invisibleRootItem(), structure.nodes);
    fitColumns(tree, hasMeaning(structure.nodes));
}

} // namespace gb::ui
