#include "core/findings/neighbours.h"

#include <algorithm>

namespace gb {
namespace {

IpAddress networkOf(const IpAddress &address)
{
    if (address.isV4())
        return IpAddress(address.toV4() & 0xffffff00U);
    if (!address.isV6())
        return {};
    std::array<char, 16> octets{};
    std::copy_n(address.octets().begin(), 8, octets.begin());
    return IpAddress::v6(octets.data());
}

} // namespace

void Neighbours::note(Dossier &one)
{
    const IpAddress network = networkOf(one.sources[0].address);
    if (network.isNull() || one.neighbourhood == network)
        return;
    forget(one);
    std::vector<Dossier *> &all = m_networks[network];
    if (all.size() >= most)
        return;
    all.push_back(&one);
    one.neighbourhood = network;
}

void Neighbours::forget(const Dossier &one)
{
    const auto found = m_networks.find(one.neighbourhood);
    if (found == m_networks.end())
        return;
    std::erase(*found, &one);
    if (found->empty())
        m_networks.erase(found);
}

std::span<Dossier *const> Neighbours::of(const Dossier &one) const
{
    const auto found = m_networks.constFind(one.neighbourhood);
    return found == m_networks.constEnd() ? std::span<Dossier *const>() : std::span<Dossier *const>(*found);
}

Neighbours::Count Neighbours::count(
    const Dossier &one, const IpAddress &address, TimePoint since, Duration interval) const
{
    Count here, near;
    for (const Dossier *const other : of(one)) {
        if (other == &one)
            continue;
        const bool isHere = other->sources[0].address == address;
        const bool isSilent = other->silentSince && std::chrono::abs(*other->silentSince - since) <= 2 * interval;
        const bool isHeard = other->spokeAt > since + interval;
        near.silent += isSilent ? 1 : 0;
        near.heard += isHeard ? 1 : 0;
        here.silent += isSilent && isHere ? 1 : 0;
        here.heard += isHeard && isHere ? 1 : 0;
    }
    here.where = address.toString();
    near.where = one.neighbourhood.toString() + QLatin1StringView(address.isV6() ? "/64" : "/24");
    return here.silent + here.heard > 0 ? here : near;
}

} // namespace gb
