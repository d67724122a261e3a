#pragma once
#include "core/client/deviceconfigtask.h"
#include "core/devices/device.h"

#include <QDialog>
#include <QHash>
#include <QSet>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace gb::ui {

class DeviceTableModel;
class HeartbeatStore;

/**
 * The heartbeat setting of the selected device on both ends: ours, what the device tells, and what is measured. Reads
 * it from the device, sets ours in it, and shows whether the heartbeats follow. What it shows is in the record; only
 * what became of the last request comes by report().
 */
class SettingWindow final : public QDialog
{
    Q_OBJECT
public:
    SettingWindow(const DeviceTableModel &devices, const HeartbeatStore &heartbeats, QWidget *parent);

    /// Off: in a window of a file there is nobody to ask, and while nothing listens.
    void setCanAsk(bool can);
    void setDevice(const QString &id, TimePoint now);
    /// After news, and once a second; cheap while it is hidden.
    void refresh(TimePoint now);
    void report(const ConfigReport &report);

signals:
    void readRequested(const QString &device);
    /// `expiration`: to be set, too, in seconds.
    void pushRequested(const QString &device, std::optional<int> expiration);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum Row { Interval, Count, Expiration };
    enum Column { Here, There, Measured };

    void build();
    void retranslate();
    void fitTable();
    void ask(bool push);
    QString measuredText(const DeviceSnapshot &device) const;
    std::optional<int> expiration() const;
    void judgeExpiration();
    void fill(const DeviceSnapshot &device);
    void set(Row row, Column column, const QString &text, bool differs = false);
    QString readText(const DeviceSnapshot &device) const;

    const DeviceTableModel &m_devices;
    const HeartbeatStore &m_heartbeats;
    QLabel *m_title, *m_read, *m_outcome, *m_rhythm, *m_expirationLabel, *m_expirationNote;
    QLineEdit *m_expiration;
    QTableWidget *m_table;
    QPushButton *m_readButton, *m_push, *m_close;
    QString m_device;
    TimePoint m_now{};
    bool m_canAsk = false;
    QSet<QString> m_asked;                  ///< whose report is on its way
    QHash<QString, ConfigReport> m_reports; ///< the last one of each device
};

} // namespace gb::ui
