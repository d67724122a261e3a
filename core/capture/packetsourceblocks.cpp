#include "core/capture/packetsource.h"

#include <QCoreApplication>

#include <algorithm>

/// The part of PacketSource that reads the rarer blocks of pcapng.
namespace gb {

PacketSource::Result PacketSource::takeInterface(std::string_view body)
{
    if (body.size() < 8)
        return broken(QCoreApplication::translate("Capture", "an interface block that is too short"));
    if (m_interfaces.size() == maxInterfaces)
        return broken(QCoreApplication::translate("Capture", "more than %1 interfaces").arg(maxInterfaces));
    Interface interface {
        .linkType = number16(body.data()), .snapLength = number32(body.data() + 4)
    };
    body.remove_prefix(8);
    while (body.size() >= 4 && number16(body.data()) != 0) {
        const quint16 code = number16(body.data()), size = number16(body.data() + 2);
        const std::size_t whole = 4 + (size + 3U) / 4 * 4;
        if (whole > body.size())
            return broken(QCoreApplication::translate("Capture", "an option that is longer than its block"));
        if (code == 9 && size == 1)
            interface.resolution = static_cast<quint8>(body[4]);
        else if (code == 14 && size == 8)
            interface.offset = static_cast<qint64>(number64(body.data() + 4));
        body.remove_prefix(whole);
    }
    m_interfaces.push_back(interface);
    return Result::Nothing;
}

/// Has no time of its own.
PacketSource::Result PacketSource::takeSimplePacket(std::string_view body, Packet &packet)
{
    if (body.size() < 4 || m_interfaces.empty())
        return broken(QCoreApplication::translate("Capture", "a packet of an interface that is not described"));
    const Interface &interface = m_interfaces.front();
    const quint32 length = number32(body.data());
    const quint32 size = interface.snapLength == 0 ? length : std::min(length, interface.snapLength);
    if (size > maxPacket || size > body.size() - 4)
        return broken(QCoreApplication::translate("Capture", "a packet of %1 bytes").arg(size));
    packet.linkType = interface.linkType;
    packet.at = m_last;
    give(body.substr(4, size), 0, packet);
    return Result::Packet;
}

} // namespace gb
