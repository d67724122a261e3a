#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Where a camera goes by itself when nobody moves it. GB/T 28181-2022 A.2.4.10 and A.2.3.1.10.
namespace gb {

using namespace commands;

static constexpr Part answer[] = {
    {"Result", PartKind::Choice, false, "OK|ERROR"},
    {"HomePosition/Enabled", PartKind::Choice, needed, "0|1"},
    {"HomePosition/ResetTime", PartKind::Integer},
    {"HomePosition/PresetIndex", PartKind::Integer},
};

const AskCommand &homePositionQueryCommand()
{
    static constexpr AskCommand command{.name = "home",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Home position"),
        .root = ManscdpRoot::Query,
        .cmdType = "HomePositionQuery",
        .clause = "A.2.4.10",
        .since = Edition::V2022,
        .effect = Effect::Reads,
        .needs = Needs::Response,
        .answer = answer};
    return command;
}

static constexpr Parameter parameters[] = {
    {.name = "Enabled",
        .path = "HomePosition/Enabled",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|0",
        .preset = "1"},
    {.name = "ResetTime", .path = "HomePosition/ResetTime", .kind = Kind::Integer, .least = 0, .most = largest},
    {.name = "PresetIndex", .path = "HomePosition/PresetIndex", .kind = Kind::Integer, .least = 0, .most = 255},
};
static constexpr Part controlAnswer[] = {result};

const AskCommand &homePositionCommand()
{
    static constexpr AskCommand command{.name = "set-home",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Set the home position"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.10",
        .since = Edition::V2016,
        .effect = Effect::Sets,
        .needs = Needs::Response,
        .parameters = parameters,
        .answer = controlAnswer};
    return command;
}

} // namespace gb
