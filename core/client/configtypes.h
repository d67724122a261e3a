#pragma once
#include "core/client/command.h"

namespace gb {

/// A type of configuration that can be asked for, GB/T 28181-2022 A.2.4.7. The amendment of 2014 has 7, 2016 four of
/// them, 2022 those and 8 more.
struct ConfigType
{
    const char *name;
    Edition since, until;
    bool isOf(Edition edition) const { return edition >= since && edition <= until; }
};

std::span<const ConfigType> configTypes();

/// Of types joined by '/' those that the edition does not have. What no edition has is left out.
QList<const ConfigType *> otherConfigTypes(QStringView types, Edition edition);

} // namespace gb
