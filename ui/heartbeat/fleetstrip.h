#pragma once
#include "ui/heartbeat/fleetrows.h"
#include "ui/heartbeat/heartbeatseries.h"

#include <QAbstractScrollArea>

namespace gb::ui {

class HeartbeatStore;

/// The heartbeats of all devices, one row each, worst first: online, late and offline over time. Only visible rows are
/// painted.
class FleetStrip final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr int minRowHeight = 6, labelledRowHeight = 16, maxRowHeight = 20; ///< pixels

    /// `store` is not owned.
    explicit FleetStrip(const HeartbeatStore *store, QWidget *parent = nullptr);

    /// All of them, also those that sent no heartbeat. The order stays while the pointer is over the rows.
    void setDevices(const QList<FleetDevice> &devices);
    void setSpan(ChartSpan span);
    void setNow(TimePoint now);
    /// Marks the row and brings it into view, without a signal.
    void setCurrent(const QString &id);
    QString current() const { return m_current; }
    int rows() const { return m_rows.count(); }

    /// As high as lets all devices be seen, yet high enough for IDs, unless the user chose (Ctrl + wheel).
    int rowHeight() const;
    /// The row of a device in the viewport; invalid where it is unknown.
    QRect rowRect(const QString &id) const;
    /// The device at a point of the viewport; empty below the last row and on the time axis.
    QString deviceAt(const QPoint &point) const;
    /// Plain text for a point of the viewport.
    QString tipAt(const QPoint &point) const;
    QRectF plot() const; ///< of the viewport: where time runs; empty while no time is known
    TimePoint timeAt(double x) const;

signals:
    /// The user chose a row.
    void selected(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void retranslate();
    void layoutRows();
    QString label(const QString &id, const QFontMetrics &metrics, int width) const;
    void choose(int row);
    void revealCurrent();
    QRect rowsRect() const; ///< the viewport without the time axis
    QRectF plotRect() const;
    int labelWidth() const;
    ChartWindow window() const;
    void paintRow(QPainter &painter, const QString &id, const QRect &row, const ChartWindow &window) const;
    void paintTicks(QPainter &painter, const HeartbeatHistory &history, Duration interval, const QRectF &bar,
        const ChartWindow &window) const;
    void paintTrial(
        QPainter &painter, const QList<StateSpan> &spans, const QRectF &bar, const ChartWindow &window) const;

    const HeartbeatStore *m_store;
    FleetRows m_rows;
    ChartSpan m_span = ChartSpan::QuarterHour;
    TimePoint m_now{};
    QString m_current;
    int m_rowHeight = 0; ///< the user's; 0: none chosen
};

} // namespace gb::ui
