#pragma once
#include "core/findings/dossier.h"

#include <QHash>

#include <span>
#include <vector>

namespace gb {

/// Who stands beside whom: devices of one network, /24 or /64. What happens to one and not to them is no fault of the
/// network. Bounded.
class Neighbours
{
public:
    static constexpr std::size_t most = 256; ///< of one network; more do not prove more
    struct Count
    {
        int silent = 0, heard = 0; ///< at about that time; well behind it
        QString where;             ///< their common address, or network
    };

    /// Where it is now.
    void note(Dossier &one);
    void forget(const Dossier &one);
    /// Those at its very address, where there are any; else those of its network.
    Count count(const Dossier &one, const IpAddress &address, TimePoint since, Duration interval) const;
    std::span<Dossier *const> of(const Dossier &one) const;

private:
    QHash<IpAddress, std::vector<Dossier *>> m_networks;
};

} // namespace gb
