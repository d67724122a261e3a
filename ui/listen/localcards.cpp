#include "ui/listen/localcards.h"

#include <QNetworkInterface>
#include <QStandardPaths>

namespace gb::ui {

QList<LocalCard> localCards()
{
    QList<LocalCard> cards[2];
    for (const QNetworkInterface &card : QNetworkInterface::allInterfaces()) {
        if (!(card.flags() & QNetworkInterface::IsUp) || card.flags() & QNetworkInterface::IsLoopBack)
            continue;
        for (const QNetworkAddressEntry &entry : card.addressEntries()) {
            QHostAddress address = entry.ip();
            const bool old = address.protocol() == QAbstractSocket::IPv4Protocol;
            if (!old && address.isLinkLocal())
                continue;
            address.setScopeId({});
            cards[old ? 0 : 1].append({card.humanReadableName(), address, entry.prefixLength()});
        }
    }
    return cards[0] + cards[1];
}

QString neighbours(const LocalCard &card)
{
    bool old = false;
    const quint32 address = card.address.toIPv4Address(&old);
    if (!old || card.prefix < 1 || card.prefix > 30)
        return {};
    const quint32 hosts = ~quint32{0} >> card.prefix;
    const quint32 net = address & ~hosts;
    return QStringLiteral("%1 \u2013 %2")
        .arg(QHostAddress(net + 1).toString(), QHostAddress(net + hosts - 1).toString());
}

Firewall installedFirewall()
{
#if defined(Q_OS_WIN)
    return Firewall::Windows;
#elif defined(Q_OS_MACOS)
    return Firewall::MacOs;
#else
    const QStringList places{QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/sbin")};
    const auto has = [&places](const QString &name) { return !QStandardPaths::findExecutable(name, places).isEmpty(); };
    return has(QStringLiteral("ufw"))         ? Firewall::Ufw
        : has(QStringLiteral("firewall-cmd")) ? Firewall::Firewalld
                                              : Firewall::Nftables;
#endif
}

QString firewallCommand(Firewall firewall, quint16 port, const QString &program)
{
    switch (firewall) {
    case Firewall::Ufw: return QStringLiteral("sudo ufw allow %1/udp && sudo ufw allow %1/tcp").arg(port);
    case Firewall::Firewalld: return QStringLiteral("sudo firewall-cmd --add-port=%1/udp --add-port=%1/tcp").arg(port);
    case Firewall::Nftables: return QStringLiteral("sudo nft list ruleset");
    case Firewall::Windows:
        return QStringLiteral("netsh advfirewall firewall add rule name=\"gbscope %1 UDP\" dir=in action=allow "
                              "protocol=UDP localport=%1 & netsh advfirewall firewall add rule name=\"gbscope %1 "
                              "TCP\" dir=in action=allow protocol=TCP localport=%1")
            .arg(port);
    case Firewall::MacOs:
        return QStringLiteral("sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp '%1'")
            .arg(QString(program).replace(u'\'', QStringLiteral("'\\''")));
    }
    return {};
}

} // namespace gb::ui
