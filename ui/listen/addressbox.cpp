#include "ui/listen/addressbox.h"

#include <QHash>
#include <QNetworkInterface>

namespace gb::ui {

AddressBox::AddressBox(QWidget *parent)
    : QComboBox(parent)
{
    setMinimumContentsLength(28);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void AddressBox::refresh()
{
    const QString chosen = currentData().toString();
    clear();
    // What cameras reach comes first: IPv4 of a card, then IPv6, then this computer alone
    QStringList order[3];
    QHash<QString, QString> names;
    for (const QNetworkInterface &card : QNetworkInterface::allInterfaces()) {
        if (!(card.flags() & QNetworkInterface::IsUp))
            continue;
        const bool loopback = card.flags() & QNetworkInterface::IsLoopBack;
        for (const QNetworkAddressEntry &entry : card.addressEntries()) {
            QHostAddress address = entry.ip();
            if (address.isLinkLocal() && address.protocol() == QAbstractSocket::IPv6Protocol)
                continue;
            address.setScopeId({});
            order[loopback                                                ? 2
                    : address.protocol() == QAbstractSocket::IPv4Protocol ? 0
                                                                          : 1]
                .append(address.toString());
            names.insert(address.toString(), loopback ? tr("this computer only") : card.humanReadableName());
        }
    }
    for (const QString &address : order[0] + order[1] + order[2])
        addItem(QStringLiteral("%1  \u2013  %2").arg(address, names.value(address)), address);
    addItem(tr("0.0.0.0  \u2013  every network card"), QStringLiteral("0.0.0.0"));
    choose(chosen);
}

void AddressBox::setAddress(const QHostAddress &address)
{
    refresh();
    choose(address.isNull() ? QString() : address.toString());
}

void AddressBox::choose(const QString &address)
{
    if (!address.isEmpty() && findData(address) < 0)
        insertItem(0, tr("%1  \u2013  not there now").arg(address), address);
    setCurrentIndex(std::max(0, findData(address)));
}

} // namespace gb::ui
