#include "core/site/cameracard.h"

#include <span>

namespace gb {
namespace {

/// A field of a page. The names are those of the pages, not ours: they are data, and not translated.
struct PageField
{
    CardField field;
    const char *chinese;
    const char *english;
    CardNote note = CardNote::None; ///< of this page, whatever the value is
};

constexpr PageField hikvision[] = {
    {CardField::Protocol, "平台接入方式", "Platform Access Mode"},
    {CardField::Enable, "启用", "Enable", CardNote::TickIt},
    {CardField::Version, "协议版本", "Protocol Version", CardNote::OtherVersion},
    {CardField::LocalPort, "本地SIP端口", "Local SIP Port", CardNote::CamerasOwnPort},
    {CardField::Transport, "传输协议", "Transmission Protocol"},
    {CardField::ServerId, "SIP服务器ID", "SIP Server ID"},
    {CardField::Domain, "SIP服务器域", "SIP Server Domain"},
    {CardField::Address, "SIP服务器地址", "SIP Server Address"},
    {CardField::Port, "SIP服务器端口", "SIP Server Port"},
    {CardField::DeviceId, "SIP用户名", "SIP User Name"},
    {CardField::AuthId, "SIP用户认证ID", "SIP User Authentication ID", CardNote::SameAsDeviceId},
    {CardField::Password, "密码", "Password", CardNote::TypeItAgain},
    {CardField::PasswordAgain, "密码确认", "Password Confirm"},
    {CardField::Expires, "注册有效期", "Registration Validity"},
    {CardField::RetryInterval, "注册间隔", "Registration Interval"},
    {CardField::HeartbeatInterval, "心跳周期", "Heartbeat Cycle"},
    {CardField::TimeoutCount, "最大心跳超时次数", "Max. Heartbeat Timeout Times"},
    {CardField::ChannelId, "视频通道编码ID", "Video Channel Encoding ID", CardNote::DifferentPerChannel},
};

constexpr PageField dahua[] = {
    {CardField::Enable, "接入使能", "Enable", CardNote::TickIt},
    {CardField::ServerId, "SIP服务器编号", "SIP Server No."},
    {CardField::Domain, "SIP域", "SIP Domain"},
    {CardField::Address, "SIP服务器IP", "SIP Server IP"},
    {CardField::Port, "SIP服务器端口", "SIP Server Port"},
    {CardField::DeviceId, "设备编号", "Device No."},
    {CardField::Password, "注册密码", "Registration Password"},
    {CardField::LocalPort, "本地SIP服务器端口", "Local SIP Server Port", CardNote::CamerasOwnPort},
    {CardField::Expires, "注册有效期", "Registration Validity"},
    {CardField::HeartbeatInterval, "心跳周期", "Heartbeat Cycle"},
    {CardField::TimeoutCount, "最大心跳超时次数", "Max. Heartbeat Timeouts"},
    {CardField::ChannelId, "通道编号", "Channel No.", CardNote::DifferentPerChannel},
};

constexpr PageField uniview[] = {
    {CardField::Protocol, "管理协议", "Management Protocol", CardNote::MayRestart},
    {CardField::ServerId, "服务器ID", "Server ID"},
    {CardField::Address, "服务器地址", "Server Address", CardNote::MayRestart},
    {CardField::Port, "服务器端口", "Server Port"},
    {CardField::DeviceId, "设备ID", "Device ID", CardNote::MayRestart},
    {CardField::Password, "密码", "Password"},
    {CardField::Expires, "注册有效期(秒)", "Registration Validity (s)"},
    {CardField::Transport, "传输模式", "Transmission Mode"},
    {CardField::ChannelId, "视频通道ID", "Video Channel ID", CardNote::DifferentPerChannel},
};

constexpr PageField tpLink[] = {
    {CardField::Enable, "GB28181 启用", "GB28181 Enable", CardNote::TickIt},
    {CardField::LocalPort, "本地SIP端口", "Local SIP Port", CardNote::CamerasOwnPort},
    {CardField::ServerId, "SIP服务器ID", "SIP Server ID"},
    {CardField::Domain, "SIP服务器域", "SIP Server Domain"},
    {CardField::Address, "SIP服务器地址", "SIP Server Address"},
    {CardField::Port, "SIP服务器端口", "SIP Server Port"},
    {CardField::DeviceId, "SIP用户名", "SIP User Name"},
    {CardField::AuthId, "SIP用户认证ID", "SIP User Authentication ID", CardNote::SameAsDeviceId},
    {CardField::Password, "密码", "Password"},
    {CardField::Expires, "注册有效期", "Registration Validity"},
    {CardField::HeartbeatInterval, "心跳周期", "Heartbeat Cycle"},
    {CardField::TimeoutCount, "最大心跳超时次数", "Max. Heartbeat Timeouts"},
    {CardField::ChannelId, "视频通道编码ID", "Video Channel Encoding ID", CardNote::DifferentPerChannel},
};

/// The words of GB/T 28181 itself.
constexpr PageField generic[] = {
    {CardField::ServerId, "SIP服务器编码", "SIP server ID"},
    {CardField::Domain, "SIP域", "SIP domain"},
    {CardField::Address, "SIP服务器地址", "SIP server address"},
    {CardField::Port, "SIP服务器端口", "SIP server port"},
    {CardField::Transport, "传输协议", "Transport"},
    {CardField::DeviceId, "设备编码", "Device ID"},
    {CardField::AuthId, "认证用户名", "Authentication user name", CardNote::SameAsDeviceId},
    {CardField::Password, "注册密码", "Registration password"},
    {CardField::Expires, "注册有效期", "Registration validity"},
    {CardField::HeartbeatInterval, "心跳间隔", "Heartbeat interval"},
    {CardField::TimeoutCount, "心跳超时次数", "Heartbeat timeout count"},
    {CardField::ChannelId, "通道编码", "Channel ID", CardNote::DifferentPerChannel},
};

std::span<const PageField> fieldsOf(CameraVendor vendor)
{
    switch (vendor) {
    case CameraVendor::Hikvision: return hikvision;
    case CameraVendor::Dahua: return dahua;
    case CameraVendor::Uniview: return uniview;
    case CameraVendor::TpLink: return tpLink;
    case CameraVendor::Generic: break;
    }
    return generic;
}

constexpr QChar tick{u'\u2713'};

QString protocolOf(CameraVendor vendor)
{
    return vendor == CameraVendor::Hikvision ? QStringLiteral("28181") : QStringLiteral("GB/T28181");
}

QString valueOf(CardField field, CameraVendor vendor, const CardInput &input)
{
    switch (field) {
    case CardField::Protocol: return protocolOf(vendor);
    case CardField::Enable: return tick;
    case CardField::Version: return QStringLiteral("GB/T28181-2016");
    case CardField::LocalPort: return QStringLiteral("5060");
    case CardField::Transport:
        return input.transport == CardTransport::Tcp ? QStringLiteral("TCP") : QStringLiteral("UDP");
    case CardField::ServerId: return input.serverId;
    case CardField::Domain: return input.domain;
    case CardField::Address: return input.address.isNull() ? QString() : input.address.toString();
    case CardField::Port: return QString::number(input.port);
    case CardField::DeviceId:
    case CardField::AuthId: return input.deviceId;
    case CardField::Password:
    case CardField::PasswordAgain: return input.password.value_or(QString());
    case CardField::Expires: return QString::number(input.expires.count());
    case CardField::RetryInterval: return QStringLiteral("60"); // GB/T 28181-2022 9.1.1: not less
    case CardField::HeartbeatInterval: return QString::number(input.heartbeat.interval.count());
    case CardField::TimeoutCount: return QString::number(input.heartbeat.timeoutCount);
    case CardField::ChannelId: break;
    }
    return input.channelId;
}

/// What the value gives rise to; it comes before what the page does.
CardNote noteOf(CardField field, const CardInput &input)
{
    switch (field) {
    case CardField::Transport:
        return input.transport == CardTransport::Both ? CardNote::EitherTransport
            : input.transport == CardTransport::Udp   ? CardNote::OnlyUdp
                                                      : CardNote::OnlyTcp;
    case CardField::Domain: return input.domain == input.serverId.left(10) ? CardNote::None : CardNote::DomainDiffers;
    case CardField::Address:
        return input.address.isNull() || input.address.isAny() || input.address.isLoopback() ? CardNote::NotReachable
                                                                                             : CardNote::None;
    case CardField::Password:
    case CardField::PasswordAgain:
        return !input.password          ? CardNote::PasswordUnknown
            : input.password->isEmpty() ? CardNote::NoPassword
                                        : CardNote::None;
    case CardField::Expires:
        return input.expires < input.heartbeat.interval * input.heartbeat.timeoutCount ? CardNote::ExpiresTooShort
            : input.expires < std::chrono::seconds(3600)                               ? CardNote::ExpiresBelowStandard
                                                                                       : CardNote::None;
    case CardField::HeartbeatInterval:
    case CardField::TimeoutCount: return CardNote::SameAsHere;
    default: return CardNote::None;
    }
}

} // namespace

QList<CardRow> cameraCard(CameraVendor vendor, const CardInput &input)
{
    QList<CardRow> rows;
    for (const PageField &one : fieldsOf(vendor)) {
        const CardNote note = noteOf(one.field, input);
        const bool secret = (one.field == CardField::Password || one.field == CardField::PasswordAgain)
            && input.password && !input.password->isEmpty();
        rows.append({one.field, QString::fromUtf8(one.chinese), QString::fromUtf8(one.english),
            valueOf(one.field, vendor, input), note == CardNote::None ? one.note : note, secret});
    }
    return rows;
}

VendorPage vendorPage(CameraVendor vendor)
{
    switch (vendor) {
    case CameraVendor::Hikvision:
        return {QStringLiteral("海康威视"), QStringLiteral("Hikvision"),
            QStringLiteral("配置 → 网络 → 高级配置 → 平台接入")};
    case CameraVendor::Dahua:
        return {QStringLiteral("大华"), QStringLiteral("Dahua"), QStringLiteral("网络设置 → 平台接入 → 国标28181")};
    case CameraVendor::Uniview:
        return {QStringLiteral("宇视"), QStringLiteral("Uniview"), QStringLiteral("配置 → 系统 → 服务器 → 管理服务器")};
    case CameraVendor::TpLink:
        return {QStringLiteral("TP-LINK"), QStringLiteral("TP-LINK"), QStringLiteral("网络设置 → 连接 → 平台接入")};
    case CameraVendor::Generic: break;
    }
    return {};
}

} // namespace gb
