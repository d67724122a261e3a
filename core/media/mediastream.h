#pragma once
#include "core/media/audioreader.h"
#include "core/media/psreader.h"
#include "core/media/rtpstream.h"
#include "core/media/videoheaders.h"

#include <memory>

namespace gb {

/// What packets of RTP carry, by their octets.
enum class PayloadKind : quint8 {
    Unknown,  ///< not known yet
    Ps,       ///< program stream: what GB/T 28181 wants
    Ts,       ///< transport stream
    H264,     ///< RFC 6184, without PS
    H265,     ///< RFC 7798, without PS
    RawVideo, ///< an elementary stream with start codes, without PS
    Audio,    ///< raw audio, as its payload type says
    Other,    ///< none of these: a vendor's own, or encrypted
};

/// Receives the elementary streams, where somebody wants to keep or decode them.
class MediaTap
{
public:
    virtual ~MediaTap() = default;
    /// The PS as it comes, whatever it is: payload of each packet in its order.
    virtual void program(std::string_view /*octets*/) { }
    virtual void video(std::string_view /*octets*/) { }
    virtual void audio(quint8 /*streamType*/, std::string_view /*octets*/) { }
    /// A video PES with this PTS (90 kHz) begins here.
    virtual void videoTime(quint64 /*pts*/, TimePoint /*arrived*/) { }
};

/// What a stream of one SSRC amounts to.
struct StreamNumbers
{
    RtpNumbers rtp;
    PayloadKind payload = PayloadKind::Unknown;
    PsNumbers ps;
    std::array<PsFaultCount, static_cast<std::size_t>(PsFault::Count)> faults{};
    VideoNumbers video;
    AudioNumbers audio;
    quint8 mapVideoType = 0, mapAudioType = 0; ///< of the map, for the ids that came; 0: not in it
    quint8 videoId = 0, audioId = 0;           ///< of the first PES
    std::optional<PsPlace> firstKey, firstSets, firstPicture, firstAudio, firstPs, lastKey;
    double longestKeyPause = 0;  ///< seconds between two key frames as they arrived
    quint64 splitTimestamps = 0; ///< pictures whose packets have several timestamps
    quint64 lateAudioMs = 0;     ///< from first video to first audio

    const PsFaultCount &fault(PsFault which) const { return faults[static_cast<std::size_t>(which)]; }
    double frameRate() const; ///< pictures a second as they arrived; 0: not enough
};

/**
 * Everything about the packets of one SSRC: statistics, what they carry, PS, video and audio. Pure; memory is constant,
 * some 20 kB while packets come. Packets may come in disorder: they are read as they come, but a packet that is late or
 * a duplicate is counted and not read, and one that is missing is a gap. (A receiver that reorders has less damage:
 * `reordered` tells.)
 */
class MediaStream final : private PsListener
{
public:
    explicit MediaStream(MediaTap *tap = nullptr);
    MediaStream(const MediaStream &) = delete;
    MediaStream &operator=(const MediaStream &) = delete;
    ~MediaStream() override;

    /// `header` must be RTP of this SSRC. What it is announced as: name of its rtpmap, and its clock; empty: unknown.
    void take(const RtpHeader &header, TimePoint at, std::string_view announced = {}, quint32 clockRate = 90'000);
    /// What is under way ends here.
    void finish();
    StreamNumbers numbers() const;
    const RtpNumbers &rtp() const { return m_rtp.numbers(); }

private:
    void unit(const PsUnit &unit) override;
    void payload(quint8 streamId, std::string_view octets, bool damaged) override;
    void recognise(std::string_view payload, std::string_view announced, quint8 type);
    void read(const RtpHeader &header);
    void readNals(std::string_view payload);
    void takeVideo(const VideoReader::News &news);

    RtpStream m_rtp;
    PsReader m_ps;
    VideoReader m_video;
    AudioReader m_audio;
    MediaTap *m_tap;
    StreamNumbers m_seen; ///< what no reader has
    PsPlace m_place;
    int m_tried = 0; ///< packets that did not show what they are
    int m_kindVotes[8] = {};
};

} // namespace gb
