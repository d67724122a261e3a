#include "core/findings/findingsparts.h"
#include "core/findings/manners.h"
#include "core/findings/weighing.h"
#include "core/message/deviceid.h"
#include "core/message/gbtime.h"
#include "core/message/siptext.h"

/// The part of Findings that gives each message to those whom it concerns.
namespace gb {
namespace {

bool isFromDevice(const Trace &trace, const QString &id)
{
    const std::string_view user = trace.head.from.uri.user;
    return id == QLatin1String(user.data(), static_cast<qsizetype>(user.size())) || id == printable(user);
}

/// The XML is there to its last tag, whatever else is announced.
bool endsWhole(std::string_view body)
{
    const std::string_view text = trimmed(body);
    return text.ends_with("</Notify>") || text.ends_with("</Response>") || text.ends_with("</Query>")
        || text.ends_with("</Control>");
}

} // namespace

void Findings::observe(const Trace &trace, std::optional<quint32> place)
{
    Parts &p = *m_parts;
    p.base.number = trace.number;
    p.listening.heard(trace.datagram.at);
    p.base.noteHeard(trace.datagram.at);
    p.record.observe(trace);
    if (trace.datagram.cut && !trace.datagram.fragment)
        return p.record.noteCut(trace);
    if (!trace.isRequest() && !trace.isResponse())
        return p.streams.notSip(trace);
    if (trace.body && trace.repeatOf == 0 && !trace.isKeepalive())
        p.record.noteAsked(trace);
    if (trace.body && !trace.body->events.isEmpty() && !trace.body->broken() && trace.repeatOf == 0)
        p.catalogs.noteEvents(trace);
    if (Dossier *const known = place ? p.base.dossiers.at(place, trace.device) : p.base.dossiers.ofChannel(trace))
        observe(trace, *known);
}

void Findings::observe(const Trace &trace, Dossier &dossier)
{
    const QString &id = dossier.id;
    Verdicts out(m_parts->base.log, dossier, id, trace.datagram.at);
    const Dossier::Codes before = dossier.open;
    judge(trace, dossier, out);
    if (trace.head.method == SipMethod::Register || dossier.neighbourhood.isNull())
        m_parts->base.neighbours.note(dossier);
    Dossier::Codes weighed = (before | dossier.open) & weighing::contested();
    if (dossier.silence.isBack)
        weighed.set(static_cast<std::size_t>(FindingCode::WentSilent));
    if (weighed.none())
        return; // as of nearly all
    weighing::weigh(weighed, m_parts->base, dossier, out);
    dossier.silence.isBack = dossier.silence.isBack && dossier.beatAt < dossier.silence.backAt;
}

void Findings::judge(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    const QString &id = dossier.id;
    const RuleInput in{
        trace, dossier, id, m_parts->base.site, m_parts->base.policyOf(id), m_parts->base.contactOf(dossier)};
    const bool registers = trace.head.method == SipMethod::Register;
    const bool isOwn = trace.isRequest() && isFromDevice(trace, id);
    if (trace.isRequest() && (registers || (isOwn && trace.isKeepalive())) && dossier.isStranger(trace)) {
        if (trace.repeatOf == 0)
            dossier.noteStranger(trace);
        return; // what is wrong with it is not the device's fault
    }
    m_parts->contacts.note(in, dossier);
    if (isOwn && trace.repeatOf == 0)
        manners::noteForm(trace, dossier);
    if (trace.datagram.transport == TransportKind::Tcp && trace.isRequest())
        m_parts->streams.noteSpeaker(trace.datagram.from, id);
    out.end(FindingCode::ExpectedSilent);
    if (isOwn) {
        if (dossier.missesChallenge(trace.datagram.at))
            m_parts->record.answerUnseen(trace);
        dossier.speaksFrom = trace.datagram.from;
        dossier.spokeAt = trace.datagram.at;
        dossier.speaksTcp = trace.datagram.transport == TransportKind::Tcp;
        out.withdrawOpen(FindingCode::IdChanged); // it is there
        RequestWatch::heardBehind(dossier, out);
        m_parts->requests.heardFrom(trace.datagram.from, trace.datagram.at);
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

void Findings::observeRegister(const RuleInput &in, Dossier &dossier, Verdicts &out)
{
    const Trace &trace = in.trace;
    if (trace.repeatOf != 0) {
        dossier.noteRegisterCopy(trace);
        return runRules(rules::ofRegisterCopy, in, out);
    }
    const TimePoint restarted = dossier.restartedAt;
    dossier.noteRegister(trace, m_parts->base.texts);
    dossier.noteUnseenChallenge();
    const SipUri &contact = trace.head.contact.uri;
    dossier.contact = {rules::literal(contact.host), contact.port.value_or(5060)};
    dossier.noteSource(trace, 2 * in.policy.interval);
    runRules(rules::ofRegister, in, out);
    manners::noteSignature(trace, out);
    if (dossier.alternates)
        rules::sharedId(in, out);
    if (!trace.head.date.empty())
        rules::clock(in, trace.head.date, out);
    if (dossier.restartedAt != restarted)
        m_parts->fleet.restarted(dossier, out, trace.number);
    m_parts->fleet.bridge(in, out);
}

void Findings::observeOwn(const RuleInput &in, Dossier &dossier, Verdicts &out)
{
    const Trace &trace = in.trace;
    if (trace.head.method == SipMethod::Bye)
        manners::callEnded(trace, dossier);
    if (trace.datagram.cut)
        m_parts->catalogs.noteCut(trace, dossier, out);
    else if (trace.datagram.transport == TransportKind::Udp && trace.repeatOf == 0
        && trace.datagram.octets.size() > 1472)
        out.raise(FindingCode::LargeDatagram, {QString::number(trace.datagram.octets.size()), {}, {}}, {trace.number});
    if (trace.head.has(HeadFault::BodyShort) && out.isOpen(FindingCode::CutMessage) && endsWhole(trace.head.body))
        out.turn(FindingCode::CutMessage, FindingCode::CutMessage, {{}, {}, QStringLiteral("whole")});
    if (!trace.isKeepalive()) {
        if (!trace.body || trace.body->broken() || trace.repeatOf != 0)
            return;
        m_parts->catalogs.note(trace, dossier);
        m_parts->record.judgeAsked(in, out);
        return runRules(rules::ofBody, in, out);
    }
    if (trace.repeatOf != 0) {
        dossier.noteBeatCopy(trace);
        return runRules(rules::ofBeatCopy, in, out);
    }
    dossier.noteBeat(trace, m_parts->base.texts);
    dossier.noteSource(trace, 2 * in.policy.interval);
    runRules(rules::ofBeat, in, out);
}

/// What the platform asks of it.
void Findings::observeToDevice(const Trace &trace, Dossier &dossier, Verdicts &out)
{
    m_parts->requests.note(trace, dossier);
    if (trace.body && trace.body->cmdType == u"DeviceConfig" && trace.body->root == ManscdpRoot::Control)
        dossier.noteWanted(trace);
    if (trace.repeatOf == 0)
        m_parts->catalogs.noteQuery(trace, dossier, out);
}

void Findings::observeAnswer(const RuleInput &in, Dossier &dossier, Verdicts &out)
{
    const Trace &trace = in.trace;
    const SipMethod method = trace.head.method;
    if (trace.answers != 0 && trace.repeatOf == 0)
        m_parts->requests.answered(trace, dossier, out);
    if (trace.answers != 0 && trace.answers == dossier.brokenRequest)
        out.withdraw({FindingCode::ServerBreaksOff, FindingCode::DeviceBreaksOff}); // on another connection
    if (method == SipMethod::Invite && isFromDevice(trace, in.id))
        return; // its own call, to talk: what its platform answers is the platform's affair
    if (method == SipMethod::Invite) {
        manners::callTaken(trace, dossier);
        return runRules(rules::ofInviteAnswer, in, out);
    }
    dossier.noteAnswerer(trace);
    if (ServerFacts *const server = trace.answers != 0 && trace.head.status >= 200 && dossier.isOwn(trace.answers)
            ? m_parts->base.serverFor(trace.datagram.from.address)
            : nullptr)
        server->noteAnswer(in.id, trace.datagram.at);
    if (trace.repeatOf != 0 && method == SipMethod::Register)
        dossier.noteAnswerCopy(trace);
    if (trace.repeatOf != 0 || trace.answers == 0)
        return;
    manners::formAnswered(trace, dossier, out);
    if (method == SipMethod::Bye && !isFromDevice(trace, in.id)) {
        runRules(rules::ofByeAnswer, in, out);
        return manners::callEnded(trace, dossier);
    }
    if (const Dossier::Attempt *const strange = dossier.strangerOf(trace))
        return strangerAnswered(in, Dossier::Attempt(*strange), dossier, out);
    if (method == SipMethod::Register) {
        registerAnswered(in, dossier, out);
    } else if (trace.answers == dossier.beat || (dossier.beatHop != 0 && trace.answers == dossier.beatHop)) {
        const bool accepted = trace.head.status / 100 == 2;
        if (trace.head.status >= 200)
            m_parts->fleet.answered(trace.datagram.from.address, trace.datagram.at);
        dossier.refusedInARow = accepted ? 0 : dossier.refusedInARow + 1;
        dossier.answered |= trace.head.status >= 200 ? 1U : 0U;
        dossier.unanswered &= trace.head.status >= 200 ? static_cast<quint16>(~1U) : static_cast<quint16>(~0U);
        const bool wasRefused = out.isOpen(FindingCode::RefusedAfterAccepted);
        runRules(rules::ofBeatAnswer, in, out);
        if (accepted)
            dossier.acceptedAt = trace.datagram.at;
        using Answer = FleetWatch::Answer;
        if (accepted || out.isOpen(FindingCode::RefusedAfterAccepted))
            m_parts->fleet.beatAnswered(in,
                accepted         ? Answer::Taken
                    : wasRefused ? Answer::RefusedAgain
                                 : Answer::RefusedFirst,
                out);
    } else if (dossier.upperBeat != 0 && trace.answers == dossier.upperBeat) {
        out.end(FindingCode::UpperBeatUnanswered);
    } else {
        m_parts->catalogs.noteAnswer(trace, dossier);
    }
}

void Findings::registerAnswered(const RuleInput &in, Dossier &dossier, Verdicts &out)
{
    const bool isFirst = dossier.accepted.number == 0 && dossier.beat == 0;
    const Dossier::Attempt *const attempt = dossier.noteRegisterAnswer(in.trace, m_parts->base.texts);
    if (!attempt)
        return;
    if (Dossier *const before = isFirst && attempt->accepted() ? m_parts->requests.homeOf(dossier.contact) : nullptr)
        manners::tookAddress(dossier, *attempt, *before, m_parts->base);
    if (const auto told = parseGbTime(in.trace.head.date))
        dossier.platformSkew = told->at - in.trace.datagram.at;
    runRules(rules::ofRegisterAnswer, in, out);
    manners::noteAgent(*attempt, dossier);
    if (attempt->accepted())
        m_parts->base.noteProgram(dossier);
    manners::comesAndGoes(in, *attempt, dossier, m_parts->base.timers, out);
    m_parts->catalogs.noteWanted(in, dossier);
    if (attempt->accepted() || !m_parts->requests.homeOf(dossier.contact)) // who is there is not pushed out by who asks
        m_parts->requests.noteHome(dossier);
}

/// Accepted it was the device after all, or a second one with its ID.
void Findings::strangerAnswered(const RuleInput &in, const Dossier::Attempt &strange, Dossier &dossier, Verdicts &out)
{
    const Trace &trace = in.trace;
    const bool registers = trace.head.method == SipMethod::Register;
    if (trace.head.status / 100 == 2) {
        dossier.noteSource({strange.from.address, strange.to, strange.at, strange.number}, 2 * in.policy.interval);
        if (registers) {
            dossier.adopt(strange, trace);
            dossier.noteRegisterAnswer(trace, m_parts->base.texts);
            runRules(rules::ofRegisterAnswer, in, out);
        }
        if (dossier.alternates)
            rules::sharedId(in, out);
    } else if (trace.head.status >= 400 && (strange.authorized || !registers)) { // a first 401 is no refusal
        m_parts->addresses.ofAddress(
            FindingCode::StrangerRefused, strange.from.address, in.id, out.now(), {strange.number, trace.number});
    }
}

} // namespace gb
