#include "core/sip/useragent.h"

#include "core/message/headers.h"

namespace gb {
namespace {

CallNews newsOf(CallHandle handle, CallEvent event, const SipHead *message, int status)
{
    CallNews news{.call = handle, .event = event, .status = status};
    if (message) {
        news.contentType = bytes(message->contentType);
        news.body = bytes(message->body);
    }
    return news;
}

} // namespace

UserAgent::UserAgent(UserAgentOwner &owner, QByteArray user, QByteArray domain, const SipTimers &timers)
    : m_owner(owner)
    , m_user(std::move(user))
    , m_domain(std::move(domain))
    , m_transactions(*this, timers)
{
}

bool UserAgent::receive(const Datagram &datagram, const SipHead &head)
{
    advance(datagram.at);
    if (datagram.from == datagram.to || datagram.from.port == 0)
        return false; // an answer to ourselves would run in circles
    if (head.kind == SipKind::Request) {
        const bool ours = head.method == SipMethod::Invite || head.method == SipMethod::Ack
            || head.method == SipMethod::Cancel || head.method == SipMethod::Bye;
        if (!ours && !m_dialogs.find(head))
            return false;
    } else if (head.kind != SipKind::Response || head.viaCount != 1) { // §8.1.3.3: a response with more is another's
        m_counters.strayResponses += head.kind == SipKind::Response ? 1 : 0;
        return false;
    }
    const Transactions::Result result = m_transactions.receive(datagram, head);
    switch (result.what) {
    case Received::NewRequest: requestReceived(result.id, datagram, head); break;
    case Received::Response: responseReceived(result.id, datagram, head); break;
    case Received::Ack: ackReceived(head, datagram.at); break;
    case Received::Stray:
        (head.kind == SipKind::Response ? m_counters.strayResponses : m_counters.strayAcks) += 1;
        return head.kind == SipKind::Request;
    case Received::Overload: // silence: an answer would need the room that there is not
    case Received::Absorbed: break;
    case Received::Unusable: return false;
    }
    return true;
}

void UserAgent::advance(TimePoint now)
{
    while (const CallHandle due = m_calls.takeDue(now)) {
        fire(due, now);
        m_calls.arm(due);
    }
    m_transactions.advance(now);
}

std::optional<TimePoint> UserAgent::nextDeadline()
{
    const std::optional<TimePoint> transactions = m_transactions.nextDeadline(), calls = m_calls.nextDeadline();
    return transactions && calls ? std::min(*transactions, *calls) : transactions ? transactions : calls;
}

/// One deadline after the other, the most final first: each may end the call.
void UserAgent::fire(CallHandle handle, TimePoint now)
{
    SipCall &call = *find(handle);
    if (call.ackUntil <= now) {
        call.ackUntil = call.repeatAt = SipCall::never;
        if (Dialog *const dialog = m_dialogs.find(view(call.callId), view(call.localTag), view(call.remoteTag)))
            sendBye(handle, *dialog, call.peer, now);
        return end(handle, call.byeWanted ? CallEnd::OurBye : CallEnd::NoAck, 0);
    }
    if (call.repeatAt <= now) {
        ++m_counters.repeated2xx;
        if (!m_transactions.respond(call.success, 200, call.successOctets, now))
            send(call.peer, call.transport, call.successOctets); // its transaction went for want of room
        call.interval = std::min(2 * call.interval, m_transactions.timers().t2);
        call.repeatAt += call.interval;
        if (call.repeatAt <= now)
            call.repeatAt = now + call.interval; // nobody came by for long: one copy, not a burst of them
    }
    if (call.tryingAt <= now)
        answerInvite(call, 100, now);
    if (call.limitAt <= now) {
        call.limitAt = SipCall::never;
        if (call.role == DialogRole::Uas) {
            reject(handle, 480, now);
        } else if (call.cancelWanted && call.provisional) { // §9.1: 64·T1 after the CANCEL it is over, whoever is
                                                            // silent
            m_transactions.abandon(call.invite);
            end(handle, CallEnd::Cancelled, 0);
        } else {
            cancel(handle, now);
        }
    }
}

void UserAgent::tell(CallHandle handle, CallEvent event, const SipHead *message, int status)
{
    m_owner.callChanged(newsOf(handle, event, message, status));
}

void UserAgent::end(CallHandle handle, CallEnd why, int status, const SipHead *message)
{
    SipCall *const call = find(handle);
    if (!call || call->over)
        return;
    call->over = true;
    call->disarm();
    m_dialogs.endEarly(call->callId, call->localTag);
    CallNews news = newsOf(handle, CallEvent::Ended, message, status);
    news.end = why;
    m_owner.callChanged(news);
    m_calls.reap(handle);
}

void UserAgent::sendBye(CallHandle handle, Dialog &dialog, const Endpoint &to, TimePoint now)
{
    SipCall &call = *find(handle);
    SipRequest request = requestWithin(dialog, "BYE");
    request.sentBy = call.local;
    request.transport = call.transport;
    const QByteArray callId = dialog.callId, localTag = dialog.localTag, remoteTag = dialog.remoteTag;
    m_dialogs.end(callId, localTag, remoteTag); // §15.1.1: over as soon as the BYE is on its way
    const TransactionId id = m_transactions.start(writeRequest(request), to, call.transport, now);
    if (!id)
        return;
    m_calls.own(id, handle);
    if (remoteTag == call.remoteTag)
        call.bye = id;
}

bool UserAgent::bye(CallHandle handle, TimePoint now)
{
    SipCall &call = *find(handle);
    Dialog *const dialog = m_dialogs.find(view(call.callId), view(call.localTag), view(call.remoteTag));
    if (!dialog)
        return false;
    sendBye(handle, *dialog, call.peer, now);
    if (!call.bye)
        end(handle, CallEnd::Transport, 0);
    return true;
}

bool UserAgent::hangUp(CallHandle handle, TimePoint now)
{
    SipCall *const call = find(handle);
    if (!call || call->over || call->bye)
        return false;
    if (!call->answered)
        return call->role == DialogRole::Uac ? cancel(handle, now) : reject(handle, 480, now);
    if (call->ackUntil != SipCall::never) { // §15: the callee hangs up after the ACK, or when there will be none
        call->byeWanted = true;
        return true;
    }
    return bye(handle, now);
}

void UserAgent::timedOut(TransactionId id, SipTimer timer)
{
    const CallHandle handle = m_calls.of(id);
    const SipCall *const call = find(handle);
    if (!call)
        return;
    if (id == call->bye)
        end(handle, CallEnd::OurBye, 408);
    else if (id == call->invite && timer == SipTimer::B)
        end(handle, CallEnd::TimedOut, 408); // §8.1.3.1
}

void UserAgent::transportFailed(TransactionId id)
{
    const CallHandle handle = m_calls.of(id);
    const SipCall *const call = find(handle);
    if (!call)
        return;
    if (id == call->bye)
        end(handle, CallEnd::OurBye, 503);
    else if (id == call->invite && call->role == DialogRole::Uac)
        end(handle, CallEnd::Transport, 503); // §8.1.3.1
}

void UserAgent::terminated(TransactionId id)
{
    const CallHandle handle = m_calls.disown(id);
    SipCall *const call = find(handle);
    if (!call)
        return;
    if (id == call->bye)
        call->bye = {};
    if (id == call->invite) {
        call->invite = {};
        m_dialogs.endEarly(call->callId, call->localTag); // §13.2.2.4: forks that rang and never answered
    }
    m_calls.reap(handle);
}

} // namespace gb
