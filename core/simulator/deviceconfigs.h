#pragma once
#include "core/simulator/devicebehaviour.h"
#include "core/simulator/xmlelement.h"

#include <map>
#include <optional>

namespace gb {

/// The configuration types of GB/T 28181-2022 A.2.3.2 and A.2.6.9 (of 2016: A.2.3.2 too).
struct ConfigType
{
    const char *name; ///< ConfigType, and element of ConfigDownload
    const char *set;  ///< element of DeviceConfig; null: read only
    GbEdition since;
    const char *usual; ///< the element as XML, as it is before anybody set it
};
const ConfigType *configTypeOf(const QString &name);       ///< by ConfigType
const ConfigType *configTypeSetBy(const QString &element); ///< by element of DeviceConfig

/// What was set in one device or channel. Bounded by `maxOctets`.
class DeviceConfigs
{
public:
    static constexpr qsizetype maxOctets = 32 * 1024;

    /// The element as it is now, named as in ConfigDownload.
    XmlElement value(const ConfigType &type) const;
    /// Keeps it; of BasicParam each value for itself. False where there is no room.
    bool set(const ConfigType &type, const XmlElement &element);
    qsizetype size() const;

private:
    std::map<QString, XmlElement> m_values;
};

} // namespace gb
