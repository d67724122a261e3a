#include "core/findings/findings.h"
#include "core/message/deviceid.h"

#include <algorithm>

/// The part of Findings that follows catalogs: D39 and D40, and what a platform tells another one of its devices, D34.
namespace gb {

void Findings::noteCatalog(const Trace &trace, Dossier &dossier)
{
    Dossier::Catalog *const query = dossier.catalog.get();
    const Manscdp &body = *trace.body;
    if (!query || body.root != ManscdpRoot::Response || body.cmdType != u"Catalog" || body.sn.value_or(-1) != query->sn)
        return;
    query->longestPause = std::max(
        query->longestPause, query->sum < 0 ? Duration::zero() : trace.datagram.at - query->lastAt);
    query->sum = body.sumNum.value_or(std::max<qint64>(0, query->sum));
    query->last = trace.number;
    query->lastAt = trace.datagram.at;
    if (query->ids.size() + body.subIds.size() > Dossier::Catalog::maxItems
        || m_catalogIds + body.subIds.size() > maxCatalogIds)
        return dropCatalog(dossier);
    m_catalogIds += body.subIds.size();
    query->ids += body.subIds;
    arm(trace.datagram.at + partPatience, {Wake::CatalogParts, trace.device, trace.number});
}

/// A part may be in a message of which the capture has the start alone: what it told is not known.
void Findings::noteCutCatalog(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    if (!dossier.catalog || trace.repeatOf != 0 || trace.head.method != SipMethod::Message)
        return;
    dossier.catalog->isCut = true;
    const Manscdp *const body = trace.body ? &*trace.body : nullptr;
    if (body && body->root == ManscdpRoot::Response && body->cmdType == u"Catalog"
        && body->sn.value_or(-1) == dossier.catalog->sn)
        out.end({FindingCode::CatalogUnanswered, FindingCode::CatalogNoResponse});
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
    if (query.isCut)
        return;
    QHash<QString, int> times;
    for (const QString &id : query.ids)
        ++times[id];
    if (times.size() >= query.sum)
        return out.end({FindingCode::CatalogShort, FindingCode::CatalogDuplicates});
    const auto twice = std::max_element(times.cbegin(), times.cend());
    if (twice != times.cend() && *twice > 1)
        out.raise(FindingCode::CatalogDuplicates, {printable(twice.key(), 40), QString::number(*twice), {}},
            {query.number, query.last});
    else
        out.raise(FindingCode::CatalogShort, {QString::number(times.size()), QString::number(query.sum), {}},
            {query.number, query.last});
}

/// D34: whoever it is that reports a device offline, its heartbeats are in the record.
void Findings::noteCatalogEvents(const Trace &trace)
{
    if (trace.body->root != ManscdpRoot::Notify || trace.body->cmdType != u"Catalog")
        return;
    const TimePoint at = trace.datagram.at;
    const QString sender = printable(trace.head.from.uri.user);
    for (const Manscdp::CatalogEvent &event : trace.body->events) {
        const std::shared_ptr<Dossier> known = m_dossiers.value(event.id);
        if (!known || event.id == sender)
            continue;
        Verdicts out(m_log, *known, event.id, at);
        const bool beats = known->acceptedAt && at - *known->acceptedAt < policyOf(event.id).interval
            && known->refusedInARow == 0;
        if (event.on)
            out.end(FindingCode::ReportedOffline);
        else if (beats)
            out.raise(FindingCode::ReportedOffline,
                {QString::number(std::chrono::floor<std::chrono::seconds>(at - *known->acceptedAt).count()), {}, {}},
                {known->beat, trace.number});
    }
}

} // namespace gb
