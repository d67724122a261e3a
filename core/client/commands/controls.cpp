#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Orders of one element: restart, recording, guard, alarm, key frame. GB/T 28181-2022 A.2.3.1.3 to A.2.3.1.7. Which of
/// them have a Response is 9.3.1 d.
namespace gb {

using namespace commands;

static constexpr Part controlAnswer[] = {result};

static constexpr Parameter boot[] = {{.name = "TeleBoot", .path = "TeleBoot", .kind = Kind::Fixed, .preset = "Boot"}};

const AskCommand &teleBootCommand()
{
    static constexpr AskCommand command{.name = "restart",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Restart the device"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.3",
        .since = Edition::V2011,
        .effect = Effect::Restarts,
        .needs = Needs::Answer,
        .parameters = boot};
    return command;
}

static constexpr Parameter recording[] = {
    {.name = "RecordCmd",
        .path = "RecordCmd",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "Record|StopRecord",
        .preset = "Record"},
    {.name = "StreamNumber",
        .path = "StreamNumber",
        .kind = Kind::Integer,
        .least = 0,
        .most = 255,
        .since = Edition::V2022},
};

const AskCommand &recordCommand()
{
    static constexpr AskCommand command{.name = "recording",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Start or stop recording"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.4",
        .since = Edition::V2011,
        .effect = Effect::Sets,
        .needs = Needs::Response,
        .parameters = recording,
        .answer = controlAnswer};
    return command;
}

static constexpr Parameter guard[] = {
    {.name = "GuardCmd",
        .path = "GuardCmd",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "SetGuard|ResetGuard",
        .preset = "SetGuard"},
};

const AskCommand &guardCommand()
{
    static constexpr AskCommand command{.name = "guard",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Arm or disarm"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.5",
        .since = Edition::V2011,
        .effect = Effect::Sets,
        .needs = Needs::Response,
        .parameters = guard,
        .answer = controlAnswer};
    return command;
}

static constexpr Parameter alarm[] = {
    {.name = "AlarmCmd", .path = "AlarmCmd", .kind = Kind::Fixed, .preset = "ResetAlarm"},
    {.name = "AlarmMethod", .path = "Info/AlarmMethod"},
    {.name = "AlarmType", .path = "Info/AlarmType"},
};

const AskCommand &alarmResetCommand()
{
    static constexpr AskCommand command{.name = "reset-alarm",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Reset the alarm"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.6",
        .since = Edition::V2011,
        .effect = Effect::Sets,
        .needs = Needs::Response,
        .parameters = alarm,
        .answer = controlAnswer};
    return command;
}

/// The edition of 2016 spells it without the r.
static constexpr Parameter keyFrame[] = {
    {.name = "IFameCmd", .path = "IFameCmd", .kind = Kind::Fixed, .preset = "Send", .until = Edition::V2016},
    {.name = "IFrameCmd", .path = "IFrameCmd", .kind = Kind::Fixed, .preset = "Send", .since = Edition::V2022},
};

const AskCommand &keyFrameCommand()
{
    static constexpr AskCommand command{.name = "key-frame",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Send a key frame"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.7",
        .since = Edition::V2016,
        .effect = Effect::Reads,
        .needs = Needs::Answer,
        .parameters = keyFrame};
    return command;
}

} // namespace gb
