#include "core/findings/findings.h"
#include "core/message/deviceid.h"

#include <algorithm>

/// The part of Findings that follows what is asked of devices, and weighs where it went against where the device was
/// heard: D39, D46, G60, G61.
namespace gb {
namespace {

using Request = Dossier::Requests::One;

constexpr qsizetype maxNames = 3; ///< of requests that a finding tells

Request *requestOf(Dossier &dossier, quint64 number)
{
    for (std::size_t i = 0; dossier.requests && i < dossier.requests->last.size(); ++i) {
        if (dossier.requests->last[i].number == number)
            return &dossier.requests->last[i];
    }
    return nullptr;
}

QString requestName(const Trace &trace)
{
    constexpr const char *roots[] = {"", "Control", "Query", "Notify", "Response"};
    const char *const root = trace.body ? roots[static_cast<std::size_t>(trace.body->root)] : "";
    if (*root == '\0' || trace.body->cmdType.isEmpty())
        return methodName(trace.head.methodText);
    return QLatin1String(root) + u' ' + printable(trace.body->cmdType, 40);
}

/// Not where it comes from. Another port alone is one where the device may listen, if it said so itself; over TCP it is
/// that of a connection.
bool isAstray(const Request &request, const Dossier &dossier)
{
    const auto elsewhere = [&](const Endpoint &place) {
        return request.to.address != place.address
            || (request.to.port != place.port && !request.tcp && request.to != dossier.contact);
    };
    return elsewhere(request.spoke) && elsewhere(dossier.speaksFrom);
}

} // namespace

void Findings::noteRequest(const Trace &trace, Dossier &dossier)
{
    const SipMethod method = trace.head.method;
    if (method == SipMethod::Ack || method == SipMethod::Cancel || trace.isKeepalive())
        return;
    if (!dossier.requests)
        dossier.requests = std::make_unique<Dossier::Requests>();
    if (trace.repeatOf == 0)
        dossier.requests->last.add({.number = trace.number,
            .at = trace.datagram.at,
            .to = trace.datagram.to,
            .spoke = dossier.speaksFrom,
            .what = m_texts.shared(requestName(trace)),
            .tcp = trace.datagram.transport == TransportKind::Tcp});
    else if (Request *const first = requestOf(dossier, trace.repeatOf);
             first && trace.copy.kind == RepeatKind::Retransmission)
        first->repeated = true;
}

void Findings::requestAnswered(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    const Request *const request = requestOf(dossier, trace.answers);
    if (!request)
        return;
    dossier.spokeAt = trace.datagram.at;
    dossier.requests->ignored = 0;
    dossier.requests->what.clear();
    out.end({FindingCode::RequestIgnored, FindingCode::RequestUnanswered, FindingCode::RequestAstray});
    if (dossier.catalog && trace.answers == dossier.catalog->number)
        out.end(FindingCode::CatalogIgnored);
    if (trace.head.method == SipMethod::Invite)
        out.end(FindingCode::InviteIgnored);
}

/// Timer F or B of one of them has fired. Where the way is known to be open, NAT and stale addresses are no suspects.
void Findings::requestMissing(const Awaited &awaited, Dossier &dossier, Verdicts &out)
{
    const Request *const request = requestOf(dossier, awaited.number);
    if (!request)
        return;
    const bool catalog = dossier.catalog && awaited.number == dossier.catalog->number,
               invite = dossier.invite && awaited.number == dossier.invite->number;
    // Who has an answer does not repeat: where nothing was repeated over UDP the answers went past whoever captured
    if ((!m_site.live && !request->tcp && !request->repeated) || (catalog && dossier.catalog->sum >= 0))
        return;
    const QString to = request->to.text();
    const bool known = dossier.spokeAt != TimePoint();
    if (known && isAstray(*request, dossier))
        return out.raise(FindingCode::RequestAstray, {to, dossier.speaksFrom.text(), request->what}, {awaited.number});
    const bool heard = known && dossier.spokeAt > request->at && dossier.speaksFrom == request->spoke;
    if (catalog)
        return out.raise(
            heard ? FindingCode::CatalogIgnored : FindingCode::CatalogUnanswered, {to, {}, {}}, {awaited.number});
    if (invite)
        return out.raise(
            heard ? FindingCode::InviteIgnored : FindingCode::InviteUnanswered, {to, {}, {}}, {awaited.number});
    Dossier::Requests &all = *dossier.requests;
    ++all.ignored;
    if (all.what.size() < maxNames && !all.what.contains(request->what))
        all.what.append(request->what);
    out.raise(heard ? FindingCode::RequestIgnored : FindingCode::RequestUnanswered,
        {QString::number(all.ignored), all.what.join(u", "), to}, {awaited.number});
    if (heard)
        out.end({FindingCode::RequestUnanswered, FindingCode::RefusedAfterAccepted, FindingCode::ReportedOffline});
}

} // namespace gb
