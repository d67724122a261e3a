#include "core/report/inflate.h"

#include <zlib.h>

#include <algorithm>

namespace gb {

Inflated inflate(std::string_view packed, Packing packing, std::size_t limit)
{
    constexpr int window = 15, gzip = 16;
    constexpr std::size_t piece = 32 * 1024;
    z_stream stream{};
    const int bits = packing == Packing::Gzip ? window + gzip : packing == Packing::Zlib ? window : -window;
    if (inflateInit2(&stream, bits) != Z_OK)
        return {};
    Inflated out;
    // zlib takes no const; it does not write there
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int result = Z_OK;
    while (result == Z_OK) {
        const qsizetype had = out.text.size();
        out.text.resize(had + static_cast<qsizetype>(piece));
        stream.next_out = reinterpret_cast<Bytef *>(out.text.data() + had);
        stream.avail_out = static_cast<uInt>(piece);
        result = ::inflate(&stream, Z_NO_FLUSH);
        out.text.truncate(had + static_cast<qsizetype>(piece - stream.avail_out));
        if (static_cast<std::size_t>(out.text.size()) > limit) {
            out.tooLong = true;
            out.text.clear();
            break;
        }
        if (result == Z_OK && stream.avail_out != 0 && stream.avail_in == 0)
            break; // the rest never came
    }
    out.used = packed.size() - stream.avail_in;
    if (result != Z_STREAM_END)
        out.used = packed.size();
    inflateEnd(&stream);
    return out;
}

} // namespace gb
