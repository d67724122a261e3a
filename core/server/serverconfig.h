#pragma once
#include <QHostAddress>
#include <QString>

namespace gb {

/// How a Keepalive is answered whose ID has no registration here.
enum class UnregisteredKeepalive : quint8 { Forbidden, NotFound, Ok, Silent };

/// What the device must be told, and we must know. serverId and domain are sent in headers: see problemOf().
struct ServerConfig
{
    QHostAddress address; ///< null, where nobody can listen: no card is opened that was not chosen
    quint16 port = 5060;  ///< 0: any free one
    QString serverId = QStringLiteral("34020000002000000001"); ///< SIP server ID, 20 digits
    QString domain = QStringLiteral("3402000000");             ///< SIP domain, also the realm of the challenge
    QString password;                                          ///< empty: devices register without one
    bool offerQop = false;                                     ///< challenge with qop="auth"; some cameras cannot
    UnregisteredKeepalive unregisteredKeepalive = UnregisteredKeepalive::Forbidden;
    bool challengeVariants = true; ///< a device that ignores two challenges is tried with another form of them
    bool keepBindings = true;      ///< registrations in force are kept across starts
    QString bindingsFile;          ///< in this file; empty: they are not
};

/// What of a configuration cannot work.
enum class ConfigProblem : quint8 { None, ServerId, Domain, Password };

/// ServerId: not 20 digits; Domain: not 1 to 64 of [A-Za-z0-9.-]; Password: over 128 characters, or with control
/// characters.
ConfigProblem problemOf(const ServerConfig &config);

} // namespace gb
