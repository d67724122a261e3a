#include "core/capture/packetsource.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb {

/// RFC 1761.
bool PacketSource::readSnoopHeader()
{
    constexpr quint32 version = 2, ieee = 0, ethernet = 4, unknown = 0x10000;
    if (!fill(12))
        return false;
    m_format = Format::Snoop;
    m_bigEndian = true;
    m_recordHeader = 24;
    const quint32 link = number32(m_block.data() + 8);
    m_linkType = link == ieee || link == ethernet ? 1 : static_cast<int>(unknown + std::min<quint32>(link, 0xffff));
    if (number32(m_block.data() + 4) == version)
        return true;
    m_error = QCoreApplication::translate("Capture", "a snoop file of a version that is not known");
    return false;
}

PacketSource::Result PacketSource::readSnoopRecord(Packet &packet)
{
    if (const qint64 got = take(m_recordHeader); got != m_recordHeader)
        return brokenOrEnd(got);
    const char *const header = m_block.data();
    const quint32 size = number32(header + 4), whole = number32(header + 8);
    packet.linkType = m_linkType;
    packet.at = TimePoint(
        std::chrono::seconds(number32(header + 16)) + std::chrono::microseconds(number32(header + 20)));
    if (size > maxPacket || whole > maxBlock || whole < m_recordHeader || whole - m_recordHeader < size)
        return broken(QCoreApplication::translate("Capture", "a packet of %1 bytes").arg(size));
    if (!fill(whole - m_recordHeader)) // filled up, and perhaps more
        return Result::Broken;
    give(m_block.substr(0, size), 0, packet);
    m_last = packet.at;
    return Result::Packet;
}

} // namespace gb
