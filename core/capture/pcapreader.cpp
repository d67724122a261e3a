#include "core/capture/pcapreader.h"

#include <QCoreApplication>
#include <QStringList>

namespace gb {

bool PcapReader::open(const QString &path, quint32 number)
{
    m_file = number;
    m_packets = PacketJoiner(true);
    m_over = false;
    m_note.reset();
    m_notes = {};
    m_unknown.clear();
    m_moreUnknown = false;
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
        m_error = (m_source.isReadToEnd()
                          ? QString()
                          : QCoreApplication::translate("Capture", "broken at packet %1: ").arg(counts().packets + 1))
            + m_source.errorText() + (m_error.isEmpty() ? QString() : u"; " + m_error);
        return Result::Broken;
    case PacketSource::Result::Note: readNote(packet); return Result::Skipped;
    case PacketSource::Result::Packet: break;
    }
    if (!m_packets.take(packet.linkType, packet.at, packet.octets, datagram)) {
        if (m_packets.unknownLink()) {
            const bool room = m_unknown.size() < maxUnknown || m_unknown.contains(packet.interface);
            m_moreUnknown = m_moreUnknown || !room;
            if (room) {
                m_unknown[packet.interface].linkType = packet.linkType;
                ++m_unknown[packet.interface].packets;
            }
        }
        return Result::Skipped;
    }
    const char *const octets = datagram.octets.constData();
    const bool within = octets >= packet.octets.data()
        && octets + datagram.octets.size() <= packet.octets.data() + packet.octets.size();
    if (within && packet.offset >= 0)
        datagram.place = packet.offset + (octets - packet.octets.data());
    datagram.direction = packet.outbound ? Direction::Out : Direction::In;
    datagram.file = static_cast<quint8>(m_file);
    datagram.source = static_cast<quint8>(1 + m_file * 37U + packet.interface); // a hash: two of 256 may meet, which
                                                                                // only makes a copy look like one of
                                                                                // the same card
    return Result::Datagram;
}

void PcapReader::readNote(const PacketSource::Packet &packet)
{
    m_note = notetext::read(packet.octets, packet.at, m_notes.unknownKeys);
    m_notes.unread += m_note ? 0 : 1;
    if (m_note && m_note->as<notes::RecordBegan>())
        m_source.setOwn();
}

PcapReader::Result PcapReader::end()
{
    m_over = true;
    m_packets.finish();
    m_error = unknownText();
    return m_error.isEmpty() ? Result::End : Result::Broken;
}

/// Each interface whose packets nobody here can read.
QString PcapReader::unknownText() const
{
    QStringList all;
    for (const auto &[interface, one] : m_unknown) {
        const QString name = linkTypeName(one.linkType);
        const QString where = QCoreApplication::translate("Capture", "link type %1%2 is not known: ")
                                  .arg(one.linkType)
                                  .arg(name.isEmpty() ? name : u" (" + name + u')');
        all.append(where
            + (m_source.isPcapng()
                    ? QCoreApplication::translate("Capture", "%1 packets of interface %2 were not read")
                          .arg(one.packets)
                          .arg(interface)
                    : QCoreApplication::translate("Capture", "none of its %1 packets was read").arg(one.packets)));
    }
    if (m_moreUnknown)
        all.append(QCoreApplication::translate("Capture", "and more interfaces of such types"));
    return all.join(u"; ");
}

} // namespace gb
