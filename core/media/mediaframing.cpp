#include "core/media/mediaframing.h"

#include "core/media/rtp.h"

#include <QtEndian>

namespace gb {
namespace {

constexpr std::size_t leastPacket = 8; ///< of RTCP
constexpr std::size_t leastKnown = 12; ///< octets of a packet that show its SSRC
constexpr std::size_t leastShown = 5;  ///< octets that show which framing it is
constexpr quint8 channels = 4;         ///< that `$` may name: two of video, two of audio

bool looksInterleaved(std::string_view octets)
{
    return octets.size() >= leastShown && octets[0] == '$' && static_cast<quint8>(octets[1]) < channels
        && static_cast<quint8>(octets[4]) >> 6 == 2;
}

} // namespace

std::size_t MediaFraming::append(std::string_view octets)
{
    m_buffer.erase(0, m_at);
    m_at = 0;
    const std::size_t taken = std::min(octets.size(), maxHeld - m_buffer.size());
    m_buffer.append(octets.substr(0, taken));
    return taken;
}

void MediaFraming::gap()
{
    m_passedOver += pending();
    m_buffer.clear();
    m_at = 0;
    m_inStep = false;
    m_sought = true;
}

/// A frame may begin there: `size` with its head. An empty one is a frame, too.
MediaFraming::Look MediaFraming::frame(std::size_t place, std::size_t &size) const
{
    const std::string_view octets = at(place);
    if (m_kind == Kind::Interleaved && !octets.empty() && octets[0] != '$')
        return Look::No;
    if (octets.size() < head())
        return Look::Wait;
    const std::size_t length = qFromBigEndian<quint16>(octets.data() + head() - 2);
    size = head() + length;
    if (length == 0)
        return Look::Yes;
    if (length < leastPacket)
        return Look::No;
    if (octets.size() == head())
        return Look::Wait;
    return static_cast<quint8>(octets[head()]) >> 6 == 2 ? Look::Yes : Look::No;
}

/// Two packets in a row of one source.
bool MediaFraming::goesOn(std::size_t first, std::size_t second) const
{
    const std::string_view a = at(first + head()), b = at(second + head());
    if (isRtcp(a) || isRtcp(b))
        return isRtcp(a) ? !isRtcp(b) && (!m_ssrc || readRtp(b.substr(0, leastKnown)).ssrc == m_ssrc)
                         : m_ssrc && readRtp(a.substr(0, leastKnown)).ssrc == m_ssrc;
    const RtpHeader one = readRtp(a.substr(0, leastKnown)), two = readRtp(b.substr(0, leastKnown));
    return one.ssrc == two.ssrc && static_cast<quint16>(two.sequence - one.sequence) < 64;
}

/// Where the way was lost, a frame is believed only with the next one.
MediaFraming::Look MediaFraming::trusted(std::size_t place) const
{
    std::size_t size = 0, next = 0;
    const Look first = frame(place, size);
    if (first != Look::Yes)
        return first;
    if (size < head() + leastPacket)
        return Look::No;
    const std::size_t second = place + size;
    if (second > m_buffer.size())
        return Look::Wait;
    const Look behind = frame(second, next);
    if (behind != Look::Yes)
        return behind;
    if (next < head() + leastPacket)
        return Look::No;
    if (m_buffer.size() < second + head() + leastKnown)
        return Look::Wait;
    return goesOn(place, second) ? Look::Yes : Look::No;
}

/// False: more is needed.
bool MediaFraming::findStart()
{
    while (pending() > 0) {
        if (m_packets == 0) {
            if (pending() < leastShown)
                return false;
            m_kind = looksInterleaved(at(m_at)) ? Kind::Interleaved : Kind::Rfc4571;
        }
        const Look look = trusted(m_at);
        if (look == Look::Yes)
            return m_inStep = true;
        if (look == Look::Wait && m_buffer.size() < maxHeld)
            return false;
        ++m_at;
        ++m_passedOver;
    }
    return false;
}

bool MediaFraming::next(std::string_view &packet)
{
    for (;;) {
        if (!m_inStep) {
            if (!m_sought && m_packets == 0) { // a connection from its start is believed
                if (pending() < leastShown)
                    return false;
                m_kind = looksInterleaved(at(m_at)) ? Kind::Interleaved : Kind::Rfc4571;
                m_inStep = true;
            } else if (!findStart()) {
                return false;
            }
        }
        std::size_t size = 0;
        const Look look = frame(m_at, size);
        if (look == Look::No) {
            m_inStep = false;
            m_sought = true;
            ++m_resyncs;
            continue;
        }
        if (look == Look::Wait || pending() < size)
            return false;
        packet = at(m_at).substr(head(), size - head());
        m_at += size;
        if (packet.empty())
            continue;
        ++m_packets;
        if (const RtpHeader rtp = readRtp(packet); !isRtcp(packet) && rtp.isRtp())
            m_ssrc = rtp.ssrc;
        return true;
    }
}

} // namespace gb
