#pragma once
#include "core/devices/heartbeat.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace gb::ui {

class ElidedLabel;
class HeartbeatStore;
class WhatIf;
struct WhatIfResult;

/// Tries an interval and a timeout count upon the past: says who would have been offline, shows it by the store's
/// trial, and applies it, to all devices or to one alone.
class WhatIfBar final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int sliderInterval = 300, sliderCount = 10; ///< the sliders' ends; the boxes go on

    /// `store` is not owned.
    explicit WhatIfBar(HeartbeatStore *store, QWidget *parent = nullptr);

    /// The device that "this device only" means; empty: none.
    void setDevice(const QString &id);
    void setNow(TimePoint now);
    void setAliases(const QHash<QString, QString> &aliases) { m_aliases = aliases; }
    /// Begins with what is in force.
    void start(bool thisDeviceOnly);
    /// Nothing is tried any more.
    void stop();

    HeartbeatPolicy policy() const;
    bool isThisDeviceOnly() const;
    QString text() const;

signals:
    /// Applied, to all.
    void policyChosen(const gb::HeartbeatPolicy &policy);
    /// Applied, to this device; empty: it shall be judged as all are.
    void overrideChosen(const QString &device, const std::optional<gb::HeartbeatPolicy> &policy);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void show(const HeartbeatPolicy &policy);
    void tryIt();
    void apply();
    void tell(const WhatIfResult &result);
    void refreshButtons();
    HeartbeatPolicy inForce() const;

    HeartbeatStore *m_store;
    WhatIf *m_whatIf;
    QLabel *m_caption, *m_times;
    QSlider *m_intervalSlider, *m_countSlider;
    QSpinBox *m_interval, *m_count;
    QCheckBox *m_only;
    ElidedLabel *m_text;
    QPushButton *m_apply, *m_remove, *m_discard;
    QHash<QString, QString> m_aliases;
    QString m_device;
    TimePoint m_now{};
    bool m_active = false;
    QTimer m_pause; ///< gathers the steps of a drag
};

} // namespace gb::ui
