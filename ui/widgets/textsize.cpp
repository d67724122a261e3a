#include "ui/widgets/textsize.h"

#include <QApplication>
#include <QFontInfo>
#include <QWidget>

namespace gb::ui {
namespace {

/// Asked for once, ahead of the first change.
const QFont &systemFont()
{
    static const QFont font = QApplication::font();
    return font;
}

} // namespace

double textSize()
{
    return QFontInfo(QApplication::font()).pointSizeF();
}

double textScale()
{
    return textSize() / QFontInfo(systemFont()).pointSizeF();
}

void setTextSize(int points)
{
    const double before = textSize();
    QFont font = systemFont();
    if (points > 0)
        font.setPointSizeF(points);
    if (font == QApplication::font())
        return;
    QApplication::setFont(font);
    const double factor = textSize() / before;
    for (QWidget *widget : QApplication::allWidgets()) {
        QFont own = widget->font();
        if (!widget->testAttribute(Qt::WA_SetFont) || !(own.resolveMask() & QFont::SizeResolved))
            continue;
        if (own.pointSizeF() > 0)
            own.setPointSizeF(own.pointSizeF() * factor);
        else
            own.setPixelSize(qRound(own.pixelSize() * factor));
        widget->setFont(own);
    }
}

} // namespace gb::ui
