#include "core/ladder/messagelog.h"

// What is told of a message that is kept.
namespace gb {
namespace {

/// What stands in the entry itself.
MessageSummary ownOf(const LogEntry &e)
{
    MessageSummary m;
    m.number = e.number;
    m.at = e.time();
    m.transport = e.transport();
    m.direction = e.direction();
    m.kind = e.kind;
    m.method = e.sipMethod;
    m.authorized = e.has(LogEntry::Authorized);
    m.status = e.status;
    m.octets = e.octets;
    m.answers = e.answers();
    return m;
}

} // namespace

MessageSummary MessageLog::at(qsizetype row) const
{
    const LogEntry &e = entry(row);
    MessageSummary m = ownOf(e);
    m.from = m_endpoints[e.from].endpoint;
    m.to = m_endpoints[e.to].endpoint;
    m.faults = faults(e);
    m.repeatOf = repeatOf(e);
    m.copy = copyInfo(e);
    m.methodText = method(e);
    m.command = command(e);
    m.sn = sn(e);
    m.device = device(e.device);
    m.callId = callId(e.callId);
    return m;
}

QString MessageLog::label(const LogEntry &e) const
{
    MessageSummary m = ownOf(e);
    m.methodText = method(e);
    m.command = command(e);
    m.sn = sn(e);
    return arrowLabel(m);
}

} // namespace gb
