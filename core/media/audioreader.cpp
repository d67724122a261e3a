#include "core/media/audioreader.h"

#include <algorithm>
#include <cstdlib>

namespace gb {
namespace {

constexpr int enoughStarts = 3;

/// ITU-T G.711, of 32,768.
int fromALaw(quint8 code)
{
    code ^= 0x55;
    const int segment = code >> 4 & 7;
    int value = (code & 0x0F) << 4;
    value += segment == 0 ? 8 : 0x108;
    return segment > 1 ? value << (segment - 1) : value;
}

int fromULaw(quint8 code)
{
    code = static_cast<quint8>(~code);
    return ((((code & 0x0F) << 3) + 0x84) << (code >> 4 & 7)) - 0x84;
}

/// ISO/IEC 13818-7 §6.2: sync word, layer 0, a sampling frequency that exists.
bool isAdts(std::string_view octets)
{
    return octets.size() >= 7 && static_cast<quint8>(octets[0]) == 0xFF && (octets[1] & 0xF6) == 0xF0
        && (static_cast<quint8>(octets[2]) >> 2 & 0x0F) < 13;
}

} // namespace

void AudioReader::take(std::string_view octets, AudioCodec announced, bool begins)
{
    m_numbers.octets += octets.size();
    if (begins) {
        ++m_starts;
        m_adts += isAdts(octets);
        m_numbers.frames += isAdts(octets);
    }
    if (m_adts >= enoughStarts && 2 * m_adts > m_starts) {
        m_numbers.codec = AudioCodec::Aac;
        m_numbers.byOctets = true;
    } else if (!m_numbers.byOctets && announced != AudioCodec::Unknown) {
        m_numbers.codec = announced;
    }
    if (m_numbers.codec != AudioCodec::G711A && m_numbers.codec != AudioCodec::G711U)
        return;
    for (const char one : octets) {
        const int value = m_numbers.codec == AudioCodec::G711A ? fromALaw(static_cast<quint8>(one))
                                                               : fromULaw(static_cast<quint8>(one));
        m_numbers.peak = std::max(m_numbers.peak, value);
        m_sum += static_cast<quint64>(value);
    }
    m_samples += octets.size();
    m_numbers.level = m_samples ? static_cast<double>(m_sum) / static_cast<double>(m_samples) : 0;
}

} // namespace gb
