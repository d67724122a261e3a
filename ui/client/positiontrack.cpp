#include "ui/client/positiontrack.h"

#include <QHash>

#include <cmath>

namespace gb::ui {
namespace {

constexpr double metresOfDegree = 6'371'000.0 * 3.14159265358979323846 / 180;
constexpr double leastMetres = 20, leastDegrees = 2; ///< that the picture is wide and high

bool isPlace(PositionTrack::Kind kind, const QPointF &at)
{
    if (!std::isfinite(at.x()) || !std::isfinite(at.y()))
        return false;
    return kind == PositionTrack::Kind::Place ? std::abs(at.x()) <= 180 && std::abs(at.y()) <= 90
                                              : std::abs(at.x()) <= 360 && std::abs(at.y()) <= 180;
}

/// A leap over the end of the scale is no way across all of it.
bool wraps(const QPointF &from, const QPointF &to)
{
    return std::abs(to.x() - from.x()) > 180;
}

} // namespace

PositionTrack::Kind PositionTrack::kindOf(const AskReport &report)
{
    if (report.command == u"subscribe-position")
        return Kind::Place;
    return report.command == u"subscribe-ptz" ? Kind::Look : Kind::None;
}

PositionTrack PositionTrack::of(const AskReport &report)
{
    PositionTrack out{.kind = kindOf(report)};
    if (out.kind == Kind::None)
        return out;
    const bool place = out.kind == Kind::Place;
    const qsizetype x = report.columns.indexOf(place ? u"Longitude" : u"Pan"),
                    y = report.columns.indexOf(place ? u"Latitude" : u"Tilt"), id = report.columns.indexOf(u"DeviceID");
    QHash<QString, int> tracks;
    QHash<int, QPointF> last;
    for (int item = 0; item < report.items.size(); ++item) {
        const QStringList &row = report.items.at(item);
        bool good[2] = {};
        const QPointF at(row.value(x).trimmed().toDouble(&good[0]), row.value(y).trimmed().toDouble(&good[1]));
        if (x < 0 || y < 0 || !good[0] || !good[1] || !isPlace(out.kind, at)) {
            ++out.unreadable;
            continue;
        }
        if (place && at.x() == 0 && at.y() == 0) {
            ++out.noFix;
            continue;
        }
        const QString device = id < 0 ? QString() : row.value(id);
        const auto known = tracks.constFind(device);
        const int track = known != tracks.cend() ? *known : std::min(static_cast<int>(tracks.size()), mostTracks - 1);
        tracks.insert(device, track);
        const bool begins = !last.contains(track) || wraps(last.value(track), at);
        last.insert(track, at);
        out.points.push_back({at, item, track, begins});
    }
    out.tracks = static_cast<int>(tracks.size());
    return out;
}

QSizeF PositionTrack::scaleAt(double latitude) const
{
    if (kind != Kind::Place)
        return {1, 1};
    // Toward the poles a degree of longitude has no length; a picture needs one
    const double along = std::max(std::cos(latitude * 3.14159265358979323846 / 180), 0.01);
    return {metresOfDegree * along, metresOfDegree};
}

QRectF PositionTrack::area() const
{
    if (points.empty())
        return {};
    double left = points.front().at.x(), right = left, low = points.front().at.y(), high = low;
    for (const Point &one : points) {
        left = std::min(left, one.at.x());
        right = std::max(right, one.at.x());
        low = std::min(low, one.at.y());
        high = std::max(high, one.at.y());
    }
    const QSizeF unit = scaleAt((low + high) / 2);
    const double least = kind == Kind::Place ? leastMetres : leastDegrees;
    const double width = std::max(right - left, least / unit.width()),
                 height = std::max(high - low, least / unit.height());
    return QRectF((left + right - width) / 2, (low + high - height) / 2, width, height);
}

double roundLength(double most)
{
    if (!(most > 0) || !std::isfinite(most))
        return 0;
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double one : {5.0, 2.0}) {
        if (one * power <= most)
            return one * power;
    }
    return power;
}

} // namespace gb::ui
