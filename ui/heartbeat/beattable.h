#pragma once
#include "ui/heartbeat/beatmodel.h"

#include <QTableView>

namespace gb::ui {

/// The heartbeats of the chosen device, one by one; choosing one tells its message.
class BeatTable final : public QTableView
{
    Q_OBJECT
public:
    explicit BeatTable(QWidget *parent = nullptr);

    BeatModel *beats() const { return m_model; }
    /// In place of a table without rows; plain text.
    void setMessage(const QString &text);

signals:
    /// The user chose a heartbeat; the number of its message.
    void messageSelected(quint64 number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fitColumns();

    BeatModel *m_model;
    QString m_message;
};

} // namespace gb::ui
