#pragma once
#include "core/devices/heartbeattruth.h"
#include "ui/heartbeat/heartbeatseries.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QComboBox;
class QStackedWidget;
class QToolButton;

namespace gb::ui {

class BeatTable;
class ElidedLabel;
class FleetStrip;
class HeartbeatChart;
class HeartbeatStore;
class WhatIfBar;

/// The heartbeats of one device, drawn or one by one, or of all; over a time that they share. And what another policy
/// would have made of them.
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
    enum Page { DevicePage, BeatsPage, FleetPage };
    void setPage(Page page);
    Page page() const;
    /// One by one, of `device`; what is not of the chosen one is left out.
    void setTruth(const QString &device, std::shared_ptr<const HeartbeatTruth> truth);
    void setAliases(const QHash<QString, QString> &aliases);
    /// Opens the line that tries another policy; `thisDeviceOnly`: to make it the chosen device's own.
    void tryPolicy(bool thisDeviceOnly);

    HeartbeatChart *chart() const { return m_chart; }
    FleetStrip *fleet() const { return m_fleet; }
    BeatTable *beats() const { return m_beats; }
    WhatIfBar *whatIf() const { return m_whatIf; }
    /// One for each page, and the trial of another policy.
    QList<QToolButton *> switches() const { return {m_show[DevicePage], m_show[BeatsPage], m_show[FleetPage], m_try}; }
    /// Both sides, the NAT and the clock, as the panel says it.
    QString bothSides() const;

signals:
    /// The user chose a device in the fleet.
    void deviceSelected(const QString &id);
    /// The user chose a part of the time, on the chart of one device or of all.
    void timeChosen(gb::TimePoint from, gb::TimePoint to);
    /// The user chose a heartbeat.
    void messageSelected(quint64 number);
    /// What was tried shall be in force, for all.
    void policyChosen(const gb::HeartbeatPolicy &policy);
    /// The same for one device; empty: it shall be judged as all are.
    void overrideChosen(const QString &device, const std::optional<gb::HeartbeatPolicy> &policy);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void build();
    void connectParts();
    void refreshFacts();
    QString factsText() const;
    void refreshTruth();

    HeartbeatStore *m_store;
    HeartbeatChart *m_chart;
    FleetStrip *m_fleet;
    QStackedWidget *m_pages;
    BeatTable *m_beats;
    WhatIfBar *m_whatIf;
    QToolButton *m_show[3]; ///< in the order of Page
    QToolButton *m_try;
    ElidedLabel *m_facts, *m_bothSides;
    QComboBox *m_span;
    QString m_device;
    TimePoint m_now{};
    std::shared_ptr<const HeartbeatTruth> m_truth; ///< of m_device; null until it is known
    QString m_shownOf;                             ///< whose the table shows
};

} // namespace gb::ui
