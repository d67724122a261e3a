#pragma once
#include "core/media/mediachain.h"
#include "core/record/note.h"

#include <QJsonObject>

namespace gb::told {

/// A cause with its words.
QJsonObject causeObject(const MediaFinding &cause);
/// What became of a stream, of a note of media.
QJsonObject mediaObject(const JournalNote &note);

} // namespace gb::told
