#include "ui/devices/deviceview.h"

#include "core/report/words/wording.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/devices/statedelegate.h"
#include "ui/widgets/orderhold.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/tabbedline.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDataStream>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <memory>
#include <utility>

namespace gb::ui {
namespace {

constexpr quint32 savedVersion = 2; ///< 1 had the reason last
/// Left to right; the reason takes the room that is left. The alias joins them as soon as there is one.
constexpr DeviceColumn defaultColumns[] = {DeviceColumn::State, DeviceColumn::Reason, DeviceColumn::Id};

/// The state answers the first question: its word is never cut, whatever the language.
int stateWidth(const QFontMetrics &metrics)
{
    int width = 0;
    for (int state = 0; state <= static_cast<int>(DeviceState::NotAnswered); ++state)
        width = std::max(width, metrics.horizontalAdvance(wording::state(static_cast<DeviceState>(state))));
    return StateDelegate::shapeRect({}, metrics).right() + width + StateDelegate::markRoom - 3;
}

} // namespace

DeviceView::DeviceView(DeviceTableModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setItemDelegate(new PlainDelegate(this));
    setItemDelegateForColumn(static_cast<int>(DeviceColumn::State), new StateDelegate(this));
    setItemDelegateForColumn(static_cast<int>(DeviceColumn::Id), new IdDelegate(this));
    setItemDelegateForColumn(static_cast<int>(DeviceColumn::Reason),
        new ReasonDelegate([this] { return !isColumnHidden(static_cast<int>(DeviceColumn::MedianInterval)); }, this));
    setItemDelegateForColumn(static_cast<int>(DeviceColumn::Alias), new AliasDelegate(this));
    setUpPlainTable(this); // Enter activates, F2 belongs to the window: "Rename…" starts the editor
    setSelectionMode(ExtendedSelection);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    verticalHeader()->setMinimumSectionSize(8);
    keepRowHeight(this, 6);
    resetColumns();
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int before, int after) {
        if (m_isSharing)
            return;
        const bool pulled = before != 0 && after != 0; // else it was shown or hidden
        m_idByHand |= pulled && column == static_cast<int>(DeviceColumn::Id);
        m_nameByHand |= pulled && column == static_cast<int>(DeviceColumn::Alias);
        shareRoom();
    });
    connect(new OrderHold(this), &OrderHold::changed, model, &DeviceTableModel::setHeld);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](const QPoint &at) { openColumnMenu(header->mapToGlobal(at)); });
    followChosen();
}

/// The chosen row is still in sight when the order takes it elsewhere. Who looks at the top, where the worst ones are,
/// goes on looking at them.
void DeviceView::followChosen()
{
    const auto inSight = [this] { return viewport()->rect().intersects(visualRect(currentIndex())); };
    auto wasInSight = std::make_shared<bool>(false);
    connect(m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this, inSight, wasInSight] {
        *wasInSight = currentIndex().isValid() && selectionModel()->isRowSelected(currentIndex().row()) && inSight();
    });
    connect(m_model, &QAbstractItemModel::layoutChanged, this, [this, inSight, wasInSight] {
        if (*wasInSight && !inSight() && verticalScrollBar()->value() > 0)
            scrollTo(currentIndex());
    });
}

void DeviceView::openColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu);
    menu->popup(at);
}

/// Rows are whole: Home and End lead to the first and the last one.
QModelIndex DeviceView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveHome || action == MoveEnd)
        modifiers |= Qt::ControlModifier;
    return QTableView::moveCursor(action, modifiers);
}

QStringList DeviceView::selectedIds() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QStringList ids;
    ids.reserve(rows.size());
    for (const int row : std::as_const(rows))
        ids.append(m_model->idAt(row));
    return ids;
}

void DeviceView::select(const QStringList &ids)
{
    QItemSelection selection;
    QModelIndex first;
    for (const QString &id : ids) {
        const QModelIndex index = m_model->indexOf(id);
        if (!index.isValid())
            continue;
        selection.select(index, index);
        if (!first.isValid())
            first = index;
    }
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void DeviceView::copyCell() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data().toString());
}

void DeviceView::copyRows() const
{
    const QList<int> columns = visibleColumns();
    QStringList titles;
    for (const int column : columns)
        titles << columnTitle(static_cast<DeviceColumn>(column));
    QStringList lines{titles.join(u'\t')};
    for (const QString &id : selectedIds())
        lines << rowText(m_model->indexOf(id).row(), columns);
    if (lines.size() > 1)
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void DeviceView::renameCurrent()
{
    const QModelIndex index = currentIndex().siblingAtColumn(static_cast<int>(DeviceColumn::Alias));
    if (!index.isValid())
        return;
    setColumnHidden(index.column(), false);
    scrollTo(index);
    edit(index);
}

QByteArray DeviceView::saveColumns() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << savedVersion << qint32(deviceColumnCount) << horizontalHeader()->saveState() << m_idByHand
           << m_nameByHand;
    return bytes;
}

