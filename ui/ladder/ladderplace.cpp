#include "ui/ladder/ladderplace.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace gb::ui {

LadderPlace::LadderPlace(QScrollBar &bar, const FlowRows &rows, const LadderCanvas &canvas)
    : m_bar(bar)
    , m_rows(rows)
    , m_canvas(canvas)
{
}

void LadderPlace::place(bool follow, int body)
{
    const QScopedValueRollback moving(m_moving, true);
    const qint64 height = m_canvas.layout().rowHeight();
    const qint64 range = std::clamp<qint64>(m_rows.count() * height - body, 0, std::numeric_limits<int>::max());
    m_bar.setRange(0, static_cast<int>(range));
    m_bar.setPageStep(body);
    m_bar.setSingleStep(std::max(m_canvas.layout().rowHeight(), m_canvas.layout().gutterWidth()));
    if (follow)
        scrollTo(range);
    else if (m_held)
        scrollTo(qint64{m_rows.rowNear(m_held->number)} * height - m_held->y);
}

void LadderPlace::scrollTo(qint64 y)
{
    const QScopedValueRollback moving(m_moving, true);
    m_bar.setValue(static_cast<int>(std::clamp<qint64>(y, 0, m_bar.maximum())));
}

void LadderPlace::show(qsizetype row, int margin, int body)
{
    const qint64 height = m_canvas.layout().rowHeight();
    const qint64 top = qint64{row} * height, bottom = top + height;
    const qint64 first = m_bar.value(), last = first + body;
    const qint64 spare = std::min<qint64>(margin * height, std::max<qint64>(0, (body - height) / 2));
    if (top < first)
        scrollTo(top - spare);
    else if (bottom > last)
        scrollTo(bottom + spare - body);
}

/// Gaps and open folds share their number with the message below.
bool LadderPlace::serves(qsizetype row) const
{
    return row < m_rows.count() && m_rows.row(row).isMessageOrFold() && !m_rows.row(row).open;
}

void LadderPlace::hold(qsizetype current, int body)
{
    m_held.reset();
    if (m_rows.count() == 0)
        return;
    const int height = m_canvas.layout().rowHeight(), scrolled = m_bar.value();
    qsizetype row = current;
    if (row < 0 || !serves(row) || row * height < scrolled || (row + 1) * height > scrolled + body) {
        row = (scrolled + height - 1) / height;
        while (row < m_rows.count() && !serves(row))
            ++row;
    }
    row = std::min(row, m_rows.count() - 1);
    m_held = Held{.number = m_rows.entry(m_rows.row(row).first).number, .y = static_cast<int>(row * height - scrolled)};
}

LadderPlace::Anchor LadderPlace::anchorAt(std::optional<int> y, qsizetype current, int body) const
{
    const qint64 height = m_canvas.layout().rowHeight();
    const int heading = m_canvas.layout().headerHeight();
    const qint64 above = qint64{current} * height - m_bar.value(); // of the current row
    const bool inSight = current >= 0 && above >= 0 && above + height <= body;
    const bool pointed = y && *y >= heading;
    const qint64 at = pointed ? *y - heading : inSight ? above + height / 2 : body / 2;
    const qint64 place = at + m_bar.value();
    return {.row = static_cast<qsizetype>(place / height),
        .part = static_cast<double>(place % height) / static_cast<double>(height),
        .y = static_cast<int>(at)};
}

void LadderPlace::restore(const Anchor &anchor, qsizetype current, int body)
{
    const qint64 height = m_canvas.layout().rowHeight();
    scrollTo(qint64{anchor.row} * height + static_cast<qint64>(anchor.part * static_cast<double>(height)) - anchor.y);
    if (current >= 0 && anchor.row == current)
        show(current, 0, body);
    hold(current, body);
}

qsizetype LadderPlace::rowAt(int y) const
{
    const LadderLayout &layout = m_canvas.layout();
    if (y < layout.headerHeight())
        return -1;
    const qsizetype row = (qint64{y} - layout.headerHeight() + m_bar.value()) / layout.rowHeight();
    return row < m_rows.count() ? row : -1;
}

} // namespace gb::ui
