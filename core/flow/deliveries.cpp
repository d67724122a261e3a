#include "core/flow/deliveries.h"

#include "core/flow/flowlog.h"
#include "core/net/endpointtext.h"

#include <algorithm>
#include <limits>

namespace gb {
namespace {

constexpr quint32 nobody = std::numeric_limits<quint32>::max();
constexpr Duration longAgo = std::chrono::hours(1);

} // namespace

std::vector<Endpoint> Deliveries::note(const Trace &trace, std::optional<quint32> place)
{
    const Datagram &datagram = trace.datagram;
    const bool tcp = datagram.transport == TransportKind::Tcp;
    if ((!tcp && datagram.transport != TransportKind::Udp) || (!trace.isRequest() && !trace.isResponse()))
        return {};
    remember({.number = trace.number,
        .first = trace.repeatOf != 0 ? trace.repeatOf : trace.number,
        .at = datagram.at,
        .from = datagram.from,
        .to = datagram.to,
        .transaction = trace.transaction,
        .octets = datagram.cut ? 0 : static_cast<quint32>(datagram.octets.size()),
        .place = place,
        .isResponse = trace.isResponse(),
        .tcp = tcp,
        .method = tcp && trace.isRequest() ? trace.head.method : SipMethod::None,
        .isFinal = trace.isResponse() && trace.head.status >= 200});
    return tcp || m_unreached.isEmpty() ? std::vector<Endpoint>() : follow(trace, place);
}

void Deliveries::remember(const Sent &sent)
{
    if (m_sent.size() < remembered) {
        m_sent.push_back(sent);
        return;
    }
    m_sent[m_next] = sent;
    m_next = (m_next + 1) % remembered;
}

std::vector<Endpoint> Deliveries::follow(const Trace &trace, std::optional<quint32> place)
{
    const Datagram &datagram = trace.datagram;
    std::vector<Endpoint> reached;
    const quint32 whose = place.value_or(nobody);
    if (const auto there = m_unreached.find({whose, datagram.from});
        there != m_unreached.end() && trace.isResponse() && there->sentSince) {
        m_unreached.erase(there);
        reached.push_back(datagram.from);
    }
    const auto there = m_unreached.find({whose, datagram.to});
    if (there == m_unreached.end() || trace.copy.kind == RepeatKind::Duplicate)
        return reached;
    if (trace.repeatOf == 0 && there->sentSince && !there->repeated && datagram.at - there->sentAt >= quiet) {
        m_unreached.erase(there);
        reached.push_back(datagram.to);
        return reached;
    }
    there->repeated = trace.repeatOf != 0;
    there->sentSince = true;
    there->sentAt = datagram.at;
    return reached;
}

const Deliveries::Sent *Deliveries::find(const notes::Icmp &note, TimePoint at) const
{
    const auto from = readEndpoint(note.from, 0), to = readEndpoint(note.to, 0);
    const QByteArray octets = icmpnote::headOf(note);
    const SipHead head = scanHead({octets.constData(), static_cast<std::size_t>(octets.size())});
    const bool isResponse = head.kind == SipKind::Response;
    const bool named = (isResponse || head.kind == SipKind::Request) && !head.via.branch.empty() && !head.callId.empty()
        && head.cseq != 0 && !head.cseqMethod.empty();
    const Key128 key = named ? transactionKey(head) : Key128();
    const Sent *byEnds = nullptr;
    for (std::size_t i = 0; i < m_sent.size(); ++i) {
        const Sent &sent = back(i);
        if (sent.tcp || std::chrono::abs(at - sent.at) > reportWithin)
            continue;
        if (named) {
            if (sent.transaction == key && sent.isResponse == isResponse)
                return &sent;
            continue;
        }
        const bool fits = note.octets == 0 || sent.octets == 0 || sent.octets == note.octets;
        if (!byEnds && fits && from && to && sent.from == *from && sent.to == *to)
            byEnds = &sent;
    }
    return byEnds;
}

/// An answer came from where it was sent to, since; to this message or another one.
bool Deliveries::isAnswered(const Sent &sent) const
{
    for (std::size_t i = 0; i < m_sent.size() && back(i).number > sent.number; ++i) {
        if (back(i).isResponse && !back(i).tcp && back(i).from == sent.to && back(i).to.address == sent.from.address)
            return true;
    }
    return false;
}

bool Deliveries::watch(const Key &key, TimePoint at)
{
    if (m_unreached.size() >= maxUnreached && !m_unreached.contains(key)) {
        m_unreached.removeIf([at](const auto &one) { return at - one->refusedAt > longAgo; });
        if (m_unreached.size() >= maxUnreached)
            return false;
    }
    m_unreached[key] = {.refusedAt = at, .sentAt = at};
    return true;
}

std::optional<Undelivered> Deliveries::report(const notes::Icmp &note, TimePoint at)
{
    const Sent *const sent = find(note, at);
    if (!sent)
        return std::nullopt;
    Undelivered out{.number = sent->first,
        .copy = sent->number,
        .from = sent->from,
        .to = sent->to,
        .reporter = readAddress(note.reporter),
        .reason = icmpnote::reasonOf(note),
        .place = sent->place,
        .isAnswered = isAnswered(*sent)};
    if (!out.isAnswered && !watch({sent->place.value_or(nobody), sent->to}, at))
        return std::nullopt; // nothing would end it
    return out;
}

std::optional<BrokenOff> Deliveries::ended(const notes::Connection &note, TimePoint at)
{
    using How = notes::Connection::How;
    const auto by = readEndpoint(note.from, 0), to = readEndpoint(note.to, 0);
    if ((note.how != How::Reset && note.how != How::Closed) || !by || !to)
        return std::nullopt;
    std::vector<Key128> answered;
    for (std::size_t i = 0; i < m_sent.size() && at - back(i).at <= reportWithin; ++i) {
        const Sent &sent = back(i);
        if (!sent.tcp)
            continue;
        if (sent.isFinal && sent.to.address == to->address)
            answered.push_back(sent.transaction); // on another connection, as the case may be
        if (sent.isResponse || sent.from != *to || sent.to != *by)
            continue;
        if (sent.method == SipMethod::None || sent.method == SipMethod::Ack
            || std::find(answered.begin(), answered.end(), sent.transaction) != answered.end())
            return std::nullopt;
        const SipMethod method = std::exchange(m_sent[placeOf(i)].method, SipMethod::None);
        return BrokenOff{sent.first, *by, note.how == How::Reset, method, sent.place};
    }
    return std::nullopt;
}

} // namespace gb
