#include "ui/compare/comparetree.h"

#include "core/report/words/comparewording.h"
#include "ui/widgets/plaindelegate.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tabbedline.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeWidgetItemIterator>

namespace gb::ui {
namespace {

QColor colourOf(Change change)
{
    switch (change) {
    case Change::Same: break;
    case Change::Whitespace:
    case Change::Case:
    case Change::Spelling:
    case Change::Reordered: return colours().challenge;
    case Change::Changed: return colours().late;
    case Change::Added: return colours().online;
    case Change::Removed: return colours().media; // no grey, which is what does not count
    }
    return {};
}

/// As high as the rows of our tables.
class Rows final : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {PlainDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 6};
    }
};

} // namespace

CompareTree::CompareTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setUniformRowHeights(true);
    setItemDelegate(new Rows(this));
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(true);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideMiddle); // what tells IDs apart is at their end
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(60);
}

void CompareTree::setComparison(Comparison comparison, const QStringList &titles, const QStringList &tips)
{
    clear();
    m_rows.clear(); // of the comparison that goes
    m_comparison = std::move(comparison);
    m_titles = titles;
    m_tips = tips;
    fill();
    step(1);
}

void CompareTree::setNoise(bool shown)
{
    if (std::exchange(m_noise, shown) != shown)
        fill();
}

void CompareTree::setOnlyDifferences(bool only)
{
    if (std::exchange(m_only, only) != only)
        fill();
}

/// The current row stays, as far as it is shown.
void CompareTree::fill()
{
    const ComparedRow *const current = rowOf(currentItem());
    setUpdatesEnabled(false);
    clear();
    m_rows.clear();
    setColumnCount(static_cast<int>(m_titles.size()) + 2);
    setHeaderLabels(QStringList{tr("Part")} + m_titles + QStringList{tr("Difference")});
    for (int i = 0; i < m_titles.size(); ++i)
        headerItem()->setToolTip(i + 1, toolTipText(m_tips.value(i)));
    setAccessibleName(tr("Comparison of messages"));
    add(invisibleRootItem(), m_comparison.rows, Change::Same);
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        if (it.value() == current)
            setCurrentItem(const_cast<QTreeWidgetItem *>(it.key()));
    }
    shareRoom();
    setUpdatesEnabled(true);
}

/// `above`: what is so of a whole part is so of all in it.
void CompareTree::add(QTreeWidgetItem *parent, const QList<ComparedRow> &rows, Change above)
{
    for (const ComparedRow &row : rows) {
        if (m_only && !row.differs(m_noise) && above == Change::Same)
            continue;
        auto *const item = new QTreeWidgetItem(parent);
        m_rows.insert(item, &row);
        const Change own = row.isChange(m_noise) ? row.change : above;
        paintRow(item, row, above);
        add(item, row.rows, own >= Change::Added ? own : Change::Same);
        item->setExpanded(row.differs(m_noise) && (row.change < Change::Added || m_only));
    }
}

void CompareTree::paintRow(QTreeWidgetItem *item, const ComparedRow &row, Change above) const
{
    const int last = static_cast<int>(row.cells.size()) + 1;
    const bool isNoise = row.isNoise && row.change != Change::Same && !m_noise;
    const QString name = wording::comparedName(row), difference = wording::rowDifference(row, m_noise);
    QStringList tip{name};
    item->setText(0, name);
    for (int i = 0; i < row.cells.size(); ++i) {
        const QString value = wording::comparedValue(row, i);
        item->setText(i + 1, value);
        item->setFont(i + 1, monospace());
        tip << QStringLiteral("%1: %2").arg(m_titles.value(i), row.cells.at(i).isThere ? value : tr("not there"));
    }
    item->setText(last, difference);
    tip << difference;
    tip.removeAll(QString());
    const Change change = row.isChange(m_noise) ? row.change : above;
    const QColor colour = change == Change::Same ? QColor() : colourOf(change);
    for (int column = 0; column <= last; ++column) {
        item->setToolTip(column, toolTipText(tip.join(u'\n')));
        if (isNoise || (!colour.isValid() && column == last))
            item->setForeground(column, colours().muted);
        else if (colour.isValid())
            item->setForeground(column, colour);
    }
}

/// Names and words need what they need, up to a share; values have the rest.
void CompareTree::shareRoom()
{
    const int last = columnCount() - 1, width = viewport()->width();
    if (last < 2)
        return;
    const int names = std::clamp(sizeHintForColumn(0), 60, std::max(60, width * 30 / 100));
    const int words = std::clamp(
        std::max(sizeHintForColumn(last), header()->sectionSizeHint(last)), 60, std::max(60, width * 22 / 100));
    header()->resizeSection(0, names);
    header()->resizeSection(last, words);
    for (int column = 1; column < last; ++column)
        header()->resizeSection(column, std::max(60, (width - names - words) / (last - 1)));
}

QTreeWidgetItem *CompareTree::changeFrom(QTreeWidgetItem *item, int direction) const
{
    QTreeWidgetItemIterator at(const_cast<CompareTree *>(this));
    if (item) {
        at = QTreeWidgetItemIterator(item);
        at += direction;
    }
    while (*at && !rowOf(*at)->isChange(m_noise))
        at += direction;
    return *at;
}

void CompareTree::step(int direction)
{
    if (QTreeWidgetItem *const item = changeFrom(currentItem(), direction)) {
        setCurrentItem(item);
        scrollToItem(item);
    }
}

QString CompareTree::text() const
{
    QStringList lines;
    const auto line = [this](const QTreeWidgetItem *item, int depth) {
        QStringList cells{QString(depth * 2, u' ') + item->text(0)};
        for (int column = 1; column < columnCount(); ++column)
            cells << item->text(column);
        return tabbedLine(cells);
    };
    lines << line(headerItem(), 0);
    for (QTreeWidgetItemIterator at(const_cast<CompareTree *>(this)); *at; ++at) {
        int depth = 0;
        for (const QTreeWidgetItem *one = (*at)->parent(); one; one = one->parent())
            ++depth;
        lines << line(*at, depth);
    }
    return lines.join(u'\n') + u'\n';
}

void CompareTree::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

void CompareTree::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    shareRoom();
}

} // namespace gb::ui
