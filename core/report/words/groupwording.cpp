#include "core/report/words/groupwording.h"

#include "core/report/words/operationwording.h"
#include "core/report/words/say_p.h"

#include <iterator>

namespace gb::wording {

using Why = MessageGroup::Why;

QString groupKind(MessageGroup::Kind kind)
{
    static constexpr const char *kinds[] = {QT_TRANSLATE_NOOP("wording", "Registration"),
        QT_TRANSLATE_NOOP("wording", "Heartbeats"), QT_TRANSLATE_NOOP("wording", "Query"),
        QT_TRANSLATE_NOOP("wording", "Control"), QT_TRANSLATE_NOOP("wording", "Notice"),
        QT_TRANSLATE_NOOP("wording", "Subscription"), QT_TRANSLATE_NOOP("wording", "Alarm"),
        QT_TRANSLATE_NOOP("wording", "Live play"), QT_TRANSLATE_NOOP("wording", "Playback"),
        QT_TRANSLATE_NOOP("wording", "Download"), QT_TRANSLATE_NOOP("wording", "Talk"),
        QT_TRANSLATE_NOOP("wording", "Call"), QT_TRANSLATE_NOOP("wording", "OPTIONS"),
        QT_TRANSLATE_NOOP("wording", "Other"), QT_TRANSLATE_NOOP("wording", "NAT keepalives"),
        QT_TRANSLATE_NOOP("wording", "Not SIP")};
    static_assert(std::size(kinds) == static_cast<std::size_t>(MessageGroup::Kind::Count));
    return say(kinds[static_cast<std::size_t>(kind)]);
}

QString groupState(MessageGroup::State state)
{
    static constexpr const char *states[] = {QT_TRANSLATE_NOOP("wording", "running"),
        QT_TRANSLATE_NOOP("wording", "ok"), QT_TRANSLATE_NOOP("wording", "failed"),
        QT_TRANSLATE_NOOP("wording", "unknown")};
    return say(states[static_cast<std::size_t>(state)]);
}

QString groupOutcome(const MessageGroup::Outcome &outcome, const Operation *operation)
{
    static constexpr const char *whys[] = {"", QT_TRANSLATE_NOOP("wording", "waiting for the answer"),
        QT_TRANSLATE_NOOP("wording", "answered with %1"),
        QT_TRANSLATE_NOOP("wording", "challenged with %1, nothing behind it so far"),
        QT_TRANSLATE_NOOP("wording", "challenged with %1"), QT_TRANSLATE_NOOP("wording", "refused with %1"),
        QT_TRANSLATE_NOOP("wording", "challenged again with %1: the credentials were refused"),
        QT_TRANSLATE_NOOP("wording", "no answer came"), QT_TRANSLATE_NOOP("wording", "no ACK came"),
        QT_TRANSLATE_NOOP("wording", "the next heartbeat did not come"),
        QT_TRANSLATE_NOOP("wording", "answered, nobody has hung up"), QT_TRANSLATE_NOOP("wording", "hung up"),
        QT_TRANSLATE_NOOP("wording", "cancelled"), "", QT_TRANSLATE_NOOP("wording", "its request is not in the record"),
        QT_TRANSLATE_NOOP("wording", "what did not come may be missing from the record alone"),
        QT_TRANSLATE_NOOP("wording", "the record ends here")};
    static_assert(std::size(whys) == static_cast<std::size_t>(Why::Count));
    if (outcome.why == Why::ByOperation && operation)
        return operationState(*operation);
    const char *const why = whys[static_cast<std::size_t>(outcome.why)];
    if (*why == '\0')
        return groupState(outcome.state);
    const QString text = say(why);
    const QString said = text.contains(u'%') ? text.arg(outcome.status) : text;
    return outcome.state == MessageGroup::State::Unknown ? say(QT_TRANSLATE_NOOP("wording", "unknown: %1")).arg(said)
                                                         : said;
}

} // namespace gb::wording
