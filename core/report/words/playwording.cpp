#include "core/report/words/playwording.h"

#include "core/report/words/mediawording.h"

#include <QCoreApplication>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("play", text);
}

struct OutcomeTexts
{
    const char *sentence, *brief, *advice = "";
};

/// In the order of PlayOutcome. %1: the status, or the system's words.
constexpr OutcomeTexts outcomes[] = {
    {QT_TRANSLATE_NOOP("play", "Played"), QT_TRANSLATE_NOOP("play", "played")},
    {QT_TRANSLATE_NOOP("play", "The device hung up"), QT_TRANSLATE_NOOP("play", "the device hung up")},
    {QT_TRANSLATE_NOOP("play", "Not played: the device is not registered, nobody knows where it is"),
        QT_TRANSLATE_NOOP("play", "not registered"),
        QT_TRANSLATE_NOOP("play", "Its row in the device table says why it does not register.")},
    {QT_TRANSLATE_NOOP("play", "Not played: this ID cannot stand in a request"), QT_TRANSLATE_NOOP("play", "odd ID"),
        QT_TRANSLATE_NOOP("play", "Give the device or the channel an ID of 20 digits.")},
    {QT_TRANSLATE_NOOP("play", "Not played: too many plays are open. Wait for some of them, or stop them"),
        QT_TRANSLATE_NOOP("play", "too many open"), QT_TRANSLATE_NOOP("play", "Play fewer channels at once.")},
    {QT_TRANSLATE_NOOP("play", "Not played: no port for media could be opened: %1"),
        QT_TRANSLATE_NOOP("play", "no port"),
        QT_TRANSLATE_NOOP(
            "play", "Choose other ports for media in the preferences, or end the program that has these.")},
    {QT_TRANSLATE_NOOP("play", "Not played: the INVITE could not be sent, its connection is gone"),
        QT_TRANSLATE_NOOP("play", "not sent"),
        QT_TRANSLATE_NOOP("play", "Wait until the device has registered again, then play it again.")},
    {QT_TRANSLATE_NOOP("play", "Not played: no final answer to the INVITE"), QT_TRANSLATE_NOOP("play", "no answer"),
        QT_TRANSLATE_NOOP("play",
            "Ask the device for its information: if it answers that, it has a fault with INVITE. If not, look at the "
            "way back to it.")},
    {QT_TRANSLATE_NOOP("play", "Not played: the device refused with %1"), QT_TRANSLATE_NOOP("play", "refused, %1")},
    {QT_TRANSLATE_NOOP("play", "Stopped"), QT_TRANSLATE_NOOP("play", "stopped")},
    {QT_TRANSLATE_NOOP("play", "Not played: in the outage test this device gets no message from here"),
        QT_TRANSLATE_NOOP("play", "outage test"),
        QT_TRANSLATE_NOOP("play", "End the outage test first: Devices, Answer again.")},
};
static_assert(std::size(outcomes) == static_cast<std::size_t>(PlayOutcome::Count));

QString wordOf(const PlayReport &report)
{
    return report.outcome == PlayOutcome::Refused ? QString::number(report.status) : report.detail;
}

/// Most have no place for it.
QString filled(QString text, const QString &word)
{
    return text.replace(QStringLiteral("%1"), word);
}

/// What looks the same on the wire, without the numbers of the other one. Empty where no rule names it.
QString twinText(MediaCause twin)
{
    switch (twin) {
    case MediaCause::LossInOwnSocket:
        return say(QT_TRANSLATE_NOOP("play", "this computer lost them itself, in the buffer of its socket"));
    case MediaCause::OfferedAddressOff:
        return say(QT_TRANSLATE_NOOP("play", "the device cannot reach the address that was offered"));
    case MediaCause::MapOnce: return say(QT_TRANSLATE_NOOP("play", "the map came once only, at the start"));
    case MediaCause::EndedBySender: return say(QT_TRANSLATE_NOOP("play", "the device hung up for another reason"));
    case MediaCause::Stopped: return say(QT_TRANSLATE_NOOP("play", "the stream was cut off"));
    default: return {};
    }
}

QString withTwin(const MediaFinding &one)
{
    const QString title = mediaCause(one).title, twin = one.twin ? twinText(*one.twin) : QString();
    return twin.isEmpty() ? title
                          : say(QT_TRANSLATE_NOOP("play", "%1. It would look the same if: %2")).arg(title, twin);
}

bool isWrong(const MediaReport &media)
{
    return media.verdict == MediaVerdict::Broken || media.verdict == MediaVerdict::Warned;
}