bool DeviceView::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    qint32 count = 0;
    QByteArray header;
    bool idByHand = false, nameByHand = false;
    stream >> version >> count >> header >> idByHand >> nameByHand;
    const QScopedValueRollback sharing(m_isSharing, true);
    if (stream.status() != QDataStream::Ok || version != savedVersion || count != deviceColumnCount
        || !horizontalHeader()->restoreState(header))
        return false;
    m_idByHand = idByHand;
    m_nameByHand = nameByHand;
    fixReason();
    m_isSharing = false;
    shareRoom();
    m_model->sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    return true;
}

void DeviceView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareRoom();
}

/// Who comes by the keyboard sees where it is.
void DeviceView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model->rowCount() > 0)
        selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

void DeviceView::resetColumns()
{
    const QScopedValueRollback sharing(m_isSharing, true);
    m_idByHand = m_nameByHand = false;
    m_reasonNeeds = 0;
    QHeaderView *header = horizontalHeader();
    const QFontMetrics metrics = fontMetrics();
    const QFontMetrics mono(monospace());
    for (int column = 0; column < deviceColumnCount; ++column) {
        const auto which = static_cast<DeviceColumn>(column);
        const int width = which == DeviceColumn::State
            ? stateWidth(metrics)
            : (which == DeviceColumn::Id ? mono : metrics).horizontalAdvance(columnSample(which));
        const int content = width + 12;
        const bool isDefault = std::find(std::begin(defaultColumns), std::end(defaultColumns), which)
            != std::end(defaultColumns);
        header->resizeSection(
            column, isDefault ? content : std::max(content, metrics.horizontalAdvance(columnTitle(which)) + 28));
        header->setSectionHidden(column, !isDefault);
    }
    for (int column = 0; column < deviceColumnCount; ++column)
        header->moveSection(header->visualIndex(column), column);
    int visual = 0;
    for (const DeviceColumn column : defaultColumns)
        header->moveSection(header->visualIndex(static_cast<int>(column)), visual++);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    fixReason();
    m_isSharing = false;
    shareRoom();
}

/// Its width is what the others leave.
void DeviceView::fixReason()
{
    horizontalHeader()->setSectionResizeMode(static_cast<int>(DeviceColumn::Reason), QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(24);
}

void DeviceView::showAliases()
{
    QHeaderView *header = horizontalHeader();
    const int alias = static_cast<int>(DeviceColumn::Alias);
    if (!header->isSectionHidden(alias))
        return;
    header->setSectionHidden(alias, false);
    header->moveSection(header->visualIndex(alias), header->visualIndex(static_cast<int>(DeviceColumn::Id)) + 1);
    shareRoom();
}

void DeviceView::fillColumnMenu(QMenu *menu)
{
    const bool isLastOne = visibleColumns().size() == 1;
    for (int column = 0; column < deviceColumnCount; ++column) {
        QAction *action = menu->addAction(columnTitle(static_cast<DeviceColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || !isLastOne);
        connect(action, &QAction::toggled, this, [this, column](bool isOn) { setColumnHidden(column, !isOn); });
    }
    menu->addSeparator();
    fillSortMenu(menu->addMenu(tr("Sort by")));
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &DeviceView::resetColumns);
}

/// The same column again: the other way round, as a click on its title.
void DeviceView::fillSortMenu(QMenu *menu)
{
    QHeaderView *const header = horizontalHeader();
    const auto offer = [&](const QString &text, int column) {
        QAction *const action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(header->sortIndicatorSection() == column);
        connect(action, &QAction::triggered, this, [this, header, column] {
            const bool again = header->sortIndicatorSection() == column
                && header->sortIndicatorOrder() == Qt::AscendingOrder;
            header->setSortIndicator(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    };
    offer(tr("Worst first"), -1);
    for (const int column : visibleColumns())
        offer(columnTitle(static_cast<DeviceColumn>(column)), column);
}

QList<int> DeviceView::visibleColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < deviceColumnCount; ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

QString DeviceView::rowText(int row, const QList<int> &columns) const
{
    QStringList cells;
    for (const int column : columns)
        cells << m_model->index(row, column).data().toString();
    return tabbedLine(cells);
}

} // namespace gb::ui
