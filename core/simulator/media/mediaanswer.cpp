#include "core/simulator/media/mediaanswer.h"

#include "core/message/sdp.h"

namespace gb {

std::optional<MediaOffer> readOffer(std::string_view text)
{
    const Sdp sdp = readSdp(text);
    const SdpMedia *video = nullptr;
    for (int i = 0; i < sdp.mediaCount && !video; ++i) {
        if (sdp.media.at(static_cast<std::size_t>(i)).type == "video")
            video = &sdp.media.at(static_cast<std::size_t>(i));
    }
    if (sdp.session != SdpSession::Play || !video || video->port.value_or(0) == 0)
        return std::nullopt;
    const bool tcp = video->protocol == "TCP/RTP/AVP";
    if (!tcp && video->protocol != "RTP/AVP")
        return std::nullopt;
    const std::string_view host = sdp.connectionOf(*video).address.substr(0, 64);
    const QHostAddress address(QString::fromLatin1(host.data(), static_cast<qsizetype>(host.size())));
    if (address.isNull() || address.isMulticast())
        return std::nullopt;
    return MediaOffer{.peer = {address, *video->port},
        .transport = tcp ? TransportKind::Tcp : TransportKind::Udp,
        .peerConnects = tcp && video->setup == SdpSetup::Active,
        .ssrc = sdp.ssrcNumber};
}

QByteArray writeAnswer(
    const QString &owner, const Endpoint &local, const MediaOffer &offer, quint32 ssrc, const StreamPlan &plan)
{
    const QByteArray address = (local.address.isV6() ? "IN IP6 " : "IN IP4 ") + local.address.toString().toLatin1();
    const bool tcp = offer.transport == TransportKind::Tcp;
    QByteArray out = "v=0\r\no=" + owner.toLatin1() + " 0 0 " + address + "\r\ns=Play\r\nc=" + address
        + "\r\nt=0 0\r\nm=video " + QByteArray::number(local.port) + (tcp ? " TCP" : " ")
        + (tcp ? "/RTP/AVP" : "RTP/AVP") + " 96\r\na=sendonly\r\na=rtpmap:96 PS/90000\r\n";
    if (tcp)
        out += QByteArray("a=setup:") + (offer.peerConnects == plan.swapsSides ? "active" : "passive")
            + "\r\na=connection:new\r\n";
    if (plan.namesSsrc)
        out += "y=" + QByteArray::number(ssrc).rightJustified(10, '0') + "\r\n";
    const bool h264 = plan.layout.announced == ClipCodec::H264, sound = plan.sound != SoundKind::None;
    return out + "f=v/" + (h264 ? "2" : "5") + "/640x360/25/2/256a/" + (sound ? "1/8/1" : "//") + "\r\n";
}

} // namespace gb
