#pragma once
#include "ui/heartbeat/heartbeatseries.h"

#include <QChartView>

class QLineSeries;
class QValueAxis;

namespace gb::ui {

/// Draws one HeartbeatPicture: the lines by Qt Charts, all else by itself around them.
class HeartbeatCanvas final : public QChartView
{
    Q_OBJECT
public:
    explicit HeartbeatCanvas(QWidget *parent = nullptr);

    void setPicture(const HeartbeatPicture &picture, const ChartWindow &window, const HeartbeatPolicy &policy);
    /// In place of a picture; plain text.
    void setMessage(const QString &text);
    QString message() const { return m_message; }

    /// What the tip says at a point of the viewport; empty where there is nothing.
    QString tipAt(const QPointF &point) const;
    /// Where an instant and a gap in seconds are drawn.
    QPointF position(TimePoint at, double seconds) const;
    QRectF plot() const; ///< of the viewport: where time runs; empty while there is a message
    TimePoint timeAt(double x) const;

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void layoutPlot();
    void applyColours();
    void fillSeries();
    QString intervalText() const;
    QString allowanceText() const;
    void paintOffline(QPainter &painter) const;
    void paintTrial(QPainter &painter) const;
    void paintLost(QPainter &painter) const;
    void paintGapAxis(QPainter &painter) const;
    void paintLimits(QPainter &painter) const;
    void paintMisses(QPainter &painter) const;
    void paintMarks(QPainter &painter) const;

    QLineSeries *m_beats;   ///< of the chart
    QLineSeries *m_silence; ///< of the chart
    QValueAxis *m_time;     ///< milliseconds since the epoch; its labels are ours, on round times
    QValueAxis *m_gap;      ///< seconds
    HeartbeatPicture m_picture;
    ChartWindow m_window;
    HeartbeatPolicy m_policy;
    QRectF m_plot;
    QString m_message;
};

} // namespace gb::ui
