#include "core/message/headers.h"
#include "core/sip/callmessages.h"
#include "core/sip/useragent.h"

// The caller's side: RFC 3261 §9.1, §13.2, §15.1.1.

namespace gb {

CallHandle UserAgent::invite(const Invitation &invitation, TimePoint now)
{
    if (m_calls.size() >= maxCalls) {
        ++m_counters.refusedCalls;
        return 0;
    }
    SipCall call{.role = DialogRole::Uac,
        .peer = invitation.destination,
        .local = invitation.local,
        .transport = invitation.transport};
    call.callId = newCallId();
    call.localTag = newTag();
    call.contentType = invitation.contentType;
    call.body = invitation.body;
    call.request = inviteOf(call, invitation, m_user, m_domain);
    call.invite = m_transactions.start(call.request, call.peer, call.transport, now);
    if (!call.invite)
        return 0;
    call.limitAt = now + answerWithin;
    return m_calls.insert(std::move(call));
}

void UserAgent::responseReceived(TransactionId id, const Datagram &datagram, const SipHead &head)
{
    const CallHandle handle = m_calls.of(id);
    SipCall *const call = find(handle);
    if (!call)
        return;
    if (id == call->bye && head.status >= 200)
        return end(handle, CallEnd::OurBye, head.status);
    if (id != call->invite)
        return; // of a CANCEL, which says nothing about the INVITE, or of the BYE to a fork
    if (head.status >= 200 && head.status < 300)
        return inviteSucceeded(handle, datagram, head);
    m_dialogs.inviteAnswered(scanHead(view(call->request)), head, view(datagram.octets));
    if (head.status >= 300)
        return end(handle, call->cancelWanted ? CallEnd::Cancelled : CallEnd::Refused, head.status, &head);
    const bool first = !std::exchange(call->provisional, true);
    if (first && call->cancelWanted)
        cancel(handle, datagram.at);
    if (!call->over)
        tell(handle, CallEvent::Ringing, &head, head.status);
}

void UserAgent::inviteSucceeded(CallHandle handle, const Datagram &datagram, const SipHead &head)
{
    SipCall &call = *find(handle);
    const QByteArray tag = headerSafe(bytes(head.to.tag));
    if (const auto known = call.acks.constFind(tag); known != call.acks.constEnd()) {
        ++m_counters.repeatedAcks;
        send(known->to, call.transport, known->octets);
        return;
    }
    const SipHead invite = scanHead(view(call.request));
    Dialog *const dialog = m_dialogs.inviteAnswered(invite, head, view(datagram.octets));
    if (!dialog)
        return; // no room for one fork more; counted there
    SipRequest ack = requestWithin(*dialog, "ACK", invite.cseq);
    ack.sentBy = call.local;
    ack.transport = call.transport;
    const SipCall::Ack made{writeRequest(ack), datagram.from};
    call.acks.insert(tag, made);
    send(made.to, call.transport, made.octets);
    if (call.over || call.answered || call.cancelWanted) { // it crossed our CANCEL, or another fork was faster
        ++m_counters.lateAnswers;
        const bool crossed = !call.over && !call.answered;
        if (crossed)
            call.remoteTag = tag;
        sendBye(handle, *dialog, made.to, datagram.at);
        if (crossed)
            end(handle, CallEnd::Cancelled, head.status);
        return;
    }
    call.answered = true;
    call.remoteTag = tag;
    call.peer = datagram.from;
    call.limitAt = SipCall::never;
    tell(handle, CallEvent::Answered, &head, head.status);
}

bool UserAgent::cancel(CallHandle handle, TimePoint now)
{
    SipCall &call = *find(handle);
    if (call.cancelWanted && !call.provisional)
        return false;
    call.cancelWanted = true;
    if (!call.provisional)
        return true; // §9.1: it waits for a 1xx; without one timer B ends the call
    if (m_transactions.state(call.invite) != TransactionState::Proceeding)
        return false;
    const TransactionId id = m_transactions.start(writeCancel(call.request), call.peer, call.transport, now);
    if (!id)
        return false; // sent already, or the transport refuses
    m_calls.own(id, handle);
    call.limitAt = now + m_transactions.timers().giveUp();
    m_calls.arm(handle);
    return true;
}

} // namespace gb
