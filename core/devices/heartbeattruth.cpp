#include "core/devices/heartbeattruth.h"

#include "core/message/gbtime.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace gb {
namespace {

using namespace std::chrono_literals;

constexpr Duration timerF = SipTimers().giveUp();
constexpr qsizetype lookBack = 16; ///< heartbeats among which the one of a copy or an answer is: 32 s at 2 s
constexpr quint8 otherPlace = 255;

template<typename Small>
Small capped(std::int64_t value)
{
    return static_cast<Small>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<Small>::max()));
}

bool isLate(Duration gap, const HeartbeatPolicy &policy)
{
    return gap >= Duration(policy.interval) + Duration(policy.interval) / 10;
}

/// What came late is not missing: missesIn() counts it, for when it looked it was not there.
int missingIn(Duration gap, const HeartbeatPolicy &policy)
{
    const Duration interval = policy.interval;
    return static_cast<int>(
        std::clamp<std::int64_t>((gap + interval / 10) / interval - 1, 0, std::numeric_limits<int>::max()));
}

/// The device got its 200, as far as can be told: with all copies of timer E sent none came through.
bool isHeard(const Beat &beat)
{
    return beat.status >= 200 && beat.status < 300 && beat.copies < HeartbeatTruth::copiesOfTimerE;
}

/// When the device knows that it was not.
TimePoint knownAt(const Beat &beat)
{
    return beat.status >= 300 ? beat.at + Duration(beat.answeredAfter) : beat.at + timerF;
}

GapReason reasonOfSilence(const Beat &beat, const Beat *before, int missed)
{
    if (beat.has(Beat::Outage))
        return GapReason::Outage;
    if (beat.has(Beat::Started))
        return GapReason::Registered;
    if (beat.has(Beat::AddressChanged))
        return GapReason::AddressChanged;
    if (beat.has(Beat::PortChanged))
        return GapReason::PortChanged;
    if (beat.has(Beat::TransportChanged))
        return GapReason::TransportChanged;
    if (before && before->status == 0)
        return GapReason::Unanswered;
    if (before && before->status >= 300)
        return GapReason::Refused;
    if (before && before->has(Beat::RepeatedAnswered))
        return GapReason::AnswerLost;
    if (before && before->has(Beat::RepeatedUnanswered))
        return GapReason::AnswerLate;
    return missed > 0 ? GapReason::Missed : GapReason::Late;
}

} // namespace

ClockFault clockFault(const ClockReading &reading)
{
    if (reading.skew >= -2s && reading.skew <= 2s)
        return ClockFault::None;
    const int hours = hoursOff(reading);
    const Duration rest = reading.skew - std::chrono::hours(hours);
    return hours != 0 && std::abs(hours) <= 14 && rest >= -60s && rest <= 60s ? ClockFault::Zone : ClockFault::Off;
}

int hoursOff(const ClockReading &reading)
{
    return static_cast<int>(std::chrono::round<std::chrono::hours>(reading.skew).count());
}

void HeartbeatTruth::beat(const Arrival &arrival, std::size_t room)
{
    Beat beat;
    beat.at = arrival.at;
    beat.number = arrival.number <= std::numeric_limits<quint32>::max() ? static_cast<quint32>(arrival.number) : 0;
    beat.sn = static_cast<quint32>(arrival.sn.value_or(0));
    beat.port = arrival.from.port;
    beat.place = placeOf(arrival.from.address);
    if (arrival.sn)
        beat.set(Beat::HasSn);
    if (arrival.transport == TransportKind::Tcp)
        beat.set(Beat::Tcp);
    if (arrival.foreign) {
        beat.set(Beat::Foreign);
        return keep(beat, room); // of another device, perhaps: nothing is measured by it
    }
    if (arrival.counts)
        beat.set(Beat::Counted);
    measure(beat, arrival);
    learnNat(beat, arrival);
    keep(beat, room);
    m_sameCallId = m_hasLast && arrival.callId == m_lastCallId;
    m_lastAt = arrival.at;
    m_lastFrom = arrival.from;
    m_lastTransport = arrival.transport;
    m_lastCallId = arrival.callId;
    m_lastSn = arrival.sn;
    m_lastCseq = arrival.cseq;
    m_hasLast = true;
    m_startedSince = false;
}

