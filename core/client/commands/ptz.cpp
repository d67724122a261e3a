#include "core/client/bodywriter.h"
#include "core/client/commands/commands.h"
#include "core/message/ptzcode.h"

#include <QCoreApplication>

/// What is said by the eight bytes of a PTZCmd. GB/T 28181-2022 A.2.3.1.2 and A.3.
namespace gb {

using namespace commands;

namespace {

constexpr const char *path = "";

int number(const AskValues &values, const char *name)
{
    return values.value(QLatin1StringView(name)).toInt();
}

QString text(const AskValues &values, const char *name)
{
    return values.value(QLatin1StringView(name));
}

void writeCode(ElementWriter &out, const PtzCommand &command)
{
    out.leaf(QLatin1StringView("PTZCmd"), QString::fromLatin1(writePtz(command)));
}

/// -1 where the word of the first direction stands in it, 1 where that of the second one does.
int side(const QString &words, QLatin1StringView less, QLatin1StringView more)
{
    return words.contains(less) ? -1 : words.contains(more) ? 1 : 0;
}

void writeMove(ElementWriter &out, const AskValues &values, Edition)
{
    const QString direction = text(values, "Direction"), zoom = text(values, "Zoom");
    PtzCommand command{.action = PtzAction::Move};
    command.pan = side(direction, QLatin1StringView("left"), QLatin1StringView("right"));
    command.tilt = side(direction, QLatin1StringView("down"), QLatin1StringView("up"));
    command.zoom = zoom == u"out" ? -1 : zoom == u"in" ? 1 : 0;
    if (command.pan == 0 && command.tilt == 0 && command.zoom == 0)
        return writeCode(out, {.action = PtzAction::Stop});
    command.panSpeed = command.pan != 0 ? number(values, "PanSpeed") : 0;
    command.tiltSpeed = command.tilt != 0 ? number(values, "TiltSpeed") : 0;
    command.zoomSpeed = command.zoom != 0 ? number(values, "ZoomSpeed") : 0;
    writeCode(out, command);
}

void writeLens(ElementWriter &out, const AskValues &values, Edition)
{
    const QString focus = text(values, "Focus"), iris = text(values, "Iris");
    PtzCommand command{.action = PtzAction::FocusIris};
    command.focus = focus == u"near" ? -1 : focus == u"far" ? 1 : 0;
    command.iris = iris == u"close" ? -1 : iris == u"open" ? 1 : 0;
    if (command.focus == 0 && command.iris == 0)
        return writeCode(out, {.action = PtzAction::FocusIrisStop});
    command.focusSpeed = command.focus != 0 ? number(values, "FocusSpeed") : 0;
    command.irisSpeed = command.iris != 0 ? number(values, "IrisSpeed") : 0;
    writeCode(out, command);
}

void writePreset(ElementWriter &out, const AskValues &values, Edition)
{
    const QString action = text(values, "Action");
    writeCode(out,
        {.action = action == u"set"   ? PtzAction::PresetSet
                : action == u"delete" ? PtzAction::PresetDelete
                                      : PtzAction::PresetCall,
            .preset = number(values, "Preset")});
}

PtzAction cruiseAction(const QString &word)
{
    constexpr std::pair<QLatin1StringView, PtzAction> actions[] = {{QLatin1StringView("start"), PtzAction::CruiseStart},
        {QLatin1StringView("add"), PtzAction::CruiseAdd}, {QLatin1StringView("delete"), PtzAction::CruiseDelete},
        {QLatin1StringView("delete-all"), PtzAction::CruiseDeleteAll},
        {QLatin1StringView("speed"), PtzAction::CruiseSpeed}, {QLatin1StringView("dwell"), PtzAction::CruiseDwell}};
    for (const auto &[name, action] : actions) {
        if (word == name)
            return action;
    }
    return PtzAction::Stop;
}

void writeCruise(ElementWriter &out, const AskValues &values, Edition)
{
    PtzCommand command{.action = cruiseAction(text(values, "Action"))};
    if (command.action != PtzAction::Stop)
        command.group = number(values, "Group");
    if (command.action == PtzAction::CruiseAdd || command.action == PtzAction::CruiseDelete)
        command.preset = number(values, "Preset");
    if (command.action == PtzAction::CruiseSpeed || command.action == PtzAction::CruiseDwell)
        command.value = number(values, "Value");
    writeCode(out, command);
}

void writeScan(ElementWriter &out, const AskValues &values, Edition)
{
    const QString action = text(values, "Action");
    if (action == u"stop")
        return writeCode(out, {.action = PtzAction::Stop});
    PtzCommand command{.action = action == u"left" ? PtzAction::ScanLeft
            : action == u"right"                   ? PtzAction::ScanRight
            : action == u"speed"                   ? PtzAction::ScanSpeed
                                                   : PtzAction::ScanStart,
        .group = number(values, "Group")};
    command.value = command.action == PtzAction::ScanSpeed ? number(values, "Value") : 0;
    writeCode(out, command);
}

void writeSwitch(ElementWriter &out, const AskValues &values, Edition)
{
    writeCode(out,
        {.action = text(values, "Action") == u"off" ? PtzAction::AuxOff : PtzAction::AuxOn,
            .group = number(values, "Number")});
}

constexpr Parameter chosen(const char *name, const char *choices, const char *preset)
{
    return {.name = name, .path = path, .kind = Kind::Choice, .needed = true, .choices = choices, .preset = preset};
}

constexpr Parameter counted(const char *name, double least, double most, const char *preset)
{
    return {.name = name, .path = path, .kind = Kind::Integer, .least = least, .most = most, .preset = preset};
}

constexpr AskCommand ptzCommand(const char *name, const char *title, std::span<const Parameter> parameters,
    void (*write)(ElementWriter &, const AskValues &, Edition))
{
    return {.name = name,
        .title = title,
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.2",
        .since = Edition::V2011,
        .effect = Effect::Moves,
        .needs = Needs::Answer,
        .parameters = parameters,
        .write = write};
}

} // namespace

/// A movement goes on until it is stopped. Speeds are steps without a unit.
static constexpr Parameter move[] = {
    chosen("Direction", "stop|left|right|up|down|left-up|right-up|left-down|right-down", "stop"),
    chosen("Zoom", "none|in|out", "none"),
    counted("PanSpeed", 0, 255, "64"),
    counted("TiltSpeed", 0, 255, "64"),
    counted("ZoomSpeed", 0, 15, "4"),
};
const AskCommand &moveCommand()
{
    static constexpr AskCommand command = ptzCommand(
        "ptz", QT_TRANSLATE_NOOP("AskCommand", "Pan, tilt, zoom"), move, writeMove);
    return command;
}

static constexpr Parameter lens[] = {
    chosen("Focus", "none|near|far", "none"),
    chosen("Iris", "none|open|close", "none"),
    counted("FocusSpeed", 0, 255, "64"),
    counted("IrisSpeed", 0, 255, "64"),
};
const AskCommand &lensCommand()
{
    static constexpr AskCommand command = ptzCommand(
        "lens", QT_TRANSLATE_NOOP("AskCommand", "Focus and iris"), lens, writeLens);
    return command;
}

/// The name goes with the edition of 2022.
static constexpr Parameter preset[] = {
    chosen("Action", "call|set|delete", "call"),
    counted("Preset", 1, 255, "1"),
    {.name = "PresetName", .path = "PTZCmdParams/PresetName", .most = 32, .since = Edition::V2022},
};
const AskCommand &presetCommand()
{
    static constexpr AskCommand command = ptzCommand(
        "preset", QT_TRANSLATE_NOOP("AskCommand", "Go to a preset, keep or delete it"), preset, writePreset);
    return command;
}

/// Value: of speed a step, of dwell seconds.
static constexpr Parameter cruise[] = {
    chosen("Action", "start|stop|add|delete|delete-all|speed|dwell", "start"),
    counted("Group", 0, 255, "1"),
    counted("Preset", 1, 255, "1"),
    counted("Value", 0, 4095, "30"),
    {.name = "CruiseTrackName", .path = "PTZCmdParams/CruiseTrackName", .most = 32, .since = Edition::V2022},
};
const AskCommand &cruiseControlCommand()
{
    static constexpr AskCommand command = ptzCommand(
        "cruise-control", QT_TRANSLATE_NOOP("AskCommand", "Start, stop and make a cruise"), cruise, writeCruise);
    return command;
}

static constexpr Parameter scan[] = {
    chosen("Action", "start|stop|left|right|speed", "start"),
    counted("Group", 0, 255, "1"),
    counted("Value", 0, 4095, "80"),
};
const AskCommand &scanCommand()
{
    static constexpr AskCommand command = ptzCommand(
        "scan", QT_TRANSLATE_NOOP("AskCommand", "Scan between two limits"), scan, writeScan);
    return command;
}

/// Number 1 is the wiper.
static constexpr Parameter auxiliary[] = {chosen("Action", "on|off", "on"), counted("Number", 1, 255, "1")};
const AskCommand &switchCommand()
{
    static constexpr AskCommand command = ptzCommand(
        "switch", QT_TRANSLATE_NOOP("AskCommand", "Wiper and other switches"), auxiliary, writeSwitch);
    return command;
}

} // namespace gb
