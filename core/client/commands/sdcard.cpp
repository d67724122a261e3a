#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Memory cards, and to format one. GB/T 28181-2022 A.2.4.14 and A.2.3.1.13.
namespace gb {

using namespace commands;

static constexpr Part answer[] = {{"Result", PartKind::Choice, false, "OK|ERROR"}};
static constexpr Part items[] = {
    {"ID", PartKind::Integer, needed},
    {"HddName"},
    {"Status", PartKind::Choice, needed, "ok|formatting|unformatted|idle|error"},
    {"FormatProgress", PartKind::Integer},
    {"Capacity", PartKind::Integer},
    {"FreeSpace", PartKind::Integer},
};

const AskCommand &sdCardStatusCommand()
{
    static constexpr AskCommand command{.name = "cards",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Memory cards"),
        .root = ManscdpRoot::Query,
        .cmdType = "SDCardStatus",
        .clause = "A.2.4.14",
        .since = Edition::V2022,
        .effect = Effect::Reads,
        .needs = Needs::List,
        .answer = answer,
        .list = "SDCardStatusInfo",
        .key = "ID",
        .items = items};
    return command;
}

/// 0 means all of them.
static constexpr Parameter parameters[] = {
    {.name = "FormatSDCard", .path = "FormatSDCard", .kind = Kind::Integer, .needed = true, .least = 0, .most = 255},
};

const AskCommand &formatCardCommand()
{
    static constexpr AskCommand command{.name = "format-card",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Format a memory card: all that is on it is lost"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.13",
        .since = Edition::V2022,
        .effect = Effect::Erases,
        .needs = Needs::Answer,
        .parameters = parameters};
    return command;
}

} // namespace gb