void HeartbeatTruth::measure(Beat &beat, const Arrival &arrival)
{
    if (m_startedSince)
        beat.set(Beat::Started);
    if (arrival.cutOff)
        beat.set(Beat::OwnLink);
    if ((m_hasLast || m_startedAt) && arrival.at < lastAt())
        beat.set(Beat::ClockBack);
    if (m_hasLast || m_startedAt) {
        beat.set(Beat::Measured);
        beat.gapMs = capped<quint32>(
            std::chrono::floor<std::chrono::milliseconds>(arrival.at - (m_hasLast ? m_lastAt : *m_startedAt)).count());
    }
    if (m_hasLast && isReboot(arrival))
        beat.set(Beat::Rebooted);
    if (m_lastFrom.address.isNull())
        return;
    if (arrival.from.address != m_lastFrom.address)
        beat.set(Beat::AddressChanged);
    else if (m_hasLast && arrival.transport != m_lastTransport)
        beat.set(Beat::TransportChanged);
    else if (arrival.from.port != m_lastFrom.port && arrival.transport == TransportKind::Udp) // over TCP each
                                                                                              // connection has its own
        beat.set(Beat::PortChanged);
}

/// SN is counted by the device from its start on, but some hold it still or let it run over: alone it proves nothing.
bool HeartbeatTruth::isReboot(const Arrival &arrival) const
{
    const bool fell = arrival.sn && m_lastSn && *arrival.sn < *m_lastSn;
    return fell && (m_startedSince || arrival.cseq < m_lastCseq || (m_sameCallId && arrival.callId != m_lastCallId));
}

/// Only where nothing but time lies between: neither a start of the device nor another address.
void HeartbeatTruth::learnNat(const Beat &beat, const Arrival &arrival)
{
    const quint16 others = Beat::Started | Beat::Rebooted | Beat::AddressChanged | Beat::TransportChanged;
    if (!m_hasLast || (beat.flags & others) != 0 || arrival.transport != TransportKind::Udp || m_traffic == TimePoint{})
        return;
    const Duration idle = arrival.at - m_traffic;
    if (idle <= Duration::zero())
        return;
    if (beat.has(Beat::PortChanged))
        m_portLost = std::min(m_portLost, idle);
    else
        m_portKept = std::max(m_portKept, idle);
}

void HeartbeatTruth::keep(const Beat &beat, std::size_t room)
{
    ++m_total;
    if (m_beats.size() < std::max<std::size_t>(room, 1)) {
        if (m_oldest != 0) { // the room grew: the ring begins anew at its oldest
            std::rotate(m_beats.begin(), m_beats.begin() + static_cast<std::ptrdiff_t>(m_oldest), m_beats.end());
            m_oldest = 0;
        }
        if (m_beats.size() == m_beats.capacity()) // not twice as many: most of it would stay empty
            m_beats.reserve(std::min(std::max<std::size_t>(room, 1), m_beats.size() + m_beats.size() / 2 + 4));
        m_beats.push_back(beat);
        return;
    }
    m_beats[m_oldest] = beat;
    m_oldest = (m_oldest + 1) % m_beats.size();
}

void HeartbeatTruth::prefetchEnd() const
{
    prefetch(m_beats.data() + (m_beats.size() < m_beats.capacity() ? m_beats.size() : m_oldest), sizeof(Beat));
    prefetch(m_places.data());
}

quint8 HeartbeatTruth::placeOf(const IpAddress &address)
{
    const auto found = std::find(m_places.begin(), m_places.end(), address);
    if (found != m_places.end())
        return static_cast<quint8>(found - m_places.begin());
    if (m_places.size() >= maxPlaces)
        return otherPlace;
    m_places.push_back(address);
    return static_cast<quint8>(m_places.size() - 1);
}

