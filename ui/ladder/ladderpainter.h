#pragma once
#include "ui/ladder/ladderlayout.h"
#include "ui/ladder/ladderrow.h"

#include <QFont>
#include <QPalette>

class QPainter;

namespace gb::ui {

/// Fonts, sizes and palette of one ladder; made anew when font or palette change.
struct LadderStyle
{
    QFont font, strong, ids;
    QPalette palette;

    LadderStyle() = default;
    LadderStyle(const QFont &base, const QPalette &colours);
    LadderMetrics metrics(int width, bool withValue, Density density) const;
};

/// Paints single rows and the heading of a ladder, each within its own rectangle. Asks the layout where, never decides
/// it.
class LadderPainter
{
public:
    /// All of them must outlive it.
    LadderPainter(QPainter &painter, const FlowRows &rows, const LadderLayout &layout, const LadderStyle &style,
        const DeviceNames &names);

    struct State
    {
        bool selected = false;
        bool related = false; ///< of the Call-ID that is selected
        bool focused = false; ///< selected, and the keys go there
        bool found = false;   ///< has the text that is looked for
        bool marked = false;  ///< by the engineer
    };
    void row(const FlowRow &row, const QRect &rect, State state);
    /// What the row shows beside its time.
    void value(const QString &text, const QRect &rect);
    /// `column`: what those values are.
    void heading(const QRect &rect, const QString &column = {});
    /// From a request to an answer to it.
    struct Bracket
    {
        const LogEntry *entry = nullptr; ///< the request
        QRect from, to;                  ///< rows
        Duration took{};
        bool selected = false; ///< the row of the answer
    };
    void brackets(const QList<Bracket> &brackets);

    /// A lane's title as it fits into `width`: an ID is shortened in its middle.
    static QString fittingTitle(const QString &title, const QFontMetrics &metrics, int width);

private:
    void background(const QRect &rect, State state);
    void laneLines(const QRect &rect, Qt::PenStyle line);
    void message(const FlowRow &row, const QRect &rect);
    void detail(const LogEntry &entry, const QRect &rect);
    void columns(const LogEntry &entry, quint32 match, const QRect &rect);
    void arrow(const LogEntry &entry, const QRect &rect);
    void spiral(const ArrowLook &look, int x, const QString &label, const QRect &rect);
    void head(const ArrowLook &look, QPointF tip, int direction);
    void label(const QString &text, const QRect &room, const QColor &colour);
    void fold(const FlowRow &row, const QRect &rect);
    void gap(const FlowRow &row, const QRect &rect);
    void device(const LogEntry &entry, const QRect &rect);
    void awaited(const FlowRow &row, const QRect &rect);
    void ticks(const FlowRow &row, const QRect &room);
    void bracket(const Bracket &bracket, int depth);
    void time(const QRect &rect, TimePoint at);
    void text(const QRect &rect, Qt::Alignment alignment, const QString &text, const QColor &colour,
        Qt::TextElideMode elide = Qt::ElideRight);

    QPainter &m_painter;
    const FlowRows &m_rows;
    const LadderLayout &m_layout;
    const LadderStyle &m_style;
    const DeviceNames &m_names;
    QColor m_background; ///< of the row at hand
};

} // namespace gb::ui
