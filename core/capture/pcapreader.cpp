#include "core/capture/pcapreader.h"

namespace gb {

bool PcapReader::open(const QString &path, quint32 number)
{
    m_file = number;
    m_packets = PacketJoiner(true);
    m_over = false;
    const bool opened = m_source.open(path);
    m_error = m_source.errorText();
    return opened;
}

PcapReader::Result PcapReader::next(Datagram &datagram)
{
    Result result = Result::Skipped;
    while (result == Result::Skipped)
        result = step(datagram);
    if (result == Result::Datagram)
        datagram.octets = QByteArray(datagram.octets.constData(), datagram.octets.size());
    return result;
}

PcapReader::Result PcapReader::step(Datagram &datagram)
{
    if (m_over)
        return Result::End;
    PacketSource::Packet packet;
    switch (m_source.next(packet)) {
    case PacketSource::Result::Nothing: return Result::Skipped;
    case PacketSource::Result::End: return end();
    case PacketSource::Result::Broken:
        end();
        m_error = m_source.errorText();
        if (!m_source.isReadToEnd())
            m_error.prepend(QStringLiteral("broken at packet %1: ").arg(counts().packets + 1));
        return Result::Broken;
    case PacketSource::Result::Packet: break;
    }
    if (!m_packets.take(packet.linkType, packet.at, packet.octets, datagram))
        return Result::Skipped;
    const char *const octets = datagram.octets.constData();
    const bool within = octets >= packet.octets.data()
        && octets + datagram.octets.size() <= packet.octets.data() + packet.octets.size();
    if (within && packet.offset >= 0)
        datagram.place = packet.offset + (octets - packet.octets.data());
    datagram.file = static_cast<quint8>(m_file);
    datagram.source = static_cast<quint8>(1 + m_file * 37U + packet.interface); // a hash: two of 256 may meet, which
                                                                                // only makes a copy look like one of
                                                                                // the same card
    return Result::Datagram;
}

/// A file of nothing that can be looked into is as good as none.
PcapReader::Result PcapReader::end()
{
    m_over = true;
    m_packets.finish();
    const PacketCounts &counts = m_packets.counts();
    if (counts.unknownLinks == 0 || counts.unknownLinks < counts.packets)
        return Result::End;
    const QString name = linkTypeName(counts.unknownLink);
    m_error = QStringLiteral("link type %1%2 is not known")
                  .arg(counts.unknownLink)
                  .arg(name.isEmpty() ? name : u" (" + name + u')');
    return Result::Broken;
}

} // namespace gb
