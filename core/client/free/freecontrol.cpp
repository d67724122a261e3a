#include "core/client/free/freecontrol.h"

#include "core/message/basicparam.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"
#include "core/message/requestwriter.h"

#include <QRandomGenerator>

namespace gb {
namespace {

constexpr quint32 firstSn = 1U << 24U; ///< above those of DeviceControl, whose Responses are its own

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

} // namespace

FreeControl::FreeControl(QByteArray serverId, QByteArray domain, Send send, Used used, const SipTimers &timers)
    : m_serverId(std::move(serverId))
    , m_domain(std::move(domain))
    , m_send(std::move(send))
    , m_used(std::move(used))
    , m_transactions(*this, timers)
    , m_sn(firstSn + QRandomGenerator::system()->bounded(1U << 20U))
{
}

std::optional<FreeOutcome> FreeControl::refusal(const Target &target, const FreeQuestion &question) const
{
    if (question.text.trimmed().isEmpty())
        return FreeOutcome::Empty;
    if (question.text.size() > FreeQuestion::maxOctets)
        return FreeOutcome::TooLong;
    for (const QString &id : {question.device, question.about}) {
        if (!id.isEmpty() && !isPlainId(id.left(65).toStdString()))
            return FreeOutcome::OddId;
    }
    if (target.remote.port == 0 || target.remote.address.isNull())
        return FreeOutcome::NotRegistered;
    return m_open.size() >= maxOpen ? std::optional(FreeOutcome::TooMany) : std::nullopt;
}

QByteArray FreeControl::written(const Target &target, const FreeQuestion &question, Dialog *dialog)
{
    constexpr quint32 most = 0x7fffffff;
    const quint32 typed = freetext::cseqOf(question.text);
    m_cseq = std::max(m_cseq, typed < most ? typed : 0) % (most - 1) + 1;
    return freetext::make(question.text, question.anew,
        {.device = (question.about.isEmpty() ? question.device : question.about).toLatin1(),
            .remote = target.remote,
            .server = m_serverId,
            .domain = m_domain,
            .local = target.local,
            .transport = target.transport},
        {.branch = newBranch(), .tag = newTag(), .callId = newCallId(), .cseq = m_cseq, .sn = ++m_sn}, dialog);
}

void FreeControl::send(const Target &target, const FreeQuestion &question, TimePoint now)
{
    m_now = now;
    m_transactions.advance(now);
    Open one{.report = {.id = question.id, .device = printable(question.device, 64), .remote = target.remote},
        .target = target};
    one.report.askedAt = now;
    std::optional<FreeOutcome> why = refusal(target, question);
    FreeDialogs::Known *const known = question.dialog == 0 ? nullptr : m_dialogs.find(question.dialog);
    if (!why && question.dialog != 0 && !known)
        why = FreeOutcome::NoDialog;
    if (why)
        return tell(one, *why, now);
    const QByteArray octets = written(target, question, known ? &known->dialog : nullptr);
    if (known && m_used)
        m_used(known->dialog);
    if (octets.size() > FreeQuestion::maxOctets)
        return tell(one, FreeOutcome::TooLong, now);
    dispatch(std::move(one), octets, now);
}

void FreeControl::dispatch(Open one, const QByteArray &octets, TimePoint now)
{
    const SipHead head = scanHead(view(octets));
    if (head.kind == SipKind::Request)
        one.report.method = printable(head.methodText, 32);
    one.invite = head.kind == SipKind::Request && head.method == SipMethod::Invite;
    m_sentAs.reset();
    m_tried = false;
    if (head.kind == SipKind::Request && head.method != SipMethod::Ack)
        one.transaction = m_transactions.start(octets, one.target.remote, one.target.transport, now);
    if (!one.transaction && !m_tried)
        send(one.target.remote, one.target.transport, octets);
    one.report.request = m_sentAs.value_or(0);
    if (!one.transaction)
        return tell(one, m_sentAs ? FreeOutcome::SentOnce : FreeOutcome::NotSent, now);
    if (one.invite) {
        one.octets = octets;
        one.limit = now + answerWithin;
    }
    if (one.invite || head.method == SipMethod::Subscribe)
        m_calls.append({bytes(head.callId), bytes(head.from.tag)});
    if (m_calls.size() > maxCalls)
        m_calls.removeFirst();
    m_ofTransaction.insert(one.transaction, ++m_last);
    m_open.emplace(m_last, std::move(one));
}

void FreeControl::tell(Open &one, FreeOutcome outcome, TimePoint now)
{
    if (std::exchange(one.told, true))
        return;
    one.report.outcome = outcome;
    one.report.at = now;
    m_reports.append(one.report);
}

FreeControl::Open *FreeControl::find(TransactionId id)
{
    const auto at = m_open.find(m_ofTransaction.value(id));
    return at == m_open.end() ? nullptr : &at->second;
}

bool FreeControl::owns(const Trace &trace)
{
    const SipHead &head = trace.head;
    if (head.method == SipMethod::Bye) {
        const FreeDialogs::Known *const known = m_dialogs.within(head);
        return known && known->ours && known->remote.address == trace.datagram.from.address;
    }
    // A NOTIFY may come ahead of the 200, RFC 6665 §4.4.1
    return head.method == SipMethod::Notify && m_calls.contains({bytes(head.callId), bytes(head.to.tag)});
}

void FreeControl::receive(const Trace &trace)
{
    const TimePoint now = trace.datagram.at;
    advance(now);
    Open *one = nullptr;
    if (trace.isResponse()) {
        const Transactions::Result result = m_transactions.receive(trace.datagram, trace.head);
        if (result.what == Received::Response)
            one = find(result.id);
    }
    m_dialogs.receive(trace, one != nullptr);
    if (one)
        answered(*one, trace);
}

void FreeControl::answered(Open &one, const Trace &answer)
{
    const TimePoint now = answer.datagram.at;
    const int status = answer.head.status;
    if (status < 200) {
        one.rings = true;
        if (one.leaves)
            cancel(one, now);
        return;
    }
    one.limit = TimePoint::max();
    if (one.report.answer == 0) {
        one.report.status = status;
        one.report.reason = printable(answer.head.reason, 60);
        one.report.answer = answer.number;
    }
    if (one.invite && isSuccess(status))
        accepted(one, answer);
    tell(one, FreeOutcome::Answered, now);
}

/// The ACK of each 2xx, and of one that nobody wants any more the BYE.
void FreeControl::accepted(Open &one, const Trace &answer)
{
    const SipHead &head = answer.head;
    const quint64 number = m_dialogs.numberOf(head.callId, head.from.tag, head.to.tag);
    FreeDialogs::Known *const known = m_dialogs.find(number);
    if (!known)
        return;
    const bool first = one.ack.isEmpty();
    if (first) {
        SipRequest ack = requestWithin(known->dialog, "ACK", head.cseq);
        ack.sentBy = one.target.local;
        ack.transport = one.target.transport;
        one.ack = writeRequest(ack);
        one.report.callStands = !one.leaves;
    }
    m_send(one.target.remote, one.target.transport, one.ack);
    if (first && one.leaves)
        hangUp(number, answer.datagram.at);
}

void FreeControl::hangUp(quint64 dialog, TimePoint now)
{
    FreeDialogs::Known *const known = m_dialogs.find(dialog);
    if (!known)
        return;
    SipRequest bye = requestWithin(known->dialog, "BYE");
    bye.sentBy = known->local;
    bye.transport = known->transport;
    m_transactions.start(writeRequest(bye), known->remote, known->transport, now);
    m_dialogs.end(dialog);
}

/// Waits for a provisional answer, RFC 3261 §9.1.
void FreeControl::cancel(Open &one, TimePoint now)
{
    one.leaves = true;
    if (one.rings && !std::exchange(one.cancelled, true))
        m_transactions.start(writeCancel(one.octets), one.target.remote, one.target.transport, now);
}

void FreeControl::timedOut(TransactionId id, SipTimer)
{
    if (Open *const one = find(id))
        tell(*one, FreeOutcome::NoAnswer, m_now);
}

void FreeControl::transportFailed(TransactionId id)
{
    if (Open *const one = find(id))
        tell(*one, FreeOutcome::NotSent, m_now);
}

void FreeControl::terminated(TransactionId id)
{
    m_open.erase(m_ofTransaction.take(id));
}

void FreeControl::advance(TimePoint now)
{
    m_now = now;
    m_transactions.advance(now);
    for (auto &[number, one] : m_open) {
        if (one.limit > now)
            continue;
        one.limit = TimePoint::max();
        tell(one, FreeOutcome::NoAnswer, now);
        cancel(one, now);
    }
}

std::optional<TimePoint> FreeControl::nextDeadline()
{
    TimePoint first = m_transactions.nextDeadline().value_or(TimePoint::max());
    for (const auto &[number, one] : m_open)
        first = std::min(first, one.limit);
    return first == TimePoint::max() ? std::nullopt : std::optional(first);
}

void FreeControl::stop(quint64 id, TimePoint now)
{
    m_now = now;
    QList<TransactionId> meant;
    for (auto &[number, one] : m_open) {
        if (one.report.id != id || one.told)
            continue;
        tell(one, FreeOutcome::Stopped, now);
        if (one.invite)
            cancel(one, now);
        else
            meant.append(one.transaction);
    }
    for (const TransactionId one : std::as_const(meant)) {
        m_transactions.abandon(one);
        terminated(one);
    }
}

void FreeControl::stopAll(TimePoint now, FreeOutcome why)
{
    m_now = now;
    QList<TransactionId> meant;
    for (auto &[number, one] : m_open) {
        tell(one, why, now);
        if (one.invite && why != FreeOutcome::Silent && one.report.answer == 0)
            cancel(one, now);
        if (!one.invite)
            meant.append(one.transaction);
    }
    for (const TransactionId one : std::as_const(meant)) {
        m_transactions.abandon(one);
        terminated(one);
    }
    QList<quint64> calls;
    for (const auto &[number, known] : m_dialogs.all()) {
        if (known.ours && known.method == "INVITE")
            calls.append(number);
    }
    for (const quint64 one : std::as_const(calls)) {
        if (why != FreeOutcome::Silent)
            hangUp(one, now);
    }
}

} // namespace gb
