#pragma once
#include "core/message/charsetchoice.h"
#include "core/message/structure.h"

#include <optional>
#include <string_view>

namespace gb {

/// How much of a body is taken apart; what is over is left out, and the last node says so by its kind.
struct BodyLimits
{
    static constexpr int nodes = 2000; ///< elements and attributes; headers and lines
    static constexpr int depth = 24;
    static constexpr int parts = 16; ///< of a multipart body
};

/**
 * A body as a tree with the names that it has: XML by elements and attributes, SDP by lines, those of a medium under
 * it, multipart by its parts, what has lines of "name: value", as MANSRTSP (GB/T 28181-2022 annex B), by these, and
 * anything else as its text. `charset` as decodeBody() has it.
 */
QList<StructureNode> bodyOf(
    std::string_view contentType, std::string_view body, std::optional<Charset> charset = std::nullopt);

} // namespace gb
