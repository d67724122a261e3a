#include "ui/widgets/orderhold.h"

#include <QAbstractItemView>
#include <QEvent>

#include <utility>

namespace gb::ui {

using namespace std::chrono_literals;

OrderHold::OrderHold(QAbstractItemView *view)
    : QObject(view)
{
    m_press.setObjectName(QStringLiteral("pressed"));
    m_rest.setObjectName(QStringLiteral("rested"));
    m_press.setInterval(2s);
    m_rest.setInterval(30s);
    for (QTimer *timer : {&m_press, &m_rest}) {
        timer->setParent(this);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &OrderHold::tell);
    }
    view->viewport()->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
}

bool OrderHold::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: // a window that opens under the pointer is entered too, and nobody is about to click
        m_inside = true;
        m_rest.start();
        break;
    case QEvent::MouseButtonPress: m_press.start(); break;
    case QEvent::Leave:
    case QEvent::Hide: m_inside = false; break;
    default: return QObject::eventFilter(watched, event);
    }
    tell();
    return QObject::eventFilter(watched, event);
}

void OrderHold::tell()
{
    const bool held = isHeld();
    if (std::exchange(m_told, held) != held)
        emit changed(held);
}

} // namespace gb::ui
