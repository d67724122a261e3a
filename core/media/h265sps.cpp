#include "core/media/bitreader.h"
#include "core/media/videoheaders.h"

#include <array>

namespace gb {
namespace {

constexpr quint64 maxSide = 16'384;

/// profile_tier_level(1, layers), ITU-T H.265 §7.3.3.
void readProfile(BitReader &bits, quint32 layers, VideoFormat &format)
{
    bits.skip(3);
    format.profile = static_cast<int>(bits.bits(5));
    bits.skip(32 + 4 + 43 + 1);
    format.level = static_cast<int>(bits.bits(8));
    std::array<bool, 8> profiles{}, levels{};
    for (quint32 i = 0; i < layers; ++i) {
        profiles[i] = bits.bit();
        levels[i] = bits.bit();
    }
    if (layers > 0)
        bits.skip(2 * (8 - static_cast<int>(layers)));
    for (quint32 i = 0; i < layers; ++i)
        bits.skip((profiles[i] ? 88 : 0) + (levels[i] ? 8 : 0));
}

void skipScaling(BitReader &bits)
{
    for (int size = 0; size < 4; ++size) {
        for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
            if (!bits.bit()) {
                bits.number();
                continue;
            }
            const int coefficients = std::min(64, 1 << (4 + (size << 1)));
            if (size > 1)
                bits.signedNumber();
            for (int i = 0; i < coefficients && !bits.failed(); ++i)
                bits.signedNumber();
        }
    }
}

/// st_ref_pic_set(index), §7.3.7; `deltas`: NumDeltaPocs of those so far. False: it cannot be.
bool skipReferences(BitReader &bits, quint32 index, std::array<quint32, 65> &deltas)
{
    if (index > 0 && bits.bit()) {
        bits.bit();
        bits.number();
        quint32 count = 0;
        for (quint32 i = 0; i <= deltas[index - 1] && !bits.failed(); ++i) {
            const bool used = bits.bit();
            count += used || bits.bit();
        }
        deltas[index] = count;
        return count <= 16;
    }
    const quint32 negative = bits.number(), positive = bits.number();
    if (negative > 16 || positive > 16)
        return false;
    for (quint32 i = 0; i < negative + positive; ++i) {
        bits.number();
        bits.bit();
    }
    deltas[index] = negative + positive;
    return negative + positive <= 16;
}

/// What stands between the picture's size and the VUI.
bool skipTools(BitReader &bits, quint32 layers)
{
    bits.number();
    bits.number();
    const quint64 orderBits = quint64{bits.number()} + 4;
    for (quint32 i = bits.bit() ? 0 : layers; i <= layers; ++i) {
        bits.number();
        bits.number();
        bits.number();
    }
    for (int i = 0; i < 6; ++i)
        bits.number();
    if (bits.bit() && bits.bit())
        skipScaling(bits);
    bits.skip(2);
    if (bits.bit()) {
        bits.skip(8);
        bits.number();
        bits.number();
        bits.bit();
    }
    const quint32 sets = bits.number();
    if (bits.failed() || sets > 64 || orderBits > 16)
        return false;
    std::array<quint32, 65> deltas{};
    for (quint32 i = 0; i < sets; ++i) {
        if (!skipReferences(bits, i, deltas))
            return false;
    }
    if (bits.bit()) {
        const quint32 pictures = bits.number();
        if (pictures > 32)
            return false;
        bits.skip(static_cast<int>(pictures * (orderBits + 1)));
    }
    bits.skip(2);
    return !bits.failed();
}

/// Annex E.2.1, up to the timing.
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
    bits.skip(3);
    if (bits.bit()) {
        for (int i = 0; i < 4; ++i)
            bits.number();
    }
    if (!bits.bit())
        return 0;
    const quint32 units = bits.bits(32), scale = bits.bits(32);
    return bits.failed() || units == 0 ? 0 : static_cast<double>(scale) / units;
}

bool hasHeader(std::string_view nal, int type)
{
    return nal.size() > 4 && static_cast<quint8>(nal[0]) == type << 1 && (nal[1] & 0xF8) == 0 && (nal[1] & 7) != 0;
}

} // namespace

std::optional<VideoFormat> readH265Sps(std::string_view nal)
{
    if (!hasHeader(nal, 33))
        return std::nullopt;
    BitReader bits(nal.substr(2));
    VideoFormat format{VideoCodec::H265};
    bits.skip(4);
    const quint32 layers = bits.bits(3);
    bits.bit();
    if (layers > 6)
        return std::nullopt;
    readProfile(bits, layers, format);
    const quint32 id = bits.number(), chroma = bits.number();
    if (chroma == 3)
        bits.bit();
    const quint64 width = bits.number(), height = bits.number();
    quint64 crop[4] = {};
    if (bits.bit()) {
        for (quint64 &one : crop)
            one = bits.number();
    }
    const quint64 cutX = (chroma == 1 || chroma == 2 ? 2U : 1U) * (crop[0] + crop[1]);
    const quint64 cutY = (chroma == 1 ? 2U : 1U) * (crop[2] + crop[3]);
    if (bits.failed() || id > 15 || chroma > 3 || width > maxSide || height > maxSide || cutX >= width
        || cutY >= height)
        return std::nullopt;
    format.width = static_cast<int>(width - cutX);
    format.height = static_cast<int>(height - cutY);
    if (skipTools(bits, layers) && bits.bit())
        format.frameRate = readRate(bits);
    return format;
}

/// vps_reserved_three_2bits and vps_reserved_0xffff_16bits, §7.3.2.1.
bool isH265Vps(std::string_view nal)
{
    return hasHeader(nal, 32) && nal.size() >= 6 && (nal[2] & 0x30) == 0x30 && static_cast<quint8>(nal[4]) == 0xFF
        && static_cast<quint8>(nal[5]) == 0xFF;
}

} // namespace gb
