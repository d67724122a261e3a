#include "ui/heartbeat/timebrush.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gb::ui {

TimeBrush::TimeBrush(QWidget *chart, Axis axis)
    : QWidget(chart)
    , m_axis(std::move(axis))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setVisible(false);
    chart->installEventFilter(this);
}

bool TimeBrush::eventFilter(QObject *watched, QEvent *event)
{
    const auto *const mouse = event->isPointerEvent() ? dynamic_cast<QMouseEvent *>(event) : nullptr;
    if (!mouse)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        m_isHeld = mouse->button() == Qt::LeftButton && m_axis.plot().contains(mouse->position());
        m_from = mouse->position().x();
        setVisible(false); // also by the other button, which ends it
    } else if (event->type() == QEvent::MouseMove && m_isHeld) {
        drag(mouse->position().x());
    } else if (event->type() == QEvent::MouseButtonRelease && std::exchange(m_isHeld, false)) {
        end(mouse->position().x());
    }
    return QWidget::eventFilter(watched, event);
}

void TimeBrush::drag(double x)
{
    const QRectF plot = m_axis.plot();
    const double to = std::clamp(x, plot.left(), plot.right());
    setGeometry(QRectF(std::min(m_from, to), plot.top(), std::abs(to - m_from), plot.height()).toAlignedRect());
    setVisible(width() >= QApplication::startDragDistance());
}

void TimeBrush::end(double x)
{
    drag(x);
    const bool isWide = isVisible();
    setVisible(false);
    const QRectF plot = m_axis.plot();
    const double to = std::clamp(x, plot.left(), plot.right());
    if (isWide)
        emit chosen(m_axis.timeAt(std::min(m_from, to)), m_axis.timeAt(std::max(m_from, to)));
}

/// Its edges are lines: colour is never alone.
void TimeBrush::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor inside = colours().accent;
    inside.setAlpha(60);
    painter.fillRect(rect(), inside);
    painter.setPen(QPen(colours().accent, 2));
    painter.drawLine(rect().topLeft(), rect().bottomLeft());
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace gb::ui
