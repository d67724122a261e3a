#include "core/findings/catalogwatch.h"

#include "core/findings/findings.h"
#include "core/message/deviceid.h"

#include <algorithm>

namespace gb {
namespace {

/// D40: more than it announced, and itself among them. A camera with one channel often has one ID for both.
void judgeSum(const Dossier &dossier, qsizetype items, bool itself, Verdicts &out)
{
    const Dossier::Catalog &query = *dossier.catalog;
    const QString sum = QString::number(query.sum);
    if (items > query.sum && query.sum > 0)
        out.raise(FindingCode::CatalogLong,
            {QString::number(items), sum, itself ? QStringLiteral("itself") : QString()}, {query.number, query.last});
    else
        out.end(FindingCode::CatalogLong);
    if (itself && items > 1)
        out.raise(FindingCode::CatalogOfItself, {sum, {}, {}}, {query.number, query.last});
    else
        out.end(FindingCode::CatalogOfItself);
}

/// Its channels are known by its catalog alone.
bool hasChannels(const QString &id)
{
    const IdType type = typeOf(id.toStdString());
    return type == IdType::Dvr || type == IdType::VideoServer || type == IdType::Encoder || type == IdType::Nvr
        || type == IdType::Hvr;
}

} // namespace

void CatalogWatch::noteQuery(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    const bool isOfCatalog = trace.body && trace.body->root == ManscdpRoot::Query && trace.body->cmdType == u"Catalog";
    if (isOfCatalog && trace.head.method == SipMethod::Subscribe) { // of changes: nothing is owed until there is one
        dossier.catalogAsked = true;
        out.withdraw({FindingCode::CatalogNotAsked});
    }
    if (trace.head.method != SipMethod::Message || !trace.body || trace.body->broken()
        || trace.body->root != ManscdpRoot::Query || trace.body->cmdType != u"Catalog")
        return;
    drop(dossier);
    dossier.catalogAsked = true;
    out.withdraw({FindingCode::CatalogNotAsked}); // the record has a query, if in another place than its time says
    dossier.catalog = std::make_unique<Dossier::Catalog>();
    dossier.catalog->number = trace.number;
    dossier.catalog->sn = trace.body->sn.value_or(-1);
    dossier.catalog->at = dossier.catalog->lastAt = trace.datagram.at;
}

void CatalogWatch::noteAnswer(const Trace &trace, Dossier &dossier)
{
    if (!dossier.catalog || trace.answers != dossier.catalog->number || trace.head.status / 100 != 2)
        return;
    dossier.catalog->answer = trace.number;
    m_base.timers.arm(
        trace.datagram.at + Findings::catalogPatience, {Wake::CatalogAnswer, dossier.id, dossier.catalog->number});
}

void CatalogWatch::note(const Trace &trace, Dossier &dossier)
{
    Dossier::Catalog *const query = dossier.catalog.get();
    const Manscdp &body = *trace.body;
    if (!query || body.root != ManscdpRoot::Response || body.cmdType != u"Catalog" || body.sn.value_or(-1) != query->sn)
        return;
    query->longestPause = std::max(
        query->longestPause, query->sum < 0 ? Duration::zero() : trace.datagram.at - query->lastAt);
    query->sum = body.sumNum.value_or(std::max<qint64>(0, query->sum));
    query->tcp |= trace.datagram.transport == TransportKind::Tcp;
    query->large |= trace.datagram.octets.size() > 1472;
    query->last = trace.number;
    query->lastAt = trace.datagram.at;
    if (query->ids.size() + body.subIds.size() > Dossier::Catalog::maxItems
        || m_ids + body.subIds.size() > Findings::maxCatalogIds)
        return drop(dossier);
    m_ids += body.subIds.size();
    query->ids += body.subIds;
    m_base.timers.arm(trace.datagram.at + Findings::partPatience, {Wake::CatalogParts, trace.device, trace.number});
}

/// A part may be in a message of which the capture has the start alone: what it told is not known.
void CatalogWatch::noteCut(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    if (!dossier.catalog || trace.repeatOf != 0 || trace.head.method != SipMethod::Message)
        return;
    dossier.catalog->isCut = true;
    const Manscdp *const body = trace.body ? &*trace.body : nullptr;
    if (body && body->root == ManscdpRoot::Response && body->cmdType == u"Catalog"
        && body->sn.value_or(-1) == dossier.catalog->sn)
        out.end({FindingCode::CatalogUnanswered, FindingCode::CatalogNoResponse});
}

void CatalogWatch::drop(Dossier &dossier)
{
    m_ids -= dossier.catalog ? dossier.catalog->ids.size() : 0;
    dossier.catalog.reset();
}

/// D40, when the last part came long enough ago.
void CatalogWatch::judge(Dossier &dossier, Verdicts &out)
{
    const Dossier::Catalog &query = *dossier.catalog;
    if (query.isCut)
        return;
    QHash<QString, int> times;
    for (const QString &id : query.ids)
        ++times[id];
    judgeSum(dossier, times.size(), times.contains(dossier.id), out);
    if (times.size() >= query.sum)
        return out.end({FindingCode::CatalogShort, FindingCode::CatalogDuplicates});
    const auto twice = std::max_element(times.cbegin(), times.cend());
    if (twice != times.cend() && *twice > 1)
        out.raise(FindingCode::CatalogDuplicates, {printable(twice.key(), 40), QString::number(*twice), {}},
            {query.number, query.last});
    else
        out.raise(FindingCode::CatalogShort,
            {QString::number(times.size()), QString::number(query.sum),
                query.tcp         ? QStringLiteral("tcp")
                    : query.large ? QString()
                                  : QStringLiteral("small")},
            {query.number, query.last});
}

/// G65: whether somebody asks for it. Live that is ours to do; and a device that was there before the record began may
/// have been asked then. A camera can be called without.
void CatalogWatch::noteWanted(const RuleInput &in, Dossier &dossier)
{
    if (m_base.site.live || dossier.catalogAsked || in.trace.head.status / 100 != 2 || dossier.expires.count() == 0
        || !hasChannels(in.id))
        return;
    if (dossier.beat == 0)
        m_base.timers.arm(in.trace.datagram.at + Findings::askPatience, {Wake::CatalogAsked, in.id, in.trace.number});
    dossier.catalogAsked = dossier.beat != 0;
}

/// D34: whoever it is that reports a device offline, its heartbeats are in the record.
void CatalogWatch::noteEvents(const Trace &trace)
{
    if (trace.body->root != ManscdpRoot::Notify || trace.body->cmdType != u"Catalog")
        return;
    const TimePoint at = trace.datagram.at;
    const QString sender = printable(trace.head.from.uri.user);
    for (const Manscdp::CatalogEvent &event : trace.body->events) {
        Dossier *const known = m_base.dossiers.known(event.id);
        if (!known || event.id == sender)
            continue;
        Verdicts out(m_base.log, *known, event.id, at);
        const bool beats = known->acceptedAt && at - *known->acceptedAt < m_base.policyOf(event.id).interval
            && known->refusedInARow == 0;
        if (event.on)
            out.end(FindingCode::ReportedOffline);
        else if (out.isOpen(FindingCode::RequestIgnored)) // which is reason enough
            out.again(FindingCode::RequestIgnored, trace.number);
        else if (beats)
            out.raise(FindingCode::ReportedOffline,
                {QString::number(std::chrono::floor<std::chrono::seconds>(at - *known->acceptedAt).count()), {}, {}},
                {known->beat, trace.number});
    }
}

void CatalogWatch::wake(const FindingTimer &timer, Dossier &dossier, Verdicts &out)
{
    const Dossier::Catalog *const query = dossier.catalog.get();
    if (timer.what == Wake::CatalogAnswer) {
        if (query && query->number == timer.number && query->sum < 0 && !query->isCut)
            out.raise(FindingCode::CatalogNoResponse, {}, {timer.number, query->answer});
    } else if (timer.what == Wake::CatalogParts) {
        if (query && query->last == timer.number)
            judge(dossier, out);
    } else if (!dossier.catalogAsked && dossier.online.value_or(false)) {
        out.raise(FindingCode::CatalogNotAsked,
            {QString::number(std::chrono::floor<std::chrono::seconds>(Findings::askPatience).count()), {}, {}},
            {timer.number});
    }
}

} // namespace gb
