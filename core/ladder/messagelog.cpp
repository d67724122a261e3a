#include "core/ladder/messagelog.h"

#include "core/base/rollinghash.h"

#include <algorithm>

namespace gb {
namespace {

constexpr quint64 latest = (quint64{1} << 52) - 1; ///< microseconds of LogEntry::at
constexpr quint64 farthest = (1U << 24) - 1;       ///< message that a LogEntry can name by its distance

bool isChallenge(quint16 status)
{
    return status == 401 || status == 407;
}

quint16 flagsOf(const MessageSummary &m)
{
    const bool keepalive = m.kind == SipKind::Request && m.repeatOf == 0 && m.command == QLatin1String("Keepalive");
    return (m.authorized ? LogEntry::Authorized : 0) | (keepalive ? LogEntry::KeepaliveRequest : 0)
        | (m.copy.offSchedule ? LogEntry::OffSchedule : 0);
}

OddMessage oddOf(const MessageSummary &m)
{
    OddMessage odd;
    odd.repeatOf = static_cast<quint32>(m.repeatOf);
    odd.faults = m.faults & ((1U << static_cast<unsigned>(HeadFault::Count)) - 1);
    odd.repeat = m.copy.kind;
    odd.timer = m.copy.timer;
    odd.copy = std::min<unsigned>(m.copy.copy, OddMessage::manyCopies) & 0x7f;
    odd.finalOrDue = odd.repeatOf == 0 ? 0 : static_cast<quint32>(m.copy.due.count() / 2) & farthest; // 64·T1 at most
    return odd;
}

} // namespace

bool LogEntry::isProblem() const
{
    if (kind == SipKind::NotSip || (flags & (Faulty | TimedOut | TcpFault)))
        return true;
    return status >= 400 && (!isChallenge(status) || has(ChallengedAgain));
}

MessageLog::MessageLog(QObject *parent)
    : QObject(parent)
{
    reset();
}

void MessageLog::reset()
{
    m_chunks.clear();
    m_offset = 0;
    m_count = 0;
    m_odd = {};
    m_forgotten = 0;
    m_devices.clear();
    m_callIds.clear();
    m_words = {};
    m_longSns.clear();
    m_marks.clear();
    m_strayMarks = 0;
    m_challenged.clear();
    m_endpoints.clear();
    ++m_endpointsVersion;
    m_endpointIndex = {};
    m_missing.clear();
    m_pending.clear();
}

void MessageLog::clear()
{
    reset();
    emit cleared();
}

void MessageLog::setCapacity(qsizetype messages)
{
    m_capacity = std::clamp<qsizetype>(messages, 1, maxCapacity);
    if (overfull())
        dropOldest();
}

std::size_t MessageLog::memory() const
{
    return entryMemory() + m_devices.memory() + m_callIds.memory() + m_words.memory() + m_challenged.capacity() / 8;
}

/// True: somebody who was known before.
bool MessageLog::noteParties(const QList<Party> &parties)
{
    const std::size_t before = m_endpoints.size();
    bool known = false;
    for (const Party &party : parties) {
        const quint32 place = internEndpoint(party.endpoint);
        known = known || place < before;
        m_endpoints[place].party = party;
        ++m_endpointsVersion;
    }
    return known;
}

void MessageLog::append(
    const QList<MessageSummary> &messages, const QList<Awaited> &awaited, const QList<Party> &parties)
{
    const bool otherRoles = noteParties(parties);
    // Ahead of the messages: of what did not come it is told in front of which of them it did not
    for (const Awaited &one : awaited)
        noteAwaited(one);
    const qsizetype first = m_count;
    quint64 last = m_count == 0 ? 0 : entry(m_count - 1).number;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const MessageSummary &message = messages[i];
        if (i + lookAhead < messages.size())
            prefetchNames(messages[i + lookAhead]);
        if (i + lookAhead / 2 < messages.size())
            prefetchEndpoint(messages[i + lookAhead / 2]);
        if (message.number <= last || message.number > ~quint32{0})
            continue;
        last = message.number;
        const std::size_t place = m_offset + static_cast<std::size_t>(m_count);
        if (place / chunkSize == m_chunks.size())
            m_chunks.push_back(std::make_unique<LogEntry[]>(chunkSize));
        slot(place) = compact(message);
        ++m_count;
        noteAnswer(slot(place));
    }
    markTimedOut(awaited);
    if (m_count > first)
        emit appended(first, m_count - first);
    else if (!awaited.isEmpty())
        emit awaitedChanged();
    if (otherRoles)
        emit partiesChanged();
    if (overfull())
        dropOldest();
}

