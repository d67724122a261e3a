#pragma once
#include "core/client/play/play.h"

/// Words for plays, in the window. Plain text, never markup; without a full stop at the end.
namespace gb::wording {

/// It got so far that its media can be judged.
bool wasPlayed(const PlayReport &report);
/// "TCP passive"
QString playWay(PlayWay way);
/// What became of it, in a sentence: the verdict with the heaviest finding, or why it was not played.
QString playSentence(const PlayReport &report);
/// The same of media that still come, or of a record.
QString mediaSentence(const MediaReport &media);
/// In a few words, for a column: "sound", "refused, 486".
QString playBrief(const PlayReport &report);
QString verdictBrief(MediaVerdict verdict);
/// Title of the heaviest finding, with what looks the same; empty where nothing is wrong.
QString mediaReason(const MediaReport &media);
/// All findings with cause and advice, paragraphs with an empty line between them; empty where there are none.
QString mediaCauses(const MediaReport &media);
/// The same of a play that is over; where no media tell it, what to do about it.
QString playCauses(const PlayReport &report);

} // namespace gb::wording
