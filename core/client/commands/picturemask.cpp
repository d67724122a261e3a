#include "core/client/bodywriter.h"
#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// What of the picture is hidden: up to four rectangles. GB/T 28181-2022 A.2.3.2.
namespace gb {

using namespace commands;

static constexpr Parameter region(const char *name, const char *path)
{
    return {.name = name, .path = path, .kind = Kind::Rectangle, .own = true};
}

static constexpr Parameter parameters[] = {
    {.name = "On",
        .path = "PictureMask/On",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|0",
        .preset = "1",
        .own = true},
    region("Region1", "PictureMask/RegionList/Item[1]/Point"),
    region("Region2", "PictureMask/RegionList/Item[2]/Point"),
    region("Region3", "PictureMask/RegionList/Item[3]/Point"),
    region("Region4", "PictureMask/RegionList/Item[4]/Point"),
};

static void write(ElementWriter &out, const AskValues &values, Edition)
{
    QStringList regions;
    for (const char *name : {"Region1", "Region2", "Region3", "Region4"}) {
        if (const QString value = values.value(QLatin1StringView(name)); !value.isEmpty())
            regions << value;
    }
    out.open(QLatin1StringView("PictureMask"));
    out.leaf(QLatin1StringView("On"), values.value(QStringLiteral("On")));
    out.leaf(QLatin1StringView("SumNum"), QString::number(regions.size()));
    if (!regions.isEmpty()) {
        out.open(QLatin1StringView("RegionList"), regions.size());
        for (qsizetype i = 0; i < regions.size(); ++i) {
            out.open(QLatin1StringView("Item"));
            out.leaf(QLatin1StringView("Seq"), QString::number(i + 1));
            out.leaf(QLatin1StringView("Point"), regions[i]);
            out.close();
        }
        out.close();
    }
    out.close();
}

const AskCommand &setMaskCommand()
{
    static constexpr AskCommand command = setting("set-mask",
        QT_TRANSLATE_NOOP("AskCommand", "Parts of the picture that are hidden"), Edition::V2022, parameters,
        "PictureMask", write);
    return command;
}

} // namespace gb
