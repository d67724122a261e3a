#pragma once
#include "core/message/manscdp.h"

#include <QByteArray>

namespace gb {

/// The part of a device's BasicParam that registration and heartbeat hang on, GB/T 28181-2022 A.2.6.9. What is not
/// there, or is no value that could be set, is empty.
struct BasicParam
{
    std::optional<int> expiration; ///< Expiration in seconds, 1 to 604800
    std::optional<int> interval;   ///< HeartBeatInterval in seconds, 1 to 86400
    std::optional<int> count;      ///< HeartBeatCount, 1 to 100

    bool isEmpty() const { return !expiration && !interval && !count; }
    bool operator==(const BasicParam &) const = default;
};

/// A body about BasicParam, as far as it is told here: the answer of a device, or what a platform asks it to be.
struct ConfigBody
{
    Manscdp envelope;
    QString result; ///< "OK", "ERROR", or whatever stands there, safe to show
    BasicParam values;
    QString outOfRange; ///< the first value that was not taken, as "HeartBeatInterval = 0", safe to show
};

/// Takes the values wherever they stand: devices name the element around them as they like. Names and passwords that
/// old editions put beside them are left alone.
ConfigBody readConfigBody(const QByteArray &body);

/// Query ConfigDownload of BasicParam, A.2.4.7. Needs isPlainId(id).
QByteArray writeConfigQuery(const QByteArray &id, quint32 sn);
/// Control DeviceConfig with these values of BasicParam, A.2.3.2; what is empty is left as it is.
QByteArray writeConfigControl(const QByteArray &id, quint32 sn, const BasicParam &values);

/// 1 to 64 letters, digits, dots, hyphens and underscores: fit to stand in a URI and in XML as it is.
bool isPlainId(std::string_view id);

} // namespace gb
