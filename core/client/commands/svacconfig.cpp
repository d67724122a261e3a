#include "core/client/bodywriter.h"
#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// Coding and decoding by SVAC (GB/T 25724). GB/T 28181-2022 A.2.3.2. What the device says of its own abilities is left
/// to it.
namespace gb {

using namespace commands;

static constexpr Parameter choice(const char *name, const char *path, const char *choices = "1|0", bool own = false)
{
    return {.name = name,
        .path = path,
        .kind = Kind::Choice,
        .needed = true,
        .choices = choices,
        .preset = "0",
        .own = own};
}

/// A number of a region of interest: places are counted in blocks.
static constexpr Parameter area(const char *name, const char *path, double most = 1'000'000)
{
    return {.name = name, .path = path, .kind = Kind::Integer, .most = most, .own = true};
}

static constexpr Parameter encode[] = {
    choice("SVCSpaceDomainMode", "SVACEncodeConfig/SVCParam/SVCSpaceDomainMode", "0|1|2|3", true),
    choice("SVCTimeDomainMode", "SVACEncodeConfig/SVCParam/SVCTimeDomainMode", "0|1|2|3", true),
    {.name = "SSVCRatioValue", .path = "SVACEncodeConfig/SVCParam/SSVCRatioValue", .most = 32, .own = true},
    choice("TimeFlag", "SVACEncodeConfig/SurveillanceParam/TimeFlag", "1|0", true),
    choice("OSDFlag", "SVACEncodeConfig/SurveillanceParam/OSDFlag", "1|0", true),
    choice("AIFlag", "SVACEncodeConfig/SurveillanceParam/AIFlag", "1|0", true),
    choice("GISFlag", "SVACEncodeConfig/SurveillanceParam/GISFlag", "1|0", true),
    choice("AudioRecognitionFlag", "SVACEncodeConfig/AudioParam/AudioRecognitionFlag", "1|0", true),
    {.name = "ROIFlag",
        .path = "SVACEncodeConfig/ROIParam/ROIFlag",
        .kind = Kind::Choice,
        .choices = "1|0",
        .own = true},
    area("TopLeft1", "SVACEncodeConfig/ROIParam/Item[1]/TopLeft"),
    area("BottomRight1", "SVACEncodeConfig/ROIParam/Item[1]/BottomRight"),
    area("ROIQP1", "SVACEncodeConfig/ROIParam/Item[1]/ROIQP", 3),
    area("TopLeft2", "SVACEncodeConfig/ROIParam/Item[2]/TopLeft"),
    area("BottomRight2", "SVACEncodeConfig/ROIParam/Item[2]/BottomRight"),
    area("ROIQP2", "SVACEncodeConfig/ROIParam/Item[2]/ROIQP", 3),
    area("TopLeft3", "SVACEncodeConfig/ROIParam/Item[3]/TopLeft"),
    area("BottomRight3", "SVACEncodeConfig/ROIParam/Item[3]/BottomRight"),
    area("ROIQP3", "SVACEncodeConfig/ROIParam/Item[3]/ROIQP", 3),
    area("TopLeft4", "SVACEncodeConfig/ROIParam/Item[4]/TopLeft"),
    area("BottomRight4", "SVACEncodeConfig/ROIParam/Item[4]/BottomRight"),
    area("ROIQP4", "SVACEncodeConfig/ROIParam/Item[4]/ROIQP", 3),
    area("TopLeft5", "SVACEncodeConfig/ROIParam/Item[5]/TopLeft"),
    area("BottomRight5", "SVACEncodeConfig/ROIParam/Item[5]/BottomRight"),
    area("ROIQP5", "SVACEncodeConfig/ROIParam/Item[5]/ROIQP", 3),
    area("TopLeft6", "SVACEncodeConfig/ROIParam/Item[6]/TopLeft"),
    area("BottomRight6", "SVACEncodeConfig/ROIParam/Item[6]/BottomRight"),
    area("ROIQP6", "SVACEncodeConfig/ROIParam/Item[6]/ROIQP", 3),
    area("TopLeft7", "SVACEncodeConfig/ROIParam/Item[7]/TopLeft"),
    area("BottomRight7", "SVACEncodeConfig/ROIParam/Item[7]/BottomRight"),
    area("ROIQP7", "SVACEncodeConfig/ROIParam/Item[7]/ROIQP", 3),
    area("TopLeft8", "SVACEncodeConfig/ROIParam/Item[8]/TopLeft"),
    area("BottomRight8", "SVACEncodeConfig/ROIParam/Item[8]/BottomRight"),
    area("ROIQP8", "SVACEncodeConfig/ROIParam/Item[8]/ROIQP", 3),
    area("TopLeft9", "SVACEncodeConfig/ROIParam/Item[9]/TopLeft"),
    area("BottomRight9", "SVACEncodeConfig/ROIParam/Item[9]/BottomRight"),
    area("ROIQP9", "SVACEncodeConfig/ROIParam/Item[9]/ROIQP", 3),
    area("TopLeft10", "SVACEncodeConfig/ROIParam/Item[10]/TopLeft"),
    area("BottomRight10", "SVACEncodeConfig/ROIParam/Item[10]/BottomRight"),
    area("ROIQP10", "SVACEncodeConfig/ROIParam/Item[10]/ROIQP", 3),
    area("TopLeft11", "SVACEncodeConfig/ROIParam/Item[11]/TopLeft"),
    area("BottomRight11", "SVACEncodeConfig/ROIParam/Item[11]/BottomRight"),
    area("ROIQP11", "SVACEncodeConfig/ROIParam/Item[11]/ROIQP", 3),
    area("TopLeft12", "SVACEncodeConfig/ROIParam/Item[12]/TopLeft"),
    area("BottomRight12", "SVACEncodeConfig/ROIParam/Item[12]/BottomRight"),
    area("ROIQP12", "SVACEncodeConfig/ROIParam/Item[12]/ROIQP", 3),
    area("TopLeft13", "SVACEncodeConfig/ROIParam/Item[13]/TopLeft"),
    area("BottomRight13", "SVACEncodeConfig/ROIParam/Item[13]/BottomRight"),
    area("ROIQP13", "SVACEncodeConfig/ROIParam/Item[13]/ROIQP", 3),
    area("TopLeft14", "SVACEncodeConfig/ROIParam/Item[14]/TopLeft"),
    area("BottomRight14", "SVACEncodeConfig/ROIParam/Item[14]/BottomRight"),
    area("ROIQP14", "SVACEncodeConfig/ROIParam/Item[14]/ROIQP", 3),
    area("TopLeft15", "SVACEncodeConfig/ROIParam/Item[15]/TopLeft"),
    area("BottomRight15", "SVACEncodeConfig/ROIParam/Item[15]/BottomRight"),
    area("ROIQP15", "SVACEncodeConfig/ROIParam/Item[15]/ROIQP", 3),
    area("TopLeft16", "SVACEncodeConfig/ROIParam/Item[16]/TopLeft"),
    area("BottomRight16", "SVACEncodeConfig/ROIParam/Item[16]/BottomRight"),
    area("ROIQP16", "SVACEncodeConfig/ROIParam/Item[16]/ROIQP", 3),
};

/// Regions are numbered as they stand there; what is left empty of one is 0.
static void writeRegions(ElementWriter &out, const AskValues &values)
{
    constexpr int most = 16;
    const auto valueOf = [&values](const char *name, int number) {
        return values.value(QLatin1StringView(name) + QString::number(number));
    };
    QList<int> regions;
    for (int i = 1; i <= most; ++i) {
        const QString all = valueOf("TopLeft", i) + valueOf("BottomRight", i) + valueOf("ROIQP", i);
        if (!all.isEmpty())
            regions.append(i);
    }
    const QString flag = values.value(QStringLiteral("ROIFlag"));
    if (regions.isEmpty() && flag.isEmpty())
        return;
    out.open(QLatin1StringView("ROIParam"));
    out.leaf(QLatin1StringView("ROIFlag"), flag.isEmpty() ? QStringLiteral("1") : flag);
    out.leaf(QLatin1StringView("ROINumber"), QString::number(regions.size()));
    for (qsizetype i = 0; i < regions.size(); ++i) {
        out.open(QLatin1StringView("Item"));
        out.leaf(QLatin1StringView("ROISeq"), QString::number(i + 1));
        for (const char *name : {"TopLeft", "BottomRight", "ROIQP"})
            out.leaf(QLatin1StringView(name), QString::number(valueOf(name, regions[i]).toInt()));
        out.close();
    }
    out.close();
}

static void writeEncode(ElementWriter &out, const AskValues &values, Edition)
{
    out.open(QLatin1StringView("SVACEncodeConfig"));
    writeRegions(out, values);
    for (const Parameter &one : encode) {
        const QLatin1StringView name(one.name), path(one.path);
        if (name == QLatin1StringView("ROIFlag"))
            break;
        if (const QString value = values.value(name); !value.isEmpty())
            out.leaf(path.sliced(path.indexOf(QLatin1Char('/')) + 1), value);
    }
    out.close();
}

const AskCommand &setSvacEncodeCommand()
{
    static constexpr AskCommand command = setting("set-svac-encode", QT_TRANSLATE_NOOP("AskCommand", "SVAC encoding"),
        Edition::V2014, encode, "SVACEncodeConfig", writeEncode);
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
