#include "core/media/mediastream.h"

#include <algorithm>

namespace gb {

double StreamNumbers::frameRate() const
{
    if (!firstPicture || !lastPicture || video.pictures < 3)
        return 0;
    const double seconds = inSeconds(*lastPicture - firstPicture->at);
    return seconds < 0.2 ? 0 : static_cast<double>(video.pictures - 1) / seconds;
}

VideoCodec videoCodecOf(quint8 streamType)
{
    switch (streamType) {
    case 0x10: return VideoCodec::Mpeg4;
    case 0x1B: return VideoCodec::H264;
    case 0x24: return VideoCodec::H265;
    case 0x80: return VideoCodec::Svac;
    default: return VideoCodec::Unknown;
    }
}

AudioCodec audioCodecOf(quint8 streamType)
{
    switch (streamType) {
    case 0x0F: return AudioCodec::Aac;
    case 0x90: return AudioCodec::G711A;
    case 0x91: return AudioCodec::G711U;
    case 0x92: return AudioCodec::G722;
    case 0x93: return AudioCodec::G723;
    case 0x99: return AudioCodec::G729;
    case 0x9B: return AudioCodec::Svac;
    default: return AudioCodec::Unknown;
    }
}

AudioCodec audioCodecNamed(std::string_view name)
{
    struct Named
    {
        std::string_view name;
        AudioCodec codec;
    };
    static constexpr Named all[] = {{"PCMA", AudioCodec::G711A}, {"PCMU", AudioCodec::G711U},
        {"G722", AudioCodec::G722}, {"G723", AudioCodec::G723}, {"G729", AudioCodec::G729}, {"AAC", AudioCodec::Aac},
        {"MPEG4-GENERIC", AudioCodec::Aac}, {"SVACA", AudioCodec::Svac}};
    const auto found = std::find_if(std::begin(all), std::end(all), [&](const Named &one) { return one.name == name; });
    return found == std::end(all) ? AudioCodec::Unknown : found->codec;
}

MediaStream::MediaStream(MediaTap *tap)
    : m_tap(tap)
{
}

MediaStream::~MediaStream() = default;

void MediaStream::take(const RtpHeader &header, TimePoint at, std::string_view announced, quint32 clockRate, bool cut)
{
    m_cut = cut;
    m_rtp.setClockRate(clockRate);
    m_announced.assign(announced.substr(0, 32));
    m_type = header.payloadType;
    const RtpStream::Place place = m_rtp.take(header, at);
    order(header, at, place);
}

/// Reads it if it is its turn, and what waited for it.
void MediaStream::order(const RtpHeader &header, TimePoint at, RtpStream::Place place)
{
    using Place = RtpStream::Place;
    if (place == Place::Duplicate || place == Place::Stray)
        return;
    if (place == Place::First || place == Place::Restart) {
        readHeld(true);
        if (place == Place::Restart)
            gap();
        m_next = header.sequence;
    }
    const auto ahead = static_cast<quint16>(header.sequence - m_next);
    if (ahead >= 0x8000) // too late: what follows it has been read
        return;
    if (ahead != 0) {
        hold(header, at);
        if (m_waiting.size() > maxWaiting || m_held > maxHeld || at - m_waiting.front().place.at > maxWait
            || ahead > 2 * maxWaiting)
            readHeld(true);
        return;
    }
    ++m_next;
    readOne(header.payload, header.timestamp, {m_rtp.numbers().packets, at}, m_cut);
    if (!m_waiting.empty())
        readHeld(false);
}

void MediaStream::hold(const RtpHeader &header, TimePoint at)
{
    m_held += header.payload.size();
    m_waiting.push_back(
        {header.sequence, header.timestamp, {m_rtp.numbers().packets, at}, std::string(header.payload), m_cut});
}

/// What has its turn; or all of it, with gaps.
void MediaStream::readHeld(bool all)
{
    std::sort(m_waiting.begin(), m_waiting.end(), [this](const Held &a, const Held &b) {
        return static_cast<quint16>(a.sequence - m_next) < static_cast<quint16>(b.sequence - m_next);
    });
    std::size_t done = 0;
    for (; done < m_waiting.size() && (all || m_waiting[done].sequence == m_next); ++done) {
        const Held &one = m_waiting[done];
        if (one.sequence != m_next)
            gap();
        m_next = static_cast<quint16>(one.sequence + 1);
        m_held -= one.payload.size();
        readOne(one.payload, one.timestamp, one.place, one.cut);
    }
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(done));
}

void MediaStream::gap()
{
    m_ps.gap();
    m_video.gap();
    m_gapSinceKey = true;
}

void MediaStream::finish()
{
    readHeld(true);
    if (m_seen.payload == PayloadKind::Unknown && m_tried > 0)
        recognise({});
    m_ps.finish();
    takeVideo(m_video.finish());
}

