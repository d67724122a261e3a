#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Coding and decoding by SVAC (GB/T 25724). GB/T 28181-2022 A.2.3.2. Regions of interest, and what the device says of
/// its own abilities, are left to it.
namespace gb {

using namespace commands;

static constexpr Parameter choice(const char *name, const char *path, const char *choices = "1|0")
{
    return {.name = name, .path = path, .kind = Kind::Choice, .needed = true, .choices = choices, .preset = "0"};
}

static constexpr Parameter encode[] = {
    choice("SVCSpaceDomainMode", "SVACEncodeConfig/SVCParam/SVCSpaceDomainMode", "0|1|2|3"),
    choice("SVCTimeDomainMode", "SVACEncodeConfig/SVCParam/SVCTimeDomainMode", "0|1|2|3"),
    choice("TimeFlag", "SVACEncodeConfig/SurveillanceParam/TimeFlag"),
    choice("OSDFlag", "SVACEncodeConfig/SurveillanceParam/OSDFlag"),
    choice("AIFlag", "SVACEncodeConfig/SurveillanceParam/AIFlag"),
    choice("GISFlag", "SVACEncodeConfig/SurveillanceParam/GISFlag"),
    choice("AudioRecognitionFlag", "SVACEncodeConfig/AudioParam/AudioRecognitionFlag"),
};

const AskCommand &setSvacEncodeCommand()
{
    static constexpr AskCommand command = setting("set-svac-encode", QT_TRANSLATE_NOOP("AskCommand", "SVAC encoding"),
        Edition::V2014, encode, "SVACEncodeConfig");
    return command;
}

static constexpr Parameter decode[] = {
    choice("SVCSTMMode", "SVACDecodeConfig/SVCParam/SVCSTMMode", "0|1|2|3"),
    choice("TimeShowFlag", "SVACDecodeConfig/SurveillanceParam/TimeShowFlag"),
    choice("OSDShowFlag", "SVACDecodeConfig/SurveillanceParam/OSDShowFlag"),
    choice("AIShowFlag", "SVACDecodeConfig/SurveillanceParam/AIShowFlag"),
    choice("GISShowFlag", "SVACDecodeConfig/SurveillanceParam/GISShowFlag"),
};

const AskCommand &setSvacDecodeCommand()
{
    static constexpr AskCommand command = setting("set-svac-decode", QT_TRANSLATE_NOOP("AskCommand", "SVAC decoding"),
        Edition::V2014, decode, "SVACDecodeConfig");
    return command;
}

} // namespace gb
