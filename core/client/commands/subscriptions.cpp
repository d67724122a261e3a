#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// What a device tells by itself when it is asked to: GB/T 28181-2022 9.11, A.2.4.6, A.2.4.9, annex N. The standard
/// fixes the Event header of the catalogue alone; of the others it is what platforms send.
namespace gb {

using namespace commands;

namespace {

constexpr Parameter expiry(const char *preset)
{
    return {.name = "Expires",
        .path = "",
        .kind = Kind::Integer,
        .needed = true,
        .least = 30,
        .most = 86'400,
        .preset = preset};
}

constexpr Parameter event(const char *preset)
{
    return {.name = "Event", .path = "", .kind = Kind::Text, .needed = true, .most = 64, .preset = preset};
}

constexpr AskCommand subscription(const char *name, const char *title, const char *cmdType, const char *clause,
    Edition since, std::span<const Parameter> parameters)
{
    return {.name = name,
        .title = title,
        .root = ManscdpRoot::Query,
        .cmdType = cmdType,
        .clause = clause,
        .since = since,
        .effect = Effect::Reads,
        .needs = Needs::Notices,
        .parameters = parameters};
}

} // namespace

static constexpr Parameter catalog[] = {
    {.name = "StartTime", .path = "StartTime", .kind = Kind::Time},
    {.name = "EndTime", .path = "EndTime", .kind = Kind::Time},
    expiry("600"),
    event("Catalog"),
};
const AskCommand &subscribeCatalogCommand()
{
    static const AskCommand command = [] {
        AskCommand one = subscription("subscribe-catalog",
            QT_TRANSLATE_NOOP("AskCommand", "Changes of the catalog, as they happen"), "Catalog", "9.11.4",
            Edition::V2016, catalog);
        one.list = "DeviceList";
        one.items = catalogItems();
        return one;
    }();
    return command;
}

static constexpr Parameter alarm[] = {
    {.name = "StartAlarmPriority",
        .path = "StartAlarmPriority",
        .kind = Kind::Integer,
        .least = 0,
        .most = 4,
        .preset = "0"},
    {.name = "EndAlarmPriority",
        .path = "EndAlarmPriority",
        .kind = Kind::Integer,
        .least = 0,
        .most = 4,
        .preset = "0"},
    {.name = "AlarmMethod", .path = "AlarmMethod", .most = 16, .preset = "0"},
    {.name = "AlarmType", .path = "AlarmType", .most = 64},
    {.name = "StartAlarmTime", .path = "StartAlarmTime", .kind = Kind::Time},
    {.name = "EndAlarmTime", .path = "EndAlarmTime", .kind = Kind::Time},
    expiry("600"),
    event("presence"),
};
static constexpr Part alarmParts[] = {
    {"AlarmPriority", PartKind::Choice, needed, "1|2|3|4"},
    {"AlarmMethod", PartKind::Text, needed},
    {"AlarmTime", PartKind::Time, needed},
    {"AlarmDescription"},
    {"Longitude", PartKind::Decimal},
    {"Latitude", PartKind::Decimal},
    {"AlarmType"},
    {"AlarmTypeParam"},
    {"Info"},
    {"Info/AlarmType"},
    {"Info/AlarmTypeParam"},
    {"Info/AlarmTypeParam/EventType", PartKind::Integer},
    {"ExtraInfo"},
};
const AskCommand &subscribeAlarmCommand()
{
    static const AskCommand command = [] {
        AskCommand one = subscription("subscribe-alarm", QT_TRANSLATE_NOOP("AskCommand", "Alarms, as they happen"),
            "Alarm", "A.2.4.6", Edition::V2011, alarm);
        one.answer = alarmParts;
        return one;
    }();
    return command;
}

static constexpr Parameter position[] = {
    {.name = "Interval", .path = "Interval", .kind = Kind::Integer, .least = 1, .most = 86'400, .preset = "5"},
    expiry("600"),
    event("presence"),
};
static constexpr Part positionParts[] = {
    {"Time", PartKind::Time},
    {"Longitude", PartKind::Decimal},
    {"Latitude", PartKind::Decimal},
    {"Speed", PartKind::Decimal},
    {"Direction", PartKind::Decimal},
    {"Altitude", PartKind::Decimal},
};
static constexpr Part positions[] = {
    {"DeviceID", PartKind::Id, needed},
    {"CaptureTime", PartKind::Time},
    {"Longitude", PartKind::Decimal, needed},
    {"Latitude", PartKind::Decimal, needed},
    {"Speed", PartKind::Decimal},
    {"Direction", PartKind::Decimal},
    {"Altitude", PartKind::Decimal},
    {"Height", PartKind::Decimal},
};
const AskCommand &subscribePositionCommand()
{
    static const AskCommand command = [] {
        AskCommand one = subscription("subscribe-position", QT_TRANSLATE_NOOP("AskCommand", "Position while it moves"),
            "MobilePosition", "A.2.4.9", Edition::V2016, position);
        one.answer = positionParts;
        one.list = "DeviceList";
        one.items = positions;
        return one;
    }();
    return command;
}

static constexpr Parameter ptz[] = {expiry("600"), event("presence")};
static constexpr Part ptzParts[] = {
    {"Pan", PartKind::Decimal},
    {"Tilt", PartKind::Decimal},
    {"Zoom", PartKind::Decimal},
    {"HorizontalFieldAngle", PartKind::Decimal},
    {"VerticalFieldAngle", PartKind::Decimal},
    {"MaxViewDistance", PartKind::Decimal},
};
const AskCommand &subscribePtzCommand()
{
    static const AskCommand command = [] {
        AskCommand one = subscription("subscribe-ptz", QT_TRANSLATE_NOOP("AskCommand", "Where it looks, as it changes"),
            "PTZPosition", "9.11.2", Edition::V2022, ptz);
        one.answer = ptzParts;
        return one;
    }();
    return command;
}

} // namespace gb
