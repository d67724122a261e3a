#include "core/flow/flowlog.h"

#include "core/message/siptext.h"

#include <limits>

namespace gb {
namespace {

Key128 keyOf(const SipHead &head, const SipVia &via, std::string_view method)
{
    KeyHasher hash;
    hash.add(via.branch).add(via.host).add(via.port.value_or(0)).add(method).add(head.callId).add(head.cseq);
    if (!via.branch.starts_with("z9hG4bK")) // RFC 2543 (RFC 3261 §17.2.3): the branch tells nothing
        hash.add(head.from.tag);
    return hash.key();
}

/// A proxy puts its Via on top, so the one at the bottom is the sender's.
SipVia lowestVia(const SipHead &head)
{
    const std::string_view line = head.viaLines[head.viaLines.size() - 1];
    const std::string_view values = line.substr(line.find(':') + 1);
    return siptext::parseVia(trimmed(values.substr(values.rfind(',') + 1)));
}

Key128 inviteKey(const SipHead &head)
{
    return KeyHasher().add(head.callId).add(head.from.tag).add(head.cseq).key();
}

/// Of one of the answers to a request.
Key128 answerKey(const Trace &trace)
{
    return KeyHasher()
        .add(trace.transaction.a)
        .add(trace.transaction.b)
        .add(static_cast<quint64>(trace.head.status))
        .add(trace.head.to.tag)
        .key();
}

quint32 microseconds(Duration duration)
{
    return static_cast<quint32>(std::clamp<Duration::rep>(duration.count(), 0, std::numeric_limits<quint32>::max()));
}

template<typename Number>
void count(Number &number)
{
    number = static_cast<Number>(std::min<int>(number + 1, std::numeric_limits<Number>::max()));
}

constexpr std::size_t mostEarly = 32;
constexpr Duration earliest = std::chrono::seconds(2); ///< that packets of a capture stand in the wrong order

/// What tells an answer from others to the same request.
quint32 answerMark(const SipHead &head)
{
    return static_cast<quint32>(seededHash(head.to.tag)) ^ static_cast<quint32>(head.status);
}

} // namespace

Key128 transactionKey(const SipHead &head)
{
    return keyOf(head, head.via, head.cseqMethod);
}

void FlowLog::note(Trace &trace)
{
    advance(trace.datagram.at);
    forget(trace.datagram.at);
    m_last = trace.number;
    const bool isNameless = trace.datagram.cut && (trace.head.callIdLine.empty() || trace.head.cseqLine.empty());
    if (isNameless && (trace.isResponse() || trace.head.method == SipMethod::Ack)) {
        m_namelessAt = trace.datagram.at;
        m_nameless = trace.number;
    } else if (trace.isResponse()) {
        noteResponse(trace);
    } else if (trace.isRequest() && trace.head.answerable()) { // what is no transaction is no repeat of one
        trace.head.method == SipMethod::Ack ? noteAck(trace) : noteRequest(trace);
    }
}

FlowLog::Seen &FlowLog::remember(const Key128 &key, Trace &trace)
{
    const TimePoint now = trace.datagram.at;
    if (Seen *const known = m_seen.find(key)) {
        known->at = std::max(known->at, now);
        trace.repeatOf = known->number;
        trace.otherBody = known->body != trace.bodyHash && !known->has(BodyCut) && !trace.datagram.cut;
        return *known;
    }
    Seen &seen = m_seen.add(key, now);
    seen.number = trace.number;
    seen.first = seen.at = now;
    seen.body = trace.bodyHash;
    seen.set(BodyCut, trace.datagram.cut);
    seen.sequence = trace.datagram.sequence;
    seen.copies.source = trace.datagram.source;
    return seen;
}

void FlowLog::noteRequest(Trace &trace)
{
    const bool invite = trace.head.method == SipMethod::Invite;
    Seen &seen = remember(trace.transaction, trace);
    if (trace.repeatOf != 0) {
        const bool answered = seen.answer != 0 && !seen.has(CameAgain);
        again(trace, seen.copies, seen.first, seen.sequence,
            {.timer = invite ? SipTimer::A : SipTimer::E, .provisional = seen.has(Provisional), .answered = answered});
        seen.set(CameAgain);
        return;
    }
    if (invite) {
        const Key128 key = inviteKey(trace.head);
        if (!m_invites.contains(key))
            m_inviteOrder.emplace_back(trace.datagram.at, key);
        m_invites[key].add(
            {.transaction = trace.transaction, .from = trace.datagram.from, .to = trace.datagram.to, .answeredAt = {}});
    }
    if (trace.head.viaCount > 1)
        noteProxyRequest(trace);
    if (!m_early.empty() && answeredEarly(seen, trace))
        return;
    wait(seen, trace, invite ? Awaited::What::Response : Awaited::What::FinalResponse,
        invite ? SipTimer::B : SipTimer::F);
}

/// Its answer stands ahead of it in the capture.
bool FlowLog::answeredEarly(Seen &seen, const Trace &trace)
{
    const auto early = std::find_if(
        m_early.begin(), m_early.end(), [&trace](const Early &one) { return one.transaction == trace.transaction; });
    if (early == m_early.end())
        return false;
    const bool fits = trace.datagram.at - early->at <= earliest;
    if (fits) {
        seen.set(Final);
        seen.answer = early->number;
        seen.answerIs = early->is;
    }
    m_early.erase(early);
    return fits;
}

void FlowLog::noteAck(Trace &trace)
{
    if (const auto invite = m_invites.find(inviteKey(trace.head)); invite != m_invites.end()) {
        // To a refusal it has the INVITE's own branch (§17.1.1.3)
        const InviteHop *hop = invite->ofTransaction(keyOf(trace.head, trace.head.via, "INVITE"));
        hop = hop ? hop : invite->between(trace.datagram.from, trace.datagram.to);
        const bool past = !hop;
        for (const InviteHop &one : invite->all()) {
            if (past && one.answer != 0)
                acknowledge(one, trace.number);
            hop = past && one.answer != 0 && (!hop || one.to == trace.datagram.to) ? &one : hop;
        }
        if (hop && hop->answer != 0) {
            trace.answers = hop->answer;
            trace.took = trace.datagram.at - hop->answeredAt;
            acknowledge(*hop, trace.number);
        }
    }
    Seen &ack = remember(trace.transaction, trace);
    if (trace.repeatOf != 0) {
        again(trace, ack.copies, ack.first, ack.sequence, {});
        if (trace.copy.kind == RepeatKind::Retransmission) { // no timer sends an ACK: each copy answers a copy
                                                             // (§13.2.2.4, §17.1.1.2)
            trace.copy.kind = RepeatKind::Echo;
            trace.copy.offSchedule = false;
        }
    }
}

void FlowLog::acknowledge(const InviteHop &hop, quint64 by)
{
    Seen *const seen = m_seen.find(hop.transaction);
    if (!seen)
        return;
    if (!seen->has(Acknowledged))
        came(*seen, hop.answer, by, Awaited::What::Ack);
    seen->set(Acknowledged);
}

void FlowLog::noteResponse(Trace &trace)
{
    const SipHead &head = trace.head;
    Seen *const found = m_seen.find(trace.transaction);
    if (!found) {
        Seen &seen = remember(answerKey(trace), trace);
        if (trace.repeatOf != 0)
            again(trace, seen.copies, seen.first, seen.sequence, {.echo = true}); // its request was not seen
        else if (head.status >= 200 && head.method != SipMethod::Invite)
            m_early.push_back({trace.transaction, trace.number, trace.datagram.at, answerMark(head)});
        if (m_early.size() > mostEarly)
            m_early.pop_front();
        return;
    }
    Seen &request = *found;
    const bool invite = head.method == SipMethod::Invite, final = head.status >= 200;
    trace.answers = request.number;
    trace.took = trace.datagram.at - request.first;
    request.at = std::max(request.at, trace.datagram.at);
    if (final ? !request.has(Final) : invite && !request.has(Provisional))
        came(request, request.number, trace.number, invite ? Awaited::What::Response : Awaited::What::FinalResponse);
    const bool firstFinal = final && !request.has(Final);
    request.set(final ? Final : Provisional);
    const bool echo = request.has(CameAgain);
    request.set(CameAgain, false);
    if (invite && firstFinal) {
        const auto known = m_invites.find(inviteKey(head));
        if (InviteHop *const hop = known == m_invites.end() ? nullptr : known->ofTransaction(trace.transaction)) {
            hop->answer = trace.number;
            hop->answeredAt = trace.datagram.at;
        }
        wait(request, trace, Awaited::What::Ack, head.status < 300 ? SipTimer::L : SipTimer::H);
    }
    const quint32 answerIs = answerMark(head);
    if (request.answer == 0) { // nearly every request has one answer: half of the memory, and half of the way to it
        request.answer = trace.number;
        request.answerIs = answerIs;
        request.answerSequence = trace.datagram.sequence;
        request.answers.source = trace.datagram.source;
        request.answeredAfter = microseconds(trace.datagram.at - request.first);
        if (head.viaCount > 1 || request.has(Proxied))
            noteProxyAnswer(trace);
        return;
    }
    // Of a request that is no INVITE no timer repeats the answer, so each goes with a copy of the request, in whatever
    // order they were caught (§17.2.2)
    const bool answersCopy = invite ? echo : request.answers.seen < request.copies.seen;
    if (request.answerIs != answerIs)
        return noteOtherAnswer(answerKey(trace), trace, answersCopy);
    trace.repeatOf = request.answer;
    const SipTimer timer = invite && head.status >= 300 ? SipTimer::G : SipTimer::None;
    again(trace, request.answers, request.first + Duration(request.answeredAfter), request.answerSequence,
        {.timer = timer, .echo = answersCopy, .doubled = request.copies.seen > request.copies.count});
}

void FlowLog::noteOtherAnswer(const Key128 &key, Trace &trace, bool echo)
{
    const bool refusal = trace.head.method == SipMethod::Invite && trace.head.status >= 300;
    Seen &seen = remember(key, trace);
    if (trace.repeatOf != 0)
        again(trace, seen.copies, seen.first, seen.sequence,
            {.timer = refusal ? SipTimer::G : SipTimer::None, .echo = echo});
    else if (trace.head.viaCount > 1)
        noteProxyAnswer(trace);
}

/// Which of the kinds of repeat it is.
void FlowLog::again(Trace &trace, Copies &copies, TimePoint first, quint32 sequence, Cause cause) const
{
    const bool tcp = trace.datagram.transport == TransportKind::Tcp;
    const quint32 came = microseconds(trace.datagram.at - first);
    CopyInfo &info = trace.copy;
    info.came = trace.datagram.at - first;
    const bool isAtOnce = !tcp && !trace.otherBody && !cause.answered
        && came - std::min(came, copies.last) <= duplicateWithin.count();
    count(copies.seen);
    const bool otherSource = std::exchange(copies.source, trace.datagram.source) != trace.datagram.source;
    if (otherSource && !trace.otherBody && came - std::min(came, copies.last) <= duplicateWithinSources.count())
        info.kind = RepeatKind::Duplicate; // whatever was answered meanwhile: the other one saw that, too
    else if (tcp && sequence != 0 && sequence == trace.datagram.sequence)
        info.kind = RepeatKind::TcpRepeat;
    else if (cause.echo && !(cause.doubled && isAtOnce))
        info.kind = RepeatKind::Echo;
    else if (isAtOnce)
        info.kind = RepeatKind::Duplicate;
    else
        info.kind = RepeatKind::Retransmission;
    if (info.kind == RepeatKind::Echo || info.kind == RepeatKind::Retransmission)
        count(copies.count);
    info.copy = copies.count;
    if (info.kind == RepeatKind::Retransmission) {
        info.timer = tcp ? SipTimer::None : cause.timer;
        const bool repeatable = cause.timer != SipTimer::None
            || (trace.isResponse() && trace.head.method == SipMethod::Invite);
        if (repeatable && !tcp)
            place(info, copies, Duration(came), cause.provisional);
        else
            info.offSchedule = !(repeatable && trace.isResponse()); // the UA core repeats its 2xx over TCP, too
                                                                    // (§13.3.1.4); else nothing may be
    }
    copies.last = std::max(copies.last, came);
}

/// The copy of the schedule that is nearest, behind the last one: a capture may have missed some.
void FlowLog::place(CopyInfo &info, Copies &copies, Duration came, bool provisional) const
{
    Duration at{0}, interval = m_timers.t1, nearest = Duration::max();
    for (quint8 step = 2; at + interval < m_timers.giveUp(); ++step) {
        at += interval;
        const Duration off = std::chrono::abs(came - at);
        if (step > copies.step && off < nearest) {
            nearest = off;
            info.due = at;
            info.offSchedule = 10 * off > 3 * interval;
            copies.step = step;
        } else if (step > copies.step) {
            break;
        }
        interval = m_timers.next(info.timer, interval);
    }
    if (provisional && info.timer == SipTimer::E) { // §17.1.2.2: every T2 from then on
        const Duration due = Duration(copies.last) + m_timers.t2;
        const Duration off = std::chrono::abs(came - due);
        if (off < nearest && due < m_timers.giveUp()) {
            nearest = off;
            info.due = due;
            info.offSchedule = 10 * off > 3 * m_timers.t2;
        }
    }
    if (nearest == Duration::max())
        info.offSchedule = true; // it should have given up
}

void FlowLog::noteProxyRequest(Trace &trace)
{
    Seen *const before = m_seen.find(keyOf(trace.head, lowestVia(trace.head), trace.head.cseqMethod));
    if (!before || before->number == trace.number)
        return;
    before->set(Proxied);
    trace.repeatOf = before->number;
    trace.copy.kind = RepeatKind::ProxyCopy;
}

/// An answer passes the hops the other way: its Via shrinks.
void FlowLog::noteProxyAnswer(Trace &trace)
{
    const SipHead &head = trace.head;
    const Key128 sender = keyOf(head, lowestVia(head), head.cseqMethod);
    const Key128 key = KeyHasher()
                           .add("proxy")
                           .add(sender.a)
                           .add(sender.b)
                           .add(static_cast<quint64>(head.status))
                           .add(head.to.tag)
                           .key();
    if (const Seen *const known = m_seen.find(key)) {
        trace.repeatOf = known->number;
        trace.copy.kind = RepeatKind::ProxyCopy;
        return;
    }
    Seen &seen = m_seen.add(key, trace.datagram.at);
    seen.number = trace.number;
    seen.first = seen.at = trace.datagram.at;
}

} // namespace gb
