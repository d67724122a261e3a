#pragma once
#include "core/flow/operation.h"
#include "core/ladder/groups/messagegroup.h"

#include <QString>

/// Words for what messages belong to and how that stands. Plain text, never markup; without a full stop at the end.
namespace gb::wording {

/// "registration", "heartbeats", "playback".
QString groupKind(MessageGroup::Kind kind);
/// "ok", "running", "failed", "unknown".
QString groupState(MessageGroup::State state);
/// How it stands: "answered with 200", "no answer came", "unknown: the record ends here". `operation`: of one that says
/// it itself; else null.
QString groupOutcome(const MessageGroup::Outcome &outcome, const Operation *operation);

} // namespace gb::wording
