#pragma once
#include "core/findings/findingsbase.h"
#include "core/media/mediacause.h"
#include "core/record/note.h"

namespace gb {

/// The finding that a record has of a cause; none of what the rules of the signalling tell, and of results.
std::optional<FindingCode> findingCodeOf(MediaCause cause);
/// What became of the media of a call; what another one of the device showed may be over.
void judgeMedia(const notes::Media &note, TimePoint at, FindingsBase &base);

} // namespace gb
