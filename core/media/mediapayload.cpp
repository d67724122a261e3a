#include "core/media/mediastream.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::size_t tsPacket = 188;

bool isTs(std::string_view payload)
{
    if (payload.size() < tsPacket || payload.size() % tsPacket != 0)
        return false;
    for (std::size_t at = 0; at < payload.size(); at += tsPacket) {
        if (payload[at] != 0x47)
            return false;
    }
    return true;
}

/// Annex B: a start code, and behind it a NAL header without the forbidden bit.
bool isRawVideo(std::string_view payload)
{
    const std::string_view four("\0\0\0\1", 4);
    const std::size_t head = payload.starts_with(four) ? 4 : payload.starts_with(four.substr(1)) ? 3 : 0;
    return head > 0 && payload.size() > head && (payload[head] & 0x80) == 0;
}

/// RFC 6184 §5.2: a NAL unit, several (STAP-A), or a fragment (FU-A).
bool isH264Packet(std::string_view payload)
{
    if (payload.size() < 2 || (payload[0] & 0x80))
        return false;
    const int type = payload[0] & 0x1F, importance = payload[0] >> 5 & 3;
    const int inside = type == 28 ? payload[1] & 0x1F : type == 24 && payload.size() > 3 ? payload[3] & 0x1F : type;
    if (type == 28 && (payload[1] & 0x20)) // its reserved bit
        return false;
    if (inside == 5 || inside == 7 || inside == 8)
        return importance != 0;
    return inside == 1 || ((inside == 6 || inside == 9) && importance == 0);
}

/// RFC 7798 §4.4: the same of H.265.
bool isH265Packet(std::string_view payload)
{
    if (payload.size() < 3 || (payload[0] & 0x81) || payload[1] < 1 || payload[1] > 7)
        return false;
    const int type = payload[0] >> 1;
    const int inside = type == 49 ? payload[2] & 0x3F : type;
    return inside <= 9 || (inside >= 16 && inside <= 21) || (inside >= 32 && inside <= 40) || inside == 48;
}

bool isAudioType(quint8 type)
{
    return type == 0 || type == 4 || type == 8 || type == 9 || type == 18;
}

std::size_t place(PayloadKind kind)
{
    return static_cast<std::size_t>(kind);
}

} // namespace

void MediaStream::vote(std::string_view payload)
{
    ++m_tried;
    m_votes[place(PayloadKind::Ts)] += isTs(payload);
    m_votes[place(PayloadKind::RawVideo)] += isRawVideo(payload);
    m_votes[place(PayloadKind::H264)] += isH264Packet(payload);
    m_votes[place(PayloadKind::H265)] += isH265Packet(payload);
    m_votes[place(PayloadKind::Audio)] += announcedAudio() != AudioCodec::Unknown;
}

/// Nearly all packets can only be that; of an elementary stream most are the middle of a picture. An empty payload: no
/// more will come.
void MediaStream::recognise(std::string_view payload)
{
    const bool ends = payload.empty();
    if (m_tried < enough && !(ends && m_tried >= 3))
        return;
    for (const PayloadKind kind : {PayloadKind::Ts, PayloadKind::H264, PayloadKind::H265, PayloadKind::Audio}) {
        if (m_votes[place(kind)] * 10 >= m_tried * 9)
            return settle(kind);
    }
    if (m_votes[place(PayloadKind::RawVideo)] >= 2)
        return settle(PayloadKind::RawVideo);
    if (m_tried < patience)
        return;
    settle(m_ps.numbers().videoPes > 1 ? PayloadKind::Ps : PayloadKind::Other);
}

/// What came until now is read as that.
void MediaStream::settle(PayloadKind kind)
{
    m_seen.payload = kind;
    const std::vector<Held> early = std::exchange(m_early, {});
    m_earlyOctets = 0;
    if (kind == PayloadKind::Ps || kind == PayloadKind::Other)
        return; // it was read so
    const PsPlace now = m_place;
    for (const Held &one : early) {
        m_place = one.place;
        readKnown(one.payload);
    }
    m_place = now;
}

void MediaStream::readNals(std::string_view payload)
{
    const bool h264 = m_seen.payload == PayloadKind::H264;
    const std::size_t head = h264 ? 1 : 2;
    if (payload.size() <= head + 1)
        return;
    const int type = h264 ? payload[0] & 0x1F : payload[0] >> 1 & 0x3F;
    if (type == (h264 ? 24 : 48)) { // several
        for (payload.remove_prefix(head); payload.size() > 2;) {
            const std::size_t size = static_cast<std::size_t>(static_cast<quint8>(payload[0])) << 8
                | static_cast<quint8>(payload[1]);
            payload.remove_prefix(2);
            takeVideo(m_video.takeNal(payload.substr(0, size)));
            payload.remove_prefix(std::min(size, payload.size()));
        }
        return;
    }
    if (type != (h264 ? 28 : 49))
        return takeVideo(m_video.takeNal(payload));
    const quint8 fragment = static_cast<quint8>(payload[head]);
    if (!(fragment & 0x80)) // not the first
        return;
    std::string nal;
    if (h264)
        nal = {static_cast<char>((payload[0] & 0xE0) | (fragment & 0x1F))};
    else
        nal = {static_cast<char>((payload[0] & 0x81) | (fragment & 0x3F) << 1), payload[1]};
    nal += payload.substr(head + 1, VideoReader::maxKept);
    takeVideo(m_video.takeNal(nal));
}

AudioCodec MediaStream::announcedAudio() const
{
    const AudioCodec named = audioCodecNamed(m_announced);
    if (named != AudioCodec::Unknown || !isAudioType(m_type))
        return named;
    return m_type == 8 ? AudioCodec::G711A
        : m_type == 0  ? AudioCodec::G711U
        : m_type == 9  ? AudioCodec::G722
        : m_type == 18 ? AudioCodec::G729
                       : AudioCodec::G723;
}

void MediaStream::readAudio(std::string_view payload)
{
    const AudioCodec codec = announcedAudio();
    if (m_tap)
        m_tap->audio(codec == AudioCodec::G711A ? 0x90 : codec == AudioCodec::G711U ? 0x91 : 0, payload);
    if (!m_seen.firstAudio)
        m_seen.firstAudio = m_place;
    m_audio.take(payload, codec, true);
}

} // namespace gb
