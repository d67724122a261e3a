#include "ui/workspace/placement.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QScreen>
#include <QStyle>
#include <QTimer>
#include <QVariant>

#include <algorithm>
#include <chrono>

namespace gb::ui {
namespace {

constexpr const char *placed = "gb-placed";
constexpr int gap = 8;
constexpr std::chrono::milliseconds settling[] = {
    std::chrono::milliseconds(100), std::chrono::milliseconds(400), std::chrono::milliseconds(1200)};

/// The same size, as far inside as it goes; what is too large keeps its top left corner in sight.
QRect pushed(QRect rect, const QRect &into)
{
    rect.moveLeft(std::max(into.left(), std::min(rect.left(), into.right() + 1 - rect.width())));
    rect.moveTop(std::max(into.top(), std::min(rect.top(), into.bottom() + 1 - rect.height())));
    return rect;
}

} // namespace

QRect Placing::place() const
{
    const QRect room = available.marginsRemoved(frame);
    QRect rect(QPoint(), wanted.boundedTo(room.size()).expandedTo(least));
    QRect whole = rect.marginsAdded(frame);
    whole.moveCenter(parent.isNull() ? available.center() : parent.center());
    rect = whole.marginsRemoved(frame);
    if (!parent.isNull() && parent.right() + gap + whole.width() <= available.right())
        rect.moveTopLeft({parent.right() + 1 + gap + frame.left(), parent.top() + frame.top()});
    else if (!parent.isNull() && parent.left() - gap - whole.width() >= available.left())
        rect.moveTopLeft({parent.left() - gap - rect.width() - frame.right(), parent.top() + frame.top()});
    return pushed(rect, room);
}

QMargins frameOf(const QWidget *window)
{
    const QRect outer = window->frameGeometry(), inner = window->geometry();
    if (window->isVisible() && outer != inner)
        return {inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
            outer.bottom() - inner.bottom()};
    const int title = std::max(28, window->style()->pixelMetric(QStyle::PM_TitleBarHeight)); // it is not framed yet
    return {4, title, 4, 4};
}

Placement::Placement(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool Placement::isOurs(const QWidget *window) const
{
    const Qt::WindowType type = window->windowType();
    return window != m_window && (type == Qt::Dialog || type == Qt::Window) && window->parentWidget()
        && window->parentWidget()->window() == m_window;
}

bool Placement::eventFilter(QObject *watched, QEvent *event)
{
    const bool shown = event->type() == QEvent::Show, resized = event->type() == QEvent::Resize;
    if ((!shown && !resized) || event->spontaneous() || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    auto *const window = static_cast<QWidget *>(watched);
    const bool isParent = window == m_window && shown; // it has a place already
    if (!window->isWindow() || (!isOurs(window) && !isParent) || window->windowState() != Qt::WindowNoState
        || (resized && !window->isVisible()))
        return QObject::eventFilter(watched, event);
    if (shown && !isParent && !window->property(placed).toBool()) {
        window->setProperty(placed, true);
        const QMargins frame = frameOf(window);
        const QRect rect = Placing{window->size(), window->minimumSizeHint().expandedTo(window->minimumSize()), frame,
            m_window->screen()->availableGeometry(), m_window->frameGeometry()}
                               .place();
        window->resize(rect.size());
        window->move(rect.topLeft() - QPoint(frame.left(), frame.top()));
    }
    // Window managers tell their frame only when the window is there, a busy computer later than that, and some put its
    // contents where the frame should be
    for (const std::chrono::milliseconds after : settling)
        QTimer::singleShot(after, window, [this, window] { settle(window); });
    return QObject::eventFilter(watched, event);
}

void Placement::settle(QWidget *window) const
{
    const QRect available = m_window->screen()->availableGeometry(), is = window->geometry();
    if (!window->isVisible() || window->windowState() != Qt::WindowNoState || !available.intersects(is))
        return;
    const QMargins frame = frameOf(window);
    const QPoint wanted = pushed(is, available.marginsRemoved(frame)).topLeft();
    if (wanted != is.topLeft())
        window->move(wanted - QPoint(frame.left(), frame.top()));
}

} // namespace gb::ui
