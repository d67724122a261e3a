#pragma once
#include <QScrollBar>

namespace gb::ui {

/// Of a list that grows all the time: what would not move by a pixel is not painted anew.
class LadderBar final : public QScrollBar
{
    Q_OBJECT
public:
    using QScrollBar::QScrollBar;

protected:
    void sliderChange(SliderChange change) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect slider() const;
    void settle();

    QRect m_painted; ///< where the slider stood
    bool m_moving = false;
};

} // namespace gb::ui
