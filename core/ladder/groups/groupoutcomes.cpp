#include "core/ladder/groups/messagegroups.h"

/// The part of MessageGroups that says how things stand.
namespace gb {
namespace {

using State = MessageGroup::State;
using Why = MessageGroup::Why;

State stateOf(Operation::State state)
{
    using Is = Operation::State;
    switch (state) {
    case Is::Asked:
    case Is::Accepted:
    case Is::Answering:
    case Is::Active: return State::Running;
    case Is::Done:
    case Is::Ended: return State::Ok;
    case Is::Unknown:
    case Is::Count: return State::Unknown;
    default: return State::Failed;
    }
}

bool isAbsence(Why why)
{
    return why == Why::NoAnswer || why == Why::NoAck || why == Why::Late;
}

bool isTrain(MessageGroup::Kind kind)
{
    using Kind = MessageGroup::Kind;
    return kind == Kind::Registration || kind == Kind::Heartbeats || kind == Kind::Options
        || kind == Kind::NatKeepalives || kind == Kind::NotSip;
}

} // namespace

void MessageGroups::set(MessageGroup &group, State state, Why why, const LogEntry &by)
{
    group.state = state;
    group.why = why;
    group.by = static_cast<quint32>(by.number);
    group.status = by.status;
}

void MessageGroups::judge(MessageGroup &group, const LogEntry &entry)
{
    if (entry.kind != SipKind::Request && entry.kind != SipKind::Response) {
        group.state = State::Ok; // nobody answers these
        return;
    }
    if (entry.isRequest() && !entry.isRepeat() && entry.sipMethod == SipMethod::Invite)
        group.call = true;
    if (isOperation(group))
        return judgeOperation(group);
    if (!entry.isRepeat()) {
        if (group.isCall())
            judgeCall(group, entry);
        else if (entry.isRequest())
            judgeRequest(group, entry);
        else if (entry.kind == SipKind::Response && entry.status >= 200)
            judgeAnswer(group, entry);
    }
    if (group.why == Why::Nothing) // a copy, an ACK, a provisional answer, and nothing that it belongs to
        set(group, State::Unknown, Why::NotSeen, entry);
}

void MessageGroups::judgeRequest(MessageGroup &group, const LogEntry &entry)
{
    if (group.state != State::Ok || !isTrain(group.kind)) // a train goes on while its next request waits
        set(group, State::Running, Why::Waiting, entry);
}

/// A final answer.
void MessageGroups::judgeAnswer(MessageGroup &group, const LogEntry &entry)
{
    const bool known = entry.answers() != 0 && entryOf(entry.answers());
    if (entry.status < 300)
        return known || group.kind == Kind::Registration ? set(group, State::Ok, Why::Answered, entry)
                                                         : set(group, State::Unknown, Why::NotSeen, entry);
    if (entry.has(LogEntry::ChallengedAgain))
        return set(group, State::Failed, Why::RefusedAgain, entry);
    if (entry.status == 401 || entry.status == 407)
        return set(group, State::Running, Why::Challenged, entry);
    set(group, State::Failed, Why::Refused, entry);
}

void MessageGroups::judgeCall(MessageGroup &group, const LogEntry &entry)
{
    const bool stands = group.why == Why::Stands, isOver = group.why == Why::HungUp;
    const bool isRefused = group.why == Why::Refused || group.why == Why::RefusedAgain;
    switch (entry.sipMethod) {
    case SipMethod::Bye:
        if (entry.isRequest() && group.state != State::Failed)
            set(group, State::Ok, Why::HungUp, entry);
        return;
    case SipMethod::Cancel:
        if (entry.isRequest() && !stands && !isOver && !isRefused) // else it comes too late
            set(group, State::Running, Why::Cancelled, entry);
        return;
    case SipMethod::Invite: break;
    default: return; // within the call
    }
    if (stands || isOver) // what is asked anew in a call that stands changes nothing of that
        return;
    if (entry.isRequest())
        return set(group, State::Running, Why::Waiting, entry);
    if (entry.status < 200)
        return;
    if (entry.status < 300)
        return set(group, State::Running, Why::Stands, entry);
    if (group.why == Why::Cancelled && entry.status == 487)
        return set(group, State::Ok, Why::Cancelled, entry);
    judgeAnswer(group, entry);
}

void MessageGroups::judgeOperation(MessageGroup &group) const
{
    const Operation *const operation = m_book.find(group.operation);
    if (!operation)
        return;
    group.state = stateOf(operation->state);
    group.why = Why::ByOperation;
    group.by = static_cast<quint32>(operation->by);
    group.status = static_cast<quint16>(operation->status);
    const bool byTime = operation->by == 0 && group.state == State::Failed;
    if (byTime && m_gaps.mayHide(operation->at, operation->since)) {
        group.state = State::Unknown;
        group.why = Why::MayBeLost;
    }
}

void MessageGroups::take(const QList<Operation> &operations)
{
    bool any = false;
    for (const Operation &one : operations) {
        const auto known = m_operations.constFind(static_cast<quint32>(one.request));
        if (known == m_operations.cend() || !isOperation(m_groups[*known]))
            continue;
        judgeOperation(m_groups[*known]);
        any = true;
    }
    if (any)
        emit changed();
}

/// What did not come is told of the message that it would have followed.
void MessageGroups::noteMissing()
{
    const QList<Awaited> &missing = m_log.missing();
    for (; m_missingSeen < missing.size(); ++m_missingSeen) {
        const Awaited &one = missing.at(m_missingSeen);
        const quint32 index = of(m_log.rowOf(one.number));
        if (index == none)
            continue;
        MessageGroup &group = m_groups[index];
        const bool isBeat = one.what == Awaited::What::Heartbeat, isAck = one.what == Awaited::What::Ack;
        const bool unsure = one.unrepeated || m_gaps.mayHide(one.since, one.deadline);
        if (isBeat && group.missed < 0xffff)
            ++group.missed;
        const bool asked = m_log.entry(m_log.rowOf(one.number)).sipMethod == SipMethod::Invite;
        const bool isWithin = group.isCall() && !asked; // the call itself does not wait for that
        if (isOperation(group) || isWithin || group.by > one.behind)
            continue;
        group.state = unsure ? State::Unknown : State::Failed;
        group.why = unsure ? Why::MayBeLost : isBeat ? Why::Late : isAck ? Why::NoAck : Why::NoAnswer;
        group.by = static_cast<quint32>(one.number);
        group.status = 0;
    }
}

/// What did not follow this message may have, unseen: as far as is known by now.
bool MessageGroups::mayBeLost(const LogEntry &entry) const
{
    constexpr Duration longest = std::chrono::seconds(32); // 64 * T1
    return entry.has(LogEntry::Unsure) || m_gaps.mayHide(entry.time(), entry.time() + longest);
}

/// What would follow it did not come.
MessageGroup::Outcome MessageGroups::overdue(const LogEntry &entry) const
{
    const auto number = static_cast<quint32>(entry.number);
    const auto status = static_cast<quint16>(entry.isRequest() ? 0 : entry.status);
    if (mayBeLost(entry))
        return {State::Unknown, Why::MayBeLost, status, number};
    return {State::Failed, entry.isRequest() ? Why::NoAnswer : Why::NoAck, status, number};
}

MessageGroup::Outcome MessageGroups::outcome(quint32 index) const
{
    const MessageGroup &group = m_groups[index];
    Outcome outcome = group.outcome();
    const Operation *const operation = isOperation(group) ? m_book.find(group.operation) : nullptr;
    const bool byTime = isAbsence(group.why)
        || (group.why == Why::ByOperation && group.by == 0 && group.state == State::Failed);
    const LogEntry *const by = entryOf(group.by);
    const bool isLater = by && (group.why == Why::NoAnswer || group.why == Why::NoAck) && mayBeLost(*by);
    if (byTime && (m_gaps.isDoubtful() || isLater)) // what is known of the record by now
        return {State::Unknown, Why::MayBeLost, 0, group.by};
    const bool stands = group.why == Why::Stands || (operation && operation->state == Operation::State::Active);
    // The log lists so many of those alone that did not come; all are marked
    if (by && group.state == State::Running && group.why == Why::Waiting && by->has(LogEntry::TimedOut))
        return overdue(*by);
    if (group.state == State::Running && !stands && !m_log.isRunning())
        return {State::Unknown, Why::RecordEnds, group.status, group.by};
    return outcome;
}

MessageGroup::Outcome MessageGroups::transaction(qsizetype row) const
{
    const LogEntry &request = m_log.entry(row);
    const auto number = static_cast<quint32>(request.number);
    if (!request.isRequest()) {
        const bool isAnswer = request.kind == SipKind::Response;
        return {isAnswer ? State::Unknown : State::Ok, isAnswer ? Why::NotSeen : Why::Nothing,
            static_cast<quint16>(request.status), number};
    }
    const quint32 behind = m_log.finalAnswer(request);
    if (const LogEntry *const answer = behind == 0 ? nullptr : entryOf(quint64{number} + behind)) {
        const auto by = static_cast<quint32>(answer->number);
        const auto status = static_cast<quint16>(answer->status);
        if (answer->has(LogEntry::ChallengedAgain))
            return {State::Failed, Why::RefusedAgain, status, by};
        if (status == 401 || status == 407)
            return {State::Ok, Why::Challenge, status, by};
        if (status >= 300)
            return {State::Failed, Why::Refused, status, by};
        if (answer->has(LogEntry::TimedOut))
            return overdue(*answer);
        return {State::Ok, Why::Answered, status, by};
    }
    if (request.has(LogEntry::TimedOut))
        return overdue(request);
    return m_log.isRunning() ? Outcome{State::Running, Why::Waiting, 0, number}
                             : Outcome{State::Unknown, Why::RecordEnds, 0, number};
}

std::optional<Duration> MessageGroups::duration(quint32 index) const
{
    const MessageGroup &group = m_groups[index];
    const TimePoint from = m_log.entry(group.first).time();
    if (isTrain(group.kind))
        return m_log.entry(group.last).time() - from;
    if (outcome(index).state == State::Running)
        return std::nullopt;
    const Operation *const operation = isOperation(group) ? m_book.find(group.operation) : nullptr;
    if (operation && operation->isOver())
        return operation->since - operation->at;
    const LogEntry *const by = entryOf(group.by);
    return (by ? by->time() : m_log.entry(group.last).time()) - from;
}

} // namespace gb
