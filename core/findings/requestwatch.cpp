#include "core/findings/requestwatch.h"

#include "core/findings/findings.h"
#include "core/message/deviceid.h"
#include "core/message/sdp.h"

#include <algorithm>

namespace gb {
namespace {

using Request = Dossier::Requests::One;

constexpr qsizetype maxNames = 3; ///< of requests that a finding tells

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

/// So soon behind a word of the device the way back through a NAT is open.
bool isOpen(TimePoint at, const Dossier &dossier)
{
    constexpr Duration mapping = std::chrono::seconds(30);
    return dossier.spokeAt != TimePoint() && at - dossier.spokeAt <= mapping;
}

/// It was heard behind the request, from where that went to; and behind NAT the mapping was open for a copy of it: the
/// device opens it again itself by what it sends next.
bool isReachable(const Request &request, const Dossier &dossier)
{
    if (dossier.spokeAt <= request.at || dossier.speaksFrom != request.spoke || dossier.speaksTcp != request.tcp)
        return false;
    const Endpoint &contact = dossier.contact;
    const bool nat = contact.address.isNull() ? !rules::isPrivate(request.spoke.address)
                                              : contact.address != request.spoke.address;
    return !nat || request.tcp || request.open;
}

/// `owner`: whose address it goes to, the device's or that of the channel.
void noteAsked(const Trace &trace, Dossier &dossier, const Dossier &owner, SharedTexts &texts)
{
    const SipMethod method = trace.head.method;
    if (method == SipMethod::Ack || method == SipMethod::Cancel || trace.isKeepalive())
        return;
    if (!dossier.requests)
        dossier.requests = std::make_unique<Dossier::Requests>();
    const bool boots = trace.body && trace.body->root == ManscdpRoot::Control
        && trace.head.body.find("<TeleBoot>") != std::string_view::npos;
    if (boots)
        dossier.bootAsked = trace.datagram.at;
    if (trace.repeatOf == 0)
        dossier.requests->last.add({.number = trace.number,
            .at = trace.datagram.at,
            .to = trace.datagram.to,
            .spoke = dossier.speaksFrom,
            .what = texts.shared(requestName(trace)),
            .tcp = trace.datagram.transport == TransportKind::Tcp,
            .boots = boots,
            .octets = trace.datagram.octets.size(),
            .heardAgo = owner.spokeAt == TimePoint() ? Duration(-1) : trace.datagram.at - owner.spokeAt,
            .open = isOpen(trace.datagram.at, owner)});
    else if (Request *const first = dossier.requestOf(trace.repeatOf)) {
        first->repeated |= trace.copy.kind == RepeatKind::Retransmission;
        first->open |= isOpen(trace.datagram.at, owner);
        if (trace.datagram.to == dossier.speaksFrom)
            first->to = trace.datagram.to; // a capture may see it at two places: one hop further it is right
    }
}

void noteInvite(const Trace &trace, Dossier &dossier)
{
    const Sdp sdp = trace.datagram.cut ? Sdp() : readSdp(trace.head.body);
    if (!dossier.invites)
        dossier.invites = std::make_unique<LastOf<Dossier::Invite, 4>>();
    Dossier::Invite &invite = dossier.invites->add(
        {.number = trace.number, .callId = Dossier::hashOf(trace.head.callId), .cseq = trace.head.cseq});
    invite.callerTag = Dossier::hashOf(trace.head.from.tag);
    invite.octets = trace.datagram.octets.size();
    std::string_view shown;
    invite.fault = checkOffer(trace.head, sdp, shown);
    invite.faultText = printable(shown, 80);
    invite.ssrc = printable(sdp.ssrc, 20);
    invite.start = sdp.start;
    if (sdp.mediaCount > 0)
        invite.media = printable(sdp.connectionOf(sdp.media[0]).address, 60);
    invite.tcp = sdp.mediaCount > 0 && sdp.media[0].tcp();
}

} // namespace

void RequestWatch::note(const Trace &trace, Dossier &dossier)
{
    const SipHead &head = trace.head;
    if (trace.isKeepalive())
        dossier.noteUpperBeat(trace);
    noteAsked(trace, dossier, ownerOf(trace.datagram.to, dossier), m_base.texts);
    if (trace.repeatOf != 0)
        return;
    if (ServerFacts *const server = dossier.requests && dossier.requests->last.size() > 0
            ? m_base.serverFor(trace.datagram.from.address)
            : nullptr) {
        server->askedAt = trace.datagram.at;
        server->asked = dossier.requests->last[0].what;
    }
    const IpAddress via = rules::literal(head.via.host);
    if (!via.isNull() && !dossier.registeredAt.isNull() && via != dossier.registeredAt) {
        dossier.request = trace.number;
        dossier.requestVia = printable(head.via.host, 60);
    }
    if (head.method == SipMethod::Invite)
        noteInvite(trace, dossier);
    else if (head.method == SipMethod::Cancel || head.method == SipMethod::Ack) {
        if (Dossier::Invite *const invite = dossier.inviteOf(head))
            (head.method == SipMethod::Ack ? invite->acked : invite->cancelled) = true;
    }
}

void RequestWatch::answered(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    if (trace.answers == dossier.beat)
        return; // as nearly every one
    const Request *const request = dossier.requestOf(trace.answers);
    if (!request)
        return;
    dossier.spokeAt = trace.datagram.at;
    for (std::size_t i = 0; i < dossier.requests->last.size(); ++i)
        dossier.requests->last[i].missing = false; // what was before is past
    dossier.missesAnswers = false;
    dossier.requests->ignored = 0;
    dossier.requests->answeredAt = trace.datagram.at;
    dossier.requests->answeredWhat = request->what;
    dossier.requests->what.clear();
    out.end({FindingCode::RequestIgnored, FindingCode::RequestUnanswered, FindingCode::RequestAstray});
    if (dossier.brokenOff == Dossier::BrokenOff::Other)
        out.end({FindingCode::ServerBreaksOff, FindingCode::DeviceBreaksOff});
    if (dossier.catalog && trace.answers == dossier.catalog->number)
        out.end(FindingCode::CatalogIgnored);
    if (trace.head.method == SipMethod::Invite)
        out.end(FindingCode::InviteIgnored);
}

void RequestWatch::noteHome(const Dossier &dossier)
{
    for (const Endpoint &place : {dossier.contact, dossier.speaksFrom}) {
        if (!place.address.isNull() && (m_homes.size() < 2 * Findings::maxDevices || m_homes.contains(place)))
            m_homes.insert(place, dossier.id);
    }
}

/// Who should have answered: the device itself, or that of the channel.
const Dossier &RequestWatch::ownerOf(const Endpoint &asked, const Dossier &dossier) const
{
    if (!dossier.speaksFrom.address.isNull())
        return dossier;
    const Dossier *const owner = m_base.dossiers.known(m_homes.value(asked));
    return owner ? *owner : dossier;
}

void RequestWatch::missing(const Awaited &awaited, Dossier &dossier, Verdicts &out)
{
    for (std::size_t i = 0; i < dossier.attempts.size(); ++i) {
        const Dossier::Attempt &attempt = dossier.attempts[i];
        if (attempt.number == awaited.number && attempt.copies >= 4)
            out.raise(FindingCode::RegisterUnanswered, {QString::number(attempt.copies), {}, attempt.to.toString()},
                {attempt.number});
    }
    // Who has an answer does not repeat: where nothing was repeated over UDP the answers went past whoever captured
    const bool isWhole = m_base.lostAt < dossier.beatAt; // over TCP nobody repeats
    const bool meant = m_base.site.live || (dossier.beatOverTcp && isWhole) || (dossier.repeated & 1U) != 0;
    if (awaited.number == dossier.beat && meant) {
        if ((dossier.unanswered & 2U) == 0)
            dossier.unansweredSince = dossier.beatAt;
        dossier.unanswered |= 1U;
        dossier.insisted = dossier.beatCopies;
        out.raise(FindingCode::BeatUnanswered, {{}, {}, dossier.beatTo.toString()}, {awaited.number});
    }
    if (awaited.number == dossier.upperBeat && (m_base.site.live || dossier.upperBeatRepeated))
        out.raise(FindingCode::UpperBeatUnanswered, {dossier.upperBeatFrom.text(), {}, {}}, {awaited.number});
    if (awaited.number == dossier.request)
        out.raise(
            FindingCode::OtherViaAddress, {dossier.requestVia, dossier.registeredAt.toString(), {}}, {awaited.number});
    askedMissing(awaited, dossier, out);
}

/// Where the way is known to be open, NAT and stale addresses are no suspects.
void RequestWatch::askedMissing(const Awaited &awaited, Dossier &dossier, Verdicts &out)
{
    Request *const request = dossier.requestOf(awaited.number);
    if (!request || request->boots) // who restarts at once answers nothing
        return;
    const bool catalog = dossier.catalog && awaited.number == dossier.catalog->number;
    // Who has an answer does not repeat: where nothing was repeated over UDP the answers went past whoever captured
    if ((!m_base.site.live && !request->tcp && !request->repeated) || (catalog && dossier.catalog->sum >= 0))
        return;
    const Dossier &owner = ownerOf(request->to, dossier);
    if (&owner != &dossier) {
        request->spoke = owner.speaksFrom;
        if (m_waiting.size() < Findings::maxChannels && !m_waiting.contains(request->to, dossier.id))
            m_waiting.insert(request->to, dossier.id);
    }
    if (!owner.speaksFrom.address.isNull() && isAstray(*request, owner))
        return out.raise(
            FindingCode::RequestAstray, {request->to.text(), owner.speaksFrom.text(), request->what}, {awaited.number});
    request->missing = dossier.missesAnswers = true;
    Dossier::Requests &all = *dossier.requests;
    ++all.ignored;
    if (all.what.size() < maxNames && !all.what.contains(request->what))
        all.what.append(request->what);
    if (isReachable(*request, owner))
        return tellIgnored(*request, dossier, out);
    if (catalog)
        out.raise(FindingCode::CatalogUnanswered, {request->to.text(), {}, {}}, {awaited.number});
    else if (dossier.invite(awaited.number))
        out.raise(FindingCode::InviteUnanswered, {request->to.text(), {}, {}}, {awaited.number});
    else
        out.raise(FindingCode::RequestUnanswered,
            {QString::number(all.ignored), all.what.join(u", "), request->to.text()}, {awaited.number});
}

void RequestWatch::tellIgnored(const Request &request, Dossier &dossier, Verdicts &out)
{
    const auto raise = [&](FindingCode ignored, FindingCode unanswered, FindingLog::Words words) {
        out.withdraw({unanswered});
        out.raise(ignored, std::move(words), {request.number});
    };
    const Dossier::Requests &all = *dossier.requests;
    if (dossier.catalog && request.number == dossier.catalog->number)
        raise(FindingCode::CatalogIgnored, FindingCode::CatalogUnanswered, {request.to.text(), {}, {}});
    else if (dossier.invite(request.number))
        raise(FindingCode::InviteIgnored, FindingCode::InviteUnanswered, {request.to.text(), {}, {}});
    else
        raise(FindingCode::RequestIgnored, FindingCode::RequestUnanswered,
            {QString::number(all.ignored), all.what.join(u", "), request.to.text()});
    if (dossier.acceptedAt && *dossier.acceptedAt > request.at) { // it was called offline behind the request
        for (const FindingCode code : {FindingCode::RefusedAfterAccepted, FindingCode::ReportedOffline}) {
            if (out.isOpen(code))
                out.withdraw({code});
        }
    }
    for (std::size_t i = 0; i < all.last.size(); ++i) {
        if (Request &one = dossier.requests->last[i]; one.number == request.number)
            one.ignored = true;
    }
}

void RequestWatch::heardBehind(Dossier &dossier, const Dossier &owner, Verdicts &out)
{
    if (!dossier.missesAnswers || !dossier.requests)
        return; // as of nearly all
    for (std::size_t i = dossier.requests->last.size(); i > 0; --i) {
        const Request &request = dossier.requests->last[i - 1];
        if (request.missing && !request.ignored && isReachable(request, owner))
            tellIgnored(request, dossier, out);
    }
}

void RequestWatch::heardFrom(const Endpoint &place, TimePoint at)
{
    if (!m_waiting.contains(place))
        return;
    const Dossier *const owner = m_base.dossiers.known(m_homes.value(place));
    if (!owner)
        return;
    for (const QString &id : m_waiting.values(place)) {
        Dossier *const channel = m_base.dossiers.known(id);
        if (!channel)
            continue;
        Verdicts out(m_base.log, *channel, id, at);
        heardBehind(*channel, *owner, out);
    }
    m_waiting.remove(place);
}

} // namespace gb
