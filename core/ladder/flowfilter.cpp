#include "core/ladder/flowfilter.h"

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

QStringList FlowFilter::words() const
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts).mid(0, 16);
}

FlowMatcher::FlowMatcher(const MessageLog &log, const FlowFilter &filter)
    : m_log(log)
    , m_devices(filter.devices.begin(), filter.devices.end())
    , m_callIds(filter.callIds.begin(), filter.callIds.end())
    , m_words(filter.words())
    , m_hideRepeats(filter.hideRepeats)
    , m_only(filter.only)
    , m_having(filter.having)
    , m_group(filter.group)
{
}

template<typename Look>
FlowMatcher::Mask FlowMatcher::remembered(std::vector<Mask> &known, quint32 index, const Look &look)
{
    if (index >= known.size())
        known.resize(index + index / 2 + 16, unknown);
    if (known[index] == unknown)
        known[index] = look(index);
    return known[index];
}

FlowMatcher::Mask FlowMatcher::wordsIn(const QString &text) const
{
    Mask mask = 0;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (text.contains(m_words.at(i), Qt::CaseInsensitive))
            mask |= Mask{1} << i;
    }
    return mask;
}

bool FlowMatcher::matches(const LogEntry &entry)
{
    if ((m_hideRepeats && entry.isRepeat())
        || (m_only != FlowFilter::Only::All && !isOf(m_only, entry.kind, entry.hasFaults(), m_log.odd(entry).repeat)))
        return false;
    if (m_group.first != 0 && !std::binary_search(m_group.numbers.begin(), m_group.numbers.end(), entry.number))
        return false;
    const auto deviceListed = [this](quint32 index) { return Mask{m_devices.contains(m_log.device(index))}; };
    if (!m_devices.isEmpty() && !remembered(m_deviceListed, entry.device, deviceListed))
        return false;
    const auto callIdListed = [this](quint32 index) { return Mask{m_callIds.contains(m_log.callId(index))}; };
    if (!m_callIds.isEmpty() && !remembered(m_callIdListed, entry.callId, callIdListed))
        return false;
    for (const FlowFilter::Having &one : m_having) {
        if (std::binary_search(one.numbers.begin(), one.numbers.end(), entry.number) == one.without)
            return false;
    }
    return m_words.isEmpty() || matchesText(entry);
}

bool FlowMatcher::matchesText(const LogEntry &entry)
{
    const Mask all = (Mask{1} << m_words.size()) - 1;
    const auto inEndpoint = [this](quint32 index) { return wordsIn(m_log.endpoint(index).text); };
    Mask found = remembered(
        m_deviceWords, entry.device, [this](quint32 index) { return wordsIn(m_log.device(index)); });
    found |= remembered(m_endpointWords, entry.from, inEndpoint);
    found |= remembered(m_endpointWords, entry.to, inEndpoint);
    found |= labelWords(entry);
    if (found != all)
        found |= remembered(
            m_callIdWords, entry.callId, [this](quint32 index) { return wordsIn(m_log.callId(index)); });
    if (found != all && entry.has(LogEntry::HasSn))
        found |= wordsIn(m_log.label(entry));
    return found == all;
}

FlowMatcher::Mask FlowMatcher::labelWords(const LogEntry &entry)
{
    const quint64 key = quint64{entry.words} | quint64{entry.status} << 40
        | quint64{static_cast<quint8>(entry.kind)} << 56 | quint64{entry.has(LogEntry::Authorized)} << 60
        | quint64{entry.sipMethod == SipMethod::Register} << 61;
    if (const auto known = m_labelWords.constFind(key); known != m_labelWords.constEnd())
        return *known;
    LogEntry bare = entry;
    bare.flags = bare.flags & ~LogEntry::HasSn;
    return *m_labelWords.insert(key, wordsIn(m_log.label(bare)));
}

} // namespace gb
