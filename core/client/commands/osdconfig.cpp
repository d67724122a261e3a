#include "core/client/bodywriter.h"
#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// What stands in the picture: time and up to eight lines of text. GB/T 28181-2022 A.2.3.2.
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
    line("Text5", "OSDConfig/Item[5]/Text"),
    place("X5", "OSDConfig/Item[5]/X"),
    place("Y5", "OSDConfig/Item[5]/Y"),
    line("Text6", "OSDConfig/Item[6]/Text"),
    place("X6", "OSDConfig/Item[6]/X"),
    place("Y6", "OSDConfig/Item[6]/Y"),
    line("Text7", "OSDConfig/Item[7]/Text"),
    place("X7", "OSDConfig/Item[7]/X"),
    place("Y7", "OSDConfig/Item[7]/Y"),
    line("Text8", "OSDConfig/Item[8]/Text"),
    place("X8", "OSDConfig/Item[8]/X"),
    place("Y8", "OSDConfig/Item[8]/Y"),
};

/// A line is one that has a text, or a place: the standard allows an empty text.
static void write(ElementWriter &out, const AskValues &values, Edition)
{
    struct Line
    {
        QString text, x, y;
    };
    constexpr int most = 8;
    const auto value = [&](const QString &name) { return values.value(name); };
    const auto number = [&](const QString &name) { return value(name).isEmpty() ? QStringLiteral("0") : value(name); };
    QList<Line> lines;
    for (int i = 1; i <= most; ++i) {
        const QString text = QStringLiteral("Text%1").arg(i), x = QStringLiteral("X%1").arg(i),
                      y = QStringLiteral("Y%1").arg(i);
        if (!value(text).isEmpty() || !value(x).isEmpty() || !value(y).isEmpty())
            lines.append({value(text), number(x), number(y)});
    }
    out.open(QLatin1StringView("OSDConfig"));
    for (const char *name : {"Length", "Width", "TimeX", "TimeY", "TimeEnable", "TimeType", "TextEnable"}) {
        if (const QString one = value(QLatin1StringView(name)); !one.isEmpty())
            out.leaf(QLatin1StringView(name), one);
    }
    out.leaf(QLatin1StringView("SumNum"), QString::number(lines.size()));
    for (const Line &one : std::as_const(lines)) {
        out.open(QLatin1StringView("Item"));
        out.leaf(QLatin1StringView("Text"), one.text);
        out.leaf(QLatin1StringView("X"), one.x);
        out.leaf(QLatin1StringView("Y"), one.y);
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
