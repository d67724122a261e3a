#pragma once
#include "ui/heartbeat/heartbeatseries.h"

#include <QTimer>
#include <QWidget>

namespace gb::ui {

class HeartbeatCanvas;
class HeartbeatStore;

/// The heartbeats of one device: time to the right, the gap ahead of each beat upwards. It follows now.
class HeartbeatChart final : public QWidget
{
    Q_OBJECT
public:
    /// `store` is not owned.
    explicit HeartbeatChart(const HeartbeatStore *store, QWidget *parent = nullptr);

    /// An empty ID: none.
    void setDevice(const QString &id);
    void setSpan(ChartSpan span);
    /// When the device must have thought us lost.
    void setLost(const QList<OfflineSpan> &lost);
    /// Draws up to `now`: at once, but no more than ten times a second, and not while nobody sees it.
    void refresh(TimePoint now);

    const HeartbeatPicture &picture() const { return m_picture; }
    HeartbeatCanvas *canvas() const { return m_canvas; }

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuildSoon();
    void rebuild();

    const HeartbeatStore *m_store;
    HeartbeatCanvas *m_canvas;
    QString m_device;
    ChartSpan m_span = ChartSpan::QuarterHour;
    TimePoint m_now{};
    HeartbeatPicture m_picture;
    QList<OfflineSpan> m_lost;
    QTimer m_pause{this}; ///< runs for a tenth of a second after each drawing
    bool m_isStale = true;
};

} // namespace gb::ui
