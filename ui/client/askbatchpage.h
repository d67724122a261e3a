#pragma once
#include "ui/client/askaction.h"
#include "ui/client/askbatch.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QLabel;
class QSpinBox;
class QTableView;

namespace gb::ui {

/// The table of a question to many devices or channels, its counts, and what can be done with it.
class AskBatchPage final : public QWidget
{
    Q_OBJECT
public:
    AskBatchPage(Asking &asking, QWidget *parent = nullptr);

    AskBatch &batch() { return *m_batch; }
    /// What is chosen; the table may be of another one.
    void setCommand(const AskCommand &command, bool ofChannels);
    bool withClock() const;
    /// "58 answered, 2 failed of 60".
    QString counts() const;
    AskAction::Progress progress() const;
    void retranslate();

signals:
    /// Its own answer.
    void answerWanted(const gb::ui::AskWhom &whom);
    void exportWanted(const QByteArray &csv, const QString &name);

private:
    void build();
    void refresh();

    AskBatch *m_batch;
    QCheckBox *m_clock;
    QLabel *m_rateLabel;
    QSpinBox *m_rate;
    QLineEdit *m_filter;
    QPushButton *m_again, *m_copy, *m_export;
    QTableView *m_view;
    int m_widened = 0; ///< columns that have their width
};

} // namespace gb::ui
