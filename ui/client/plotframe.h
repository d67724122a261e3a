#pragma once
#include <QPainter>
#include <QString>

class QWidget;

/// What the plots of answers have around them.
namespace gb::ui::plotframe {

/// Paper and edge; the pen is that of text then.
void begin(QPainter &painter, const QWidget &plot);
/// One line below, `inset` pixels from the sides, and the mark of the keyboard.
void end(QPainter &painter, const QWidget &plot, const QString &words, int inset);

} // namespace gb::ui::plotframe
