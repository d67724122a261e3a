#include "core/client/devicecontrol.h"

#include "core/base/octets.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"
#include "core/message/requestwriter.h"

#include <QRandomGenerator>

namespace gb {
namespace {

constexpr std::size_t lookedAtInLine = 256; ///< so that many questions to one device cost little

/// Empty: it may be asked.
std::optional<AskOutcome> refusal(const DeviceControl::Target &target, const AskQuestion &question)
{
    if (target.remote.port == 0)
        return AskOutcome::NotRegistered;
    const bool plain = isPlainId(view(target.id))
        && (question.about.isEmpty() || isPlainId(question.about.left(65).toStdString()));
    return plain ? std::nullopt : std::optional(AskOutcome::OddId);
}

} // namespace

DeviceControl::DeviceControl(QByteArray serverId, Send send, const SipTimers &timers)
    : m_serverId(std::move(serverId))
    , m_send(std::move(send))
    , m_transactions(*this, timers)
    , m_sn(QRandomGenerator::system()->bounded(1U, 1U << 20U)) // a device may still have an answer for a run before
                                                               // this one
{
}

bool DeviceControl::isReading(const QByteArray &device) const
{
    const auto [first, end] = m_about.equal_range(device);
    return std::any_of(first, end, [this](Id id) { return m_tasks.at(id).config; });
}

void DeviceControl::start(const Target &target, DeviceConfigTask::Kind kind, const HeartbeatPolicy &ours, TimePoint now,
    std::optional<int> expiration)
{
    ConfigReport refused{.device = printable(view(target.id)), .ours = ours, .at = now};
    refused.outcome = target.remote.port == 0 ? ConfigOutcome::NotRegistered
        : !isPlainId(view(target.id))         ? ConfigOutcome::OddId
                                              : ConfigOutcome::Busy;
    if (refused.outcome != ConfigOutcome::Busy || isReading(target.id) || m_tasks.size() >= maxTasks) {
        m_reports.append(refused);
        return;
    }
    m_sn += 2; // a task takes two
    begin({.task = std::make_unique<DeviceConfigTask>(target.id, kind, ours, m_sn, now, expiration),
              .target = target,
              .about = target.id,
              .sn = m_sn,
              .config = true},
        now);
}

void DeviceControl::ask(const Target &target, const AskQuestion &question, const QString &gbVersion, TimePoint now)
{
    const auto announced = announcedEdition(gbVersion);
    AskReport report{.id = question.id,
        .device = printable(view(target.id)),
        .about = printable(question.about.isEmpty() ? QString::fromUtf8(target.id) : question.about, 64),
        .command = printable(question.command, 40)};
    report.edition = question.edition.value_or(announced.value_or(Edition::V2016));
    report.announced = announced == report.edition;
    report.askedAt = report.at = now;
    AskQuestion checked = question;
    checked.device = QString::fromUtf8(target.id);
    const AskCommand *const command = findAskCommand(question.command);
    std::optional<AskOutcome> why = refusal(target, question);
    if (!command)
        why = AskOutcome::NoCommand;
    else if (command->onlyShown)
        why = AskOutcome::OnlyShown;
    else if (const auto bad = checkValues(*command, checked.values, report.edition)) {
        report.bad = *bad;
        why = AskOutcome::BadValues;
    } else if (m_tasks.size() >= maxTasks)
        why = AskOutcome::TooMany;
    if (why) {
        report.outcome = *why;
        m_reports.append(report);
        return;
    }
    m_sn += 2;
    begin({.task = taskFor(target, checked, *command, report),
              .target = target,
              .about = question.about.isEmpty() ? target.id : question.about.toLatin1(),
              .sn = m_sn,
              .question = question.id},
        now);
}

std::unique_ptr<ClientTask> DeviceControl::taskFor(
    const Target &target, const AskQuestion &question, const AskCommand &command, const AskReport &report)
{
    if (command.needs == AskCommand::Needs::Notices)
        return std::make_unique<SubscriptionTask>(question, command, report, m_sn);
    if (command.needs == AskCommand::Needs::Pictures)
        return std::make_unique<SnapshotTask>(question, command, report, m_sn,
            SnapshotTask::Way{.ports = m_pictures, .local = target.local.address, .device = target.remote.address});
    if (*command.configType)
        return std::make_unique<SettingTask>(question, command, report, m_sn);
    return std::make_unique<AskTask>(question, command, report, m_sn);
}

QByteArray DeviceControl::request(const Target &target, const ClientRequest &what) const
{
    const QByteArray there = target.remote.text().toLatin1(), here = target.local.text().toLatin1();
    const auto tagged = [](QByteArray address, const QByteArray &tag) {
        return tag.isEmpty() ? address : address + ";tag=" + tag;
    };
    SipRequest request{.method = what.method,
        .uri = what.target.isEmpty() ? "sip:" + target.id + '@' + there : what.target,
        .callId = what.callId.isEmpty() ? newCallId() : what.callId,
        .cseq = what.cseq,
        .sentBy = target.local,
        .transport = target.transport};
    request.from = tagged("<sip:" + m_serverId + '@' + here + '>', what.localTag.isEmpty() ? newTag() : what.localTag);
    request.to = tagged("<sip:" + target.id + '@' + there + '>', what.remoteTag);
    if (what.contact)
        request.contact = "sip:" + m_serverId + '@' + here;
    request.headers = what.headers;
    request.contentType = "Application/MANSCDP+xml";
    request.body = what.body;
    return writeRequest(request);
}

void DeviceControl::tell(const Target &target, const QByteArray &body, TimePoint now)
{
    m_now = now;
    m_transactions.start(request(target, {.body = body}), target.remote, target.transport, now);
}

void DeviceControl::begin(Task task, TimePoint now)
{
    const Id id = ++m_last;
    m_ofSn.insert(task.sn, id);
    m_ofSn.insert(task.sn + 1, id);
    m_about.insert(task.about, id);
    if (const QByteArray call = task.task->callId(); !call.isEmpty())
        m_ofCall.insert(call, id);
    if (dynamic_cast<const SnapshotTask *>(task.task.get()))
        m_snaps.insert(task.target.id, id);
    const bool stands = !task.task->isUrgent();
    task.waits = stands;
    m_tasks.emplace(id, std::move(task));
    if (!stands)
        return proceed(id, now);
    m_line.push_back(id);
    serveLine(now);
}

/// Whoever may be asked now, in their order.
void DeviceControl::serveLine(TimePoint now)
{
    for (std::size_t i = 0; i < std::min(m_line.size(), lookedAtInLine) && m_busy.size() < maxAtOnce;) {
        const Id id = m_line[i];
        const auto at = m_tasks.find(id);
        if (at != m_tasks.end() && m_busy.contains(at->second.target.id)) {
            ++i;
            continue;
        }
        m_line.erase(m_line.begin() + static_cast<std::ptrdiff_t>(i));
        if (at == m_tasks.end())
            continue; // it was stopped
        at->second.waits = false;
        m_busy.insert(at->second.target.id);
        proceed(id, now);
        i = 0; // who was over at once gave its place back
    }
}

/// Sends what is to be sent now, tells what is over.
void DeviceControl::proceed(Id id, TimePoint now)
{
    m_now = now;
    const auto at = m_tasks.find(id);
    Task &one = at->second;
    if (const auto next = one.task->takeRequest(now)) {
        one.transaction = m_transactions.start(
            request(one.target, *next), one.target.remote, one.target.transport, now);
        if (!one.transaction)
            one.task->stop(ClientTask::Stop::NotSent, now);
        else {
            m_ofTransaction.insert(one.transaction, id);
            if (m_sentAs)
                one.task->sent(*m_sentAs);
        }
    }
    arm(id, one);
    m_reports += one.task->takeReports();
    if (one.task->over())
        finish(at);
}

void DeviceControl::finish(Tasks::iterator at)
{
    Task &one = at->second;
    if (m_ofTransaction.remove(one.transaction) && !one.task->leavesLastRequest())
        m_transactions.abandon(one.transaction); // nobody waits for its answer any more
    m_deadlines.erase({one.armed, at->first});
    m_ofSn.remove(one.sn);
    m_ofSn.remove(one.sn + 1);
    m_about.remove(one.about, at->first);
    m_ofCall.remove(one.task->callId());
    m_snaps.remove(one.target.id, at->first);
    if (!one.task->isUrgent() && !one.waits)
        m_busy.remove(one.target.id);
    m_tasks.erase(at);
}

void DeviceControl::arm(Id id, Task &task)
{
    if (task.armed == task.task->deadline())
        return;
    m_deadlines.erase({task.armed, id});
    task.armed = task.task->deadline();
    if (task.armed != TimePoint::max())
        m_deadlines.emplace(task.armed, id);
}

void DeviceControl::receive(const Trace &trace)
{
    const TimePoint now = trace.datagram.at;
    advance(now);
    if (trace.isResponse()) {
        const Transactions::Result result = m_transactions.receive(trace.datagram, trace.head);
        const auto owner = result.what == Received::Response ? m_tasks.find(m_ofTransaction.value(result.id))
                                                             : m_tasks.end();
        if (owner == m_tasks.end() || owner->second.transaction != result.id || trace.head.status < 200)
            return;
        owner->second.task->answered(trace);
        proceed(owner->first, now);
        return serveLine(now);
    }
    if (m_tasks.empty() || !trace.isRequest() || trace.repeatOf != 0)
        return;
    if (trace.head.method == SipMethod::Notify && owns(trace))
        offerTo(m_ofCall.value(bytes(trace.head.callId)), trace);
    else if (trace.head.method == SipMethod::Message && trace.body)
        offer(trace);
    serveLine(now);
}

bool DeviceControl::owns(const Trace &trace) const
{
    const auto at = m_tasks.find(m_ofCall.value(bytes(trace.head.callId)));
    return at != m_tasks.end() && at->second.target.remote.address == trace.datagram.from.address
        && at->second.task->owns(trace.head);
}

void DeviceControl::numberUsed(const QByteArray &callId, quint32 cseq)
{
    const auto at = m_tasks.find(m_ofCall.value(callId));
    if (at != m_tasks.end())
        at->second.task->numberUsed(cseq);
}

/// To the question with its SN; else to those whose device it names, for what they have to say of it.
void DeviceControl::offer(const Trace &trace)
{
    const qint64 sn = trace.body->sn.value_or(-1);
    if (sn > 0 && sn <= std::numeric_limits<quint32>::max()) {
        const auto at = m_ofSn.constFind(static_cast<quint32>(sn));
        if (at != m_ofSn.cend() && offerTo(*at, trace))
            return;
    }
    // Of a body that breaks nobody knows whose it is but by its From
    const QByteArray id = trace.body->broken() || trace.body->deviceId.isEmpty() ? bytes(trace.head.from.uri.user)
                                                                                 : trace.body->deviceId.toUtf8();
    QList<Id> tasks = m_about.values(id);
    if (trace.body->root == ManscdpRoot::Notify) // of a channel's pictures some devices tell in their own name
        tasks += m_snaps.values(bytes(trace.head.from.uri.user));
    for (const Id one : std::as_const(tasks)) {
        if (offerTo(one, trace))
            return;
    }
}

bool DeviceControl::offerTo(Id id, const Trace &trace)
{
    const auto at = m_tasks.find(id);
    if (at == m_tasks.end() || at->second.waits)
        return false;
    if (at->second.target.remote.address != trace.datagram.from.address) {
        at->second.task->strange(trace);
        return false;
    }
    if (!at->second.task->take(trace))
        return false;
    proceed(id, trace.datagram.at);
    return true;
}

void DeviceControl::transportFailed(TransactionId id)
{
    const auto at = m_tasks.find(m_ofTransaction.value(id));
    if (at == m_tasks.end() || at->second.transaction != id)
        return;
    at->second.task->stop(ClientTask::Stop::NotSent, m_now);
    m_deadlines.erase({at->second.armed, at->first});
    at->second.armed = m_now; // advance() buries it: this may be within a call of its own transaction
    m_deadlines.emplace(m_now, at->first);
}

void DeviceControl::advance(TimePoint now)
{
    m_now = now;
    m_transactions.advance(now);
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        const Id id = m_deadlines.begin()->second;
        m_tasks.at(id).task->advance(now);
        proceed(id, now);
    }
    serveLine(now);
}

std::optional<TimePoint> DeviceControl::nextDeadline()
{
    const std::optional<TimePoint> transactions = m_transactions.nextDeadline();
    if (m_deadlines.empty())
        return transactions;
    return std::min(m_deadlines.begin()->first, transactions.value_or(TimePoint::max()));
}

void DeviceControl::stop(TimePoint now, ClientTask::Stop why)
{
    m_line.clear();
    while (!m_tasks.empty()) {
        m_tasks.begin()->second.task->stop(why, now);
        proceed(m_tasks.begin()->first, now);
    }
}

void DeviceControl::stopAsking(quint64 id, TimePoint now)
{
    QList<Id> meant;
    for (const auto &[task, one] : m_tasks) {
        if (one.question == id && !one.config)
            meant.append(task);
    }
    std::sort(meant.begin(), meant.end());
    for (const Id one : std::as_const(meant)) {
        m_tasks.at(one).task->stop(ClientTask::Stop::Stopped, now);
        proceed(one, now);
    }
    serveLine(now);
}

} // namespace gb
