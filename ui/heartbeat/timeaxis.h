#pragma once
#include "ui/heartbeat/heartbeatseries.h"

#include <QRectF>

class QPainter;

namespace gb::ui {

/// Milliseconds of local time for people.
QString momentText(TimePoint at);

/// "60×3 → 30×2 at 10:41:03"
QString policyText(const PolicyMark &mark);

/// "clock +3600 s at 10:41:03", "our link eth0 down at 10:41:03"
QString recordMarkText(const RecordMark &mark);

/// Pixel of an instant in `plot`, which shows `window`; not cut off. The left edge where the window has no length.
double timeToX(TimePoint at, const ChartWindow &window, const QRectF &plot);
TimePoint xToTime(double x, const ChartWindow &window, const QRectF &plot);

/// Hairlines through `plot` and the times under it, in the font of the painter.
void paintTimeAxis(QPainter &painter, const QRectF &plot, const ChartWindow &window);

} // namespace gb::ui
