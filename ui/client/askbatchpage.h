#pragma once
#include "ui/client/askbatch.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace gb::ui {

/// The table of a question to many devices, its counts, and what can be done with it.
class AskBatchPage final : public QWidget
{
    Q_OBJECT
public:
    AskBatchPage(Asking &asking, QWidget *parent = nullptr);

    AskBatch &batch() { return *m_batch; }
    /// Of the command that is chosen; the table may be of another one.
    void setCommand(const QString &name);
    bool withClock() const;
    /// "58 answered, 2 failed of 60".
    QString counts() const;
    void retranslate();

signals:
    void deviceWanted(const QString &device);
    void exportWanted(const QByteArray &csv, const QString &name);

private:
    void build();
    void refresh();

    AskBatch *m_batch;
    QCheckBox *m_clock;
    QLineEdit *m_filter;
    QPushButton *m_again, *m_copy, *m_export;
    QTableView *m_view;
    int m_widened = 0; ///< columns that have their width
};

} // namespace gb::ui
