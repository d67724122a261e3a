#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Where a camera looks, and to look there. GB/T 28181-2022 A.2.4.13 and A.2.3.1.11.
namespace gb {

using namespace commands;

static constexpr Part answer[] = {
    {"Result", PartKind::Choice, false, "OK|ERROR"},
    {"Pan", PartKind::Decimal},
    {"Tilt", PartKind::Decimal},
    {"Zoom", PartKind::Decimal},
    {"HorizontalFieldAngle", PartKind::Decimal},
    {"VerticalFieldAngle", PartKind::Decimal},
    {"MaxViewDistance", PartKind::Decimal},
};

const AskCommand &ptzPositionCommand()
{
    static constexpr AskCommand command{.name = "position",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Where it looks: pan, tilt, zoom"),
        .root = ManscdpRoot::Query,
        .cmdType = "PTZPosition",
        .clause = "A.2.4.13",
        .since = Edition::V2022,
        .effect = Effect::Reads,
        .needs = Needs::Response,
        .answer = answer};
    return command;
}

/// Pan 0 to 360 degrees clockwise seen from above; of tilt up is smaller; zoom is a factor.
static constexpr Parameter parameters[] = {
    {.name = "Pan", .path = "PTZPreciseCtrl/Pan", .kind = Kind::Decimal, .least = 0, .most = 360},
    {.name = "Tilt", .path = "PTZPreciseCtrl/Tilt", .kind = Kind::Decimal, .least = -90, .most = 90},
    {.name = "Zoom", .path = "PTZPreciseCtrl/Zoom", .kind = Kind::Decimal, .least = 0, .most = 1000},
};

const AskCommand &ptzPreciseCommand()
{
    static constexpr AskCommand command{.name = "look-at",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Look at an exact position"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.11",
        .since = Edition::V2022,
        .effect = Effect::Moves,
        .needs = Needs::Answer,
        .parameters = parameters};
    return command;
}

} // namespace gb
