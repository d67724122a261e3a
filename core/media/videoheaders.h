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

} // namespace gb
