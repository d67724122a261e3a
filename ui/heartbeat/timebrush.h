#pragma once
#include "core/base/clock.h"

#include <QWidget>

#include <functional>

namespace gb::ui {

/// Lets a part of a chart's time be chosen by a drag across it. Lies over the chart; what is under it gets the mouse,
/// too.
class TimeBrush final : public QWidget
{
    Q_OBJECT
public:
    /// Where time runs to the right in the chart; and the time at a place of it. Neither is asked after the chart.
    struct Axis
    {
        std::function<QRectF()> plot;
        std::function<TimePoint(double x)> timeAt;
    };
    /// A child of `chart`.
    TimeBrush(QWidget *chart, Axis axis);

signals:
    /// From the earlier one to the later one. A click chooses nothing.
    void chosen(gb::TimePoint from, gb::TimePoint to);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void drag(double x);
    void end(double x);

    const Axis m_axis;
    bool m_isHeld = false;
    double m_from = 0; ///< of the chart
};

} // namespace gb::ui
