#include "core/client/configtypes.h"

#include <algorithm>
#include <iterator>

namespace gb {

/// tst_askmessages compares them with what was made from the standard by hand.
static constexpr ConfigType all[] = {
    {"BasicParam", Edition::V2014, Edition::V2022},
    {"VideoParamOpt", Edition::V2014, Edition::V2022},
    {"SVACEncodeConfig", Edition::V2014, Edition::V2022},
    {"SVACDecodeConfig", Edition::V2014, Edition::V2022},
    {"VideoParamAttribute", Edition::V2022, Edition::V2022},
    {"VideoRecordPlan", Edition::V2022, Edition::V2022},
    {"VideoAlarmRecord", Edition::V2022, Edition::V2022},
    {"PictureMask", Edition::V2022, Edition::V2022},
    {"FrameMirror", Edition::V2022, Edition::V2022},
    {"AlarmReport", Edition::V2022, Edition::V2022},
    {"OSDConfig", Edition::V2022, Edition::V2022},
    {"SnapShot", Edition::V2022, Edition::V2022},
    {"VideoParamConfig", Edition::V2014, Edition::V2014},
    {"AudioParamOpt", Edition::V2014, Edition::V2014},
    {"AudioParamConfig", Edition::V2014, Edition::V2014},
};

std::span<const ConfigType> configTypes()
{
    return all;
}

QList<const ConfigType *> otherConfigTypes(QStringView types, Edition edition)
{
    QList<const ConfigType *> others;
    for (const QStringView one : types.tokenize(u'/', Qt::SkipEmptyParts)) {
        const auto *const known = std::find_if(std::begin(all), std::end(all),
            [&](const ConfigType &type) { return one == QLatin1StringView(type.name); });
        if (known != std::end(all) && !known->isOf(edition) && !others.contains(known))
            others.append(known);
    }
    return others;
}

} // namespace gb
