#include "ui/play/playmessages.h"

#include "core/ladder/messagelog.h"

namespace gb::ui {

PlayMessage messageOf(MediaLink link)
{
    return link == MediaLink::Offered ? PlayMessage::Invite
        : link == MediaLink::Answered ? PlayMessage::Answer
                                      : PlayMessage::None;
}

quint64 findMessage(const MessageLog &log, const QString &callId, PlayMessage which)
{
    if (which == PlayMessage::None || callId.isEmpty())
        return 0;
    const SipMethod wanted = which == PlayMessage::Bye ? SipMethod::Bye : SipMethod::Invite;
    for (qsizetype row = log.count() - 1; row >= 0; --row) {
        const LogEntry &entry = log.entry(row);
        if (!entry.isRequest() || entry.sipMethod != wanted || entry.isRepeat() || log.callId(entry.callId) != callId)
            continue;
        if (which != PlayMessage::Answer)
            return entry.number;
        const quint32 behind = log.finalAnswer(entry);
        return behind > 0 ? entry.number + behind : 0;
    }
    return 0;
}

} // namespace gb::ui
