#include "core/sip/calltable.h"

#include "core/base/octets.h"

namespace gb {
namespace {

Key128 legKey(std::string_view callId, std::string_view localTag)
{
    return KeyHasher().add(callId).add(localTag).key();
}

} // namespace

void SipCall::awaitAck(TransactionId id, quint32 cseq, const QByteArray &octets, const SipTimers &timers, TimePoint now)
{
    success = id;
    successCSeq = cseq;
    successOctets = octets;
    interval = timers.t1;
    repeatAt = now + interval;
    ackUntil = now + timers.giveUp();
}

SipCall *CallTable::find(CallHandle handle)
{
    const auto found = m_calls.find(handle);
    return found == m_calls.end() ? nullptr : &found->second;
}

QByteArray CallTable::callId(CallHandle handle) const
{
    const auto found = m_calls.find(handle);
    return found == m_calls.end() ? QByteArray() : found->second.callId;
}

CallHandle CallTable::of(std::string_view callId, std::string_view localTag) const
{
    return m_ofLeg.value(legKey(callId, localTag), 0);
}

bool CallTable::hasMerged(const SipHead &invite) const
{
    return std::any_of(m_calls.begin(), m_calls.end(), [&](const auto &one) {
        const SipCall &call = one.second;
        return call.role == DialogRole::Uas && call.invite && view(call.remoteTag) == invite.from.tag
            && view(call.callId) == invite.callId && scanHead(view(call.request)).cseq == invite.cseq;
    });
}

CallHandle CallTable::insert(SipCall call)
{
    const CallHandle handle = ++m_last == 0 ? ++m_last : m_last;
    own(call.invite, handle);
    m_ofLeg.insert(legKey(view(call.callId), view(call.localTag)), handle);
    m_calls.insert_or_assign(handle, std::move(call));
    arm(handle);
    return handle;
}

void CallTable::reap(CallHandle handle)
{
    const auto found = m_calls.find(handle);
    if (found == m_calls.end() || !found->second.over || found->second.invite || found->second.bye)
        return;
    m_ofLeg.remove(legKey(view(found->second.callId), view(found->second.localTag)));
    m_calls.erase(found);
}

void CallTable::arm(CallHandle handle)
{
    SipCall *const call = find(handle);
    if (!call || call->due() >= call->armedAt)
        return;
    call->armedAt = call->due();
    m_queue.push({call->armedAt, handle, 0});
    if (m_queue.size() > 2 * m_calls.size() + 64) {
        m_queue.prune([this](const TimerQueue::Entry &entry) {
            const SipCall *const one = find(entry.slot);
            return !one || one->armedAt != entry.at;
        });
    }
}

CallHandle CallTable::takeDue(TimePoint now)
{
    for (auto *first = m_queue.first(); first && first->at <= now; first = m_queue.first()) {
        const TimerQueue::Entry entry = *first;
        m_queue.pop();
        SipCall *const call = find(entry.slot);
        if (!call || call->armedAt != entry.at)
            continue;
        call->armedAt = SipCall::never;
        return entry.slot;
    }
    return 0;
}

std::optional<TimePoint> CallTable::nextDeadline()
{
    while (const TimerQueue::Entry *first = m_queue.first()) {
        const TimerQueue::Entry entry = *first;
        SipCall *const call = find(entry.slot);
        const bool counts = call && call->armedAt == entry.at;
        if (counts && call->due() <= entry.at)
            return entry.at;
        m_queue.pop();
        if (counts) {
            call->armedAt = SipCall::never;
            arm(entry.slot);
        }
    }
    return std::nullopt;
}

} // namespace gb
