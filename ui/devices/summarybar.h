#pragma once
#include "ui/devices/devicetablemodel.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace gb::ui {

/// "31 devices ● 28 ◐ 1 ○ 2 ✕ 2": how many there are of each kind; a click shows only those.
class SummaryBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryBar(QWidget *parent = nullptr);

    /// `shown` of `total` rows pass the filters; `missing` of them are expected and have not come.
    void setCounts(const StateCounts &counts, int shown, int total, int missing = 0);
    void setState(std::optional<DeviceState> state);

signals:
    /// The user chose a state, or none.
    void stateChosen(std::optional<gb::DeviceState> state);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Button
    {
        DeviceState state;
        QToolButton *widget;
    };
    void refresh();
    void retranslate();
    void drawIcons();

    QLabel *m_total;
    QList<Button> m_buttons;
    StateCounts m_counts{};
    int m_shown = 0, m_all = 0, m_missing = 0;
};

} // namespace gb::ui
