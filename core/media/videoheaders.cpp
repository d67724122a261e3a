#include "core/media/videoheaders.h"

#include "core/media/bitreader.h"

namespace gb {
namespace {

int typeOf(VideoCodec codec, std::string_view nal)
{
    const auto first = static_cast<quint8>(nal[0]);
    return codec == VideoCodec::H265 ? first >> 1 & 0x3F : first & 0x1F;
}

NalKind h264Kind(int type)
{
    switch (type) {
    case 1: return NalKind::Slice;
    case 5: return NalKind::KeySlice;
    case 6: return NalKind::Sei;
    case 7: return NalKind::Sps;
    case 8: return NalKind::Pps;
    case 9: return NalKind::Delimiter;
    default: return NalKind::Other;
    }
}

/// ITU-T H.265 table 7-1.
NalKind h265Kind(int type)
{
    if (type <= 9)
        return NalKind::Slice;
    if (type >= 16 && type <= 21)
        return NalKind::KeySlice;
    switch (type) {
    case 32: return NalKind::Vps;
    case 33: return NalKind::Sps;
    case 34: return NalKind::Pps;
    case 35: return NalKind::Delimiter;
    case 39:
    case 40: return NalKind::Sei;
    default: return NalKind::Other;
    }
}

} // namespace

NalKind nalKind(VideoCodec codec, std::string_view nal)
{
    if (nal.empty() || (codec != VideoCodec::H264 && codec != VideoCodec::H265))
        return NalKind::Other;
    return codec == VideoCodec::H264 ? h264Kind(typeOf(codec, nal)) : h265Kind(typeOf(codec, nal));
}

/// first_mb_in_slice is 0, or first_slice_segment_in_pic_flag is set: either way the first bit behind the header.
bool beginsPicture(VideoCodec codec, std::string_view nal)
{
    const NalKind kind = nalKind(codec, nal);
    const std::size_t header = codec == VideoCodec::H265 ? 2 : 1;
    return (kind == NalKind::Slice || kind == NalKind::KeySlice) && nal.size() > header && (nal[header] & 0x80);
}

bool isIntraSlice(std::string_view h264Nal)
{
    if (h264Nal.empty())
        return false;
    BitReader bits(h264Nal.substr(1));
    bits.number();
    const quint32 type = bits.number();
    return !bits.failed() && (type == 2 || type == 7);
}

} // namespace gb
