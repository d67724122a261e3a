#pragma once
#include "ui/client/asking.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace gb::ui {

class AlarmPlot;

/// Alarms over time, with what there is to say of them above; it scrolls where there are many lanes.
class AlarmPage final : public QWidget
{
    Q_OBJECT
public:
    explicit AlarmPage(QWidget *parent = nullptr);

    void show(const AskReportPtr &report);
    AlarmPlot &plot() { return *m_plot; }
    /// In words, all and the chosen one.
    QString text() const;
    void retranslate();

private:
    QLabel *m_text;
    QScrollArea *m_scroll;
    AlarmPlot *m_plot;
};

} // namespace gb::ui