Endpoint HeartbeatTruth::from(const Beat &beat) const
{
    return {beat.place < m_places.size() ? m_places[beat.place] : IpAddress(), beat.port};
}

Beat *HeartbeatTruth::find(quint64 number)
{
    for (qsizetype i = size() - 1; i >= 0 && i >= size() - lookBack; --i) {
        if (number != 0 && at(i).number == number)
            return &mutableAt(i);
    }
    return nullptr;
}

void HeartbeatTruth::copied(quint64 number, const CopyInfo &copy)
{
    Beat *const beat = copy.kind == RepeatKind::Retransmission ? find(number) : nullptr;
    if (!beat)
        return;
    beat->copies = capped<quint8>(beat->copies + 1);
    beat->set(beat->status == 0 ? Beat::RepeatedUnanswered : Beat::RepeatedAnswered);
    if (copy.offSchedule)
        beat->set(Beat::OffSchedule);
}

void HeartbeatTruth::answered(quint64 number, int status, Duration after)
{
    Beat *const beat = status >= 200 ? find(number) : nullptr;
    if (!beat || beat->status != 0)
        return;
    m_answersSeen = true;
    beat->status = capped<quint16>(status);
    beat->answeredAfter = capped<quint32>(after.count());
    if (status < 300 && !beat->has(Beat::Foreign))
        beat->set(Beat::Counted);
}

const Beat *HeartbeatTruth::undelivered(quint64 number)
{
    Beat *const beat = find(number);
    if (!beat || !beat->has(Beat::Counted) || beat->status != 0)
        return nullptr;
    beat->flags = static_cast<quint16>(beat->flags & ~Beat::Counted);
    return beat;
}

void HeartbeatTruth::started(TimePoint at, const Endpoint &from)
{
    m_startedAt = at;
    m_startedSince = true;
    m_answersSeen = true;
    if (!m_hasLast)
        m_lastFrom = from;
}

void HeartbeatTruth::readClock(TimePoint at, std::string_view text)
{
    if (const auto time = parseGbTime(text))
        m_clock = ClockReading{at, time->at - at, time->zoneGiven};
}

void HeartbeatTruth::markOutage(quint64 serial)
{
    if (serial >= forgotten() && serial < m_total)
        mutableAt(static_cast<qsizetype>(serial - forgotten())).set(Beat::Outage);
}

const Beat *HeartbeatTruth::before(qsizetype index) const
{
    for (qsizetype i = index - 1; i >= 0; --i) {
        if (!at(i).has(Beat::Foreign))
            return &at(i);
    }
    return nullptr;
}

GapVerdict HeartbeatTruth::gapOf(qsizetype index, const HeartbeatPolicy &policy) const
{
    const Beat &beat = at(index);
    if (beat.has(Beat::Foreign))
        return {GapReason::Foreign, {}, 0};
    if (!beat.has(Beat::Measured))
        return {GapReason::First, {}, 0};
    const Duration gap = beat.gap();
    if (beat.has(Beat::ClockBack))
        return {GapReason::ClockJump, {}, 0};
    GapVerdict verdict{GapReason::InTime, gap - Duration(policy.interval), missingIn(gap, policy)};
    if (beat.has(Beat::OwnLink) && isLate(gap, policy)) {
        verdict.reason = GapReason::OwnLink; // whatever else there was, we could not have heard it
        return verdict;
    }
    const bool first = forgotten() == 0 && !before(index);
    if (beat.has(Beat::Rebooted))
        verdict.reason = GapReason::Reboot;
    else if (isLate(gap, policy))
        verdict.reason = first ? (verdict.missed > 0 ? GapReason::Missed : GapReason::Late)
                               : reasonOfSilence(beat, before(index), verdict.missed);
    else if (beat.has(Beat::AddressChanged))
        verdict.reason = GapReason::AddressChanged;
    else if (beat.has(Beat::TransportChanged))
        verdict.reason = GapReason::TransportChanged;
    else if (beat.has(Beat::PortChanged))
        verdict.reason = GapReason::PortChanged;
    else if (first)
        verdict.reason = GapReason::First;
    else if (gap < Duration(policy.interval) - Duration(policy.interval) / 10)
        verdict.reason = GapReason::Early;
    return verdict;
}

