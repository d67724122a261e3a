#pragma once
#include "core/findings/finding.h"
#include "core/media/mediacause.h"

namespace gb {

/// The finding that a record has of a cause; none of what the rules of the signalling tell, and of results.
std::optional<FindingCode> findingCodeOf(MediaCause cause);

} // namespace gb
