#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Which recordings there are. GB/T 28181-2022 A.2.4.5.
namespace gb {

using namespace commands;

static constexpr Parameter parameters[] = {
    {.name = "StartTime", .path = "StartTime", .kind = Kind::Time, .needed = true},
    {.name = "EndTime", .path = "EndTime", .kind = Kind::Time, .needed = true},
    {.name = "FilePath", .path = "FilePath"},
    {.name = "Address", .path = "Address"},
    {.name = "Secrecy", .path = "Secrecy", .kind = Kind::Integer, .least = 0, .most = 1, .preset = "0"},
    {.name = "Type", .path = "Type", .kind = Kind::Choice, .choices = "all|time|alarm|manual", .preset = "all"},
    {.name = "RecorderID", .path = "RecorderID", .kind = Kind::Id},
    {.name = "IndistinctQuery", .path = "IndistinctQuery", .kind = Kind::Integer, .least = 0, .most = 1},
    {.name = "StreamNumber",
        .path = "StreamNumber",
        .kind = Kind::Integer,
        .least = 0,
        .most = 255,
        .since = Edition::V2022},
    {.name = "AlarmMethod", .path = "AlarmMethod", .since = Edition::V2022},
    {.name = "AlarmType", .path = "AlarmType", .since = Edition::V2022},
};
static constexpr Part answer[] = {{"Name"}, {"ExtraInfo"}, {"Info"}};
static constexpr Part items[] = {
    {"DeviceID", PartKind::Id, needed},
    {"Name"},
    {"StartTime", PartKind::Time},
    {"EndTime", PartKind::Time},
    {"Type", PartKind::Choice, false, "time|alarm|manual|all"},
    {"FilePath"},
    {"Address"},
    {"Secrecy", PartKind::Integer},
    {"RecorderID"},
    {"FileSize", PartKind::Integer},
    {"RecordLocation"},
    {"StreamNumber", PartKind::Integer},
};

const AskCommand &recordInfoCommand()
{
    static constexpr AskCommand command{.name = "record",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Recordings in a time"),
        .root = ManscdpRoot::Query,
        .cmdType = "RecordInfo",
        .clause = "A.2.4.5",
        .since = Edition::V2011,
        .effect = Effect::Reads,
        .needs = Needs::List,
        .parameters = parameters,
        .answer = answer,
        .list = "RecordList",
        .key = "",
        .items = items};
    return command;
}

} // namespace gb
