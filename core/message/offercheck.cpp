#include "core/message/offercheck.h"

#include "core/message/siptext.h"

#include <algorithm>

namespace gb {
namespace {

struct Placed
{
    std::string_view ssrcAhead;      ///< the y= that a line of the media stands behind
    std::string_view mediaInfoAhead; ///< the f= that y= stands behind
};

/// Annex G has y= and f= behind all lines of the media, in this order.
Placed placesOf(std::string_view body)
{
    Placed out;
    SdpLines lines(body);
    std::string_view ssrc, mediaInfo;
    for (SdpLine line; lines.next(line);) {
        if (line.type == 'y') {
            ssrc = line.text;
            out.mediaInfoAhead = mediaInfo;
        } else if (line.type == 'f') {
            mediaInfo = line.text;
        } else if (!ssrc.empty() && out.ssrcAhead.empty()) {
            out.ssrcAhead = ssrc;
        }
    }
    return out;
}

/// "v/2/6/25/1/4000a/1/8/1": both parts, and no blank between them.
bool isMediaInfo(std::string_view text)
{
    return text.starts_with("v/") && text.find('a') != std::string_view::npos
        && text.find(' ') == std::string_view::npos;
}

bool isSubject(std::string_view subject)
{
    const std::size_t comma = subject.find(',');
    return comma != std::string_view::npos && subject.substr(0, comma).find(':') != std::string_view::npos
        && subject.substr(comma).find(':') != std::string_view::npos;
}

/// A number that says nothing by itself (RFC 3551 §6), and no a=rtpmap that would.
std::string_view unmapped(const SdpMedia &medium)
{
    for (int i = 0; i < medium.formatCount; ++i) {
        const std::string_view format = medium.format(i);
        const bool dynamic = format.size() > 2 || (format.size() == 2 && format >= "96");
        if (dynamic && medium.rtpmap(format).empty())
            return format;
    }
    return {};
}

std::optional<OfferFault> checkMedia(const Sdp &sdp, std::string_view &shown)
{
    for (int i = 0; i < sdp.mediaCount; ++i) {
        const SdpMedia &medium = sdp.media[static_cast<std::size_t>(i)];
        shown = medium.protocol;
        if (medium.tcp() && medium.setup == SdpSetup::None)
            return OfferFault::Setup;
        shown = unmapped(medium);
        if (!shown.empty())
            return OfferFault::Mapping;
    }
    shown = {};
    return std::nullopt;
}

std::optional<OfferFault> checkLines(const SipHead &head, const Sdp &sdp, std::string_view &shown)
{
    const Placed placed = placesOf(head.body);
    shown = placed.ssrcAhead;
    if (!shown.empty())
        return OfferFault::SsrcPlace;
    shown = sdp.ssrc;
    if (sdp.has(SdpFault::Ssrc))
        return OfferFault::Ssrc;
    shown = sdp.mediaInfo;
    if (!sdp.mediaInfo.empty() && !isMediaInfo(sdp.mediaInfo))
        return OfferFault::MediaInfo;
    shown = placed.mediaInfoAhead;
    if (!shown.empty())
        return OfferFault::MediaInfo;
    constexpr std::uint32_t told = 1U << static_cast<unsigned>(SdpFault::BareLineEnd);
    shown = sdp.faultText;
    if ((sdp.faults & ~told) != 0)
        return OfferFault::Line;
    shown = sdp.name;
    if (sdp.session == SdpSession::Other)
        return OfferFault::SessionName;
    return checkMedia(sdp, shown);
}

} // namespace

std::optional<OfferFault> checkOffer(const SipHead &head, const Sdp &sdp, std::string_view &shown)
{
    shown = {};
    if (head.has(HeadFault::BodyShort) || head.has(HeadFault::BodyLong) || head.has(HeadFault::ContentLength))
        return OfferFault::Length;
    if (head.body.empty())
        return OfferFault::Missing;
    const std::string_view type = trimmed(head.contentType.substr(0, head.contentType.find(';')));
    shown = head.contentType;
    if (!equalsNoCase(type, "application/sdp"))
        return OfferFault::ContentType;
    shown = {};
    if (sdp.has(SdpFault::NotClosed))
        return OfferFault::NotClosed;
    if (const auto fault = checkLines(head, sdp, shown))
        return fault;
    shown = head.subject;
    return isSubject(head.subject) ? std::nullopt : std::optional(OfferFault::Subject);
}

} // namespace gb
