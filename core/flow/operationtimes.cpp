#include "core/flow/operations.h"

/// The part of Operations that time writes.
namespace gb {

using State = Operation::State;

namespace {

/// What follows from something that did not come.
bool isAbsence(State state)
{
    return state == State::NoAnswer || state == State::NoResponse || state == State::OtherSn
        || state == State::Incomplete || state == State::Lapsed;
}

} // namespace

void Operations::arm(Entry &entry, TimePoint deadline)
{
    if (entry.deadline != TimePoint::max())
        m_deadlines.erase({entry.deadline, entry.operation.request});
    entry.deadline = deadline;
    if (deadline != TimePoint::max())
        m_deadlines.emplace(deadline, entry.operation.request);
}

void Operations::advance(TimePoint now)
{
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now) {
        Entry &entry = m_all.at(m_deadlines.begin()->second);
        const TimePoint at = entry.deadline;
        arm(entry, TimePoint::max());
        overdue(entry, at);
    }
}

void Operations::overdue(Entry &entry, TimePoint at)
{
    Operation &operation = entry.operation;
    const bool isHole = m_lostAt >= operation.at;
    switch (operation.state) {
    case State::Asked:
        // Who has an answer does not send again: where nothing was sent again the answer went past whoever captured
        operation.state = entry.repeated && !isHole ? State::NoAnswer : State::Unknown;
        break;
    case State::Accepted:
        operation.state = isHole ? State::Unknown : operation.otherSn != 0 ? State::OtherSn : State::NoResponse;
        break;
    case State::Answering: operation.state = isHole ? State::Unknown : State::Incomplete; break;
    case State::Active: operation.state = m_lostAt >= operation.since ? State::Unknown : State::Lapsed; break;
    default: return;
    }
    operation.by = 0;
    operation.since = at;
    m_news.insert(operation.request);
    if (m_overdue.size() < static_cast<qsizetype>(maxKept))
        m_overdue.append(operation);
}

void Operations::loseSince(TimePoint from)
{
    lose(from);
    for (auto &[request, entry] : m_all) {
        Operation &operation = entry.operation;
        const bool wasDue = operation.by == 0 && operation.since > from && operation.at <= from;
        if (!wasDue || !isAbsence(operation.state))
            continue;
        operation.state = State::Unknown;
        m_news.insert(request);
    }
}

void Operations::forget(Entries::iterator at)
{
    Entry &entry = at->second;
    arm(entry, TimePoint::max());
    m_ofKey.remove(entry.key, at->first);
    m_ofCall.remove(entry.call);
    for (const quint64 number : std::as_const(entry.operation.messages))
        m_ofMessage.remove(number);
    m_news.erase(at->first);
    m_all.erase(at);
    ++m_forgotten;
}

} // namespace gb
