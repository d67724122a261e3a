#include "core/findings/findings.h"
#include "core/gb28181/deviceid.h"

#include <algorithm>

/// The part of Findings that follows a query for a catalog: D39 and D40.
namespace gb {

void Findings::noteCatalog(const Trace &trace, Dossier &dossier)
{
    Dossier::Catalog *const query = dossier.catalog.get();
    const Manscdp &body = *trace.body;
    if (!query || body.root != ManscdpRoot::Response || body.cmdType != u"Catalog" || body.sn.value_or(-1) != query->sn)
        return;
    query->longestPause = std::max(query->longestPause, query->sum < 0 ? Duration::zero() : trace.datagram.at - query->lastAt);
    query->sum = body.sumNum.value_or(std::max<qint64>(0, query->sum));
    query->last = trace.number;
    query->lastAt = trace.datagram.at;
    if (query->ids.size() + body.subIds.size() > Dossier::Catalog::maxItems || m_catalogIds + body.subIds.size() > maxCatalogIds)
        return dropCatalog(dossier);
    m_catalogIds += body.subIds.size();
    query->ids += body.subIds;
    arm(trace.datagram.at + partPatience, {Wake::CatalogParts, trace.device, trace.number});
}

void Findings::dropCatalog(Dossier &dossier)
{
    m_catalogIds -= dossier.catalog ? dossier.catalog->ids.size() : 0;
    dossier.catalog.reset();
}

/// D40, when the last part came long enough ago.
void Findings::judgeCatalog(Dossier &dossier, Verdicts &out)
{
    const Dossier::Catalog &query = *dossier.catalog;
    QHash<QString, int> times;
    for (const QString &id : query.ids)
        ++times[id];
    if (times.size() >= query.sum)
        return out.end({FindingCode::CatalogShort, FindingCode::CatalogDuplicates});
    const auto twice = std::max_element(times.cbegin(), times.cend());
    if (twice != times.cend() && *twice > 1)
        out.raise(FindingCode::CatalogDuplicates, {printable(twice.key(), 40), QString::number(*twice), {}}, {query.number, query.last});
    else
        out.raise(FindingCode::CatalogShort, {QString::number(times.size()), QString::number(query.sum), {}}, {query.number, query.last});
}

} // namespace gb
