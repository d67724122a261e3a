#include "core/client/devicecontrol.h"

#include "core/message/deviceid.h"
#include "core/message/headers.h"
#include "core/message/requestwriter.h"

namespace gb {

DeviceControl::DeviceControl(QByteArray serverId, Send send, const SipTimers &timers)
    : m_serverId(std::move(serverId))
    , m_send(std::move(send))
    , m_transactions(*this, timers)
    , m_sn(QRandomGenerator::system()->bounded(1U, 1U << 20U)) // a device may still have an answer for a run before
                                                               // this one
{
}

void DeviceControl::start(const Target &target, DeviceConfigTask::Kind kind, const HeartbeatPolicy &ours, TimePoint now,
    std::optional<int> expiration)
{
    ConfigReport refused{.device = printable(view(target.id)), .ours = ours, .at = now};
    refused.outcome = target.remote.port == 0 ? ConfigOutcome::NotRegistered
        : !isPlainId(view(target.id))         ? ConfigOutcome::OddId
                                              : ConfigOutcome::Busy;
    if (refused.outcome != ConfigOutcome::Busy || m_tasks.contains(target.id) || m_tasks.size() >= maxTasks) {
        m_reports.append(refused);
        return;
    }
    m_sn += 2; // a task takes two
    proceed(m_tasks
                .insert({target.id,
                    Task{.task = {target.id, kind, ours, m_sn, now, expiration}, .target = target, .transaction = {}}})
                .first,
        now);
}

QByteArray DeviceControl::request(const Target &target, const QByteArray &body) const
{
    const QByteArray there = target.remote.text().toLatin1(), here = target.local.text().toLatin1();
    SipRequest request{.method = "MESSAGE",
        .uri = "sip:" + target.id + '@' + there,
        .callId = newCallId(),
        .cseq = 1,
        .sentBy = target.local,
        .transport = target.transport};
    request.from = "<sip:" + m_serverId + '@' + here + ">;tag=" + newTag();
    request.to = "<sip:" + target.id + '@' + there + '>';
    request.contentType = "Application/MANSCDP+xml";
    request.body = body;
    return writeRequest(request);
}

/// Sends what is to be sent now, tells what is over.
void DeviceControl::proceed(Tasks::iterator at, TimePoint now)
{
    m_now = now;
    Task &one = at->second;
    const QByteArray body = one.task.takeBody(now);
    if (!body.isEmpty()) {
        one.transaction = m_transactions.start(request(one.target, body), one.target.remote, one.target.transport, now);
        if (!one.transaction)
            one.task.notSent(now);
        else
            m_ofTransaction.insert(one.transaction, at->first);
    }
    arm(one);
    if (!one.task.over())
        return;
    m_reports.append(one.task.report());
    if (m_ofTransaction.remove(one.transaction))
        m_transactions.abandon(one.transaction); // nobody waits for its answer any more
    m_tasks.erase(at);
}

void DeviceControl::arm(Task &task)
{
    if (task.armed == task.task.deadline())
        return;
    m_deadlines.erase({task.armed, task.target.id});
    task.armed = task.task.deadline();
    if (task.armed != TimePoint::max())
        m_deadlines.emplace(task.armed, task.target.id);
}

void DeviceControl::receive(const Trace &trace)
{
    const TimePoint now = trace.datagram.at;
    advance(now);
    if (trace.isResponse()) {
        const Transactions::Result result = m_transactions.receive(trace.datagram, trace.head);
        const auto owner = result.what == Received::Response ? m_tasks.find(m_ofTransaction.value(result.id))
                                                             : m_tasks.end();
        if (owner == m_tasks.end() || owner->second.transaction != result.id)
            return;
        owner->second.task.answered(trace.head.status, now);
        return proceed(owner, now);
    }
    if (m_tasks.empty() || !trace.isRequest() || trace.head.method != SipMethod::Message || trace.repeatOf != 0
        || !trace.body)
        return;
    // Of a body that breaks nobody knows whose it is but by its From
    const QByteArray id = trace.body->broken() || trace.body->deviceId.isEmpty() ? bytes(trace.head.from.uri.user)
                                                                                 : trace.body->deviceId.toUtf8();
    const auto at = m_tasks.find(id);
    if (at == m_tasks.end() || at->second.target.remote.address != trace.datagram.from.address)
        return;
    if (at->second.task.take(readConfigBody(bytes(trace.head.body)), now))
        proceed(at, now);
}

void DeviceControl::transportFailed(TransactionId id)
{
    const auto at = m_tasks.find(m_ofTransaction.value(id));
    if (at == m_tasks.end() || at->second.transaction != id)
        return;
    at->second.task.notSent(m_now);
    m_deadlines.erase({at->second.armed, at->first});
    at->second.armed = m_now; // advance() buries it: this may be within a call of its own transaction
    m_deadlines.emplace(m_now, at->first);
}

void DeviceControl::advance(TimePoint now)
{
    m_now = now;
    m_transactions.advance(now);
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        const auto at = m_tasks.find(m_deadlines.begin()->second);
        at->second.task.advance(now);
        proceed(at, now);
    }
}

std::optional<TimePoint> DeviceControl::nextDeadline()
{
    const std::optional<TimePoint> transactions = m_transactions.nextDeadline();
    if (m_deadlines.empty())
        return transactions;
    return std::min(m_deadlines.begin()->first, transactions.value_or(TimePoint::max()));
}

void DeviceControl::stop(TimePoint now, ConfigOutcome why)
{
    while (!m_tasks.empty()) {
        m_tasks.begin()->second.task.stop(why, now);
        proceed(m_tasks.begin(), now);
    }
}

} // namespace gb
