#pragma once
#include "core/base/ipaddress.h"
#include "core/devices/heartbeat.h"

#include <QList>
#include <QString>

#include <optional>

namespace gb {

/// Whose page for GB/T 28181 the fields are named after.
enum class CameraVendor : quint8 { Hikvision, Dahua, Uniview, TpLink, Generic };
constexpr int cameraVendors = 5;

/// What has to be typed into a camera, whatever its page calls it. In the order of the pages.
enum class CardField : quint8 {
    Protocol,
    Enable,
    Version,
    LocalPort,
    Transport,
    ServerId,
    Domain,
    Address,
    Port,
    DeviceId,
    AuthId,
    Password,
    PasswordAgain,
    Expires,
    RetryInterval,
    HeartbeatInterval,
    TimeoutCount,
    ChannelId,
};

/// What to know of a field; the words are in core/report/words/sitewording.h.
enum class CardNote : quint8 {
    None,
    TickIt,
    OtherVersion, ///< some register under 2022 and never beat
    CamerasOwnPort,
    EitherTransport, ///< both are listened to
    OnlyUdp,
    OnlyTcp,
    DomainDiffers, ///< from the first ten digits of the server ID
    NotReachable,  ///< 127.x, or every card: no camera can be told that
    SameAsDeviceId,
    NoPassword, ///< leave it empty
    PasswordUnknown,
    TypeItAgain,          ///< this page forgets it with every change
    MayRestart,           ///< and restore its defaults
    SameAsHere,           ///< both ends must be set alike
    ExpiresTooShort,      ///< shorter than heartbeats may be silent
    ExpiresBelowStandard, ///< 3600 s
    DifferentPerChannel,
};

enum class CardTransport : quint8 { Both, Udp, Tcp };

/// What the server is, and what the camera shall be.
struct CardInput
{
    QString serverId, domain;
    IpAddress address; ///< that the camera reaches
    quint16 port = 5060;
    CardTransport transport = CardTransport::Both;
    std::optional<QString> password; ///< not known where empty; no password where ""
    HeartbeatPolicy heartbeat;
    std::chrono::seconds expires{3600}; ///< GB/T 28181-2022 9.1.1: not less
    QString deviceId, channelId;
};

struct CardRow
{
    CardField field = CardField::ServerId;
    QString chinese; ///< as it stands in the page
    QString english; ///< in a page that is set to English, or what it means
    QString value;   ///< to be typed; a tick for what is switched on
    CardNote note = CardNote::None;
    bool secret = false;
    bool operator==(const CardRow &) const = default;
};

/// The rows of one vendor's page, in its order; a field that the page does not have has no row.
QList<CardRow> cameraCard(CameraVendor vendor, const CardInput &input);

/// Proper names, and where in its menus the page is; empty for Generic.
struct VendorPage
{
    QString chinese, english;
    QString path;
};
VendorPage vendorPage(CameraVendor vendor);

} // namespace gb
