#pragma once
#include "core/media/mediachain.h"
#include "core/report/words/findingwords.h"

namespace gb::wording {

/// "key frame"
QString mediaLink(MediaLink link);
QString linkState(LinkState state);
QString mediaVerdict(MediaVerdict verdict);
/// What a play showed, in the words of the finding that a record has of it.
FindingText mediaCause(const MediaFinding &cause);

} // namespace gb::wording
