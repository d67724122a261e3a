#pragma once
#include "ui/ladder/ladderactions.h"
#include "ui/ladder/ladderplace.h"

#include <QAbstractScrollArea>

#include <functional>
#include <optional>

class QAction;
class QMenu;

namespace gb::ui {

class ValueColumn;

/**
 * The ladder: rows of a flow with their arrows.
 * It follows live traffic at the bottom until the user scrolls up or selects an earlier row; from then on the message
 * the user looks at keeps its place on the screen, whatever comes in below or folds above. Scrolling to the bottom,
 * End, Ctrl+End and setFollow(true) follow again. All rows have one height, so nothing here grows with their number.
 */
class LadderView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    /// `rows` must outlive the view.
    explicit LadderView(FlowRows *rows, QWidget *parent = nullptr);

    /// Of a fold it is the first message. Stays while a filter hides the message.
    std::optional<quint64> selectedNumber() const { return m_selected; }
    /// Selects a message, opens its fold and scrolls to it as little as needed. Tells nobody: who calls it knows.
    void select(quint64 number);
    void setFollow(bool follow);
    bool isFollowing() const { return m_follow; }
    /// Countdowns go on.
    void showNow();
    /// Marks the rows that show these messages, or fold them away. Ascending; the list must outlive the view, and may
    /// grow.
    void setFound(const QList<quint64> *numbers) { m_canvas.setFound(numbers); }
    /// Whether a row has such a mark.
    bool isFound(qsizetype row) const { return m_canvas.isFound(row); }
    /// Between a request and its answers, with how long they took.
    void setBrackets(bool on);
    bool showsBrackets() const { return m_brackets; }
    /// `y` of the viewport: the row there stays there; without it the current row stays in sight. Who follows goes on.
    void setDensity(Density density, std::optional<int> y = {});
    Density density() const { return ladderLayout().density(); }
    /// What the user calls devices: lanes and rows say that.
    void setNames(const DeviceNames &names);
    /// A value of each message beside its time. The column must outlive the view.
    void setColumn(ValueColumn *column);
    /// Shown where there are no rows.
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }

    QAction *copyRowAction() const { return m_actions->copyRow; }
    QAction *copyCallIdAction() const { return m_actions->copyCallId; }
    QAction *onlyDialogAction() const { return m_actions->onlyDialog; }
    /// All of them, for menus: copying, dialogs, problems, the newest message, brackets.
    QList<QAction *> commands() const { return m_actions->all(); }
    /// Who fills the menu of a message; without it the menu has commands().
    void setMenu(std::function<void(QMenu *)> fill) { m_fillMenu = std::move(fill); }
    /// Who says more of a message than the log knows, in plain text; it stands at the end of the tooltip of its row.
    void setMore(std::function<QString(quint64 number)> more) { m_more = std::move(more); }

    const LadderLayout &ladderLayout() const { return m_canvas.layout(); }
    /// Where a row stands in the viewport; it may be outside of it.
    QRect rowRect(qsizetype row) const;
    /// The same of the row that shows or folds away a message; empty where the filter hides it.
    QRect messageRect(quint64 number) const;
    /// Index of the selected row, or -1.
    qsizetype currentRow() const { return m_current; }
    const PaintedRows &paintedRows() const { return m_canvas.painted(); }

signals:
    void selected(quint64 number);
    void activated(quint64 number);
    void dialogFilterRequested(const QString &callId);
    void followChanged(bool follow);
    void densityChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void connectActions();
    void retranslate();
    void restyle();

    // Geometry
    void relayout();
    void place();
    int bodyHeight() const;
    bool isMessageOrFold(qsizetype row) const;

    // Selection
    void rowsChanged();
    void forgetSelection();
    void locateSelection();
    void choose(qsizetype row);
    void step(qsizetype by);
    void stepTo(qsizetype row, int direction);
    void stepToProblem(int direction);
    void hold();
    void setFollowing(bool follow);

    // Folds
    bool isFold(qsizetype row) const;
    void setOpen(qsizetype row, bool open);
    void closeOrLeaveFold();
    void openOrEnterFold();
    void activateRow();

    bool handleKey(int key);
    void showToolTip(const QPoint &position, const QPoint &global);
    void paintEmpty(QPainter &painter);
    LadderCanvas::Sight sight() const;
    const LogEntry *currentEntry() const;

    FlowRows *const m_rows; ///< not owned
    LadderCanvas m_canvas;
    LadderPlace m_place;
    LadderActions *const m_actions; ///< a child
    QString m_emptyText;
    std::function<void(QMenu *)> m_fillMenu;
    std::function<QString(quint64)> m_more;

    std::optional<quint64> m_selected;
    bool m_onFold = false; ///< the fold is selected, not the first message in it
    qsizetype m_current = -1;
    bool m_follow = true;
    bool m_brackets = true;
    Notches m_notches; ///< towards another density
};

} // namespace gb::ui
