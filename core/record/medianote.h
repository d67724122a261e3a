#pragma once
#include "core/media/mediachain.h"
#include "core/record/note.h"

/// The report of a play as a note of the record, and back: a reopened session tells what the first one saw, without the
/// packets.
namespace gb::medianote {

/// `device`: who sends, as the signalling names it.
notes::Media noteOf(const MediaReport &report, const QString &device, const QString &callId);
/// Those that this version knows; in their order. Times are that of the note.
std::vector<MediaFinding> findingsOf(const notes::Media &note, TimePoint at);
/// "broken", "sound": by its stable name; NotYet of anything else.
MediaVerdict verdictOf(const notes::Media &note);
/// The first broken link, by its stable name; empty: none.
QString brokenLink(const notes::Media &note);

} // namespace gb::medianote