LogEntry MessageLog::compact(const MessageSummary &m)
{
    LogEntry e;
    e.number = static_cast<quint32>(m.number);
    e.at = static_cast<quint64>(std::clamp<qint64>(m.at.time_since_epoch().count(), 0, latest)) & latest;
    e.octets = static_cast<quint16>(std::min<quint32>(m.octets, 65535));
    e.words = m_words.intern(m.methodText, m.command) & 0xfff;
    e.status = m.status & 0x3ff;
    e.kind = m.kind;
    e.sipMethod = m.method;
    if (!e.isRequest() && m.answers != 0 && m.number - m.answers <= farthest)
        e.link = (m.number - m.answers) & farthest;
    noteNames(e, m);
    noteSn(e, m.sn);
    e.wire = (static_cast<quint8>(m.transport) | static_cast<quint8>(m.direction) << 1) & 3;
    e.flags = (e.flags | flagsOf(m)) & 0x3ff;
    if (m.repeatOf != 0 || m.faults != 0)
        noteOdd(e, m);
    noteChallenge(e);
    noteEnds(e);
    return e;
}

void MessageLog::noteOdd(LogEntry &e, const MessageSummary &m)
{
    const OddMessage odd = oddOf(m);
    const bool tcpFault = odd.repeat == RepeatKind::Retransmission && m.transport == TransportKind::Tcp
        && m.copy.offSchedule;
    e.flags = e.flags | (odd.repeatOf != 0 ? LogEntry::Repeat : 0) | (odd.faults != 0 ? LogEntry::Faulty : 0)
        | (tcpFault ? LogEntry::TcpFault : 0);
    if (e.isOdd())
        e.finalOrOdd = m_odd.add(odd) & farthest;
}

/// Of a million Call-IDs none is in a cache; an answer's is that of its request.
void MessageLog::prefetchNames(const MessageSummary &m) const
{
    if (m.answers != 0)
        return;
    m_callIds.prefetch(m.callId.view());
    m_devices.prefetch(m.device.view());
    m_endpointIndex.prefetch(qHash(m.from, hashSeeds().a));
}

void MessageLog::prefetchEndpoint(const MessageSummary &m) const
{
    const auto place = m.answers != 0 ? std::nullopt : m_endpointIndex.likely(qHash(m.from, hashSeeds().a));
    if (place)
        prefetch(&m_endpoints[*place], sizeof(LogEndpoint));
}

/// An answer mostly has the names of its request, and a request goes where the message before came from: to the
/// platform. A look there spares the tables.
void MessageLog::noteNames(LogEntry &e, const MessageSummary &m)
{
    const qsizetype row = e.answers() == 0 ? -1 : rowOf(e.answers());
    const LogEntry *const request = row >= 0 ? &entry(row) : nullptr;
    const quint32 likelyDevice = request ? static_cast<quint32>(request->device) : 0,
                  likelyCallId = request ? static_cast<quint32>(request->callId) : 0;
    const std::string_view device = m.device.view(), callId = m.callId.view();
    e.device = (m_devices.view(likelyDevice) == device ? likelyDevice : m_devices.intern(device)) & 0xffffff;
    e.callId = (m_callIds.view(likelyCallId) == callId ? likelyCallId : m_callIds.intern(callId)) & TextTable::maxCount;
    const quint32 from = internEndpoint(m.from, request ? static_cast<quint32>(request->to) : m_lastTo);
    const quint32 to = internEndpoint(m.to, request ? static_cast<quint32>(request->from) : m_lastFrom);
    e.from = m_lastFrom = from & 0xffffff;
    e.to = m_lastTo = to & 0xffffff;
}

void MessageLog::noteAnswer(const LogEntry &e)
{
    const qsizetype row = e.kind == SipKind::Response && e.answers() != 0 ? rowOf(e.answers()) : -1;
    if (row < 0)
        return;
    LogEntry &request = slot(m_offset + static_cast<std::size_t>(row));
    const quint64 behind = e.number - request.number;
    if (behind > farthest || !request.isRequest())
        return;
    if (request.link == 0)
        request.link = behind & farthest;
    if (request.isRepeat() || e.status < 200 || finalAnswer(request) != 0)
        return;
    if (request.isOdd())
        m_odd[static_cast<quint32>(request.finalOrOdd)].finalOrDue = behind & farthest;
    else
        request.finalOrOdd = behind & farthest;
}

CopyInfo MessageLog::copyInfo(const LogEntry &e) const
{
    const OddMessage &odd = this->odd(e);
    CopyInfo info{.kind = odd.repeat,
        .timer = odd.timer,
        .copy = static_cast<quint16>(odd.copy),
        .due = odd.due(),
        .offSchedule = e.has(LogEntry::OffSchedule)};
    const qsizetype first = odd.repeatOf == 0 ? -1 : rowOf(odd.repeatOf);
    if (first >= 0)
        info.came = e.time() - entry(first).time();
    return info;
}

std::optional<Duration> MessageLog::latency(const LogEntry &answer) const
{
    const qsizetype row = answer.kind == SipKind::Response && answer.answers() != 0 ? rowOf(answer.answers()) : -1;
    return row < 0 ? std::nullopt : std::optional(answer.time() - entry(row).time());
}

