#include "core/media/mediachain.h"

namespace gb {

const char *mediaCauseName(MediaCause cause)
{
    static constexpr const char *names[] = {"no-answer", "refused", "ack-lost", "nothing-arrives",
        "offered-address-off", "port-closed", "nobody-connects", "connect-refused", "connect-unanswered",
        "connected-late", "connection-reset", "setup-contradicts", "interleaved", "framing-lost", "not-rtp",
        "ssrc-other", "ssrc-answered-own", "ssrc-changes", "payload-type-other", "payload-type-changes",
        "loss-on-the-way", "loss-in-own-socket", "loss-in-record", "reordering", "duplicates", "jitter",
        "timestamp-jumps", "timestamp-constant", "timestamp-inside-frame", "marker-never", "no-ps", "ps-broken",
        "ps-broken-by-loss", "no-map", "map-length", "map-crc", "map-once", "map-codec-other", "headers-apart",
        "pes-length-wrapped", "pes-length-zero", "video-id-odd", "pts-jumps", "no-video", "no-parameter-sets",
        "no-key-frame", "key-frames-rare", "sound-but-h265", "audio-missing", "audio-late", "audio-silent",
        "audio-type-rare", "audio-codec-other", "talk-is-ps", "ended-without-rtcp", "ended-by-sender", "stopped",
        "pause-ignored", "scale-ignored", "download-no-end", "sound"};
    static_assert(std::size(names) == static_cast<std::size_t>(MediaCause::Count));
    return cause < MediaCause::Count ? names[static_cast<std::size_t>(cause)] : "";
}

std::optional<MediaCause> mediaCauseNamed(QStringView name)
{
    for (int i = 0; i < static_cast<int>(MediaCause::Count); ++i) {
        if (name == QLatin1String(mediaCauseName(static_cast<MediaCause>(i))))
            return static_cast<MediaCause>(i);
    }
    return std::nullopt;
}

const char *mediaLinkName(MediaLink link)
{
    static constexpr const char *names[] = {"offered", "answered", "connected", "first-packet", "ssrc", "sequence",
        "ps", "map", "video", "parameter-sets", "key-frame", "audio"};
    static_assert(std::size(names) == static_cast<std::size_t>(MediaLink::Count));
    return link < MediaLink::Count ? names[static_cast<std::size_t>(link)] : "";
}

const char *linkStateName(LinkState state)
{
    static constexpr const char *names[] = {"not-yet", "ok", "warned", "broken", "unknown", "none"};
    return names[static_cast<std::size_t>(state)];
}

const char *mediaVerdictName(MediaVerdict verdict)
{
    static constexpr const char *names[] = {"not-yet", "sound", "warned", "broken", "unknown"};
    return names[static_cast<std::size_t>(verdict)];
}

} // namespace gb
