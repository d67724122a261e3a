#include "core/sip/useragent.h"

#include "core/message/headers.h"

namespace gb {
namespace {

Key128 legKey(std::string_view callId, std::string_view localTag)
{
    return KeyHasher().add(callId).add(localTag).key();
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
    for (auto *first = m_queue.first(); first && first->at <= now; first = m_queue.first()) {
        const TimerQueue::Entry entry = *first;
        m_queue.pop();
        Call *const call = find(entry.slot);
        if (!call || call->armedAt != entry.at)
            continue;
        call->armedAt = Call::never;
        fire(entry.slot, now);
        arm(entry.slot);
    }
    m_transactions.advance(now);
}

std::optional<TimePoint> UserAgent::nextDeadline()
{
    std::optional<TimePoint> at = m_transactions.nextDeadline();
    while (const TimerQueue::Entry *first = m_queue.first()) {
        const TimerQueue::Entry entry = *first;
        Call *const call = find(entry.slot);
        const bool counts = call && call->armedAt == entry.at;
        if (counts && call->due() <= entry.at)
            return at ? std::min(*at, entry.at) : entry.at;
        m_queue.pop();
        if (counts) {
            call->armedAt = Call::never;
            arm(entry.slot);
        }
    }
    return at;
}

/// One deadline after the other, the most final first: each may end the call.
void UserAgent::fire(CallHandle handle, TimePoint now)
{
    Call &call = *find(handle);
    if (call.ackUntil <= now) {
        call.ackUntil = call.repeatAt = Call::never;
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
        call.limitAt = Call::never;
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

UserAgent::Call *UserAgent::find(CallHandle handle)
{
    const auto found = m_calls.find(handle);
    return found == m_calls.end() ? nullptr : &found->second;
}

CallHandle UserAgent::handleOf(std::string_view callId, std::string_view localTag) const
{
    return m_ofLeg.value(legKey(callId, localTag), 0);
}

CallHandle UserAgent::insert(Call call)
{
    const CallHandle handle = ++m_last == 0 ? ++m_last : m_last;
    own(call.invite, handle);
    m_ofLeg.insert(legKey(view(call.callId), view(call.localTag)), handle);
    m_calls.insert_or_assign(handle, std::move(call));
    arm(handle);
    return handle;
}

void UserAgent::arm(CallHandle handle)
{
    Call *const call = find(handle);
    if (!call || call->due() >= call->armedAt)
        return;
    call->armedAt = call->due();
    m_queue.push({call->armedAt, handle, 0});
    if (m_queue.size() > 2 * m_calls.size() + 64) {
        m_queue.prune([this](const TimerQueue::Entry &entry) {
            const Call *const one = find(entry.slot);
            return !one || one->armedAt != entry.at;
        });
    }
}

void UserAgent::tell(CallHandle handle, CallEvent event, const SipHead *message, int status)
{
    CallNews news{.call = handle, .event = event, .status = status};
    if (message) {
        news.contentType = bytes(message->contentType);
        news.body = bytes(message->body);
    }
    m_owner.callChanged(news);
}

void UserAgent::end(CallHandle handle, CallEnd why, int status, const SipHead *message)
{
    Call *const call = find(handle);
    if (!call || call->over)
        return;
    call->over = true;
    call->repeatAt = call->ackUntil = call->tryingAt = call->limitAt = Call::never;
    m_dialogs.endEarly(call->callId, call->localTag);
    CallNews news{.call = handle, .event = CallEvent::Ended, .end = why, .status = status};
    if (message) {
        news.contentType = bytes(message->contentType);
        news.body = bytes(message->body);
    }
    m_owner.callChanged(news);
    reap(handle);
}

/// A call that is over stays while its INVITE can still bring a 2xx, and its BYE an answer.
QByteArray UserAgent::callId(CallHandle handle) const
{
    const auto found = m_calls.find(handle);
    return found == m_calls.end() ? QByteArray() : found->second.callId;
}

void UserAgent::reap(CallHandle handle)
{
    const auto found = m_calls.find(handle);
    if (found == m_calls.end() || !found->second.over || found->second.invite || found->second.bye)
        return;
    m_ofLeg.remove(legKey(view(found->second.callId), view(found->second.localTag)));
    m_calls.erase(found);
}

QByteArray UserAgent::contact(const Endpoint &local, TransportKind transport) const
{
    return "sip:" + m_user + '@' + local.text().toLatin1()
        + (transport == TransportKind::Tcp ? QByteArrayLiteral(";transport=tcp") : QByteArray());
}

void UserAgent::sendBye(CallHandle handle, Dialog &dialog, const Endpoint &to, TimePoint now)
{
    Call &call = *find(handle);
    SipRequest request = requestWithin(dialog, "BYE");
    request.sentBy = call.local;
    request.transport = call.transport;
    const QByteArray callId = dialog.callId, localTag = dialog.localTag, remoteTag = dialog.remoteTag;
    m_dialogs.end(callId, localTag, remoteTag); // §15.1.1: over as soon as the BYE is on its way
    const TransactionId id = m_transactions.start(writeRequest(request), to, call.transport, now);
    if (!id)
        return;
    own(id, handle);
    if (remoteTag == call.remoteTag)
        call.bye = id;
}

bool UserAgent::bye(CallHandle handle, TimePoint now)
{
    Call &call = *find(handle);
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
    Call *const call = find(handle);
    if (!call || call->over || call->bye)
        return false;
    if (!call->answered)
        return call->role == DialogRole::Uac ? cancel(handle, now) : reject(handle, 480, now);
    if (call->ackUntil != Call::never) { // §15: the callee hangs up after the ACK, or when there will be none
        call->byeWanted = true;
        return true;
    }
    return bye(handle, now);
}

void UserAgent::timedOut(TransactionId id, SipTimer timer)
{
    const CallHandle handle = handleOf(id);
    const Call *const call = find(handle);
    if (!call)
        return;
    if (id == call->bye)
        end(handle, CallEnd::OurBye, 408);
    else if (id == call->invite && timer == SipTimer::B)
        end(handle, CallEnd::TimedOut, 408); // §8.1.3.1
}

void UserAgent::transportFailed(TransactionId id)
{
    const CallHandle handle = handleOf(id);
    const Call *const call = find(handle);
    if (!call)
        return;
    if (id == call->bye)
        end(handle, CallEnd::OurBye, 503);
    else if (id == call->invite && call->role == DialogRole::Uac)
        end(handle, CallEnd::Transport, 503); // §8.1.3.1
}

void UserAgent::terminated(TransactionId id)
{
    const CallHandle handle = m_ofTransaction.take(id);
    Call *const call = find(handle);
    if (!call)
        return;
    if (id == call->bye)
        call->bye = {};
    if (id == call->invite) {
        call->invite = {};
        m_dialogs.endEarly(call->callId, call->localTag); // §13.2.2.4: forks that rang and never answered
    }
    reap(handle);
}

} // namespace gb
