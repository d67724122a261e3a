#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// To set a device. GB/T 28181-2022 A.2.3.2. What is left empty stays as it is.
namespace gb {

using namespace commands;

/// What the amendment has beside them was left out of 2016.
static constexpr Edition first = Edition::V2014;

static constexpr Parameter basic[] = {
    {.name = "Name", .path = "BasicParam/Name", .most = 128},
    {.name = "DeviceID", .path = "BasicParam/DeviceID", .kind = Kind::Id, .since = first, .until = first},
    {.name = "SIPServerID", .path = "BasicParam/SIPServerID", .kind = Kind::Id, .since = first, .until = first},
    {.name = "SIPServerIP", .path = "BasicParam/SIPServerIP", .most = 64, .since = first, .until = first},
    {.name = "SIPServerPort",
        .path = "BasicParam/SIPServerPort",
        .kind = Kind::Integer,
        .least = 1,
        .most = 65535,
        .since = first,
        .until = first},
    {.name = "DomainName", .path = "BasicParam/DomainName", .most = 64, .since = first, .until = first},
    {.name = "Expiration", .path = "BasicParam/Expiration", .kind = Kind::Integer, .least = 60, .most = 604'800},
    {.name = "Password", .path = "BasicParam/Password", .most = 64, .since = first, .until = first},
    {.name = "HeartBeatInterval",
        .path = "BasicParam/HeartBeatInterval",
        .kind = Kind::Integer,
        .least = 1,
        .most = 86'400},
    {.name = "HeartBeatCount", .path = "BasicParam/HeartBeatCount", .kind = Kind::Integer, .least = 1, .most = 100},
};

const AskCommand &setBasicCommand()
{
    static constexpr AskCommand command = setting("set-basic",
        QT_TRANSLATE_NOOP("AskCommand", "Set name, registration and heartbeat"), Edition::V2014, basic, "BasicParam");
    return command;
}

static constexpr Parameter mirror[] = {
    {.name = "FrameMirror",
        .path = "FrameMirror",
        .kind = Kind::Integer,
        .needed = true,
        .least = 0,
        .most = 3,
        .preset = "0"},
};

const AskCommand &setMirrorCommand()
{
    static constexpr AskCommand command = setting(
        "set-mirror", QT_TRANSLATE_NOOP("AskCommand", "Mirror the picture"), Edition::V2022, mirror, "FrameMirror");
    return command;
}

static constexpr Parameter alarmReport[] = {
    {.name = "MotionDetection",
        .path = "AlarmReport/MotionDetection",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|0",
        .preset = "1"},
    {.name = "FieldDetection",
        .path = "AlarmReport/FieldDetection",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|0",
        .preset = "1"},
};

const AskCommand &setAlarmReportCommand()
{
    static constexpr AskCommand command = setting("set-alarm-report",
        QT_TRANSLATE_NOOP("AskCommand", "Which alarms it reports"), Edition::V2022, alarmReport, "AlarmReport");
    return command;
}

static constexpr Parameter alarmRecord[] = {
    {.name = "RecordEnable",
        .path = "VideoAlarmRecord/RecordEnable",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|0",
        .preset = "1"},
    {.name = "RecordTime", .path = "VideoAlarmRecord/RecordTime", .kind = Kind::Integer, .least = 0, .most = 86'400},
    {.name = "PreRecordTime",
        .path = "VideoAlarmRecord/PreRecordTime",
        .kind = Kind::Integer,
        .least = 0,
        .most = 86'400},
    {.name = "StreamNumber",
        .path = "VideoAlarmRecord/StreamNumber",
        .kind = Kind::Integer,
        .needed = true,
        .least = 0,
        .most = 255,
        .preset = "0"},
};

const AskCommand &setAlarmRecordCommand()
{
    static constexpr AskCommand command = setting("set-alarm-record",
        QT_TRANSLATE_NOOP("AskCommand", "Recording on alarm"), Edition::V2022, alarmRecord, "VideoAlarmRecord");
    return command;
}

} // namespace gb
