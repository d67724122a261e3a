#pragma once
#include "core/base/endpoint.h"
#include "core/message/sdp.h"

#include <QList>

#include <optional>

namespace gb {

/// A format of an m= line.
struct MediaFormat
{
    int payloadType = -1;
    QByteArray name; ///< of its rtpmap in capitals, without the clock: "PS", "H265", "HIKVISION"; of a static payload
                     ///< type without rtpmap its name, "PCMA"
    quint32 clockRate = 90'000;
};

/// What one side says of a medium in its session description. Plain values; an address that is no number is null.
struct MediaSide
{
    bool audioOnly = false; ///< m=audio
    bool tcp = false;
    SdpSetup setup = SdpSetup::None;
    SdpDirection direction = SdpDirection::None;
    SdpSession session = SdpSession::Other;
    Endpoint end;                ///< c= and the port of m=; port 0: refused
    std::optional<quint32> ssrc; ///< y=
    QList<MediaFormat> formats;
    int downloadSpeed = 1;
    bool wantsAudio = false; ///< f= names an audio format, or the medium is audio

    const MediaFormat *format(int payloadType) const;
    const MediaFormat *formatNamed(std::string_view name) const;
};

/// The first medium of the description that is not refused, else its first; empty where it has none.
std::optional<MediaSide> mediaSideOf(const Sdp &sdp);

} // namespace gb
