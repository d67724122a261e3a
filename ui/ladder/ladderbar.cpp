#include "ui/ladder/ladderbar.h"

#include <QStyleOptionSlider>

#include <utility>

namespace gb::ui {

QRect LadderBar::slider() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
}

/// A new range comes ahead of the place in it: only both tell where the slider stands.
void LadderBar::sliderChange(SliderChange change)
{
    if (change == SliderOrientationChange)
        QScrollBar::sliderChange(change);
    if (!std::exchange(m_moving, true))
        QMetaObject::invokeMethod(this, &LadderBar::settle, Qt::QueuedConnection);
}

void LadderBar::settle()
{
    m_moving = false;
    if (slider() != m_painted)
        update();
}

void LadderBar::paintEvent(QPaintEvent *event)
{
    m_painted = slider();
    QScrollBar::paintEvent(event);
}

} // namespace gb::ui