void MessageLog::noteAwaited(const Awaited &awaited)
{
    const std::pair key(awaited.number, awaited.what == Awaited::What::Heartbeat);
    m_pending.remove(key);
    if (awaited.state == Awaited::State::Pending && m_pending.size() < maxAwaited)
        m_pending.insert(key, awaited);
    else if (awaited.state == Awaited::State::Missing && m_missing.size() < maxAwaited)
        m_missing.append(awaited);
}

void MessageLog::markTimedOut(const QList<Awaited> &awaited)
{
    for (const Awaited &one : awaited) {
        const bool isOfMessage = one.state == Awaited::State::Missing && one.what != Awaited::What::Heartbeat;
        const qsizetype row = isOfMessage ? rowOf(one.number) : -1;
        if (row >= 0)
            slot(m_offset + static_cast<std::size_t>(row)).flags |= LogEntry::TimedOut
                | (one.unrepeated ? LogEntry::Unsure : 0);
    }
}

void MessageLog::setNow(TimePoint now, bool running)
{
    m_now = now;
    m_running = running;
}

/// A device may open with an old nonce and is challenged once more: normal. Refused is who is challenged, answers that,
/// and is challenged again.
void MessageLog::noteChallenge(LogEntry &e)
{
    if (e.kind != SipKind::Response || e.isRepeat() || e.status < 200)
        return;
    if (m_challenged.size() < m_callIds.count())
        m_challenged.resize(m_callIds.count());
    if (isChallenge(e.status) && m_challenged[e.callId]) {
        const qsizetype request = e.answers() == 0 ? -1 : rowOf(e.answers());
        if (request >= 0 && entry(request).has(LogEntry::Authorized))
            e.flags |= LogEntry::ChallengedAgain;
    }
    m_challenged[e.callId] = isChallenge(e.status);
}

void MessageLog::noteSn(LogEntry &e, std::optional<qint64> sn)
{
    if (!sn)
        return;
    e.flags = e.flags | LogEntry::HasSn;
    e.sn = static_cast<quint32>(*sn);
    if (*sn == static_cast<qint64>(static_cast<quint32>(*sn)))
        return;
    m_longSns.insert(static_cast<quint32>(e.number), *sn);
    if (m_longSns.size() > maxLongSns)
        m_longSns.erase(m_longSns.begin());
}

std::optional<qint64> MessageLog::sn(const LogEntry &e) const
{
    if (!e.has(LogEntry::HasSn))
        return std::nullopt;
    const auto known = m_longSns.constFind(static_cast<quint32>(e.number));
    return known == m_longSns.constEnd() ? static_cast<qint64>(e.sn) : *known;
}

quint32 MessageLog::internEndpoint(const Endpoint &endpoint, quint32 guess)
{
    if (guess < m_endpoints.size() && m_endpoints[guess].endpoint == endpoint)
        return guess;
    const std::size_t hash = qHash(endpoint, hashSeeds().a);
    if (const auto known = m_endpointIndex.find(
            hash, [&](quint32 place) { return m_endpoints[place].endpoint == endpoint; }))
        return *known;
    const auto next = static_cast<quint32>(m_endpoints.size());
    m_endpointIndex.insert(hash, next);
    m_endpoints.push_back({.endpoint = endpoint, .text = endpoint.text()});
    return next;
}

void MessageLog::noteEnds(const LogEntry &e)
{
    LogEndpoint &from = m_endpoints[e.from];
    LogEndpoint &to = m_endpoints[e.to];
    bool news = e.direction() == Direction::Out && !std::exchange(from.ours, true);
    for (LogEndpoint *end : {&from, &to}) {
        if (e.device != 0 && end->device != 0 && end->device != e.device)
            news |= !std::exchange(end->several, true);
        else if (e.device != 0)
            news |= std::exchange(end->device, static_cast<quint32>(e.device)) != e.device;
    }
    m_endpointsVersion += news ? 1 : 0;
}

qsizetype MessageLog::rowFrom(quint64 number) const
{
    // Nearly always none is missing
    if (m_count > 0 && number >= entry(0).number) {
        const auto row = static_cast<qsizetype>(
            std::min<quint64>(number - entry(0).number, static_cast<quint64>(m_count)));
        if (row < m_count && entry(row).number == number)
            return row;
    }
    qsizetype low = 0;
    for (qsizetype length = m_count; length > 0;) {
        const qsizetype half = length / 2;
        if (entry(low + half).number < number) {
            low += half + 1;
            length -= half + 1;
        } else {
            length = half;
        }
    }
    return low;
}

qsizetype MessageLog::rowOf(quint64 number) const
{
    const qsizetype row = rowFrom(number);
    return row < m_count && entry(row).number == number ? row : -1;
}

} // namespace gb
