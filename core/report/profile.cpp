#include "core/report/profile.h"

#include <algorithm>

namespace gb {

const char *nameOf(Profile profile)
{
    switch (profile) {
    case Profile::Vendor: return "vendor";
    case Profile::OwnSite: return "own-site";
    case Profile::Public: return "public";
    case Profile::None: break;
    }
    return "none";
}

std::optional<Profile> profileOf(QByteArrayView name)
{
    const auto found = std::find_if(
        profiles.begin(), profiles.end(), [name](Profile one) { return name == QByteArrayView(nameOf(one)); });
    return found == profiles.end() ? std::nullopt : std::optional(*found);
}

} // namespace gb
