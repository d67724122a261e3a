#pragma once
#include <QFont>
#include <QString>

class QPainter;
class QRect;

namespace gb::ui {

/**
 * Single lines of plain text, with the glyphs that were found for them last. To find glyphs costs many times what it
 * costs to paint them, and live lists say the same words over and over. What is remembered is bounded. Window's thread.
 */
namespace shaped {

/// Pixels, as QFontMetrics::horizontalAdvance() tells them.
int width(const QString &text, const QFont &font);

/// The text, with an ellipsis where it is wider than `room` pixels.
QString fitted(const QString &text, const QFont &font, int room, Qt::TextElideMode elide = Qt::ElideRight);

/// With the painter's font and pen, as drawText() with Qt::TextSingleLine; what does not fit is cut off at `rect`.
void draw(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);

} // namespace shaped

} // namespace gb::ui
