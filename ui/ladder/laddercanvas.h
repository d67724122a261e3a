#pragma once
#include "ui/ladder/ladderpainter.h"
#include "ui/ladder/paintedrows.h"

namespace gb::ui {

class ValueColumn;

/// How a ladder looks: its style, its layout, and the painting of what is in sight. Knows no widget.
class LadderCanvas
{
public:
    /// `rows` must outlive it.
    explicit LadderCanvas(const FlowRows &rows);

    const LadderLayout &layout() const { return m_layout; }
    const PaintedRows &painted() const { return m_painted; }
    int bodyHeight(int height) const { return std::max(0, height - m_layout.headerHeight()); }

    void setStyle(const LadderStyle &style) { m_style = style; }
    void setDensity(Density density) { m_density = density; }
    void setNames(const DeviceNames &names) { m_names = names; }
    /// A value of each message; it must outlive the canvas.
    void setColumn(ValueColumn *column) { m_column = column; }
    /// Messages that are marked as hits, ascending; the list must outlive the canvas, and may grow.
    void setFound(const QList<quint64> *numbers) { m_found = numbers; }
    bool isFound(qsizetype row) const;
    bool isMarked(const FlowRow &row) const;

    /// Anew, for a pane so wide.
    void layOut(int width);
    /// Only where somebody else is in the flow, or somebody is told to be another one.
    void layOutIfOthers(int width);

    /// What is in sight.
    struct Sight
    {
        QSize size;      ///< of the pane
        QRect dirty;     ///< of it
        qint64 scrolled; ///< px above the first row in sight
        qreal ratio = 1; ///< pixels of the device to one of ours
        qsizetype current = -1;
        bool focused = false; ///< keys go to the current row
        bool brackets = true;
    };
    /// Where a row stands in the pane; it may be outside of it.
    QRect rowRect(qsizetype row, const Sight &sight) const;
    /// There is at least one row.
    void paint(QPainter &painter, const Sight &sight);
    /// Of the heading at `x`; plain text, its first line ours, so that nothing takes what devices call themselves for
    /// markup.
    QString headingToolTip(int x, int width) const;
    /// Of a row (-1: none) or of the heading; empty where there is none. `more`: what else is known of a message.
    QString toolTip(
        qsizetype row, const QPoint &at, int width, const std::function<QString(quint64 number)> &more) const;

private:
    void paintHeading(QPainter &painter, const Sight &sight);
    void paintOverview(QPainter &painter, const Sight &sight);
    LadderPainter::State stateOf(qsizetype index, const FlowRow &row, const Sight &sight) const;
    void paintRow(QPainter &painter, LadderPainter &ladder, qsizetype index, const Sight &sight);
    void addBrackets(quint64 asked, const Sight &sight, QList<LadderPainter::Bracket> &brackets) const;
    QList<LadderPainter::Bracket> brackets(qsizetype first, qsizetype last, const Sight &sight) const;
    QRect arrowRect(const QRect &row) const;
    const LogEntry *entryOf(qsizetype row) const;

    const FlowRows &m_rows;
    LadderStyle m_style;
    Density m_density = Density::Normal;
    LadderParties m_parties;
    DeviceNames m_names;
    LadderLayout m_layout;
    PaintedRows m_painted;
    struct Heading
    {
        QString column;
        QSize size;
        qreal ratio = 1;
        bool operator==(const Heading &) const = default;
    } m_headingOf;
    QPixmap m_heading;                       ///< as it was painted last
    std::vector<quint32> m_laidOut;          ///< endpoints and devices that the layout is for
    quint64 m_laidOutVersion = 0;            ///< of what the log tells of endpoints
    const QList<quint64> *m_found = nullptr; ///< not owned
    ValueColumn *m_column = nullptr;         ///< not owned
};

} // namespace gb::ui
