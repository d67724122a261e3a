#pragma once
#include "core/message/sdp.h"
#include "core/message/siphead.h"

namespace gb {

/// What devices refuse an INVITE for, as far as the INVITE itself shows it. GB/T 28181-2022 annex G and L.
enum class OfferFault : std::uint8_t {
    ContentType, ///< missing, or not application/sdp
    Length,      ///< Content-Length is not the size of the body
    Missing,     ///< no session description at all
    NotClosed,   ///< the last line has no end
    Ssrc,        ///< no y=, or one that is not ten digits of which the first is 0 or 1
    SsrcPlace,   ///< y= is not behind the lines of the media: only f= may follow it
    MediaInfo,   ///< an f= that is not v/…a/…, or that stands ahead of y=
    Line,        ///< a line that cannot be read, or is not where RFC 8866 wants it
    SessionName, ///< s= is not Play, Playback, Download or Talk
    Setup,       ///< media over TCP without a=setup
    Mapping,     ///< a format of 96 or more without a=rtpmap
    Subject,     ///< no Subject, or not two pairs in it
    Count
};

/// The first that is wrong with the INVITE `head` whose body is `sdp`; `shown`: the line that shows it, may be empty.
std::optional<OfferFault> checkOffer(const SipHead &head, const Sdp &sdp, std::string_view &shown);

} // namespace gb