bool isResult(const MediaFinding &one)
{
    return one.weight == MediaWeight::Result;
}

} // namespace

bool wasPlayed(const PlayReport &report)
{
    return report.outcome == PlayOutcome::Played || report.outcome == PlayOutcome::Ended;
}

QString playWay(PlayWay way)
{
    switch (way) {
    case PlayWay::Udp: break;
    case PlayWay::TcpPassive: return say(QT_TRANSLATE_NOOP("play", "TCP passive"));
    case PlayWay::TcpActive: return say(QT_TRANSLATE_NOOP("play", "TCP active"));
    }
    return say(QT_TRANSLATE_NOOP("play", "UDP"));
}

QString mediaReason(const MediaReport &media)
{
    if (media.findings.empty() || isResult(media.findings.front()))
        return {};
    return mediaCause(media.findings.front()).title;
}

QString mediaSentence(const MediaReport &media)
{
    const QString verdict = mediaVerdict(media.verdict);
    if (!media.findings.empty() && isResult(media.findings.front()))
        return mediaCause(media.findings.front()).title; // sound, as what
    const QString reason = mediaReason(media);
    return isWrong(media) && !reason.isEmpty() ? say(QT_TRANSLATE_NOOP("play", "%1: %2")).arg(verdict, reason)
                                               : verdict;
}

QString playSentence(const PlayReport &report)
{
    const QString outcome = filled(say(outcomes[static_cast<std::size_t>(report.outcome)].sentence), wordOf(report));
    switch (report.outcome) {
    case PlayOutcome::Played: return mediaSentence(report.media);
    case PlayOutcome::Ended:
        if (isWrong(report.media)) // it says that, too, or something heavier
            return mediaSentence(report.media);
        [[fallthrough]];
    case PlayOutcome::Stopped:
        return report.media.packets == 0
            ? outcome
            : say(QT_TRANSLATE_NOOP("play", "%1. Until then: %2")).arg(outcome, mediaSentence(report.media));
    default: return outcome;
    }
}

QString playCauses(const PlayReport &report)
{
    const QString causes = mediaCauses(report.media);
    const char *const advice = outcomes[static_cast<std::size_t>(report.outcome)].advice;
    if (!causes.isEmpty() || *advice == 0)
        return causes;
    return say(QT_TRANSLATE_NOOP("play", "Advice: %1")).arg(say(advice));
}

QString verdictBrief(MediaVerdict verdict)
{
    static constexpr const char *texts[] = {QT_TRANSLATE_NOOP("play", "not decided"),
        QT_TRANSLATE_NOOP("play", "sound"), QT_TRANSLATE_NOOP("play", "plays, with a warning"),
        QT_TRANSLATE_NOOP("play", "broken"), QT_TRANSLATE_NOOP("play", "unknown")};
    return say(texts[static_cast<std::size_t>(verdict)]);
}

QString playBrief(const PlayReport &report)
{
    const QString outcome = say(outcomes[static_cast<std::size_t>(report.outcome)].brief);
    if (report.outcome == PlayOutcome::Ended)
        return say(QT_TRANSLATE_NOOP("play", "%1, %2")).arg(verdictBrief(report.media.verdict), outcome);
    return wasPlayed(report) ? verdictBrief(report.media.verdict) : filled(outcome, QString::number(report.status));
}

QString mediaCauses(const MediaReport &media)
{
    static constexpr const char *weights[] = {QT_TRANSLATE_NOOP("play", "result"), QT_TRANSLATE_NOOP("play", "remark"),
        QT_TRANSLATE_NOOP("play", "warning"), QT_TRANSLATE_NOOP("play", "broken")};
    QStringList all;
    for (const MediaFinding &one : media.findings) {
        const FindingText text = mediaCause(one);
        QString weight = say(weights[static_cast<std::size_t>(one.weight)]);
        if (one.provisional)
            weight = say(QT_TRANSLATE_NOOP("play", "%1, provisional")).arg(weight);
        if (isResult(one)) {
            all << QStringList{text.title, text.cause, text.advice}.join(u'\n');
            continue;
        }
        QStringList lines{say(QT_TRANSLATE_NOOP("play", "%1 (%2)")).arg(withTwin(one), weight)};
        if (!text.cause.isEmpty())
            lines << say(QT_TRANSLATE_NOOP("play", "Cause: %1")).arg(text.cause);
        if (!text.advice.isEmpty())
            lines << say(QT_TRANSLATE_NOOP("play", "Advice: %1")).arg(text.advice);
        all << lines.join(u'\n');
    }
    return all.join(QStringLiteral("\n\n"));
}

} // namespace gb::wording
