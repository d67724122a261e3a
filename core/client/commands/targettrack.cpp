#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// To follow something that moves. GB/T 28181-2022 A.2.3.1.14. DeviceID is the dome's channel, DeviceID2 that of the
/// panorama; the area is only for Manual.
namespace gb {

using namespace commands;

static constexpr Parameter parameters[] = {
    {.name = "TargetTrack",
        .path = "TargetTrack",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "Auto|Manual|Stop",
        .preset = "Auto"},
    {.name = "DeviceID2", .path = "DeviceID2", .kind = Kind::Id},
    {.name = "Length", .path = "TargetArea/Length", .kind = Kind::Integer, .least = 1, .most = 65535},
    {.name = "Width", .path = "TargetArea/Width", .kind = Kind::Integer, .least = 1, .most = 65535},
    {.name = "MidPointX", .path = "TargetArea/MidPointX", .kind = Kind::Integer, .least = 0, .most = 65535},
    {.name = "MidPointY", .path = "TargetArea/MidPointY", .kind = Kind::Integer, .least = 0, .most = 65535},
    {.name = "LengthX", .path = "TargetArea/LengthX", .kind = Kind::Integer, .least = 1, .most = 65535},
    {.name = "LengthY", .path = "TargetArea/LengthY", .kind = Kind::Integer, .least = 1, .most = 65535},
};

const AskCommand &targetTrackCommand()
{
    static constexpr AskCommand command{.name = "track",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Follow a target"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.14",
        .since = Edition::V2022,
        .effect = Effect::Moves,
        .needs = Needs::Answer,
        .parameters = parameters};
    return command;
}

} // namespace gb
