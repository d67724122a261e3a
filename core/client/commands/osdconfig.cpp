#include "core/client/bodywriter.h"
#include "core/client/commands/commands.h"

#include <QCoreApplication>

#include <algorithm>

/// What stands in the picture: time and lines of text, of which the standard has eight and the form four. GB/T
/// 28181-2022 A.2.3.2.
namespace gb {

using namespace commands;

static constexpr Parameter pixels(const char *name, const char *path, const char *preset)
{
    return {.name = name,
        .path = path,
        .kind = Kind::Integer,
        .needed = true,
        .most = 65'535,
        .preset = preset,
        .own = true};
}

static constexpr Parameter place(const char *name, const char *path)
{
    return {.name = name, .path = path, .kind = Kind::Integer, .most = 65'535, .own = true};
}

static constexpr Parameter line(const char *name, const char *path)
{
    return {.name = name, .path = path, .most = 32, .own = true};
}

static constexpr Parameter parameters[] = {
    pixels("Length", "OSDConfig/Length", "1920"),
    pixels("Width", "OSDConfig/Width", "1080"),
    pixels("TimeX", "OSDConfig/TimeX", "16"),
    pixels("TimeY", "OSDConfig/TimeY", "16"),
    {.name = "TimeEnable",
        .path = "OSDConfig/TimeEnable",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|0",
        .preset = "1",
        .own = true},
    {.name = "TimeType", .path = "OSDConfig/TimeType", .kind = Kind::Choice, .choices = "0|1", .own = true},
    {.name = "TextEnable",
        .path = "OSDConfig/TextEnable",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|0",
        .preset = "1",
        .own = true},
    line("Text1", "OSDConfig/Item[1]/Text"),
    place("X1", "OSDConfig/Item[1]/X"),
    place("Y1", "OSDConfig/Item[1]/Y"),
    line("Text2", "OSDConfig/Item[2]/Text"),
    place("X2", "OSDConfig/Item[2]/X"),
    place("Y2", "OSDConfig/Item[2]/Y"),
    line("Text3", "OSDConfig/Item[3]/Text"),
    place("X3", "OSDConfig/Item[3]/X"),
    place("Y3", "OSDConfig/Item[3]/Y"),
    line("Text4", "OSDConfig/Item[4]/Text"),
    place("X4", "OSDConfig/Item[4]/X"),
    place("Y4", "OSDConfig/Item[4]/Y"),
};

/// A line is one that has a text.
static void write(ElementWriter &out, const AskValues &values, Edition)
{
    static constexpr const char *lines[][3] = {
        {"Text1", "X1", "Y1"}, {"Text2", "X2", "Y2"}, {"Text3", "X3", "Y3"}, {"Text4", "X4", "Y4"}};
    const auto value = [&](const char *name) { return values.value(QLatin1StringView(name)); };
    const auto number = [&](const char *name) { return value(name).isEmpty() ? QStringLiteral("0") : value(name); };
    out.open(QLatin1StringView("OSDConfig"));
    for (const char *name : {"Length", "Width", "TimeX", "TimeY", "TimeEnable", "TimeType", "TextEnable"}) {
        if (!value(name).isEmpty())
            out.leaf(QLatin1StringView(name), value(name));
    }
    const auto given = std::count_if(
        std::begin(lines), std::end(lines), [&](const auto &one) { return !value(one[0]).isEmpty(); });
    out.leaf(QLatin1StringView("SumNum"), QString::number(given));
    for (const auto &[text, x, y] : lines) {
        if (value(text).isEmpty())
            continue;
        out.open(QLatin1StringView("Item"));
        out.leaf(QLatin1StringView("Text"), value(text));
        out.leaf(QLatin1StringView("X"), number(x));
        out.leaf(QLatin1StringView("Y"), number(y));
        out.close();
    }
    out.close();
}

const AskCommand &setOsdCommand()
{
    static constexpr AskCommand command = setting("set-osd",
        QT_TRANSLATE_NOOP("AskCommand", "Time and text in the picture"), Edition::V2022, parameters, "OSDConfig",
        write);
    return command;
}

} // namespace gb
