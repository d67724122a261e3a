#pragma once
#include "core/record/note.h"

#include <QJsonObject>

namespace gb::cli {

/// What became of a stream, of a note of media.
QJsonObject mediaObject(const JournalNote &note);

} // namespace gb::cli
