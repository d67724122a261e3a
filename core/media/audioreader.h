#pragma once
#include <QtGlobal>

#include <string_view>

namespace gb {

enum class AudioCodec : quint8 { Unknown, G711A, G711U, Aac, G722, G723, G729, Svac };

struct AudioNumbers
{
    AudioCodec codec = AudioCodec::Unknown; ///< by the octets where they tell (AAC), else by what was announced
    bool byOctets = false;
    quint64 octets = 0;
    quint64 frames = 0; ///< ADTS frames begun, of AAC
    int peak = 0;       ///< of G.711: 0 to 32,768
    double level = 0;   ///< of G.711: mean of the amount, of 32,768
};

/// Listens to audio as far as needs no decoder: tells AAC (ADTS) from the rest, and how loud G.711 is.
class AudioReader
{
public:
    /// `announced`: by the map or the rtpmap.
    void take(std::string_view octets, AudioCodec announced, bool begins);
    const AudioNumbers &numbers() const { return m_numbers; }

private:
    AudioNumbers m_numbers;
    quint64 m_sum = 0, m_samples = 0;
    int m_adts = 0, m_starts = 0;
};

} // namespace gb
