#pragma once
#include "core/message/charset.h"

#include <optional>

namespace gb {

/// The same as decodeBody() where nothing is `wanted`; else as somebody wants it who has looked at the text. What the
/// declaration says is told all the same.
DecodedText decodeBody(const QByteArray &octets, std::optional<Charset> wanted);

} // namespace gb
