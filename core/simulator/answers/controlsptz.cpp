#include "core/simulator/answers/answers.h"

// DeviceControl that moves: GB/T 28181-2022 A.2.3.1.8 to A.2.3.1.11 and A.2.3.1.14

namespace gb::answers {
namespace {

/// A rectangle in the picture of a window, its origin top left.
struct Area
{
    double length, width, midX, midY, lengthX, lengthY;
};

std::optional<Area> areaOf(const XmlElement &element)
{
    const auto number = [&](QStringView name) { return element.numberOf(name).value_or(-1); };
    const Area area{number(u"Length"), number(u"Width"), number(u"MidPointX"), number(u"MidPointY"), number(u"LengthX"),
        number(u"LengthY")};
    const bool inside = area.midX >= 0 && area.midX <= area.length && area.midY >= 0 && area.midY <= area.width;
    if (area.length < 1 || area.width < 1 || area.lengthX < 1 || area.lengthY < 1 || !inside)
        return std::nullopt;
    return area;
}

constexpr double widest = 60; ///< degrees that a picture is wide at zoom 1

bool dragZoom(UnitState &unit, const XmlElement &element, TimePoint now, bool in)
{
    const std::optional<Area> area = areaOf(element);
    if (!area)
        return false;
    const PtzPosition is = unit.head.position(now);
    const double wide = widest / is.zoom, high = wide * area->width / area->length;
    const double times = std::min(area->length / area->lengthX, area->width / area->lengthY);
    unit.head.moveTo(is.pan + (area->midX / area->length - 0.5) * wide,
        is.tilt + (area->midY / area->width - 0.5) * high, in ? is.zoom * times : is.zoom / times, now);
    return true;
}

} // namespace

bool dragZoomIn(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &inquiry, Answer &)
{
    return dragZoom(unit, element, inquiry.now, true);
}

bool dragZoomOut(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &inquiry, Answer &)
{
    return dragZoom(unit, element, inquiry.now, false);
}

bool setHomePosition(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &inquiry, Answer &)
{
    const std::optional<int> enabled = element.intOf(u"Enabled");
    PtzHead::Home home = unit.head.home();
    home.resetTime = element.intOf(u"ResetTime").value_or(home.resetTime);
    home.preset = element.intOf(u"PresetIndex").value_or(home.preset);
    if (!enabled || home.resetTime < 1 || home.resetTime > 86'400 || home.preset < 0 || home.preset > 255)
        return false;
    home.enabled = *enabled != 0;
    unit.head.setHome(home, inquiry.now);
    return true;
}

bool ptzPreciseCtrl(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &inquiry, Answer &)
{
    const auto pan = element.numberOf(u"Pan"), tilt = element.numberOf(u"Tilt"), zoom = element.numberOf(u"Zoom");
    if (!pan && !tilt && !zoom)
        return false;
    unit.head.moveTo(pan, tilt, zoom, inquiry.now);
    return true;
}

bool targetTrack(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &inquiry, Answer &)
{
    using Track = UnitState::Track;
    constexpr double following = 5; // degrees a second
    const QString &word = element.text;
    if (word != u"Auto" && word != u"Manual" && word != u"Stop")
        return false;
    const XmlElement *const target = inquiry.body.child(u"TargetArea");
    if (word == u"Manual" && (!target || !areaOf(*target)))
        return false;
    unit.track = word == u"Auto" ? Track::Auto : word == u"Manual" ? Track::Manual : Track::Stop;
    unit.head.drive(unit.track == Track::Stop ? 0 : following, 0, 0, inquiry.now);
    return true;
}

} // namespace gb::answers
