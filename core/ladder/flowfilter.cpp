#include "core/ladder/flowfilter.h"

#include "core/filter/parser.h"

#include <algorithm>

namespace gb {
namespace {

bool isOf(FlowFilter::Only only, SipKind kind, bool faults, RepeatKind repeat)
{
    const bool sip = kind == SipKind::Request || kind == SipKind::Response;
    switch (only) {
    case FlowFilter::Only::All: break;
    case FlowFilter::Only::Sip: return sip;
    case FlowFilter::Only::Retransmissions: return repeat == RepeatKind::Retransmission;
    case FlowFilter::Only::OtherRepeats: return repeat != RepeatKind::None && repeat != RepeatKind::Retransmission;
    case FlowFilter::Only::Malformed: return sip && faults;
    case FlowFilter::Only::NotSip: return kind == SipKind::NotSip;
    case FlowFilter::Only::NatKeepalives: return kind == SipKind::NatKeepalive;
    }
    return true;
}

} // namespace

bool FlowFilter::asksTheSame(const FlowFilter &other) const
{
    FlowFilter one = *this;
    one.found = other.found;
    return one == other;
}

FlowMatcher::FlowMatcher(const MessageLog &log, const FlowFilter &filter)
    : m_log(log)
    , m_devices(filter.devices.begin(), filter.devices.end())
    , m_callIds(filter.callIds.begin(), filter.callIds.end())
    , m_hideRepeats(filter.hideRepeats)
    , m_only(filter.only)
    , m_group(filter.group)
    , m_expression(filter::parse(filter.text).expression)
    , m_scope(m_expression.isEmpty() ? FlowFilter::Scope::Message : filter.scope)
    , m_conditions(log, m_expression, filter.found)
{
}

template<typename Look>
bool FlowMatcher::remembered(std::vector<quint8> &known, quint32 index, const Look &look)
{
    if (index >= known.size())
        known.resize(index + index / 2 + 16, 0);
    if (known[index] == 0)
        known[index] = look(index) ? 2 : 1;
    return known[index] == 2;
}

/// By all but the text.
FlowMatcher::Hidden FlowMatcher::without(const LogEntry &entry)
{
    if (m_hideRepeats && entry.isRepeat())
        return Hidden::ByRepeats;
    if (m_only != FlowFilter::Only::All && !isOf(m_only, entry.kind, entry.hasFaults(), m_log.odd(entry).repeat))
        return Hidden::ByKind;
    if (m_group.first != 0 && !std::binary_search(m_group.numbers.begin(), m_group.numbers.end(), entry.number))
        return Hidden::ByGroup;
    const auto deviceListed = [this](quint32 index) { return m_devices.contains(m_log.device(index)); };
    if (!m_devices.isEmpty() && !remembered(m_deviceListed, entry.device, deviceListed))
        return Hidden::ByDevices;
    const auto callIdListed = [this](quint32 index) { return m_callIds.contains(m_log.callId(index)); };
    return m_callIds.isEmpty() || remembered(m_callIdListed, entry.callId, callIdListed) ? Hidden::No
                                                                                         : Hidden::ByDialogs;
}

/// Index of its dialog or device; 0: it has none, and stands for itself.
quint32 FlowMatcher::scopeOf(const LogEntry &entry) const
{
    return static_cast<quint32>(m_scope == FlowFilter::Scope::Dialog ? entry.callId : entry.device);
}

void FlowMatcher::collect(const LogEntry &entry)
{
    const quint32 scope = scopeOf(entry);
    if (scope == 0 || (scope < m_inScope.size() && m_inScope[scope]) || m_conditions.meets(entry) != filter::Truth::Yes)
        return;
    if (scope >= m_inScope.size())
        m_inScope.resize(scope + scope / 2 + 16);
    m_inScope[scope] = true;
}

bool FlowMatcher::matches(const LogEntry &entry)
{
    if (without(entry) != Hidden::No)
        return false;
    if (m_expression.isEmpty())
        return true;
    const quint32 scope = collects() ? scopeOf(entry) : 0;
    if (scope != 0)
        return scope < m_inScope.size() && m_inScope[scope];
    return m_conditions.meets(entry) == filter::Truth::Yes;
}

FlowMatcher::Hidden FlowMatcher::hides(const LogEntry &entry)
{
    if (const Hidden other = without(entry); other != Hidden::No)
        return other;
    const quint32 scope = collects() ? scopeOf(entry) : 0;
    for (qsizetype row = 0; scope != 0 && row < m_log.count(); ++row) {
        if (scopeOf(m_log.entry(row)) == scope)
            collect(m_log.entry(row));
    }
    if (matches(entry))
        return Hidden::No;
    return m_conditions.meets(entry) == filter::Truth::Unknown ? Hidden::Unread : Hidden::ByText;
}

} // namespace gb
