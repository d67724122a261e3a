#pragma once
#include "core/ladder/flowfilter.h"

#include <algorithm>

namespace gb::test {

/// Whether a flow shows a message, asked the slow way: of the whole message, each time anew.
inline bool shows(const FlowFilter &filter, const MessageSummary &m)
{
    using Only = FlowFilter::Only;
    const bool sip = m.kind == SipKind::Request || m.kind == SipKind::Response;
    const bool again = m.copy.kind == RepeatKind::Retransmission;
    const bool isOf = filter.only == Only::All || (filter.only == Only::Sip && sip)
        || (filter.only == Only::Retransmissions && again)
        || (filter.only == Only::OtherRepeats && !again && m.copy.kind != RepeatKind::None)
        || (filter.only == Only::Malformed && sip && m.faults != 0)
        || (filter.only == Only::NotSip && m.kind == SipKind::NotSip)
        || (filter.only == Only::NatKeepalives && m.kind == SipKind::NatKeepalive);
    if (!isOf || (filter.hideRepeats && m.repeatOf != 0)
        || (!filter.devices.isEmpty() && !filter.devices.contains(m.device.toString()))
        || (!filter.callIds.isEmpty() && !filter.callIds.contains(m.callId.toString())))
        return false;
    const QStringList fields{arrowLabel(m), m.device, m.callId, m.from.text(), m.to.text()};
    const QStringList words = filter.text.simplified().split(u' ', Qt::SkipEmptyParts); // texts without fields
    return std::all_of(words.begin(), words.end(), [&fields](const QString &word) {
        return std::any_of(fields.begin(), fields.end(),
            [&word](const QString &field) { return field.contains(word, Qt::CaseInsensitive); });
    });
}

} // namespace gb::test
