#include "core/report/words/wording.h"

#include <QCoreApplication>

namespace gb::wording {

QString announcedVersion(const DeviceSnapshot &device)
{
    struct Edition
    {
        const char *version, *name;
    };
    constexpr Edition editions[] = {{"1.0", "GB/T 28181-2011"}, {"1.1", "GB/T 28181-2011, amended 2014"},
        {"2.0", "GB/T 28181-2016"}, {"3.0", "GB/T 28181-2022"}}; // annex I
    if (device.gbVersion.isEmpty()) {
        const bool seen = device.registrations > 0 || device.facts.phase != DeviceFacts::Phase::NeverSeen;
        return seen ? QCoreApplication::translate("wording", "does not announce a version (X-GB-Ver)") : QString();
    }
    for (const Edition &edition : editions) {
        if (device.gbVersion == QLatin1String(edition.version))
            return QCoreApplication::translate("wording", "announces X-GB-Ver %1 (%2)")
                .arg(device.gbVersion, QLatin1String(edition.name));
    }
    return QCoreApplication::translate("wording", "announces X-GB-Ver %1").arg(device.gbVersion);
}

} // namespace gb::wording
