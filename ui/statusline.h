#pragma once
#include "core/engine/batch.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace gb::ui {

/// The lowest line of the window: what was counted, where it is recorded, and how far long work is.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setCounters(const Counters &counters);
    /// Empty: nothing is recorded.
    void setRecord(const QString &file);
    /// A bar with a button to cancel, until `finishWork`.
    void showWork(const QString &text);
    void setProgress(double fraction);
    void finishWork();
    /// Plain words that stay until others come.
    void setNote(const QString &text);

signals:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_note, *m_work, *m_counts, *m_record;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    Counters m_counters;
    QString m_file;
};

} // namespace gb::ui
