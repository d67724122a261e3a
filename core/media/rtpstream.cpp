#include "core/media/rtpstream.h"

#include <algorithm>
#include <cmath>

namespace gb {
namespace {

double milliseconds(Duration duration)
{
    return static_cast<double>(duration.count()) / 1000;
}

} // namespace

double RtpNumbers::bitRate() const
{
    const double seconds = inSeconds(last - first);
    return seconds < 0.1 ? 0 : static_cast<double>(octets) * 8 / seconds;
}

RtpStream::Place RtpStream::take(const RtpHeader &header, TimePoint at)
{
    if (m_numbers.packets == 0) {
        m_numbers.ssrc = header.ssrc;
        m_numbers.first = m_numbers.last = at;
        m_numbers.firstSequence = header.sequence;
        m_numbers.firstTimestamp = m_numbers.lastTimestamp = header.timestamp;
        m_numbers.timestamps = 1;
        m_numbers.payloadTypes[0] = header.payloadType;
        m_numbers.payloadTypeCount = 1;
        m_lastType = header.payloadType;
    } else {
        takeTime(header, at);
    }
    ++m_numbers.packets;
    m_numbers.octets += header.payload.size();
    m_numbers.markers += header.marker;
    m_numbers.faulty += header.faults != 0;
    m_numbers.lastSequence = header.sequence;
    takeType(header.payloadType);
    const Place place = takeSequence(header.sequence);
    m_numbers.expected = m_before + (m_extended - m_base + 1);
    m_numbers.lost = static_cast<qint64>(m_numbers.expected)
        - static_cast<qint64>(m_numbers.packets - m_numbers.strays);
    m_numbers.missing = m_gapped;
    return place;
}

/// As RFC 3550 A.8 in its units, and the mean and maximum of it as tshark takes them.
void RtpStream::takeTime(const RtpHeader &header, TimePoint at)
{
    const auto step = static_cast<qint32>(header.timestamp - m_numbers.lastTimestamp);
    const Duration delta = at - m_numbers.last;
    const double stepMs = m_clockRate ? step * 1000.0 / m_clockRate : 0;
    const double difference = std::abs(milliseconds(delta) - stepMs);
    m_numbers.jitter += (difference - m_numbers.jitter) / 16;
    m_numbers.maxJitter = std::max(m_numbers.maxJitter, m_numbers.jitter);
    const auto before = static_cast<double>(m_numbers.packets - 1); // the first one has none
    m_numbers.meanJitter = (m_numbers.meanJitter * before + m_numbers.jitter) / (before + 1);
    if (milliseconds(delta) > m_numbers.maxDelta) {
        m_numbers.maxDelta = milliseconds(delta);
        m_numbers.longestPauseBehind = m_numbers.packets;
    }
    if (step != 0) {
        ++m_numbers.timestamps;
        if (std::abs(stepMs) > milliseconds(maxStep) && std::abs(difference) > milliseconds(maxStep)) {
            ++m_numbers.timestampJumps;
            if (!m_numbers.firstJumpAt)
                m_numbers.firstJumpAt = m_numbers.packets + 1;
        }
    }
    m_numbers.lastTimestamp = header.timestamp;
    m_numbers.last = at;
}

void RtpStream::takeType(quint8 type)
{
    if (type == m_lastType)
        return;
    m_lastType = type;
    ++m_numbers.payloadTypeChanges;
    if (!m_numbers.firstTypeChangeAt)
        m_numbers.firstTypeChangeAt = m_numbers.packets;
    const auto end = m_numbers.payloadTypes.begin() + m_numbers.payloadTypeCount;
    if (std::find(m_numbers.payloadTypes.begin(), end, type) == end && end != m_numbers.payloadTypes.end()) {
        *end = type;
        ++m_numbers.payloadTypeCount;
    }
}

bool RtpStream::seen(quint64 behind) const
{
    const quint64 bit = (m_extended - behind) % window;
    return (m_seen[bit / 64] >> (bit % 64)) & 1U;
}

void RtpStream::setSeen(quint64 behind)
{
    const quint64 bit = (m_extended - behind) % window;
    m_seen[bit / 64] |= quint64{1} << (bit % 64);
}

/// The numbers up to the one that is `by` ahead are new: none of them came so far.
void RtpStream::shift(quint64 by)
{
    if (by >= window) {
        m_seen.fill(0);
        m_extended += by;
        return;
    }
    for (; by > 0; --by) {
        ++m_extended;
        const quint64 bit = m_extended % window;
        m_seen[bit / 64] &= ~(quint64{1} << (bit % 64));
    }
}

/// A cycle ahead, so that what comes late has a place.
RtpStream::Place RtpStream::restart(quint16 sequence)
{
    const bool first = m_numbers.packets == 1;
    if (!first) {
        m_before = m_numbers.expected;
        ++m_numbers.restarts;
    }
    m_extended = m_base = 65'536 + quint64{sequence};
    m_seen.fill(0);
    setSeen(0);
    m_bad.reset();
    return first ? Place::First : Place::Restart;
}

RtpStream::Place RtpStream::takeSequence(quint16 sequence)
{
    if (m_numbers.packets == 1)
        return restart(sequence);
    const auto ahead = static_cast<quint16>(sequence - static_cast<quint16>(m_extended));
    if (ahead != 0 && ahead < maxDropout) {
        shift(ahead);
        setSeen(0);
        m_bad.reset();
        if (ahead == 1)
            return Place::Next;
        ++m_numbers.gaps;
        m_numbers.longestGap = std::max<quint64>(m_numbers.longestGap, ahead - 1U);
        m_gapped += ahead - 1U;
        if (!m_numbers.firstGapAt)
            m_numbers.firstGapAt = m_numbers.packets;
        return Place::AfterGap;
    }
    const auto behind = static_cast<quint16>(-ahead);
    if (behind < window) {
        m_bad.reset();
        if (m_extended - behind < m_base) { // ahead of the first one: the count begins there
            m_gapped += m_base - (m_extended - behind) - 1;
            m_base = m_extended - behind;
            setSeen(behind);
            ++m_numbers.reordered;
            return Place::Late;
        }
        if (seen(behind)) {
            ++m_numbers.duplicates;
            return Place::Duplicate;
        }
        setSeen(behind);
        ++m_numbers.reordered;
        m_gapped -= m_gapped > 0;
        return Place::Late;
    }
    if (m_bad && *m_bad == sequence) { // two in a row: it went on elsewhere, RFC 3550 A.1
        const Place place = restart(sequence);
        m_numbers.strays -= m_numbers.strays > 0;
        m_before += 1; // the one ahead of it
        return place;
    }
    m_bad = static_cast<quint16>(sequence + 1);
    ++m_numbers.strays;
    return Place::Stray;
}

} // namespace gb
