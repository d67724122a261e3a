#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Which presets a camera keeps. GB/T 28181-2022 A.2.4.8; SumNum since 2022 only.
namespace gb {

using namespace commands;

static constexpr Part answer[] = {{"Result", PartKind::Choice, false, "OK|ERROR"}};
static constexpr Part items[] = {{"PresetID", PartKind::Text, needed}, {"PresetName"}};

const AskCommand &presetQueryCommand()
{
    static constexpr AskCommand command{.name = "presets",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Presets that it keeps"),
        .root = ManscdpRoot::Query,
        .cmdType = "PresetQuery",
        .clause = "A.2.4.8",
        .since = Edition::V2014,
        .effect = Effect::Reads,
        .needs = Needs::List,
        .answer = answer,
        .list = "PresetList",
        .key = "PresetID",
        .items = items,
        .spelling2014 = "PersetQuery"};
    return command;
}

} // namespace gb