void MediaStream::readOne(std::string_view payload, quint32 timestamp, const PsPlace &place, bool cut)
{
    read(payload, timestamp, place);
    if (cut)
        gap();
}

void MediaStream::read(std::string_view payload, quint32 timestamp, const PsPlace &place)
{
    m_place = place;
    followTimestamp(payload, timestamp);
    if (m_tap)
        m_tap->program(payload);
    if (m_seen.payload != PayloadKind::Unknown && m_seen.payload != PayloadKind::Other)
        return readKnown(payload);
    m_ps.take(payload, place);
    if (m_ps.numbers().packs > 0)
        return settle(PayloadKind::Ps);
    if (m_seen.payload == PayloadKind::Unknown) {
        if (m_earlyOctets + payload.size() <= maxHeld) {
            m_earlyOctets += payload.size();
            m_early.push_back({0, timestamp, place, std::string(payload), false});
        }
        vote(payload);
        recognise(payload);
    }
}

void MediaStream::readKnown(std::string_view payload)
{
    switch (m_seen.payload) {
    case PayloadKind::Ps: return m_ps.take(payload, m_place);
    case PayloadKind::RawVideo:
        if (m_tap)
            m_tap->video(payload);
        return takeVideo(m_video.take(payload));
    case PayloadKind::H264:
    case PayloadKind::H265: return readNals(payload);
    case PayloadKind::Audio: return readAudio(payload);
    default: return;
    }
}

/// A frame whose packets differ in it: one that begins no unit has another than the one ahead of it.
void MediaStream::followTimestamp(std::string_view payload, quint32 timestamp)
{
    const bool changed = timestamp != m_timestamp && m_rtp.numbers().packets > 1;
    const bool begins = payload.starts_with(std::string_view("\0\0\1", 3));
    m_timestamp = timestamp;
    if (!changed || begins || m_seen.payload != PayloadKind::Ps || m_gapSinceKey)
        return;
    static constexpr std::string_view pack("\0\0\1\xBA", 4);
    m_seen.splitTimestamps += payload.find(pack) == std::string_view::npos;
}

void MediaStream::unit(const PsUnit &unit)
{
    const bool video = (unit.streamId & 0xF0) == 0xE0, audio = (unit.streamId & 0xE0) == 0xC0;
    if (unit.kind != PsUnit::Kind::Pes)
        return;
    if (video && m_seen.videoId == 0)
        m_seen.videoId = unit.streamId;
    if (audio && m_seen.audioId == 0)
        m_seen.audioId = unit.streamId;
    m_audioBegins = audio;
    if (video && unit.pts && m_tap && unit.streamId == m_seen.videoId)
        m_tap->videoTime(*unit.pts, unit.place.at);
}

void MediaStream::payload(quint8 streamId, std::string_view octets, bool)
{
    if (streamId == m_seen.videoId) {
        if (m_tap)
            m_tap->video(octets);
        takeVideo(m_video.take(octets));
    } else if (streamId == m_seen.audioId) {
        const quint8 type = m_ps.numbers().typeOf(streamId);
        if (m_tap)
            m_tap->audio(type, octets);
        if (!m_seen.firstAudio)
            m_seen.firstAudio = m_place;
        m_audio.take(octets, audioCodecOf(type), std::exchange(m_audioBegins, false));
    }
}

void MediaStream::takeVideo(const VideoReader::News &news)
{
    if (news.sets && !m_seen.firstSets)
        m_seen.firstSets = m_place;
    if (news.picture) {
        if (!m_seen.firstPicture)
            m_seen.firstPicture = m_place;
        m_seen.lastPicture = m_place.at;
    }
    if (!news.keyFrame)
        return;
    if (!m_seen.firstKey)
        m_seen.firstKey = m_place;
    if (m_seen.lastKey && !m_gapSinceKey)
        m_seen.longestKeyPause = std::max(m_seen.longestKeyPause, inSeconds(m_place.at - m_seen.lastKey->at));
    m_seen.lastKey = m_place;
    m_gapSinceKey = false;
}

StreamNumbers MediaStream::numbers() const
{
    StreamNumbers all = m_seen;
    all.rtp = m_rtp.numbers();
    all.ps = m_ps.numbers();
    all.firstPs = all.ps.firstPack;
    for (std::size_t i = 0; i < all.faults.size(); ++i)
        all.faults[i] = m_ps.fault(static_cast<PsFault>(i));
    all.video = m_video.numbers();
    all.audio = m_audio.numbers();
    all.mapVideoType = all.ps.typeOf(all.videoId);
    all.mapAudioType = all.ps.typeOf(all.audioId);
    if (all.firstAudio && all.firstPicture && all.firstAudio->at > all.firstPicture->at)
        all.lateAudioMs = static_cast<quint64>(
            (all.firstAudio->at - all.firstPicture->at) / std::chrono::milliseconds(1));
    return all;
}

} // namespace gb
