#include "core/message/headers.h"
#include "core/message/replywriter.h"
#include "core/sip/callmessages.h"
#include "core/sip/useragent.h"

// The callee's side: RFC 3261 §8.2, §9.2, §12.2.2, §13.3, §14.2, §15.1.2.

namespace gb {
namespace {

constexpr quint32 bit(HeadFault fault)
{
    return 1U << static_cast<unsigned>(fault);
}
/// The field is full of these, and what is meant is plain.
constexpr quint32 tolerated = bit(HeadFault::BareLf) | bit(HeadFault::BodyLong) | bit(HeadFault::ContentTypeMissing)
    | bit(HeadFault::FromTagMissing) | bit(HeadFault::Expires);

} // namespace

void UserAgent::answer(TransactionId id, const Datagram &datagram, const SipHead &head, int status,
    const QByteArray &headers, const QByteArray &tag)
{
    m_transactions.respond(id, status,
        writeReply(
            head, datagram.from, {.status = status, .toTag = tag.isEmpty() ? newTag() : tag, .headers = headers}),
        datagram.at);
}

void UserAgent::requestReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    if (head.has(HeadFault::Version))
        return answer(id, datagram, head, 505);
    if ((head.faults & ~tolerated) != 0)
        return answer(id, datagram, head, 400);
    if (head.method == SipMethod::Cancel)
        return cancelReceived(id, datagram, head);
    if (head.method == SipMethod::Invite && head.to.tag.empty())
        return inviteReceived(id, datagram, head);
    const DialogVerdict verdict = m_dialogs.requestReceived(head);
    if (verdict.refusal != 0) {
        m_counters.unmatched += verdict.refusal == 481 ? 1 : 0;
        return answer(id, datagram, head, verdict.refusal);
    }
    if (head.method == SipMethod::Bye)
        return byeReceived(id, datagram, head);
    if (head.method == SipMethod::Invite)
        return modifyReceived(id, datagram, head);
    if (head.methodText == "UPDATE")
        return answer(id, datagram, head, 200);
    answer(id, datagram, head, 405, callAllow);
}

void UserAgent::inviteReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    const QList<QByteArray> required = headerValues(view(datagram.octets), "Require");
    if (!required.isEmpty())
        return answer(id, datagram, head, 420, "Unsupported: " + required.join(", ").left(256) + "\r\n"); // §8.2.2.3
    if (m_calls.hasMerged(head)) {
        ++m_counters.merged;
        return answer(id, datagram, head, 482); // §8.2.2.2: the same request by another way
    }
    if (m_calls.size() >= maxCalls) {
        ++m_counters.refusedCalls;
        return answer(id, datagram, head, 503);
    }
    SipCall call{.role = DialogRole::Uas,
        .peer = datagram.from,
        .local = datagram.to,
        .transport = datagram.transport,
        .invite = id};
    call.request = datagram.octets;
    call.callId = bytes(head.callId);
    call.localTag = newTag();
    call.remoteTag = bytes(head.from.tag);
    call.tryingAt = datagram.at + Transactions::tryingWithin;
    call.limitAt = datagram.at + answerWithin;
    tell(m_calls.insert(std::move(call)), CallEvent::Incoming, &head);
}

bool UserAgent::answerInvite(SipCall &call, int status, TimePoint now)
{
    const SipHead head = scanHead(view(call.request));
    Reply reply{.status = status, .toTag = status == 100 ? QByteArray() : call.localTag};
    if (status > 100 && status < 300) {
        reply.headers = dialogHeaders(call, m_user); // §12.1.1
        if (!m_dialogs.weAnswered(head, view(call.request), call.localTag, status))
            return false;
    }
    call.tryingAt = SipCall::never;
    if (status < 200 || status >= 300)
        return m_transactions.respond(call.invite, status, writeReply(head, call.peer, reply), now);
    return true; // the 2xx itself is successOf()
}

bool UserAgent::ring(CallHandle handle, TimePoint now)
{
    SipCall *const call = find(handle);
    return call && call->role == DialogRole::Uas && !call->over && !call->answered && answerInvite(*call, 180, now);
}

