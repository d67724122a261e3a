#pragma once
#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace gb {

enum class VideoCodec : quint8 { Unknown, H264, H265, Mpeg4, Svac };

/// What a sequence parameter set says: ITU-T H.264 §7.3.2.1, H.265 §7.3.2.2.
struct VideoFormat
{
    VideoCodec codec = VideoCodec::Unknown;
    int profile = 0, level = 0; ///< profile_idc, level_idc as they stand (H.265: general_…)
    int width = 0, height = 0;  ///< of the picture shown, cropped
    double frameRate = 0;       ///< of its VUI; 0: it does not say

    bool operator==(const VideoFormat &) const = default;
};

/// Parameter sets without start code, from the octet of the NAL header on. Empty where they cannot be read: the size
/// must be 1 to 16,384 each way.
std::optional<VideoFormat> readH264Sps(std::string_view nal);
std::optional<VideoFormat> readH265Sps(std::string_view nal);
/// A VPS of H.265 whose fixed parts are right.
bool isH265Vps(std::string_view nal);

/// What a NAL unit is, under the assumption of a codec.
enum class NalKind : quint8 { Other, Slice, KeySlice, Sps, Pps, Vps, Sei, Delimiter };
NalKind nalKind(VideoCodec codec, std::string_view nal);
/// A slice that begins a picture; and one of intra type (H.264 only).
bool beginsPicture(VideoCodec codec, std::string_view nal);
bool isIntraSlice(std::string_view h264Nal);

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
    const VideoNumbers &numbers() const { return m_numbers; }

private:
    void append(std::string_view octets);
    News endNal();
    void vote(std::string_view nal);
    News count(std::string_view nal);
    void takeSps(std::string_view nal);
    void decide(VideoCodec codec);

    VideoNumbers m_numbers;
    std::string m_nal; ///< its start
    bool m_inNal = false;
    quint32 m_tail = 0xFFFFFFFF;
    int m_votes264 = 0, m_votes265 = 0;
    bool m_sureOfCodec = false;
    bool m_keyPending = false; ///< a key frame came before the codec was known
    std::optional<quint64> m_picturesAtKey;
};

} // namespace gb
