#pragma once
#include "core/client/ask.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace gb::ui {

/// Where a subscription says that something is or looks: longitude and latitude, or pan and tilt.
struct PositionTrack
{
    enum class Kind : quint8 { None, Place, Look };
    struct Point
    {
        QPointF at;          ///< degrees: longitude and latitude, or pan and tilt
        int item = 0;        ///< row of the report
        int track = 0;       ///< points of one track belong to one device
        bool begins = false; ///< no line leads to it from the one before
    };

    /// Of any report; bounded as its items are.
    static PositionTrack of(const AskReport &report);
    static Kind kindOf(const AskReport &report);

    Kind kind = Kind::None;
    std::vector<Point> points; ///< in the order in which they came
    int unreadable = 0;        ///< no numbers, or none that a place has
    int noFix = 0;             ///< places at 0, 0: what receivers tell that do not know where they are
    int tracks = 0;            ///< devices; those over `mostTracks` share the last
    static constexpr int mostTracks = 8;

    /// Of all points, in degrees; at least of a size that a jitter does not fill.
    QRectF area() const;
    /// Metres a degree in either direction, at that latitude (sphere of 6,371 km); degrees for a Look.
    QSizeF scaleAt(double latitude) const;
};

/// 1, 2 or 5 times a power of ten: the largest that is at most so much. 0 where it is not positive or not finite.
double roundLength(double most);

} // namespace gb::ui
