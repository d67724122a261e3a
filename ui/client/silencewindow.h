#pragma once
#include "core/client/silencetest.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace gb::ui {

class DeviceTableModel;
class SilenceModel;

/**
 * The silence test: the server answers some devices, or none, for a while, and the table says which notice and register
 * anew (GB/T 28181-2022 9.6). Starting it takes a tick and a button, and never a key that was pressed for something
 * else.
 */
class SilenceWindow final : public QDialog
{
    Q_OBJECT
public:
    SilenceWindow(const DeviceTableModel &devices, QWidget *parent);

    /// Off: nothing listens, or not as a server.
    void setCanStart(bool can);
    /// Whom a test that is started now is for; none: all.
    void setSelected(const QStringList &ids);
    void take(const SilenceChange &change);
    void apply(const QList<DeviceSnapshot> &devices) { m_test.apply(devices); }
    /// After news, and once a second.
    void refresh(TimePoint now);

    const SilenceTest &test() const { return m_test; }
    const SilenceModel &model() const { return *m_model; }

signals:
    void silenceRequested(const QStringList &devices, std::chrono::seconds duration);
    void answerRequested();
    void deviceActivated(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void start();
    void look();
    void showScope();
    void showOutcome();

    const DeviceTableModel &m_devices;
    SilenceModel *m_model;
    SilenceTest m_test;
    QLabel *m_what, *m_scope, *m_for, *m_note, *m_outcome;
    QSpinBox *m_duration;
    QCheckBox *m_sure;
    QPushButton *m_start, *m_answer, *m_close;
    QTableView *m_table;
    QStringList m_selected;
    TimePoint m_now{};
    int m_covered = 0; ///< devices that are there, of those that were chosen
    std::chrono::seconds m_enough{0};
    bool m_canStart = false, m_ownDuration = false;
    bool m_grown = false; ///< once, for the first results: from then on its size is the user's
};

} // namespace gb::ui
