#pragma once
#include "core/media/audioreader.h"
#include "core/media/psreader.h"
#include "core/media/rtpstream.h"
#include "core/media/videoreader.h"

#include <memory>
#include <vector>

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
    std::optional<TimePoint> lastPicture;
    double longestKeyPause = 0;  ///< seconds between two key frames as they arrived
    quint64 splitTimestamps = 0; ///< pictures whose packets have several timestamps
    quint64 lateAudioMs = 0;     ///< from first video to first audio

    const PsFaultCount &fault(PsFault which) const { return faults[static_cast<std::size_t>(which)]; }
    double frameRate() const; ///< pictures a second as they arrived; 0: not enough
};

/// By stream_type, GB/T 28181-2022 annex C and ISO/IEC 13818-1 table 2-34; Unknown: something else.
VideoCodec videoCodecOf(quint8 streamType);
AudioCodec audioCodecOf(quint8 streamType);
/// By the name of an rtpmap in capitals.
AudioCodec audioCodecNamed(std::string_view name);

/**
 * Everything about the packets of one SSRC: statistics, what they carry, PS, video and audio. Pure; memory is bounded:
 * some 10 kB, and at most `maxHeld` more. Packets are read in the order of their numbers: behind a missing one they
 * wait for it, but for no more than `maxWaiting` others or `maxWait`; then it is a gap.
 */
class MediaStream final : private PsListener
{
public:
    static constexpr std::size_t maxWaiting = 16; ///< packets
    static constexpr Duration maxWait = std::chrono::milliseconds(200);
    static constexpr std::size_t maxHeld = 128 * 1024; ///< octets
    static constexpr int enough = 12;   ///< packets that show what the stream carries, where no start code does
    static constexpr int patience = 60; ///< packets until it is called something else

    explicit MediaStream(MediaTap *tap = nullptr);
    MediaStream(const MediaStream &) = delete;
    MediaStream &operator=(const MediaStream &) = delete;
    ~MediaStream() override;

    /// `header` must be RTP of this SSRC. What it is announced as: name of its rtpmap, and its clock; empty: unknown.
    /// `cut`: the record has not all of its payload.
    void take(const RtpHeader &header, TimePoint at, std::string_view announced = {}, quint32 clockRate = 90'000,
        bool cut = false);
    /// It was asked to pause, or to go on elsewhere: the time until the next key frame is not its own.
    void controlled() { m_gapSinceKey = true; }
    /// What is under way ends here.
    void finish();
    StreamNumbers numbers() const;
    const RtpNumbers &rtp() const { return m_rtp.numbers(); }

private:
    /// A packet whose turn to be read has not come, or that did not show yet what it is.
    struct Held
    {
        quint16 sequence = 0;
        quint32 timestamp = 0;
        PsPlace place;
        std::string payload;
        bool cut = false;
    };
    void unit(const PsUnit &unit) override;
    void payload(quint8 streamId, std::string_view octets, bool damaged) override;
    void order(const RtpHeader &header, TimePoint at, RtpStream::Place place);
    void hold(const RtpHeader &header, TimePoint at);
    void readOne(std::string_view payload, quint32 timestamp, const PsPlace &place, bool cut);
    void readHeld(bool all);
    void gap();
    void read(std::string_view payload, quint32 timestamp, const PsPlace &place);
    void readKnown(std::string_view payload);
    void recognise(std::string_view payload);
    void vote(std::string_view payload);
    void settle(PayloadKind kind);
    void readNals(std::string_view payload);
    void readAudio(std::string_view payload);
    void takeVideo(const VideoReader::News &news);
    AudioCodec announcedAudio() const;
    void followTimestamp(std::string_view payload, quint32 timestamp);

    RtpStream m_rtp;
    PsReader m_ps{this};
    VideoReader m_video;
    AudioReader m_audio;
    MediaTap *m_tap;
    StreamNumbers m_seen; ///< what no reader has
    PsPlace m_place;
    std::string m_announced; ///< name of its rtpmap
    std::vector<Held> m_waiting, m_early;
    std::size_t m_held = 0, m_earlyOctets = 0; ///< octets of them
    quint16 m_next = 0;                        ///< sequence number whose turn it is
    quint32 m_timestamp = 0;
    quint8 m_type = 0; ///< payload type
    int m_tried = 0;   ///< packets that did not show what they are
    std::array<int, 8> m_votes{};
    bool m_audioBegins = false, m_gapSinceKey = false;
    bool m_cut = false; ///< the packet that is being taken
};

} // namespace gb
