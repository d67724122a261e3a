#include "ui/widgets/focusedge.h"

#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace gb::ui {

void FocusEdge::follow()
{
    static QPointer<FocusEdge> edge; // it dies with the widget that it is around
    static bool following = false;
    if (std::exchange(following, true))
        return;
    QObject::connect(qApp, &QApplication::focusChanged, qApp, [](QWidget *, QWidget *now) {
        if (!edge && qobject_cast<QAbstractScrollArea *>(now))
            edge = new FocusEdge; // the area will own it
        if (edge)
            edge->moveTo(now);
    });
}

FocusEdge::FocusEdge()
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void FocusEdge::moveTo(QWidget *focus)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(focus);
    if (m_around)
        m_around->removeEventFilter(this);
    m_around = area;
    if (!area) {
        hide();
        return;
    }
    area->installEventFilter(this);
    setParent(area);
    setGeometry(area->rect());
    raise();
    show();
}

bool FocusEdge::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_around && event->type() == QEvent::Resize)
        setGeometry(m_around->rect());
    return false;
}

void FocusEdge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(colours().accent, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace gb::ui
