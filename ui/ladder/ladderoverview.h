#pragma once
#include "ui/ladder/ladderpainter.h"

namespace gb::ui {

/// Paints the ladder as thin lines, hundreds of messages in sight. Direction is a block where the line ends, a repeat
/// is broken, a problem is thicker and has a sign in the gutter; only whole pixels, so that it costs little.
class LadderOverview
{
public:
    /// All of them must outlive it. `body`: the pane below its heading.
    LadderOverview(QPainter &painter, const FlowRows &rows, const LadderLayout &layout, const LadderStyle &style,
        const QRect &body);

    void row(const FlowRow &row, const QRect &rect, LadderPainter::State state);
    /// The time of a row, in more room than the row has itself.
    void time(const FlowRow &row, const QRect &rect);
    /// Around the row that is chosen; behind all others.
    void current(const QRect &rect, bool focused);
    /// Of how many rows one has its time.
    int rowsToATime() const;

private:
    void signs(const QRect &rect, LadderPainter::State state, bool problem);
    void message(const LogEntry &entry, const QRect &rect);
    void awaited(const FlowRow &row, const QRect &rect);

    QPainter &m_painter;
    const FlowRows &m_rows;
    const LadderLayout &m_layout;
    const LadderStyle &m_style;
};

} // namespace gb::ui
