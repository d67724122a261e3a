#pragma once
#include <QByteArray>

#include <string_view>

namespace gb {

enum class Packing : quint8 { Gzip, Zlib, Raw };

struct Inflated
{
    QByteArray text;      ///< as far as it could be read
    std::size_t used = 0; ///< octets of what was packed
    bool tooLong = false; ///< more than `limit` would come; `text` is empty
};

/// What a body is when it is unpacked, at most `limit` octets. Damage ends it, and is no error.
Inflated inflate(std::string_view packed, Packing packing, std::size_t limit);

} // namespace gb
