#pragma once
#include "core/media/videoheaders.h"

#include <array>
#include <string>

namespace gb {

/// What the elementary stream showed.
struct VideoNumbers
{
    VideoCodec codec = VideoCodec::Unknown; ///< by the octets; Unknown: not yet, or neither
    std::optional<VideoFormat> format;      ///< of the last SPS that could be read
    quint64 formatChanges = 0;
    quint64 nals = 0, spsCount = 0, ppsCount = 0, vpsCount = 0, unreadableSps = 0, slices = 0;
    quint64 pictures = 0, keyFrames = 0;                           ///< IDR of H.264, IRAP of H.265
    quint64 intraPictures = 0;                                     ///< I slices that are no IDR
    quint64 picturesSinceKey = 0, longestGop = 0, shortestGop = 0; ///< pictures; 0: fewer than two key frames
    quint64 forbidden = 0;                                         ///< NAL headers whose forbidden bit is set
    quint64 keyWithoutSets = 0; ///< key frames ahead of which no parameter sets came, ever
};

/**
 * Reads an elementary stream of video (Annex B) in whatever portions it comes, and tells H.264 from H.265 by the octets
 * alone: parameter sets that can be read decide, else what most NAL headers can only be. Keeps at most the first
 * `maxKept` octets of a NAL unit.
 */
class VideoReader
{
public:
    static constexpr std::size_t maxKept = 512;
    static constexpr int minVotes = 8; ///< NAL headers, where no parameter set tells

    /// What a portion completed.
    struct News
    {
        bool sets = false, keyFrame = false, picture = false;
    };
    News take(std::string_view octets);
    /// Octets are missing: the NAL unit that is under way has no end.
    void gap();
    /// A whole NAL unit, or the start of one, as RFC 6184 and 7798 carry it.
    News takeNal(std::string_view nal);
    News finish();
    const VideoNumbers &numbers() const
    {
        return m_codec == VideoCodec::Unknown ? m_undecided : m_as[m_codec == VideoCodec::H265];
    }

private:
    void append(std::string_view octets, News &news);
    void endNal(News &news);
    void leaveNal();
    bool isSliceSoFar() const;
    void count(std::string_view nal, News &news);
    bool countAs(VideoCodec codec, std::string_view nal, News &news);
    bool takeSps(std::string_view nal);
    void vote(std::string_view nal);
    void decide(VideoCodec codec, News &news);
    VideoNumbers &of(VideoCodec codec) { return m_as[codec == VideoCodec::H265]; }

    std::array<VideoNumbers, 2> m_as; ///< what it amounts to if it is H.264, and if it is H.265
    VideoNumbers m_undecided;
    VideoCodec m_codec = VideoCodec::Unknown;
    std::string m_nal; ///< its start, without zeros at its end
    std::size_t m_waitingZeros = 0;
    bool m_inNal = false, m_counted = false;
    int m_zeros = 0; ///< octets 0 at the end of the last portion; 2: or more
    int m_votes = 0; ///< for H.264 less those for H.265
};

} // namespace gb
