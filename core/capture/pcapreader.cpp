#include "core/capture/pcapreader.h"

#include <QCoreApplication>
#include <QStringList>

namespace gb {

bool PcapReader::open(const QString &path, quint32 number)
{
    m_file = number;
    m_packets = PacketJoiner(true);
    m_over = false;
    m_held.reset();
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
    m_isReport = false;
    if (giveWaiting(datagram))
        return Result::Datagram;
    if (m_over)
        return std::exchange(m_end, Result::End);
    PacketSource::Packet packet;
    switch (m_source.next(packet)) {
    case PacketSource::Result::Nothing: return Result::Skipped;
    case PacketSource::Result::End: m_end = end(Result::End); return step(datagram);
    case PacketSource::Result::Broken: m_end = end(Result::Broken); return step(datagram);
    case PacketSource::Result::Note: readNote(packet); return Result::Skipped;
    case PacketSource::Result::Packet: break;
    }
    return take(packet, datagram);
}

PcapReader::Result PcapReader::take(const PacketSource::Packet &packet, Datagram &datagram)
{
    m_interface = packet.interface;
    if (m_packets.take(packet.linkType, packet.at, packet.octets, datagram)) {
        place(packet, datagram);
        if (auto cut = m_packets.takeCut()) {
            m_held = std::exchange(datagram, std::move(*cut));
            identify(datagram);
        }
        return Result::Datagram;
    }
    m_isReport = true;
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

void PcapReader::place(const PacketSource::Packet &packet, Datagram &datagram) const
{
    const char *const octets = datagram.octets.constData();
    const bool within = octets >= packet.octets.data()
        && octets + datagram.octets.size() <= packet.octets.data() + packet.octets.size();
    if (within && packet.offset >= 0)
        datagram.place = packet.offset + (octets - packet.octets.data());
    datagram.direction = packet.outbound ? Direction::Out : Direction::In;
    identify(datagram);
}

void PcapReader::identify(Datagram &datagram) const
{
    datagram.file = static_cast<quint8>(m_file);
    datagram.source = static_cast<quint8>(1 + m_file * 37U + m_interface); // a hash: two of 256 may meet, which only
                                                                           // makes a copy look like one of the same
                                                                           // card
}

/// Ahead of the next packet.
bool PcapReader::giveWaiting(Datagram &datagram)
{
    if (auto cut = m_packets.takeCut()) {
        datagram = std::move(*cut);
        identify(datagram);
        return true;
    }
    if (!m_held)
        return false;
    datagram = std::move(*std::exchange(m_held, std::nullopt));
    return true;
}

void PcapReader::readNote(const PacketSource::Packet &packet)
{
    m_note = notetext::read(packet.octets, packet.at, m_notes.unknownKeys);
    m_notes.unread += m_note ? 0 : 1;
    if (m_note && m_note->as<notes::RecordBegan>())
        m_source.setOwn();
}

/// `result` of the source; what is told behind the last message.
PcapReader::Result PcapReader::end(Result result)
{
    m_over = true;
    m_packets.finish();
    m_error = unknownText();
    if (result == Result::Broken)
        m_error = (m_source.isReadToEnd()
                          ? QString()
                          : QCoreApplication::translate("Capture", "broken at packet %1: ").arg(counts().packets + 1))
            + m_source.errorText() + (m_error.isEmpty() ? QString() : u"; " + m_error);
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
