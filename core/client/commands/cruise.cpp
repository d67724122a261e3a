#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Which cruises a camera keeps, and what one of them is. GB/T 28181-2022 A.2.4.11, A.2.4.12.
namespace gb {

using namespace commands;

static constexpr Part listAnswer[] = {{"Result", PartKind::Choice, false, "OK|ERROR"}};
static constexpr Part tracks[] = {{"Number", PartKind::Integer, needed}, {"Name"}};

const AskCommand &cruiseListCommand()
{
    static constexpr AskCommand command{.name = "cruises",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Cruises that it keeps"),
        .root = ManscdpRoot::Query,
        .cmdType = "CruiseTrackListQuery",
        .clause = "A.2.4.11",
        .since = Edition::V2022,
        .effect = Effect::Reads,
        .needs = Needs::List,
        .answer = listAnswer,
        .list = "CruiseTrackList",
        .item = "CruiseTrack",
        .key = "Number",
        .items = tracks};
    return command;
}

static constexpr Parameter parameters[] = {
    {.name = "Number", .path = "Number", .kind = Kind::Integer, .least = 0, .most = 255, .preset = "0"},
};
static constexpr Part answer[] = {
    {"Result", PartKind::Choice, false, "OK|ERROR"}, {"Number", PartKind::Integer, needed}, {"Name"}};
static constexpr Part points[] = {
    {"PresetIndex", PartKind::Integer, needed}, {"StayTime", PartKind::Integer}, {"Speed", PartKind::Integer}};

const AskCommand &cruiseCommand()
{
    static constexpr AskCommand command{.name = "cruise",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Points of one cruise"),
        .root = ManscdpRoot::Query,
        .cmdType = "CruiseTrackQuery",
        .clause = "A.2.4.12",
        .since = Edition::V2022,
        .effect = Effect::Reads,
        .needs = Needs::List,
        .parameters = parameters,
        .answer = answer,
        .list = "CruisePointList",
        .item = "CruisePoint",
        .key = "",
        .items = points};
    return command;
}

} // namespace gb
