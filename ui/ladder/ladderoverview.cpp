#include "ui/ladder/ladderoverview.h"

#include "ui/widgets/shapedtext.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <cstdlib>

namespace gb::ui {
namespace {

constexpr int block = 5; ///< px at the end of a line: where it goes
constexpr int accentWidth = 3;

} // namespace

LadderOverview::LadderOverview(
    QPainter &painter, const FlowRows &rows, const LadderLayout &layout, const LadderStyle &style, const QRect &body)
    : m_painter(painter)
    , m_rows(rows)
    , m_layout(layout)
    , m_style(style)
{
    painter.fillRect(body, style.palette.color(QPalette::Base));
    for (const Lane &lane : layout.lanes())
        painter.fillRect(lane.x, body.top(), 1, body.height(), colours().grid);
}

int LadderOverview::rowsToATime() const
{
    return m_layout.arrowHeight() / m_layout.rowHeight() + 1;
}

void LadderOverview::row(const FlowRow &row, const QRect &rect, LadderPainter::State state)
{
    const int from = m_layout.lanes().constFirst().x, to = m_layout.lanes().constLast().x;
    const LogEntry &entry = m_rows.entry(row.first);
    bool problem = false;
    switch (row.kind) {
    case FlowRow::Kind::Message:
        problem = entry.isProblem();
        message(entry, rect);
        break;
    case FlowRow::Kind::Fold:
    case FlowRow::Kind::Repeats: // of many messages, so not from lane to lane
        problem = entry.isProblem() && !row.open;
        m_painter.fillRect(from + 8, rect.top(), std::max(0, to - from - 16), rect.height(),
            problem ? colours().failure : colours().muted);
        break;
    case FlowRow::Kind::Gap:
    case FlowRow::Kind::More:
        m_painter.fillRect(from, rect.top(), to - from + 1, rect.height(), m_style.palette.color(QPalette::Base));
        break;
    case FlowRow::Kind::Missing: problem = true; [[fallthrough]];
    case FlowRow::Kind::Pending: awaited(row, rect); break;
    }
    signs(rect, state, problem);
}

/// Each has its place: of the dialog at the edge, then marks, problems, hits.
void LadderOverview::signs(const QRect &rect, LadderPainter::State state, bool problem)
{
    const int y = rect.top(), height = rect.height(), right = m_layout.gutterWidth() - 2;
    if (state.related)
        m_painter.fillRect(rect.left(), y, accentWidth, height, colours().accent);
    if (state.marked)
        m_painter.fillRect(accentWidth + 1, y - 1, 6, height + 1, colours().media);
    if (problem)
        m_painter.fillRect(right - 10, y, 6, height, colours().failure);
    if (state.found)
        m_painter.fillRect(right - 3, y - 1, 3, height + 1, colours().late);
}

void LadderOverview::message(const LogEntry &entry, const QRect &rect)
{
    const LadderLayout::Arrow lanes = m_layout.arrow(m_rows.log(), entry);
    const ArrowLook look = arrowLook(arrowKind(entry), entry.isRepeat());
    const int from = m_layout.lanes().at(lanes.from).x, to = m_layout.lanes().at(lanes.to).x;
    const int thick = entry.isProblem() ? rect.height() : std::max(1, rect.height() / 2);
    if (from == to) {
        m_painter.fillRect(from, rect.top(), 2 * block, rect.height(), look.colour);
        return;
    }
    const int left = std::min(from, to), length = std::abs(to - from);
    if (look.line == Qt::SolidLine) {
        m_painter.fillRect(left, rect.top(), length, thick, look.colour);
    } else {
        for (int x = 0; x < length; x += 3 * block)
            m_painter.fillRect(left + x, rect.top(), std::min(2 * block, length - x), thick, look.colour);
    }
    m_painter.fillRect(to > from ? to - block : to, rect.top(), block + 1, rect.height(), look.colour);
}

void LadderOverview::awaited(const FlowRow &row, const QRect &rect)
{
    const QColor ink = row.kind == FlowRow::Kind::Pending ? colours().muted : colours().failure;
    for (int x = m_layout.lanes().constFirst().x; x < m_layout.lanes().constLast().x; x += 2 * block)
        m_painter.fillRect(x, rect.top(), block, std::max(1, rect.height() / 2), ink);
}

void LadderOverview::time(const FlowRow &row, const QRect &rect)
{
    if (!row.isMessageOrFold())
        return;
    const int height = m_layout.arrowHeight();
    m_painter.setFont(m_style.font);
    m_painter.setPen(m_style.palette.color(QPalette::Text));
    shaped::draw(m_painter, QRect(m_layout.timeX(), rect.top() - 2, m_layout.timeWidth(), height - 2), // from it down
        Qt::AlignLeft | Qt::AlignVCenter, clockText(m_rows.entry(row.first).time()));
}

void LadderOverview::current(const QRect &rect, bool focused)
{
    const int y = rect.center().y(), right = m_layout.gutterWidth() / 2;
    m_painter.fillRect(m_layout.lanesX(), rect.top() - 2, rect.width(), 1, colours().accent);
    m_painter.fillRect(m_layout.lanesX(), rect.bottom() + 2, rect.width(), 1, colours().accent);
    for (int i = 0; i < right; ++i) { // a triangle that points to it
        const int half = std::max(0, 5 - i * 5 / right);
        m_painter.fillRect(i, y - half, 1, 2 * half + 1, colours().accent);
    }
    if (focused)
        m_painter.fillRect(m_layout.gutterWidth(), y, m_layout.lanesX() - m_layout.gutterWidth(), 1, colours().accent);
}

} // namespace gb::ui
