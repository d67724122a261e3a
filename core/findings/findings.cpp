#include "core/findings/findings.h"

#include "core/message/deviceid.h"
#include "core/message/sdp.h"
#include "core/message/siptext.h"

#include <algorithm>

namespace gb {
namespace {

constexpr qsizetype maxGateways = 16, manyDevices = 5, maxSpeakers = 20'000;

bool isFromDevice(const Trace &trace, const QString &id)
{
    const std::string_view user = trace.head.from.uri.user;
    return id == QLatin1String(user.data(), static_cast<qsizetype>(user.size())) || id == printable(user);
}

} // namespace

Dossier *Findings::dossier(const QString &id)
{
    if (id.isEmpty())
        return nullptr;
    if (m_last && id == m_last->id)
        return m_last;
    auto place = m_dossiers.find(id);
    if (place == m_dossiers.end()) {
        if (m_dossiers.size() >= maxDevices)
            return nullptr;
        place = m_dossiers.insert(id, std::make_shared<Dossier>());
        (*place)->id = id;
    }
    return m_last = place->get();
}

/// The same, by a way that is in some cache. A place may have been another device's, so the ID has to be that very
/// text.
Dossier *Findings::dossierAt(std::optional<quint32> place, const QString &id)
{
    if (!place)
        return dossier(id);
    if (*place < m_byPlace.size() && m_byPlace[*place] && m_byPlace[*place]->id.isSharedWith(id))
        return m_last = m_byPlace[*place];
    Dossier *const known = dossier(id);
    if (!known)
        return nullptr;
    known->id = id;
    if (known->place && m_byPlace[*known->place] == known)
        m_byPlace[*known->place] = nullptr;
    known->place = place;
    if (*place >= m_byPlace.size())
        m_byPlace.resize(*place + 1);
    m_byPlace[*place] = known;
    return known;
}

/// A channel of a recorder has no row of its own, but its calls can fail. Null where the message is no such call.
Dossier *Findings::channelOf(const Trace &trace)
{
    const bool call = trace.head.method == SipMethod::Invite || trace.head.method == SipMethod::Cancel;
    if (!call || faultOf(trace.head.to.uri.user) != IdFault::None)
        return nullptr;
    const QString id = printable(trace.head.to.uri.user);
    if (!m_dossiers.contains(id)) {
        if (m_channels >= maxChannels)
            return nullptr;
        ++m_channels;
    }
    Dossier *const known = dossier(id);
    if (known && trace.isRequest() && trace.repeatOf == 0)
        noteChannelCall(trace.number, id);
    return known;
}

void Findings::prefetchDossier(quint32 place) const
{
    if (place < m_byPlace.size() && m_byPlace[place])
        m_byPlace[place]->prefetchWarm();
}

void Findings::forget(const QString &device)
{
    if (const auto known = m_dossiers.value(device)) {
        m_online -= known->online.value_or(false) ? 1 : 0;
        dropCatalog(*known);
        if (known->place && m_byPlace[*known->place] == known.get())
            m_byPlace[*known->place] = nullptr;
    }
    m_dossiers.remove(device);
    m_last = nullptr;
}

void Findings::run(std::span<const RuleFunction> rules, const RuleInput &in, Verdicts &out)
{
    if (in.trace.datagram.cut && in.trace.head.has(HeadFault::NotClosed))
        return; // a header that is not here may have been sent
    for (const RuleFunction rule : rules)
        rule(in, out);
}

void Findings::observe(const Trace &trace, std::optional<quint32> place)
{
    noteTime(trace);
    if (trace.datagram.cut && !trace.datagram.fragment)
        return noteCut(trace);
    if (!trace.isRequest() && !trace.isResponse())
        return notSip(trace);
    if (trace.body && trace.repeatOf == 0 && !trace.isKeepalive())
        noteAsked(trace);
    if (trace.body && !trace.body->events.isEmpty() && !trace.body->broken() && trace.repeatOf == 0)
        noteCatalogEvents(trace);
    if (Dossier *const known = place ? dossierAt(place, trace.device) : channelOf(trace))
        observe(trace, *known);
}

void Findings::observe(const Trace &trace, Dossier &dossier)
{
    const QString &id = dossier.id;
    Verdicts out(m_log, dossier, id, trace.datagram.at);
    const RuleInput in{trace, dossier, id, m_site, policyOf(id), contactOf(dossier)};
    const bool registers = trace.head.method == SipMethod::Register;
    const bool isOwn = trace.isRequest() && isFromDevice(trace, id);
    if (trace.isRequest() && (registers || (isOwn && trace.isKeepalive())) && dossier.isStranger(trace)) {
        if (trace.repeatOf == 0)
            dossier.noteStranger(trace);
        return; // what is wrong with it is not the device's fault
    }
    noteContact(in, dossier);
    if (isOwn && trace.repeatOf == 0)
        noteForm(trace, dossier);
    if (trace.datagram.transport == TransportKind::Tcp && trace.isRequest() && m_speakers.size() < maxSpeakers)
        m_speakers.insert(trace.datagram.from, id);
    out.end(FindingCode::ExpectedSilent);
    if (isOwn) {
        dossier.speaksFrom = trace.datagram.from;
        dossier.spokeAt = trace.datagram.at;
        heardBehind(dossier, out);
    }
    if (trace.isResponse())
        observeAnswer(in, dossier, out);
    else if (registers)
        observeRegister(in, dossier, out);
    else if (isOwn)
        observeOwn(in, dossier, out);
    else
        observeToDevice(trace, dossier, out);
}

/// Whose call it is, for what does not come.
void Findings::noteChannelCall(quint64 number, const QString &id)
{
    m_channelCalls.emplace(number, id);
    if (m_channelCalls.size() > static_cast<std::size_t>(maxChannels))
        m_channelCalls.erase(m_channelCalls.begin());
}

void Findings::observeRegister(const RuleInput &in, Dossier &dossier, Verdicts &out)
{
    const Trace &trace = in.trace;
    if (trace.repeatOf != 0) {
        dossier.noteRegisterCopy(trace);
        return run(rules::ofRegisterCopy, in, out);
    }
    const TimePoint restarted = dossier.restartedAt;
    dossier.noteRegister(trace, m_texts);
    if (isCapture() && dossier.hadUnseenChallenge()) {
        m_quality.answerUnseen();
        tellIncomplete(trace.datagram.at, trace.number);
    }
    const SipUri &contact = trace.head.contact.uri;
    dossier.contact = {rules::literal(contact.host), contact.port.value_or(5060)};
    dossier.noteSource(trace, 2 * in.policy.interval);
    run(rules::ofRegister, in, out);
    noteSignature(trace, out);
    if (dossier.alternates)
        rules::sharedId(in, out);
    if (!trace.head.date.empty())
        rules::clock(in, trace.head.date, out);
    if (dossier.restartedAt != restarted)
        fleetRestart(dossier, out, trace.number);
    bridge(in, out);
}

/// D21: many that had been there begin anew at once. One that beats on and comes in the second half of its time
/// refreshes: many do that under a new Call-ID, and those that registered together refresh together.
void Findings::fleetRestart(const Dossier &dossier, Verdicts &out, quint64 number)
{
    const Duration held = dossier.restartedAt - dossier.confirmedAt, silent = dossier.restartedAt - dossier.beatAt;
    if (held >= dossier.expires * 9 / 20 && held <= dossier.expires && silent <= policyOf(dossier.id).interval * 3 / 2)
        return;
    m_restarts.add(dossier.restartedAt);
    constexpr std::size_t many = 20;
    if (m_restarts.size() < many || m_restarts[0] - m_restarts[many - 1] > std::chrono::seconds(10))
        return;
    out.raiseForSite(FindingCode::PowerReturned, {{}, QString::number(many), {}}, {number});
    arm(dossier.restartedAt + std::chrono::minutes(1), {Wake::PowerReturned, {}, 0});
}

/// D25: they all seem to come from a bridge's own address.
void Findings::bridge(const RuleInput &in, Verdicts &out)
{
    const IpAddress &from = in.trace.datagram.from.address;
    const IpAddress &contact = in.device.contact.address;
    const bool gateway = from.isV4() && (from.toV4() & 0xfff000ffU) == 0xac100001U; // 172.16.0.0/12, and the first of
                                                                                    // its network
    if (!gateway || contact.isNull() || contact == from
        || (!m_gateways.contains(from) && m_gateways.size() >= maxGateways))
        return;
    QSet<QString> &devices = m_gateways[from];
    if (devices.size() < 1000)
        devices.insert(in.id);
    if (devices.size() >= manyDevices)
        out.raiseForSite(
            FindingCode::BridgeGateway, {from.toString(), QString::number(devices.size()), {}}, {in.trace.number});
}

void Findings::observeOwn(const RuleInput &in, Dossier &dossier, Verdicts &out)
{
    const Trace &trace = in.trace;
    if (trace.datagram.cut)
        noteCutCatalog(trace, dossier, out);
    else if (trace.datagram.transport == TransportKind::Udp && trace.repeatOf == 0
        && trace.datagram.octets.size() > 1472)
        out.raise(FindingCode::LargeDatagram, {QString::number(trace.datagram.octets.size()), {}, {}}, {trace.number});
    if (!trace.isKeepalive()) {
        if (!trace.body || trace.body->broken() || trace.repeatOf != 0)
            return;
        noteCatalog(trace, dossier);
        judgeAsked(in, out);
        return run(rules::ofBody, in, out);
    }
    if (trace.repeatOf != 0) {
        const bool again = trace.copy.kind == RepeatKind::Retransmission;
        dossier.repeats |= again;
        dossier.repeated |= trace.repeatOf == dossier.beat && again ? 1 : 0;
        return run(rules::ofBeatCopy, in, out);
    }
    dossier.noteBeat(trace, m_texts);
    dossier.noteSource(trace, 2 * in.policy.interval);
    run(rules::ofBeat, in, out);
}

/// What the platform asks of it.
void Findings::observeToDevice(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    const SipHead &head = trace.head;
    if (trace.isKeepalive())
        dossier.noteUpperBeat(trace);
    noteRequest(trace, dossier);
    if (trace.repeatOf != 0)
        return;
    const IpAddress via = rules::literal(head.via.host);
    if (!via.isNull() && !dossier.registeredAt.isNull() && via != dossier.registeredAt) {
        dossier.request = trace.number;
        dossier.requestVia = printable(head.via.host, 60);
    }
    if (trace.body && !trace.body->broken() && trace.body->root == ManscdpRoot::Query
        && trace.body->cmdType == u"Catalog") {
        dropCatalog(dossier);
        dossier.catalogAsked = true;
        out.withdraw({FindingCode::CatalogNotAsked}); // the record has a query, if in another place than its time says
        dossier.catalog = std::make_unique<Dossier::Catalog>();
        dossier.catalog->number = trace.number;
        dossier.catalog->sn = trace.body->sn.value_or(-1);
        dossier.catalog->at = dossier.catalog->lastAt = trace.datagram.at;
    }
    if (head.method == SipMethod::Invite) {
        const Sdp sdp = trace.datagram.cut ? Sdp() : readSdp(head.body);
        dossier.invite = std::make_unique<Dossier::Invite>();
        dossier.invite->number = trace.number;
        std::string_view shown;
        dossier.invite->fault = checkOffer(head, sdp, shown);
        dossier.invite->faultText = printable(shown, 80);
        dossier.invite->ssrc = printable(sdp.ssrc, 20);
        dossier.invite->start = sdp.start;
        if (sdp.mediaCount > 0)
            dossier.invite->media = printable(sdp.connectionOf(sdp.media[0]).address, 60);
        dossier.invite->tcp = sdp.mediaCount > 0 && sdp.media[0].tcp();
    } else if (head.method == SipMethod::Cancel && dossier.invite) {
        dossier.invite->cancelled = true;
    } else if (head.method == SipMethod::Ack && dossier.invite) {
        dossier.invite->acked = true;
    }
}

void Findings::observeAnswer(const RuleInput &in, Dossier &dossier, Verdicts &out)
{
    const Trace &trace = in.trace;
    const SipMethod method = trace.head.method;
    if (trace.answers != 0 && trace.repeatOf == 0)
        requestAnswered(trace, dossier, out);
    if (method == SipMethod::Invite)
        return run(rules::ofInviteAnswer, in, out);
    if (trace.repeatOf != 0 && method == SipMethod::Register)
        dossier.noteAnswerCopy(trace);
    if (trace.repeatOf != 0 || trace.answers == 0)
        return;
    formAnswered(trace, dossier, out);
    if (const Dossier::Attempt *const strange = dossier.strangerOf(trace))
        return strangerAnswered(in, Dossier::Attempt(*strange), dossier, out);
    if (method == SipMethod::Register) {
        if (const Dossier::Attempt *const attempt = dossier.noteRegisterAnswer(trace, m_texts)) {
            run(rules::ofRegisterAnswer, in, out);
            comesAndGoes(in, *attempt, dossier, out);
            noteCatalogWanted(in, dossier);
            noteHome(dossier);
        }
    } else if (trace.answers == dossier.beat) {
        const bool accepted = trace.head.status / 100 == 2;
        dossier.refusedInARow = accepted ? 0 : dossier.refusedInARow + 1;
        run(rules::ofBeatAnswer, in, out);
        if (accepted)
            dossier.acceptedAt = trace.datagram.at;
    } else if (dossier.upperBeat != 0 && trace.answers == dossier.upperBeat) {
        out.end(FindingCode::UpperBeatUnanswered);
    } else if (dossier.catalog && trace.answers == dossier.catalog->number && trace.head.status / 100 == 2) {
        dossier.catalog->answer = trace.number;
        arm(trace.datagram.at + catalogPatience, {Wake::CatalogAnswer, in.id, dossier.catalog->number});
    }
}

/// What looks like a part of a message tells of a wrong Content-Length (D27); else it is something of the maker's.
void Findings::inStream(const Datagram &datagram, quint64 number, const QString &speaker)
{
    const QByteArray &octets = datagram.octets;
    const QString from = datagram.from.text();
    if (octets.contains('<') || octets.contains("SIP/2.0") || octets.contains(": "))
        return m_log.raise(
            FindingCode::StreamOutOfStep, speaker, {from, QString::number(octets.size()), {}}, datagram.at, {number});
    constexpr qsizetype shown = 16;
    QString hex = QString::fromLatin1(octets.left(shown).toHex(' '));
    if (octets.size() > shown)
        hex += QStringLiteral(" \u2026");
    quint64 all = static_cast<quint64>(octets.size());
    if (Dossier *const known = dossier(speaker))
        all = known->junk += all;
    m_log.raise(FindingCode::JunkInStream, speaker, {from, hex, QString::number(all)}, datagram.at, {number});
}

/// D28, and D27 where SIP was spoken before.
void Findings::notSip(const Trace &trace)
{
    const Datagram &datagram = trace.datagram;
    const QString from = datagram.from.address.toString();
    const std::string_view octets(datagram.octets.constData(), static_cast<std::size_t>(datagram.octets.size()));
    const auto raise = [&](FindingCode code, const QString &device, FindingLog::Words words) {
        m_log.raise(code, device, std::move(words), datagram.at, {trace.number});
    };
    const auto speaker = m_speakers.constFind(datagram.from);
    const bool ofStream = datagram.transport == TransportKind::Tcp && speaker != m_speakers.constEnd();
    if (ofStream && !trimmed(octets).empty())
        return inStream(datagram, trace.number, *speaker);
    if (trace.head.kind == SipKind::NatKeepalive) {
        const bool zeros = octets.find('\0') != std::string_view::npos;
        return zeros ? raise(FindingCode::NotSip, {}, {from, QStringLiteral("zero octets"), {}})
                     : raise(FindingCode::BlankKeepalive, {}, {from, {}, {}});
    }
    const auto byte = [&](std::size_t at) { return at < octets.size() ? static_cast<quint8>(octets[at]) : quint8{0}; };
    const bool stun = octets.size() >= 20 && byte(0) < 4
        && octets.substr(4, 4) == std::string_view("\x21\x12\xa4\x42", 4);
    const QString what = stun ? QStringLiteral("STUN")
        : octets.starts_with("GET ") || octets.starts_with("POST ") || octets.starts_with("HTTP/")
        ? QStringLiteral("HTTP")
        : byte(0) == 0x16 && byte(1) == 3                 ? QStringLiteral("TLS")
        : octets.size() >= 12 && (byte(0) & 0xc0) == 0x80 ? QStringLiteral("RTP")
                                                          : QString();
    raise(FindingCode::NotSip, {}, {from, what, {}});
}

} // namespace gb
