#pragma once
#include "ui/client/alarmlanes.h"
#include "ui/client/asking.h"

#include <QWidget>

namespace gb::ui {

/**
 * Alarms of a subscription over time: a lane for each channel and kind, a mark for each alarm. Its priority is told by
 * shape and by colour. Arrow keys or a click choose one. What lies on one pixel is one mark, that of the highest
 * priority: a hundred thousand cost no more to draw than the pixels there are.
 */
class AlarmPlot final : public QWidget
{
    Q_OBJECT
public:
    explicit AlarmPlot(QWidget *parent = nullptr);

    void show(const AskReportPtr &report);
    qsizetype count() const { return static_cast<qsizetype>(m_lanes.marks.size()); }
    /// "12 alarms of 3 kinds, 10:02:03 to 10:15:40; 2 have no time"
    QString summary() const;
    /// Of the chosen alarm, or of the last.
    QString words() const;
    /// Row of the report; -1: none is chosen.
    int chosenItem() const { return m_chosen < 0 ? -1 : mark(m_chosen).item; }
    /// That row, where it has a mark; nobody is told.
    void chooseItem(int item);
    /// Where the chosen one is; empty: none is.
    QRect chosenPlace() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Call on QEvent::LanguageChange.
    void retranslate();

signals:
    void chosen(int item);
    /// Enter, or a double click: its row.
    void activated(int item);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr double radius = 5, ring = 9; ///< pixels
    static constexpr Duration leastSpan = std::chrono::seconds(1);

    const AlarmLanes::Mark &mark(qsizetype i) const { return m_lanes.marks[static_cast<std::size_t>(i)]; }
    qsizetype shown() const { return m_chosen >= 0 ? m_chosen : count() - 1; }
    QString laneText(const AlarmLanes::Lane &lane) const;
    static QString priorityText(int priority);
    double laneHeight() const;
    QRectF plane() const;
    double xOf(TimePoint at) const;
    double yOf(int lane) const;
    void paintLanes(QPainter &painter) const;
    void paintAxis(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void paintMark(QPainter &painter, const QPointF &at, int priority) const;
    void choose(qsizetype i);
    void chooseLane(int by);
    void zoom(double factor);

    AskReportPtr m_report;
    AlarmLanes m_lanes;
    double m_labels = 0;        ///< how wide those of lanes are
    TimePoint m_from{}, m_to{}; ///< that are in sight
    qsizetype m_chosen = -1;    ///< -1: none, the last is told
};

} // namespace gb::ui
