#include "core/net/linkwatch.h"

#include <QNetworkInterface>

#include <algorithm>

namespace gb {
namespace {

/// Such addresses are there whether somebody can be reached or not: 169.254.0.0/16, fe80::/10.
bool isOfOneLink(const IpAddress &address)
{
    if (address.isV4())
        return address.toV4() >> 16 == 0xa9fe;
    const std::string_view octets = address.octets();
    return octets.size() == 16 && octets[0] == '\xfe' && (octets[1] & '\xc0') == '\x80';
}

} // namespace

QList<InterfaceState> SystemLinks::links() const
{
    QList<InterfaceState> out;
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &one : all) {
        const QNetworkInterface::InterfaceFlags flags = one.flags();
        InterfaceState state{.name = one.name(),
            .addresses = {},
            .running = flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning),
            .loopback = flags.testFlag(QNetworkInterface::IsLoopBack)};
        const QList<QNetworkAddressEntry> entries = one.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (const IpAddress address(entry.ip()); !isOfOneLink(address))
                state.addresses.append(address);
        }
        out.append(std::move(state));
    }
    return out;
}

QList<LinkChange> LinkWatch::stop()
{
    QList<LinkChange> changes;
    const TimePoint now = m_clock.now();
    for (const Watched &one : m_watched) {
        if (!one.up)
            changes.append({.up = true,
                .watched = false,
                .name = one.name,
                .addresses = one.addresses,
                .everything = true,
                .since = now,
                .at = now});
    }
    m_watched.clear();
    m_all = false;
    m_byAddress = true;
    return changes;
}

void LinkWatch::watchAddress(const IpAddress &address)
{
    stop();
    m_lastLook = m_clock.now();
    if (address.isLoopback())
        return;
    const QList<InterfaceState> links = m_source.links();
    m_all = address.isAny();
    if (m_all)
        return learn(links);
    const auto has = std::find_if(
        links.begin(), links.end(), [&](const InterfaceState &link) { return link.addresses.contains(address); });
    if (has != links.end() && !has->loopback) // what the system does not list it does not lose either
        m_watched.push_back({has->name, {address}, true});
}

void LinkWatch::watchInterface(const QString &name)
{
    if (name == QLatin1String("any"))
        return watchAddress(IpAddress(0U));
    stop();
    m_lastLook = m_clock.now();
    m_byAddress = false;
    const QList<InterfaceState> links = m_source.links();
    const auto has = std::find_if(
        links.begin(), links.end(), [&](const InterfaceState &link) { return link.name == name; });
    if (has != links.end() && !has->loopback) // usbmon is not listed
        m_watched.push_back({name, has->addresses, true});
}

/// Those that have an address and were not watched before.
void LinkWatch::learn(const QList<InterfaceState> &links)
{
    for (const InterfaceState &link : links) {
        const auto same = [&](const Watched &one) { return one.name == link.name; };
        if (link.loopback || !link.running || link.addresses.isEmpty()
            || std::any_of(m_watched.begin(), m_watched.end(), same))
            continue;
        if (m_watched.size() < maxWatched)
            m_watched.push_back({link.name, link.addresses, true});
    }
}

bool LinkWatch::isUp(Watched &one, const QList<InterfaceState> &links) const
{
    for (const InterfaceState &link : links) {
        if (m_byAddress && !m_all) { // by whatever name it has its address
            if (link.running && link.addresses.contains(one.addresses.constFirst())) {
                one.name = link.name;
                return true;
            }
        } else if (link.name == one.name && link.running && (!m_byAddress || !link.addresses.isEmpty())) {
            if (m_byAddress)
                one.addresses = link.addresses;
            return true;
        }
    }
    return false;
}

bool LinkWatch::allDown() const
{
    return std::none_of(m_watched.begin(), m_watched.end(), [](const Watched &one) { return one.up; });
}

QList<LinkChange> LinkWatch::look()
{
    QList<LinkChange> changes;
    const TimePoint now = m_clock.now();
    if (isWatching()) {
        const QList<InterfaceState> links = m_source.links();
        for (Watched &one : m_watched) {
            const bool wasAllDown = allDown(), was = std::exchange(one.up, isUp(one, links));
            if (was != one.up)
                changes.append({.up = one.up,
                    .name = one.name,
                    .addresses = one.addresses,
                    .everything = wasAllDown || allDown(),
                    .since = one.up ? now : m_lastLook,
                    .at = now});
        }
        if (m_all)
            learn(links);
    }
    m_lastLook = now;
    return changes;
}

} // namespace gb
