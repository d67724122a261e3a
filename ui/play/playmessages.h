#pragma once
#include "core/media/mediachain.h"

#include <QString>

namespace gb {
class MessageLog;
}

namespace gb::ui {

/// Which message of a play proves something.
enum class PlayMessage : quint8 { None, Invite, Answer, Bye };

/// What the signalling shows of a link; of others only packets do, which are in no record.
PlayMessage messageOf(MediaLink link);
/// Number of that message by the play's Call-ID; 0 where it is not listed, or any more. Looks from the newest on.
quint64 findMessage(const MessageLog &log, const QString &callId, PlayMessage which);

} // namespace gb::ui
