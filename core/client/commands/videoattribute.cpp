#include "core/client/bodywriter.h"
#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// How one of its streams is encoded. GB/T 28181-2022 A.2.3.2; the numbers are those of the f line in SDP, annex G.
namespace gb {

using namespace commands;

static constexpr Parameter number(const char *name, const char *path, double most, const char *preset)
{
    return {
        .name = name, .path = path, .kind = Kind::Integer, .needed = true, .most = most, .preset = preset, .own = true};
}

static constexpr Parameter parameters[] = {
    number("StreamNumber", "VideoParamAttribute/Item[1]/StreamNumber", 255, "0"),
    {.name = "VideoFormat",
        .path = "VideoParamAttribute/Item[1]/VideoFormat",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|2|3|4|5",
        .preset = "2",
        .own = true},
    {.name = "Resolution", .path = "VideoParamAttribute/Item[1]/Resolution", .needed = true, .most = 20, .own = true},
    number("FrameRate", "VideoParamAttribute/Item[1]/FrameRate", 99, "25"),
    {.name = "BitRateType",
        .path = "VideoParamAttribute/Item[1]/BitRateType",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|2",
        .preset = "1",
        .own = true},
    {.name = "VideoBitRate",
        .path = "VideoParamAttribute/Item[1]/VideoBitRate",
        .kind = Kind::Integer,
        .most = 100'000,
        .own = true},
};

static void write(ElementWriter &out, const AskValues &values, Edition)
{
    out.open(QLatin1StringView("VideoParamAttribute"), 1);
    out.open(QLatin1StringView("Item"));
    for (const Parameter &one : parameters) {
        const QLatin1StringView name(one.name);
        if (!values.value(name).isEmpty())
            out.leaf(name, values.value(name));
    }
    out.close();
    out.close();
}

const AskCommand &setVideoCommand()
{
    static constexpr AskCommand command = setting("set-video",
        QT_TRANSLATE_NOOP("AskCommand", "How a stream is encoded"), Edition::V2022, parameters, "VideoParamAttribute",
        write);
    return command;
}

} // namespace gb
