#include "ui/list/listview.h"

#include "core/report/words/shownclock.h"
#include "ui/ladder/valuecolumn.h"
#include "ui/widgets/plaindelegate.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace gb::ui {

using Type = TreeNode::Type;

namespace {

/// As high as the rows of our tables.
class Rows final : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.fontMetrics.averageCharWidth(), option.fontMetrics.height() + 6};
    }
};

} // namespace

ListView::ListView(ListModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setUniformRowHeights(true);
    setItemDelegate(new Rows(this));
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setModel(model);
    setSortingEnabled(true);
    sortByColumn(static_cast<int>(ListColumn::Time), Qt::AscendingOrder);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (const TreeNode *const node = m_model->node(index); node && m_open.size() < maxKeptOpen)
            m_open.insert(node, anchorOf(*node));
    });
    connect(
        this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { m_open.remove(m_model->node(index)); });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_quiet = true; });
    connect(model, &ListModel::renewed, this, [this] {
        restore();
        m_quiet = false;
    });
}

/// By a message that it has: numbers stay whatever else is made anew.
ListView::Anchor ListView::anchorOf(const TreeNode &node) const
{
    const MessageTree::Sums sums = m_model->tree().sums(node);
    return {node.type, node.type == Type::More || sums.count == 0 ? 0 : m_model->tree().log().entry(sums.last).number};
}

void ListView::refreshAnchors()
{
    for (auto at = m_open.begin(); at != m_open.end(); ++at)
        at.value() = anchorOf(*at.key());
    if (const TreeNode *const node = current())
        m_current = anchorOf(*node);
}

/// All rows are new ones: those of the same messages are opened, from the top down.
void ListView::restore()
{
    QList<Anchor> open = std::exchange(m_kept, {}) + std::exchange(m_open, {}).values();
    if (!m_model->isActive()) {
        m_kept = open;
        return;
    }
    std::sort(open.begin(), open.end(), [](const Anchor &a, const Anchor &b) { return a.type < b.type; });
    for (const Anchor &one : open) {
        const QModelIndex row = one.number == 0 ? QModelIndex() : m_model->rowOf(one.type, one.number);
        if (row.isValid() && m_model->node(row)->type == one.type)
            expand(row);
    }
    const QModelIndex row = m_current.number == 0 ? QModelIndex() : m_model->rowOf(m_current.type, m_current.number);
    if (row.isValid())
        setCurrentIndex(row);
}

void ListView::setGrouping(Grouping grouping)
{
    refreshAnchors();
    m_open.clear();
    m_model->setGrouping(grouping);
    setRootIsDecorated(grouping != Grouping::Message);
    setColumnHidden(static_cast<int>(ListColumn::Device), grouping == Grouping::Device);
    setColumnHidden(static_cast<int>(ListColumn::Messages), grouping == Grouping::Message);
    setColumnHidden(static_cast<int>(ListColumn::Repeats), grouping == Grouping::Message);
    setColumnHidden(static_cast<int>(ListColumn::CallId), grouping != Grouping::Dialog);
    showValue();
    shareRoom();
}

/// The column of the user's choice, where he made one.
void ListView::showValue()
{
    const ValueColumn *const column = m_model->column();
    const bool hidden = !column || !column->isOn();
    if (isColumnHidden(static_cast<int>(ListColumn::Value)) == hidden) // each value that is read is told
        return;
    setColumnHidden(static_cast<int>(ListColumn::Value), hidden);
    shareRoom();
}

void ListView::follow()
{
    const bool atEnd = m_model->isInOrderOfTime() && m_model->grouping() != Grouping::Device
        && verticalScrollBar()->value() == verticalScrollBar()->maximum();
    const QScopedValueRollback quiet(m_quiet, true);
    m_model->follow();
    refreshAnchors();
    if (atEnd && m_model->tree().rows().log().isRunning())
        scrollToBottom();
}

void ListView::choose(quint64 number)
{
    const TreeNode *const now = current();
    if (now && number != 0 && m_model->tree().leadsTo(*now) == number)
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    const QModelIndex row = number == 0 ? QModelIndex() : m_model->find(number, true);
    if (!row.isValid()) {
        selectionModel()->clear();
        m_current = {number == 0 ? Type::Message : m_current.type, number};
        return;
    }
    m_current = {m_model->node(row)->type, number};
    setCurrentIndex(row);
    scrollTo(row);
}

void ListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const TreeNode *const node = m_quiet ? nullptr : m_model->node(current);
    if (!node)
        return;
    m_current = anchorOf(*node);
    emit chosen(node);
}

void ListView::reverse()
{
    const bool ascending = header()->sortIndicatorOrder() == Qt::AscendingOrder;
    sortByColumn(header()->sortIndicatorSection(), ascending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ListView::shareRoom()
{
    const int letter = fontMetrics().horizontalAdvance(u'0');
    static constexpr std::pair<ListColumn, int> fixed[] = {{ListColumn::Device, 22}, {ListColumn::Duration, 10},
        {ListColumn::Messages, 10}, {ListColumn::Repeats, 13}, {ListColumn::CallId, 24}, {ListColumn::Value, 24}};
    const int clock = (wording::exactClockWidth() + 3) * letter;
    setColumnWidth(static_cast<int>(ListColumn::Time), clock);
    int left = viewport()->width() - clock;
    for (const auto &[column, letters] : fixed) {
        setColumnWidth(static_cast<int>(column), letters * letter);
        left -= isColumnHidden(static_cast<int>(column)) ? 0 : letters * letter;
    }
    const int what = std::max(left * 48 / 100, 26 * letter);
    setColumnWidth(static_cast<int>(ListColumn::What), what);
    setColumnWidth(static_cast<int>(ListColumn::State), std::max(left - what, 26 * letter));
}

void ListView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    shareRoom();
}

} // namespace gb::ui
