#include "core/findings/findings.h"

#include "core/base/prefetch.h"
#include "core/message/deviceid.h"
#include "core/message/sdp.h"
#include "core/message/siptext.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::size_t maxTimers = 50'000;
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
    if (m_last && id == m_lastId)
        return m_last;
    auto place = m_dossiers.find(id);
    if (place == m_dossiers.end()) {
        if (m_dossiers.size() >= maxDevices)
            return nullptr;
        place = m_dossiers.insert(id, std::make_shared<Dossier>());
        (*place)->id = id;
    }
    m_lastId = id;
    m_last = place->get();
    return m_last;
}

/// The same, by a way that is in some cache. A place may have been another device's, so the ID has to be that very
/// text.
Dossier *Findings::dossierAt(std::optional<quint32> place, const QString &id)
{
    if (!place)
        return dossier(id);
    if (*place < m_byPlace.size() && m_byPlace[*place] && m_byPlace[*place]->id.isSharedWith(id)) {
        m_lastId = id;
        return m_last = m_byPlace[*place];
    }
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

void Findings::prefetchDossier(quint32 place) const
{
    if (place < m_byPlace.size() && m_byPlace[place])
        prefetch(m_byPlace[place], sizeof(Dossier));
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
    for (const RuleFunction rule : rules)
        rule(in, out);
}

void Findings::observe(const Trace &trace, std::optional<quint32> place)
{
    noteTime(trace);
    if (!trace.isRequest() && !trace.isResponse())
        return notSip(trace);
    if (trace.body && trace.repeatOf == 0 && !trace.isKeepalive())
        noteAsked(trace);
    if (trace.body && !trace.body->events.isEmpty() && !trace.body->broken() && trace.repeatOf == 0)
        noteCatalogEvents(trace);
    // A channel of a recorder has no row of its own, but its calls can fail
    const bool call = trace.head.method == SipMethod::Invite || trace.head.method == SipMethod::Cancel;
    const QString id = trace.device.isEmpty() && call && faultOf(trace.head.to.uri.user) == IdFault::None
        ? printable(trace.head.to.uri.user)
        : trace.device;
    if (trace.device.isEmpty() && !id.isEmpty() && !m_dossiers.contains(id)) {
        if (m_channels >= maxChannels)
            return;
        ++m_channels;
    }
    Dossier *const known = dossierAt(trace.device.isEmpty() ? std::nullopt : place, id);
    if (!known)
        return;
    Verdicts out(m_log, *known, id, trace.datagram.at);
    const RuleInput in{trace, *known, id, m_site, policyOf(id), contactOf(*known)};
    const bool own = trace.isRequest()
        && (trace.head.method == SipMethod::Register || (trace.isKeepalive() && isFromDevice(trace, id)));
    if (own && known->isStranger(trace)) {
        if (trace.repeatOf == 0)
            known->noteStranger(trace);
        return; // what is wrong with it is not the device's fault
    }
    noteContact(in, *known);
    if (trace.datagram.transport == TransportKind::Tcp && trace.isRequest() && m_speakers.size() < maxSpeakers)
        m_speakers.insert(trace.datagram.from, id);
    out.end(FindingCode::ExpectedSilent);
    if (trace.isRequest() && isFromDevice(trace, id)) {
        known->speaksFrom = trace.datagram.from;
        known->spokeAt = trace.datagram.at;
        heardBehind(*known, out);
    }
    if (trace.isResponse())
        observeAnswer(in, *known, out);
    else if (trace.head.method != SipMethod::Register && !isFromDevice(trace, id))
        observeToDevice(trace, *known, out);
    else if (trace.head.method == SipMethod::Register)
        observeRegister(in, *known, out);
    else
        observeOwn(in, *known, out);
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
    const SipUri &contact = trace.head.contact.uri;
    dossier.contact = {rules::literal(contact.host), contact.port.value_or(5060)};
    dossier.noteSource(trace, 2 * in.policy.interval);
    run(rules::ofRegister, in, out);
    if (dossier.alternates)
        rules::sharedId(in, out);
    if (!trace.head.date.empty())
        rules::clock(in, trace.head.date, out);
    if (dossier.restartedAt != restarted)
        fleetRestart(dossier, out, trace.number);
    bridge(in, out);
}

/// D21: many that had been there begin anew at once.
void Findings::fleetRestart(const Dossier &dossier, Verdicts &out, quint64 number)
{
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
    const IpAddress contact = rules::literal(in.trace.head.contact.uri.host);
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
    if (trace.datagram.transport == TransportKind::Udp && trace.repeatOf == 0 && trace.datagram.octets.size() > 1472)
        out.raise(FindingCode::LargeDatagram, {QString::number(trace.datagram.octets.size()), {}, {}}, {trace.number});
    if (!trace.isKeepalive()) {
        if (!trace.body || trace.body->broken() || trace.repeatOf != 0)
            return;
        noteCatalog(trace, dossier);
        judgeAsked(in, out);
        return run(rules::ofBody, in, out);
    }
    if (trace.repeatOf != 0) {
        dossier.repeated |= trace.repeatOf == dossier.beat && trace.copy.kind == RepeatKind::Retransmission ? 1 : 0;
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
        const Sdp sdp = readSdp(head.body);
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
    if (trace.repeatOf != 0 || trace.answers == 0)
        return;
    if (const Dossier::Attempt *const strange = dossier.strangerOf(trace))
        return strangerAnswered(in, Dossier::Attempt(*strange), dossier, out);
    if (method == SipMethod::Register) {
        if (dossier.noteRegisterAnswer(trace, m_texts)) {
            run(rules::ofRegisterAnswer, in, out);
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

void Findings::missing(const Awaited &awaited)
{
    if (awaited.state != Awaited::State::Missing || awaited.what == Awaited::What::Ack)
        return;
    const auto place = m_dossiers.constFind(awaited.device);
    if (place == m_dossiers.constEnd())
        return;
    Dossier &dossier = **place;
    Verdicts out(m_log, dossier, awaited.device, awaited.deadline);
    for (std::size_t i = 0; i < dossier.attempts.size(); ++i) {
        const Dossier::Attempt &attempt = dossier.attempts[i];
        if (attempt.number == awaited.number && attempt.copies >= 4)
            out.raise(FindingCode::RegisterUnanswered, {QString::number(attempt.copies), {}, {}}, {attempt.number});
    }
    // Who has an answer does not repeat: where nothing was repeated over UDP the answers went past whoever captured
    const bool meant = m_site.live || dossier.beatOverTcp || (dossier.repeated & 1U) != 0;
    if (awaited.number == dossier.beat && meant)
        out.raise(FindingCode::BeatUnanswered, {}, {awaited.number});
    if (awaited.number == dossier.upperBeat && (m_site.live || dossier.upperBeatRepeated))
        out.raise(FindingCode::UpperBeatUnanswered, {dossier.upperBeatFrom.text(), {}, {}}, {awaited.number});
    if (awaited.number == dossier.request)
        out.raise(
            FindingCode::OtherViaAddress, {dossier.requestVia, dossier.registeredAt.toString(), {}}, {awaited.number});
    requestMissing(awaited, dossier, out);
}

void Findings::stateChanged(const QString &device, DeviceState state, const Note &reason, TimePoint at)
{
    Dossier *const known = dossier(device);
    if (!known)
        return;
    Verdicts out(m_log, *known, device, at);
    if (state == DeviceState::Offline && reason.code == NoteCode::NeverBeaten)
        out.raise(
            FindingCode::NeverBeaten, {reason.a, {}, {}}, {known->attempts.size() > 0 ? known->attempts[0].answer : 0});
    const bool gone = state == DeviceState::Offline || state == DeviceState::Lapsed;
    if (!gone)
        cameBack(device, *known, out);
    if (!gone && state != DeviceState::Online)
        return;
    m_online += (gone ? 0 : 1) - (known->online.value_or(false) ? 1 : 0);
    if (state == DeviceState::Offline && reason.code == NoteCode::HeartbeatsStopped)
        wentSilent(device, *known, out);
    if (known->hushed || known->cutOff) {
        known->online = !gone; // no change that would count
        return;
    }
    known->noteState(!gone, at);
    flapping(device, *known, out);
    if (known->changes.size() >= 3)
        arm(at + flapWindow, {Wake::Flapping, device, 0});
}

/// D35, and its class.
void Findings::flapping(const QString &id, Dossier &dossier, Verdicts &out)
{
    const TimePoint now = out.now();
    std::size_t recent = 0;
    while (recent < dossier.changes.size() && now - dossier.changes[recent] <= flapWindow)
        ++recent;
    constexpr FindingCode classes[] = {FindingCode::FlapsTwoDevices, FindingCode::FlapsReboot,
        FindingCode::FlapsAddress, FindingCode::FlapsLate, FindingCode::Flaps};
    if (recent < 3)
        return out.end({classes[0], classes[1], classes[2], classes[3], classes[4]});
    const auto lately = [&](TimePoint at) { return at != TimePoint() && now - at <= flapWindow; };
    const Duration allowance = policyOf(id).allowance();
    const FindingCode code = out.isOpen(FindingCode::SharedId) ? FindingCode::FlapsTwoDevices
        : lately(dossier.rebootedAt)                           ? FindingCode::FlapsReboot
        : lately(dossier.movedAt)                              ? FindingCode::FlapsAddress
        : dossier.longestGap > Duration::zero() && dossier.longestGap <= allowance * 3 / 2 ? FindingCode::FlapsLate
                                                                                           : FindingCode::Flaps;
    for (const FindingCode one : classes) {
        if (one != code)
            out.end(one);
    }
    const QString gap = QString::number(static_cast<double>(dossier.longestGap.count()) / 1e6, 'f', 1);
    out.raise(code,
        {QString::number(recent), gap, QString::number(std::chrono::floor<std::chrono::seconds>(allowance).count())},
        {dossier.beat});
}

void Findings::setPolicy(const HeartbeatPolicy &policy)
{
    m_site.policy = policy;
    for (const auto &one : std::as_const(m_dossiers))
        one->changes.clear(); // by another measure
}

void Findings::setOverrides(const HeartbeatOverrides &overrides)
{
    m_overrides = overrides;
    for (const auto &one : std::as_const(m_dossiers))
        one->changes.clear();
}

const HeartbeatPolicy &Findings::policyOf(const QString &id) const
{
    const auto own = m_overrides.constFind(id);
    return own == m_overrides.constEnd() ? m_site.policy : *own;
}

void Findings::expect(const QStringList &ids, TimePoint now)
{
    for (auto it = m_timers.begin(); it != m_timers.end();)
        it = it->second.what == Wake::Expected ? m_timers.erase(it) : std::next(it);
    const QSet<QString> wanted(ids.begin(), ids.end());
    for (auto it = m_dossiers.constBegin(); it != m_dossiers.constEnd(); ++it) {
        if (!wanted.contains(it.key()))
            Verdicts(m_log, **it, it.key(), now).end(FindingCode::ExpectedSilent);
    }
    for (const QString &id : ids) {
        const auto known = m_dossiers.constFind(id);
        if (known == m_dossiers.constEnd()
            || ((*known)->sources[0].number == 0
                && !(*known)->open.test(static_cast<std::size_t>(FindingCode::ExpectedSilent))))
            arm(now + 3 * m_site.policy.interval, {Wake::Expected, id, 0});
    }
}

void Findings::cannotListen(bool taken, const QString &where, const QString &owner, TimePoint at)
{
    m_log.raise(taken ? FindingCode::PortTaken : FindingCode::AddressNotHere, {}, {where, owner, {}}, at, {});
}

void Findings::listens(const QString &where, TimePoint at)
{
    hearsAgain(at);
    m_log.end(FindingCode::PortTaken, {}, at, where);
    m_log.end(FindingCode::AddressNotHere, {}, at, where);
}

void Findings::hearsAgain(TimePoint at)
{
    if (std::exchange(m_isDeaf, false))
        m_site.heardSince = at;
}

void Findings::silentConnection(const QString &from, TimePoint at)
{
    m_log.raise(FindingCode::SilentConnection, {}, {from, {}, {}}, at, {});
}

void Findings::arm(TimePoint at, Timer timer)
{
    if (m_timers.size() < maxTimers)
        m_timers.emplace(at, std::move(timer));
}

void Findings::advance(TimePoint now)
{
    while (!m_timers.empty() && m_timers.begin()->first <= now) {
        const auto [at, timer] = *m_timers.begin();
        m_timers.erase(m_timers.begin());
        wake(timer, at);
    }
}

std::optional<TimePoint> Findings::nextDeadline() const
{
    return m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first);
}

void Findings::wake(const Timer &timer, TimePoint at)
{
    if (timer.what == Wake::PowerReturned) {
        if (at - m_restarts[0] >= std::chrono::minutes(1))
            m_log.end(FindingCode::PowerReturned, {}, at);
        return;
    }
    Dossier *const known = timer.what == Wake::Expected ? dossier(timer.device) : m_dossiers.value(timer.device).get();
    if (!known)
        return;
    Verdicts out(m_log, *known, timer.device, at);
    switch (timer.what) {
    case Wake::CatalogAnswer:
        if (known->catalog && known->catalog->number == timer.number && known->catalog->sum < 0)
            out.raise(FindingCode::CatalogNoResponse, {}, {timer.number, known->catalog->answer});
        break;
    case Wake::CatalogParts:
        if (known->catalog && known->catalog->last == timer.number)
            judgeCatalog(*known, out);
        break;
    case Wake::CatalogAsked:
        if (!known->catalogAsked && known->online.value_or(false))
            out.raise(FindingCode::CatalogNotAsked,
                {QString::number(std::chrono::floor<std::chrono::seconds>(askPatience).count()), {}, {}},
                {timer.number});
        break;
    case Wake::Flapping: flapping(timer.device, *known, out); break;
    case Wake::Expected:
        if (const Duration wait = 3 * m_site.policy.interval; m_isDeaf)
            arm(at + wait, timer);
        else if (at < m_site.heardSince + wait && known->sources[0].number == 0)
            arm(m_site.heardSince + wait, timer);
        else if (!m_link.isEmpty() && m_link.within({}, at - 3 * m_site.policy.interval, at)) // it could not have been
                                                                                              // heard
            arm(at + 3 * m_site.policy.interval, timer);
        else if (known->sources[0].number == 0)
            out.raise(FindingCode::ExpectedSilent, {QString::number(3 * m_site.policy.interval.count()), {}, {}}, {});
        break;
    case Wake::LostServer:
        rules::lostServer(contactOf(*known), policyOf(timer.device), out);
        watchForRegister(timer.device, contactOf(*known), at);
        break;
    case Wake::PowerReturned: break;
    }
}

} // namespace gb
