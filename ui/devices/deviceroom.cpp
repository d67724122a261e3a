#include "ui/devices/devicetablemodel.h"
#include "ui/devices/deviceview.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

/// The part of DeviceView that shares its width among the columns, and looks at rows in sight.
namespace gb::ui {
namespace {

constexpr int cellMargins = 12;

/// Of a cell with so many digits.
int idWidth(int digits)
{
    return QFontMetrics(monospace()).horizontalAdvance(QString(digits, u'0')) + cellMargins;
}

} // namespace

/// The reason gets what is left, and what it needs first: IDs shrink to their last digits, then names, and then the
/// table scrolls; but a reason that would push the IDs out of sight ends in an ellipsis.
void DeviceView::shareRoom()
{
    constexpr int usualLetters = 30, leastLetters = 16, leastName = 8, leastDigits = 8;
    QHeaderView *header = horizontalHeader();
    const int id = static_cast<int>(DeviceColumn::Id), name = static_cast<int>(DeviceColumn::Alias),
              reason = static_cast<int>(DeviceColumn::Reason);
    if (m_isSharing || header->isSectionHidden(reason))
        return;
    int others = 0;
    for (int column = 0; column < deviceColumnCount; ++column)
        others += column == id || column == name || column == reason || header->isSectionHidden(column)
            ? 0
            : header->sectionSize(column);
    const QScopedValueRollback sharing(m_isSharing, true);
    const int letter = fontMetrics().averageCharWidth(), room = viewport()->width() - others;
    const int spare = room - std::max(usualLetters * letter, m_reasonNeeds);
    const auto fit = [&](int column, bool byHand, int least, int wished, int taken) {
        if (header->isSectionHidden(column))
            return 0;
        if (!byHand)
            header->resizeSection(column, std::clamp(spare - taken, least, std::max(least, wished)));
        return header->sectionSize(column);
    };
    const int wishedName = fontMetrics().horizontalAdvance(columnSample(DeviceColumn::Alias)) + cellMargins;
    const int ofId = fit(
        id, m_idByHand, idWidth(leastDigits), idWidth(20), header->isSectionHidden(name) ? 0 : wishedName);
    const int ofName = fit(name, m_nameByHand, leastName * letter + cellMargins, wishedName, ofId);
    const int needed = m_reasonNeeds == 0 ? usualLetters * letter : m_reasonNeeds,
              besideId = viewport()->width() - columnWidth(static_cast<int>(DeviceColumn::State)) - ofId;
    header->resizeSection(reason, std::max({leastLetters * letter, room - ofId - ofName, std::min(needed, besideId)}));
}

void DeviceView::measureReasons()
{
    constexpr int mostLetters = 60, mostRows = 100; // a table that is not laid out yet has all of them in sight
    // It only grows, so that columns keep their places, but for one that has no room: it may be over by now
    const bool cramped = m_reasonNeeds > columnWidth(static_cast<int>(DeviceColumn::Reason))
        || horizontalHeader()->length() > viewport()->width();
    int needs = cramped ? 0 : m_reasonNeeds;
    const int first = std::max(0, rowAt(0)), last = rowAt(viewport()->height() - 1);
    const int end = std::min({m_model->rowCount(), first + mostRows, last < 0 ? m_model->rowCount() : last + 1});
    for (int row = first; row < end; ++row)
        needs = std::max(needs,
            shaped::width(m_model->index(row, static_cast<int>(DeviceColumn::Reason))
                              .data(DeviceTableModel::BriefRole)
                              .toString(),
                font())
                + cellMargins);
    needs = std::min(needs, mostLetters * fontMetrics().averageCharWidth());
    if (std::exchange(m_reasonNeeds, needs) != needs)
        shareRoom();
}

/// Qt paints one pixel more than several cells have, and with it the whole column beside them.
void DeviceView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (first.column() != static_cast<int>(DeviceColumn::Reason) || last.column() != first.column() || !isVisible())
        return QTableView::dataChanged(first, last, roles);
    const int lowest = rowAt(viewport()->height() - 1);
    const int end = lowest < 0 ? last.row() : std::min(last.row(), lowest);
    for (int row = std::max(first.row(), rowAt(0)); row <= end; ++row)
        QTableView::dataChanged(first.siblingAtRow(row), first.siblingAtRow(row), roles);
}

} // namespace gb::ui
