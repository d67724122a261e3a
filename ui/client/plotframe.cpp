#include "ui/client/plotframe.h"

#include "ui/widgets/theme.h"

#include <QWidget>

namespace gb::ui {

void plotframe::begin(QPainter &painter, const QWidget &plot)
{
    painter.fillRect(plot.rect(), plot.palette().color(QPalette::Base));
    painter.setPen(colours().edge);
    painter.drawRect(plot.rect().adjusted(0, 0, -1, -1));
    painter.setPen(plot.palette().color(QPalette::Text));
}

void plotframe::end(QPainter &painter, const QWidget &plot, const QString &words, int inset)
{
    painter.setPen(plot.palette().color(QPalette::Text));
    const QRect under = plot.rect().adjusted(inset, 0, -inset, -3);
    painter.drawText(
        under, Qt::AlignLeft | Qt::AlignBottom, plot.fontMetrics().elidedText(words, Qt::ElideRight, under.width()));
    if (!plot.hasFocus())
        return;
    painter.setPen(QPen(colours().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot.rect().adjusted(1, 1, -2, -2));
}

} // namespace gb::ui
