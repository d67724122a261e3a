#pragma once
#include "ui/heartbeat/heartbeatseries.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace gb::ui {

class FleetStrip;
class HeartbeatChart;
class HeartbeatStore;

/// The heartbeats of one device or of all, over a time that both share.
class HeartbeatPanel final : public QWidget
{
    Q_OBJECT
public:
    /// `store` is not owned.
    explicit HeartbeatPanel(HeartbeatStore *store, QWidget *parent = nullptr);

    /// An empty ID: none.
    void setDevice(const QString &id);
    /// Once a second; news of the store are drawn in between by themselves.
    void setNow(TimePoint now);
    void setSpan(ChartSpan span);
    ChartSpan span() const;
    void setFleetShown(bool isShown);
    bool isFleetShown() const;

    HeartbeatChart *chart() const { return m_chart; }
    FleetStrip *fleet() const { return m_fleet; }

signals:
    /// The user chose a device in the fleet.
    void deviceSelected(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshFacts();

    HeartbeatStore *m_store;
    HeartbeatChart *m_chart;
    FleetStrip *m_fleet;
    QStackedWidget *m_pages;
    QToolButton *m_showDevice, *m_showFleet;
    QLabel *m_facts;
    QComboBox *m_span;
    QString m_device;
    TimePoint m_now{};
};

} // namespace gb::ui
