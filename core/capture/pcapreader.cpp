#include "core/capture/pcapreader.h"

namespace gb {

bool PcapReader::open(const QString &path)
{
    m_packets = {};
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
    return result;
}

PcapReader::Result PcapReader::step(Datagram &datagram)
{
    if (m_over)
        return Result::End;
    PacketSource::Packet packet;
    switch (m_source.next(packet)) {
    case PacketSource::Result::Nothing: return Result::Skipped;
    case PacketSource::Result::End: end(); return Result::End;
    case PacketSource::Result::Broken:
        end();
        m_error = QStringLiteral("broken at packet %1: ").arg(counts().packets + 1) + m_source.errorText();
        return Result::Broken;
    case PacketSource::Result::Packet: break;
    }
    return m_packets.take(packet.linkType, packet.at, packet.octets, datagram) ? Result::Datagram : Result::Skipped;
}

void PcapReader::end()
{
    m_over = true;
    m_packets.finish();
}

} // namespace gb
