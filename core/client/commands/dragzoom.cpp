#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// To zoom into a rectangle of the picture, or out of it. GB/T 28181-2022 A.2.3.1.8, A.2.3.1.9. Pixels of the window
/// that shows the picture; the origin is its top left corner.
namespace gb {

using namespace commands;

static constexpr Parameter pixels(const char *name, const char *path, double least, const char *preset)
{
    return {.name = name,
        .path = path,
        .kind = Kind::Integer,
        .needed = true,
        .least = least,
        .most = 65535,
        .preset = preset};
}

static constexpr Parameter in[] = {
    pixels("Length", "DragZoomIn/Length", 1, "1920"),
    pixels("Width", "DragZoomIn/Width", 1, "1080"),
    pixels("MidPointX", "DragZoomIn/MidPointX", 0, "960"),
    pixels("MidPointY", "DragZoomIn/MidPointY", 0, "540"),
    pixels("LengthX", "DragZoomIn/LengthX", 1, "640"),
    pixels("LengthY", "DragZoomIn/LengthY", 1, "360"),
};
static constexpr Parameter out[] = {
    pixels("Length", "DragZoomOut/Length", 1, "1920"),
    pixels("Width", "DragZoomOut/Width", 1, "1080"),
    pixels("MidPointX", "DragZoomOut/MidPointX", 0, "960"),
    pixels("MidPointY", "DragZoomOut/MidPointY", 0, "540"),
    pixels("LengthX", "DragZoomOut/LengthX", 1, "640"),
    pixels("LengthY", "DragZoomOut/LengthY", 1, "360"),
};

const AskCommand &dragZoomInCommand()
{
    static constexpr AskCommand command{.name = "zoom-into",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Zoom into a rectangle"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.8",
        .since = Edition::V2016,
        .effect = Effect::Moves,
        .needs = Needs::Answer,
        .parameters = in};
    return command;
}

const AskCommand &dragZoomOutCommand()
{
    static constexpr AskCommand command{.name = "zoom-out-of",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Zoom out of a rectangle"),
        .root = ManscdpRoot::Control,
        .cmdType = "DeviceControl",
        .clause = "A.2.3.1.9",
        .since = Edition::V2016,
        .effect = Effect::Moves,
        .needs = Needs::Answer,
        .parameters = out};
    return command;
}

} // namespace gb
