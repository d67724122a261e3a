#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Who made a device, and what it is. GB/T 28181-2022 A.2.4.4.
namespace gb {

using namespace commands;

static constexpr Part answer[] = {
    {"DeviceName"},
    result,
    {"Manufacturer"},
    {"Model"},
    {"Firmware"},
    {"Channel", PartKind::Integer},
    {"DeviceType"},
    {"MaxCamera", PartKind::Integer},
    {"MaxAlarm", PartKind::Integer},
    {"ExtraInfo"},
    {"Info"},
};

const AskCommand &deviceInfoCommand()
{
    static constexpr AskCommand command{.name = "info",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Device information: vendor, model, firmware"),
        .root = ManscdpRoot::Query,
        .cmdType = "DeviceInfo",
        .clause = "A.2.4.4",
        .since = Edition::V2011,
        .effect = Effect::Reads,
        .needs = Needs::Response,
        .answer = answer};
    return command;
}

} // namespace gb
