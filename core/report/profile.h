#pragma once
#include <QByteArray>

#include <array>
#include <optional>

namespace gb {

/// What a file that leaves the program may show of the site.
enum class Profile : quint8 {
    Vendor,  ///< secrets are gone; addresses, IDs, names and places are pseudonyms; vendor, model and firmware stay
    OwnSite, ///< secrets are gone; all else is as it was
    Public,  ///< as Vendor; vendor, model, firmware and User-Agent are gone, too
    None,    ///< all stays, secrets too: only where somebody asks for it
};

/// In the order in which they are offered.
inline constexpr std::array profiles{Profile::Vendor, Profile::OwnSite, Profile::Public, Profile::None};

/// Of the command line: "vendor", "own-site", "public", "none".
const char *nameOf(Profile profile);
std::optional<Profile> profileOf(QByteArrayView name);

} // namespace gb
