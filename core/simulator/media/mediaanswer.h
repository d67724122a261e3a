#pragma once
#include "core/base/endpoint.h"
#include "core/simulator/media/streamplan.h"

#include <QString>

#include <optional>
#include <string_view>

namespace gb {

/// What an INVITE offers, as far as a device cares.
struct MediaOffer
{
    Endpoint peer;
    TransportKind transport = TransportKind::Udp;
    bool peerConnects = false; ///< over TCP: a=setup:active
    std::optional<quint32> ssrc;
};

/// Empty where it cannot be met: no live play, no video, no port, no address of an IP, or another transport.
std::optional<MediaOffer> readOffer(std::string_view sdp);

/// The answer, GB/T 28181-2022 annex G. `owner`: ID in o=.
QByteArray writeAnswer(
    const QString &owner, const Endpoint &local, const MediaOffer &offer, quint32 ssrc, const StreamPlan &plan);

} // namespace gb
