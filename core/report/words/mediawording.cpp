#include "core/report/words/mediawording.h"

#include "core/findings/mediafindings.h"

#include <QCoreApplication>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("media", text);
}

/// Of what no record has a finding: its signalling says it there, or it is the same as another one.
struct PlayCause
{
    MediaCause cause;
    const char *title, *why, *advice;
};
constexpr PlayCause playCauses[] = {
    {MediaCause::NoAnswer, QT_TRANSLATE_NOOP("media", "No final answer to the INVITE within %1 s"),
        QT_TRANSLATE_NOOP("media",
            "The device does not answer, its answer does not get through, or the INVITE does not reach it: on the wire "
            "these look the same."),
        QT_TRANSLATE_NOOP("media",
            "Ask the device for its information. If it answers, it has a fault with INVITE. Let the port of its "
            "signalling through.")},
    {MediaCause::AckLost,
        QT_TRANSLATE_NOOP("media", "The device repeats its 200 (%1 times): our ACK does not reach it"),
        QT_TRANSLATE_NOOP(
            "media", "It names an address in its Contact that cannot be reached, or the ACK is dropped on the way."),
        QT_TRANSLATE_NOOP("media", "Look at the Contact of its 200, and at NAT on the way.")},
    {MediaCause::SsrcAnsweredOwn,
        QT_TRANSLATE_NOOP("media", "SSRC %1 was offered; the device answers %2 and sends that"),
        QT_TRANSLATE_NOOP(
            "media", "y= of the INVITE is for the device to keep. Receivers that look for it find nothing."),
        QT_TRANSLATE_NOOP("media", "Let the platform take the SSRC of the answer. Update the firmware.")},
    {MediaCause::PsBrokenByLoss, QT_TRANSLATE_NOOP("media", "The PS is broken where packets were lost (%1 times)"),
        QT_TRANSLATE_NOOP("media", "That follows from the loss; the sender's stream is not to blame."),
        QT_TRANSLATE_NOOP("media", "See to the loss first.")},
};

FindingText said(const PlayCause &one, const QStringList &words)
{
    FindingText text{say(one.title), say(one.why), say(one.advice)};
    for (qsizetype i = 0; i < 2; ++i)
        text.title.replace(QStringLiteral("%%1").arg(i + 1), words.value(i));
    return text;
}

} // namespace

QString mediaLink(MediaLink link)
{
    static constexpr const char *texts[] = {QT_TRANSLATE_NOOP("media", "offered"),
        QT_TRANSLATE_NOOP("media", "answered"), QT_TRANSLATE_NOOP("media", "connected"),
        QT_TRANSLATE_NOOP("media", "first packet"), QT_TRANSLATE_NOOP("media", "SSRC"),
        QT_TRANSLATE_NOOP("media", "sequence"), QT_TRANSLATE_NOOP("media", "PS"), QT_TRANSLATE_NOOP("media", "PSM"),
        QT_TRANSLATE_NOOP("media", "video stream"), QT_TRANSLATE_NOOP("media", "parameter sets"),
        QT_TRANSLATE_NOOP("media", "key frame"), QT_TRANSLATE_NOOP("media", "audio")};
    static_assert(std::size(texts) == static_cast<std::size_t>(MediaLink::Count));
    return link < MediaLink::Count ? say(texts[static_cast<std::size_t>(link)]) : QString();
}

QString linkState(LinkState state)
{
    static constexpr const char *texts[] = {QT_TRANSLATE_NOOP("media", "not yet"), QT_TRANSLATE_NOOP("media", "ok"),
        QT_TRANSLATE_NOOP("media", "ok, not for all receivers"), QT_TRANSLATE_NOOP("media", "broken"),
        QT_TRANSLATE_NOOP("media", "unknown"), QT_TRANSLATE_NOOP("media", "does not apply")};
    return say(texts[static_cast<std::size_t>(state)]);
}

QString mediaVerdict(MediaVerdict verdict)
{
    static constexpr const char *texts[] = {QT_TRANSLATE_NOOP("media", "not decided yet"),
        QT_TRANSLATE_NOOP("media", "The stream is sound"),
        QT_TRANSLATE_NOOP("media", "The stream plays; some receivers may not show it"),
        QT_TRANSLATE_NOOP("media", "The stream is broken"),
        QT_TRANSLATE_NOOP("media", "The record does not suffice to judge it")};
    return say(texts[static_cast<std::size_t>(verdict)]);
}

FindingText mediaCause(const MediaFinding &cause)
{
    if (cause.cause == MediaCause::Sound)
        return {mediaVerdict(MediaVerdict::Sound),
            say(QT_TRANSLATE_NOOP(
                "media", "Everything that can be seen of it is as it should be: the device is cleared.")),
            say(QT_TRANSLATE_NOOP(
                "media", "Where there is no picture, look at the player and at what stands behind this."))};
    if (cause.cause == MediaCause::SoundButH265)
        return {say(QT_TRANSLATE_NOOP("media", "The stream is sound, and it is H.265")),
            say(QT_TRANSLATE_NOOP("media", "Many browsers and players decode H.264 only: they stay black.")),
            say(QT_TRANSLATE_NOOP("media", "Use a player with H.265, or set the camera to H.264."))};
    if (cause.cause == MediaCause::Refused) { // with the words of its status
        const QString status = cause.words.value(0);
        FindingText text = finding({.code = FindingCode::InviteRefused, .a = status});
        text.title = say(QT_TRANSLATE_NOOP("media", "The device refused the INVITE with %1")).arg(status);
        return text;
    }
    for (const PlayCause &one : playCauses) {
        if (one.cause == cause.cause)
            return said(one, cause.words);
    }
    const std::optional<FindingCode> code = findingCodeOf(cause.cause);
    if (!code)
        return {QString::fromLatin1(mediaCauseName(cause.cause)), {}, {}};
    Finding one;
    one.code = *code;
    one.device = QStringLiteral("-"); // its stream need not be named
    one.b = cause.words.join(u'|');
    return finding(one);
}

} // namespace gb::wording
