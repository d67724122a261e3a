#include "core/media/rtp.h"

#include <QtEndian>

namespace gb {
namespace {

constexpr std::size_t headerSize = 12;

quint8 octet(std::string_view octets, std::size_t at)
{
    return static_cast<quint8>(octets[at]);
}

} // namespace

RtpHeader readRtp(std::string_view packet)
{
    RtpHeader header;
    const auto fault = [&header](RtpFault one) { header.faults |= quint8(1U << static_cast<unsigned>(one)); };
    if (packet.size() < headerSize) {
        fault(RtpFault::Short);
        return header;
    }
    const quint8 first = octet(packet, 0);
    if (first >> 6 != 2)
        fault(RtpFault::Version);
    header.marker = octet(packet, 1) & 0x80;
    header.payloadType = octet(packet, 1) & 0x7F;
    header.sequence = qFromBigEndian<quint16>(packet.data() + 2);
    header.timestamp = qFromBigEndian<quint32>(packet.data() + 4);
    header.ssrc = qFromBigEndian<quint32>(packet.data() + 8);
    std::string_view rest = packet.substr(headerSize);
    const std::size_t sources = 4U * (first & 0x0F);
    if (sources > rest.size())
        fault(RtpFault::Csrc);
    rest.remove_prefix(std::min(sources, rest.size()));
    if (first & 0x10) {
        const std::size_t size = rest.size() < 4 ? 4 : 4 + 4U * qFromBigEndian<quint16>(rest.data() + 2);
        if (size > rest.size())
            fault(RtpFault::Extension);
        rest.remove_prefix(std::min(size, rest.size()));
    }
    if (first & 0x20) {
        const std::size_t padding = rest.empty() ? 0 : octet(rest, rest.size() - 1);
        if (padding == 0 || padding > rest.size())
            fault(RtpFault::Padding);
        else
            rest.remove_suffix(padding);
    }
    if (rest.empty())
        fault(RtpFault::Empty);
    header.payload = rest;
    return header;
}

bool isRtcp(std::string_view packet)
{
    return packet.size() >= 4 && octet(packet, 0) >> 6 == 2 && octet(packet, 1) >= 192 && octet(packet, 1) <= 223;
}

RtcpHeader readRtcp(std::string_view packet)
{
    RtcpHeader header;
    if (!isRtcp(packet))
        return header;
    switch (octet(packet, 1)) {
    case 200: header.type = RtcpHeader::Type::SenderReport; break;
    case 201: header.type = RtcpHeader::Type::ReceiverReport; break;
    case 203: header.type = RtcpHeader::Type::Bye; break;
    default: break;
    }
    if (packet.size() >= 8)
        header.ssrc = qFromBigEndian<quint32>(packet.data() + 4);
    return header;
}

} // namespace gb
