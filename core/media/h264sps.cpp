#include "core/media/bitreader.h"
#include "core/media/videoheaders.h"

namespace gb {
namespace {

constexpr int maxSide = 16'384;

bool hasChroma(quint32 profile)
{
    for (const quint32 one : {100U, 110U, 122U, 244U, 44U, 83U, 86U, 118U, 128U, 138U, 139U, 134U, 135U}) {
        if (profile == one)
            return true;
    }
    return false;
}

/// §7.3.2.1.1.1; a step out of its range (-128 to 127) counts modulo 256 too.
void skipScalingList(BitReader &bits, int size)
{
    quint32 last = 8, next = 8;
    for (int i = 0; i < size && !bits.failed(); ++i) {
        if (next != 0)
            next = (last + static_cast<quint32>(bits.signedNumber())) & 255U;
        last = next == 0 ? last : next;
    }
}

/// chroma_format_idc and what follows it; profiles that have it.
quint32 readChroma(BitReader &bits)
{
    const quint32 chroma = bits.number();
    if (chroma == 3)
        bits.bit();
    bits.number();
    bits.number();
    bits.bit();
    if (bits.bit()) {
        for (int i = 0; i < (chroma == 3 ? 12 : 8); ++i) {
            if (bits.bit())
                skipScalingList(bits, i < 6 ? 16 : 64);
        }
    }
    return chroma;
}

void skipOrder(BitReader &bits)
{
    const quint32 type = bits.number();
    if (type == 0) {
        bits.number();
    } else if (type == 1) {
        bits.bit();
        bits.signedNumber();
        bits.signedNumber();
        const quint32 count = bits.number();
        for (quint32 i = 0; i < count && i < 256 && !bits.failed(); ++i)
            bits.signedNumber();
    }
}

/// ITU-T H.264 annex E.1.1, up to the timing.
double readRate(BitReader &bits)
{
    if (bits.bit() && bits.bits(8) == 255)
        bits.skip(32);
    if (bits.bit())
        bits.bit();
    if (bits.bit()) {
        bits.skip(4);
        if (bits.bit())
            bits.skip(24);
    }
    if (bits.bit()) {
        bits.number();
        bits.number();
    }
    if (!bits.bit())
        return 0;
    const quint32 units = bits.bits(32), scale = bits.bits(32);
    return bits.failed() || units == 0 ? 0 : scale / (2.0 * units);
}

} // namespace

std::optional<VideoFormat> readH264Sps(std::string_view nal)
{
    if (nal.size() < 5 || (nal[0] & 0x9F) != 7)
        return std::nullopt;
    BitReader bits(nal.substr(1));
    VideoFormat format{VideoCodec::H264};
    format.profile = static_cast<int>(bits.bits(8));
    bits.skip(8);
    format.level = static_cast<int>(bits.bits(8));
    if (bits.number() > 31)
        return std::nullopt;
    const quint32 chroma = hasChroma(static_cast<quint32>(format.profile)) ? readChroma(bits) : 1;
    bits.number();
    skipOrder(bits);
    bits.number();
    bits.bit();
    const quint64 across = quint64{bits.number()} + 1, down = quint64{bits.number()} + 1;
    const quint32 frames = bits.bit();
    if (!frames)
        bits.bit();
    bits.bit();
    quint64 crop[4] = {};
    if (bits.bit()) {
        for (quint64 &one : crop)
            one = bits.number();
    }
    if (bits.failed() || chroma > 3 || across > maxSide / 16 || down > maxSide / 16)
        return std::nullopt;
    const quint64 unitX = chroma == 1 || chroma == 2 ? 2 : 1, unitY = (chroma == 1 ? 2U : 1U) * (2 - frames);
    const quint64 width = across * 16, height = down * 16 * (2 - frames);
    const quint64 cutX = unitX * (crop[0] + crop[1]), cutY = unitY * (crop[2] + crop[3]);
    if (cutX >= width || cutY >= height || height > maxSide)
        return std::nullopt;
    format.width = static_cast<int>(width - cutX);
    format.height = static_cast<int>(height - cutY);
    if (bits.bit())
        format.frameRate = readRate(bits);
    return format;
}

} // namespace gb
