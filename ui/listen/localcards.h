#pragma once
#include <QHostAddress>
#include <QList>
#include <QString>

namespace gb::ui {

/// An address of this computer.
struct LocalCard
{
    QString name; ///< of its network card, as the system shows it
    QHostAddress address;
    int prefix = -1; ///< bits of its subnet; -1: not known
};

/// Of the network cards that are up: IPv4 first, then IPv6; those of this computer alone are left out.
QList<LocalCard> localCards();
/// "192.168.1.1 – 192.168.1.254", from where a device reaches this address without a router; empty where there is no
/// such range, and for IPv6.
QString neighbours(const LocalCard &card);

/// What guards the ports of this computer.
enum class Firewall : quint8 { Ufw, Firewalld, Nftables, Windows, MacOs };
/// That of this system; where several are installed, the one that people use by hand.
Firewall installedFirewall();
/// What to type so that UDP and TCP come through to `port`; of Nftables, what shows its rules. `program`: of macOS,
/// which asks for programs, not ports.
QString firewallCommand(Firewall firewall, quint16 port, const QString &program);

} // namespace gb::ui
