#pragma once
#include "ui/ladder/laddercanvas.h"

#include <optional>

class QScrollBar;

namespace gb::ui {

/// Where the rows of a ladder stand: the scroll bar, and the row that keeps its place while new ones come. `body` is
/// the height of the pane without the heading.
class LadderPlace
{
public:
    /// All of them must outlive it.
    LadderPlace(QScrollBar &bar, const FlowRows &rows, const LadderCanvas &canvas);

    /// We move the scroll bar, not the user.
    bool isMoving() const { return m_moving; }
    /// Puts the scroll bar where following, or the place that is held, wants it.
    void place(bool follow, int body);
    void scrollTo(qint64 y);
    /// Scrolls as little as needed, so that `margin` rows around are in sight where it must scroll at all.
    void show(qsizetype row, int margin, int body);
    /// Holds the current row where it is in sight, else the first one that is.
    void hold(qsizetype current, int body);
    /// A place in the ladder that stands at a place of the pane.
    struct Anchor
    {
        qsizetype row = -1;
        double part = 0; ///< of its height
        int y = 0;       ///< below the heading
    };
    /// Of the row at `y` of the pane; where there is none, of the current row where it is in sight, else of the middle.
    Anchor anchorAt(std::optional<int> y, qsizetype current, int body) const;
    /// Rows may have another height now. `current`, if it was the anchor, stays in sight.
    void restore(const Anchor &anchor, qsizetype current, int body);
    void forget() { m_held.reset(); }
    /// At `y` of the pane; -1: none.
    qsizetype rowAt(int y) const;

private:
    bool serves(qsizetype row) const;

    QScrollBar &m_bar;
    const FlowRows &m_rows;
    const LadderCanvas &m_canvas;
    bool m_moving = false;
    struct Held
    {
        quint64 number = 0; ///< of its first message
        int y = 0;          ///< below the heading
    };
    std::optional<Held> m_held;
};

} // namespace gb::ui
