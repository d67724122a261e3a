#include "core/client/play/playoffer.h"

namespace gb {

quint32 liveSsrc(const QByteArray &serverId, int stream)
{
    constexpr int first = 3, digits = 5, streams = 10'000;
    return serverId.mid(first, digits).toUInt() * streams + static_cast<quint32>(stream % streams);
}

QByteArray ssrcText(quint32 ssrc)
{
    return QByteArray::number(ssrc).rightJustified(10, '0');
}

QByteArray writeOffer(const PlayQuestion &question, const Endpoint &media, quint32 ssrc)
{
    const QByteArray id = (question.channel.isEmpty() ? question.device : question.channel).toLatin1();
    const QByteArray address = (media.address.isV6() ? "IN IP6 " : "IN IP4 ") + media.address.toString().toLatin1();
    const bool tcp = question.way != PlayWay::Udp;
    QByteArray out = "v=0\r\no=" + id + " 0 0 " + address + "\r\ns=Play\r\nc=" + address + "\r\nt=0 0\r\nm=video "
        + QByteArray::number(media.port) + (tcp ? " TCP/RTP/AVP" : " RTP/AVP")
        + " 96 98 97\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\na=rtpmap:98 H264/90000\r\na=rtpmap:97 MPEG4/90000\r\n";
    if (tcp) // over UDP it has no meaning, and some devices mirror it
        out += QByteArray("a=setup:") + (question.way == PlayWay::TcpActive ? "active" : "passive")
            + "\r\na=connection:new\r\n";
    if (question.stream >= 0)
        out += "a=streamnumber:" + QByteArray::number(question.stream) + "\r\n";
    return out + "y=" + ssrcText(ssrc) + "\r\n"; // its line end too: Hikvision answers 415 without it
}

} // namespace gb
