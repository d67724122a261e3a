#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// To upgrade the firmware: the message is shown, never sent. GB/T 28181-2022 A.2.3.1.12 and 9.13.
namespace gb {

using namespace commands;

static constexpr Parameter parameters[] = {
    {.name = "Firmware", .path = "DeviceUpgrade/Firmware", .needed = true, .most = 64},
    {.name = "FileURL", .path = "DeviceUpgrade/FileURL", .needed = true, .most = 512},
    {.name = "Manufacturer", .path = "DeviceUpgrade/Manufacturer", .needed = true, .most = 64},
    {.name = "SessionID", .path = "DeviceUpgrade/SessionID", .needed = true, .most = 128},
};
static constexpr Part answer[] = {result};

const AskCommand &upgradeCommand()
{
    static constexpr AskCommand command{.name = "upgrade",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Upgrade the firmware: shows the message, sends nothing"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.12",
        .since = Edition::V2022,
        .effect = Effect::Restarts,
        .needs = Needs::Response,
        .parameters = parameters,
        .answer = answer,
        .onlyShown = true};
    return command;
}

} // namespace gb