/// Goes through what the device knew; `told` hears of each span in which it had to think us lost.
template<typename Told>
DeviceView HeartbeatTruth::walk(const HeartbeatPolicy &policy, TimePoint now, Told told) const
{
    DeviceView view;
    view.known = m_answersSeen;
    const auto back = [&](TimePoint at) {
        if (view.lostSince && view.known)
            told(OfflineSpan{*view.lostSince, std::max(at, *view.lostSince)});
        view.unanswered = 0;
        view.lostSince.reset();
    };
    for (qsizetype i = 0; i < size(); ++i) {
        const Beat &beat = at(i);
        if (beat.has(Beat::Foreign))
            continue;
        if (beat.has(Beat::Started))
            back(beat.at); // its registration was answered, at some time before
        if (isHeard(beat)) {
            back(beat.at + Duration(beat.answeredAfter));
        } else if (knownAt(beat) <= now) {
            ++view.unanswered;
            if (view.unanswered == policy.timeoutCount)
                view.lostSince = knownAt(beat);
        }
    }
    if (m_startedSince)
        back(*m_startedAt);
    return view;
}

DeviceView HeartbeatTruth::deviceView(const HeartbeatPolicy &policy, TimePoint now) const
{
    return walk(policy, now, [](const OfflineSpan &) {});
}

QList<OfflineSpan> HeartbeatTruth::lostSpans(const HeartbeatPolicy &policy, TimePoint now) const
{
    QList<OfflineSpan> spans;
    const DeviceView view = walk(policy, now, [&spans](const OfflineSpan &span) { spans.append(span); });
    if (view.known && view.lostSince)
        spans.append({*view.lostSince, std::nullopt});
    return spans;
}

NatEstimate HeartbeatTruth::nat() const
{
    NatEstimate estimate;
    if (m_keepsPortOpen)
        return estimate;
    if (m_portKept > Duration::zero())
        estimate.atLeast = m_portKept;
    if (m_portLost != Duration::max())
        estimate.atMost = m_portLost;
    return estimate;
}

std::optional<Flapping> HeartbeatTruth::flapping(const HeartbeatPolicy &policy, TimePoint now) const
{
    constexpr int enough = 3;
    std::array<int, static_cast<std::size_t>(GapReason::ClockJump) + 1> causes{};
    const TimePoint from = now - flappingWithin;
    Flapping found;
    for (qsizetype i = size() - 1; i >= 0 && at(i).at > from; --i) {
        const Beat &beat = at(i);
        if (beat.has(Beat::Foreign))
            ++causes[static_cast<std::size_t>(GapReason::Foreign)];
        if (beat.has(Beat::Foreign) || beat.gap() < policy.allowance())
            continue;
        const TimePoint offlineAt = beat.at - beat.gap() + policy.allowance();
        found.changes += offlineAt > from ? 2 : 1; // offline, and back
        found.since = std::max(offlineAt, from);
        GapReason why = gapOf(i, policy).reason;
        if (why == GapReason::Missed && beat.gap() < policy.allowance() + policy.interval)
            why = GapReason::Late; // just over it
        ++causes[static_cast<std::size_t>(why)];
    }
    if (size() > 0 && now - m_lastAt >= policy.allowance() && m_lastAt + policy.allowance() > from)
        ++found.changes; // it is offline now
    if (found.changes < enough)
        return std::nullopt;
    found.cause = static_cast<GapReason>(std::max_element(causes.begin(), causes.end()) - causes.begin());
    return found;
}

} // namespace gb
