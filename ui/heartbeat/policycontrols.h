#pragma once
#include "core/devices/heartbeat.h"

#include <QWidget>

class QLabel;
class QSpinBox;

namespace gb::ui {

/// Heartbeat interval and timeout count, and what they make together. A change counts at once, typing after
/// a pause.
class PolicyControls final : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyControls(QWidget *parent = nullptr);

    HeartbeatPolicy policy() const;
    /// Emits nothing.
    void setPolicy(const HeartbeatPolicy &policy);

signals:
    void policyChanged(const gb::HeartbeatPolicy &policy);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showProduct();

    QLabel *m_caption, *m_times, *m_product;
    QSpinBox *m_interval, *m_count;
};

} // namespace gb::ui
