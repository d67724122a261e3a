#include "core/media/rules/rules.h"

namespace gb::mediarules {

/// D46, D47. A refusal is the device's own word; silence may be the way's.
void refused(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    if (events.status >= 300 && events.status != 487) {
        findings.push_back(atTime(MediaCause::Refused, MediaWeight::Broken, MediaBlame::Sender, *events.answered,
            {QString::number(events.status)}));
    } else if (events.offered && !events.answered && report.packets == 0 && !mediajudge::over(report)
        && report.now - *events.offered >= MediaChain::answerWait) {
        findings.push_back(atTime(MediaCause::NoAnswer, MediaWeight::Broken, MediaBlame::SenderOrPath, report.now,
            {secondsText(report.now - *events.offered)}));
    }
}

/// D48. Twice is a lost ACK, which the repeated answer repairs; more often it never arrives.
void ackLost(const MediaReport &report, Findings &findings)
{
    constexpr int often = 3;
    if (report.events.repeatedAnswers < often || report.events.status >= 300)
        return;
    findings.push_back(atTime(MediaCause::AckLost, report.packets == 0 ? MediaWeight::Broken : MediaWeight::Warning,
        MediaBlame::ReceiverOrPath, report.events.answered.value_or(report.now),
        {QString::number(report.events.repeatedAnswers)}));
}

} // namespace gb::mediarules