bool UserAgent::accept(CallHandle handle, const QByteArray &contentType, const QByteArray &body, TimePoint now)
{
    SipCall *const call = find(handle);
    if (!call || call->role != DialogRole::Uas || call->over || call->answered)
        return false;
    if (!answerInvite(*call, 200, now)) {
        reject(handle, 503, now); // no room for its dialog
        return false;
    }
    call->answered = true;
    call->limitAt = SipCall::never;
    call->contentType = contentType;
    call->body = body;
    const SipHead head = scanHead(view(call->request));
    awaitAck(handle, call->invite, head.cseq, successOf(*call, head, call->peer, m_user), now);
    return true;
}

/// §13.3.1.4: the transaction sends the 2xx once, in whatever transport; its repeats are the core's.
void UserAgent::awaitAck(CallHandle handle, TransactionId id, quint32 cseq, const QByteArray &octets, TimePoint now)
{
    find(handle)->awaitAck(id, cseq, octets, m_transactions.timers(), now);
    m_calls.arm(handle);
    m_transactions.respond(id, 200, octets, now);
}

bool UserAgent::reject(CallHandle handle, int status, TimePoint now)
{
    SipCall *const call = find(handle);
    if (!call || call->role != DialogRole::Uas || call->over || call->answered || status < 300 || status > 699)
        return false;
    answerInvite(*call, status, now);
    end(handle, CallEnd::Refused, status);
    return true;
}

void UserAgent::cancelReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    const TransactionId target = m_transactions.cancelled(head);
    if (!target) {
        ++m_counters.unmatched;
        return answer(id, datagram, head, 481);
    }
    const CallHandle handle = m_calls.of(target);
    SipCall *const call = find(handle);
    answer(id, datagram, head, 200, {}, call ? call->localTag : QByteArray()); // §9.2: the tag is that of the INVITE's
                                                                               // response
    if (!call || call->invite != target || m_transactions.state(target) != TransactionState::Proceeding)
        return; // the final response was faster
    answerInvite(*call, 487, datagram.at);
    end(handle, CallEnd::Cancelled, 487);
}

void UserAgent::byeReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    const CallHandle handle = m_calls.of(head.callId, head.to.tag);
    answer(id, datagram, head, 200);
    m_dialogs.end(bytes(head.callId), bytes(head.to.tag), bytes(head.from.tag));
    SipCall *const call = find(handle);
    if (!call || call->over || (call->answered && view(call->remoteTag) != head.from.tag))
        return; // a fork that we did not take
    if (!call->answered && call->role == DialogRole::Uac)
        return; // nor is an early dialog the whole call
    if (!call->answered)
        answerInvite(*call, 487, datagram.at); // §15.1.2
    end(handle, CallEnd::PeerBye, 0);
}

void UserAgent::modifyReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    const CallHandle handle = m_calls.of(head.callId, head.to.tag);
    SipCall *const call = find(handle);
    if (!call || call->over || !call->answered || view(call->remoteTag) != head.from.tag
        || call->ackUntil != SipCall::never)
        return answer(id, datagram, head, 500, "Retry-After: 5\r\n"); // §14.2: one at a time
    call->peer = datagram.from;
    m_calls.own(id, handle);
    awaitAck(handle, id, head.cseq, successOf(*call, head, datagram.from, m_user), datagram.at);
    tell(handle, CallEvent::Modified, &head);
}

void UserAgent::ackReceived(const SipHead &head, TimePoint now)
{
    const CallHandle handle = m_calls.of(head.callId, head.to.tag);
    SipCall *const call = find(handle);
    const bool known = call && view(call->remoteTag) == head.from.tag && call->successCSeq == head.cseq
        && !call->successOctets.isEmpty();
    if (!known) {
        ++m_counters.strayAcks;
        return;
    }
    if (call->over || call->ackUntil == SipCall::never)
        return; // the second one of the same 2xx
    call->repeatAt = call->ackUntil = SipCall::never;
    const bool first = call->role == DialogRole::Uas && !std::exchange(call->confirmed, true);
    if (call->byeWanted) {
        bye(handle, now);
        return;
    }
    if (first)
        tell(handle, CallEvent::Confirmed, &head);
}

} // namespace gb
