#include "core/report/words/mediawording.h"

#include "core/findings/mediafindings.h"

#include <QCoreApplication>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("media", text);
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
