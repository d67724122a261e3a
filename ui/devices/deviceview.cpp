#include "ui/devices/deviceview.h"

#include "core/report/words/wording.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/devices/statedelegate.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDataStream>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace gb::ui {
namespace {

constexpr quint32 savedVersion = 1;
/// Left to right; the last one takes the room that is left.
/// The alias joins them as soon as there is one.
constexpr DeviceColumn defaultColumns[] = {DeviceColumn::State, DeviceColumn::Id, DeviceColumn::Reason};

/// The state answers the first question: its word is never cut, whatever the language.
int stateWidth(const QFontMetrics &metrics)
{
    int width = 0;
    for (int state = 0; state <= static_cast<int>(DeviceState::NotAnswered); ++state)
        width = std::max(width, metrics.horizontalAdvance(wording::state(static_cast<DeviceState>(state))));
    return StateDelegate::shapeRect({}, metrics).right() + width + StateDelegate::markRoom - 3;
}

/// One cell for the clipboard. Spreadsheets take a leading =, +, - or @ for a formula, and the text may come from a
/// stranger's camera.
QString cellText(QString text)
{
    text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    if (!text.isEmpty() && QStringLiteral("=+-@").contains(text.front()))
        text.prepend(u'\'');
    return text;
}

} // namespace

DeviceView::DeviceView(DeviceTableModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setItemDelegateForColumn(static_cast<int>(DeviceColumn::State), new StateDelegate(this));
    setItemDelegateForColumn(static_cast<int>(DeviceColumn::Id), new IdDelegate(this));
    setItemDelegateForColumn(static_cast<int>(DeviceColumn::Alias), new AliasDelegate(this));
    setUpPlainTable(this); // Enter activates, F2 belongs to the window: "Rename…" starts the editor
    setSelectionMode(ExtendedSelection);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    fitFont();
    resetColumns();
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        m_idByHand = m_idByHand || (!m_isSharing && column == static_cast<int>(DeviceColumn::Id));
    });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        QMenu menu(this);
        fillColumnMenu(&menu);
        menu.exec(header->mapToGlobal(at));
    });
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
    stream << savedVersion << qint32(deviceColumnCount) << horizontalHeader()->saveState();
    return bytes;
}

bool DeviceView::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    qint32 count = 0;
    QByteArray header;
    stream >> version >> count >> header;
    if (stream.status() != QDataStream::Ok || version != savedVersion || count != deviceColumnCount
        || !horizontalHeader()->restoreState(header))
        return false;
    const QFontMetrics mono(monospace());
    const int width = horizontalHeader()->sectionSize(static_cast<int>(DeviceColumn::Id)) - 12;
    m_idByHand = width != mono.horizontalAdvance(QString(20, u'0'))
        && width != mono.horizontalAdvance(columnSample(DeviceColumn::Id));
    shareRoom();
    m_model->sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    return true;
}

/// IDs are whole where the reasons have room enough beside them; else they shrink, not the reasons.
void DeviceView::shareRoom()
{
    constexpr int reasonLetters = 28;
    QHeaderView *header = horizontalHeader();
    const int id = static_cast<int>(DeviceColumn::Id), reason = static_cast<int>(DeviceColumn::Reason);
    if (m_idByHand || header->isSectionHidden(id) || header->isSectionHidden(reason))
        return;
    int others = 0;
    for (int column = 0; column < deviceColumnCount; ++column)
        others += column == id || column == reason || header->isSectionHidden(column) ? 0 : header->sectionSize(column);
    const QFontMetrics mono(monospace());
    const int margins = 12, whole = mono.horizontalAdvance(QString(20, u'0')) + margins;
    const bool fits = viewport()->width() - others - whole >= reasonLetters * fontMetrics().averageCharWidth();
    const QScopedValueRollback sharing(m_isSharing, true);
    header->resizeSection(id, fits ? whole : mono.horizontalAdvance(columnSample(DeviceColumn::Id)) + margins);
}

void DeviceView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareRoom();
}

void DeviceView::resetColumns()
{
    const QScopedValueRollback sharing(m_isSharing, true);
    m_idByHand = false;
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
    shareRoom();
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
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &DeviceView::resetColumns);
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
        cells << cellText(m_model->index(row, column).data().toString());
    return cells.join(u'\t');
}

void DeviceView::fitFont()
{
    verticalHeader()->setMinimumSectionSize(8);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
}

void DeviceView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitFont();
}

} // namespace gb::ui
