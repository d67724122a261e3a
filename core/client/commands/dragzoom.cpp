#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// To zoom into a rectangle of the picture, or out of it. GB/T 28181-2022 A.2.3.1.8, A.2.3.1.9. Pixels of the window
/// that shows the picture; the origin is its top left corner.
namespace gb {

using namespace commands;

#define GBSCOPE_RECTANGLE(ELEMENT)                                                                                     \
    {.name = "Length",                                                                                                 \
        .path = ELEMENT "/Length",                                                                                     \
        .kind = Kind::Integer,                                                                                         \
        .needed = true,                                                                                                \
        .least = 1,                                                                                                    \
        .most = 65535,                                                                                                 \
        .preset = "1920"},                                                                                             \
        {.name = "Width",                                                                                              \
            .path = ELEMENT "/Width",                                                                                  \
            .kind = Kind::Integer,                                                                                     \
            .needed = true,                                                                                            \
            .least = 1,                                                                                                \
            .most = 65535,                                                                                             \
            .preset = "1080"},                                                                                         \
        {.name = "MidPointX",                                                                                          \
            .path = ELEMENT "/MidPointX",                                                                              \
            .kind = Kind::Integer,                                                                                     \
            .needed = true,                                                                                            \
            .least = 0,                                                                                                \
            .most = 65535,                                                                                             \
            .preset = "960"},                                                                                          \
        {.name = "MidPointY",                                                                                          \
            .path = ELEMENT "/MidPointY",                                                                              \
            .kind = Kind::Integer,                                                                                     \
            .needed = true,                                                                                            \
            .least = 0,                                                                                                \
            .most = 65535,                                                                                             \
            .preset = "540"},                                                                                          \
        {.name = "LengthX",                                                                                            \
            .path = ELEMENT "/LengthX",                                                                                \
            .kind = Kind::Integer,                                                                                     \
            .needed = true,                                                                                            \
            .least = 1,                                                                                                \
            .most = 65535,                                                                                             \
            .preset = "640"},                                                                                          \
    {                                                                                                                  \
        .name = "LengthY", .path = ELEMENT "/LengthY", .kind = Kind::Integer, .needed = true, .least = 1,              \
        .most = 65535, .preset = "360"                                                                                 \
    }

static constexpr Parameter in[] = {GBSCOPE_RECTANGLE("DragZoomIn")};
static constexpr Parameter out[] = {GBSCOPE_RECTANGLE("DragZoomOut")};
#undef GBSCOPE_RECTANGLE

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
