#include "core/capture/pcapreader.h"

#include "core/base/platform.h"
#include "core/gb28181/deviceid.h"

#include <pcap/pcap.h>

namespace gb {

struct PcapReader::Handle
{
    pcap_t *pcap = nullptr;
    std::FILE *file = nullptr;
    int linkType = 0;
    bool over = false; ///< libpcap would go on behind what it could not read

    ~Handle()
    {
        if (pcap)
            pcap_close(pcap); // closes the file, too
    }
};

PcapReader::PcapReader() = default;
PcapReader::~PcapReader() = default;

bool PcapReader::open(const QString &path)
{
    m_counts = {};
    m_fragments = {};
    auto handle = std::make_unique<Handle>();
    handle->file = platform::openForReading(path);
    if (!handle->file) {
        m_error = QStringLiteral("cannot open the file");
        return false;
    }
    char text[PCAP_ERRBUF_SIZE] = {};
    handle->pcap = pcap_fopen_offline_with_tstamp_precision(handle->file, PCAP_TSTAMP_PRECISION_MICRO, text);
    if (!handle->pcap) {
        std::fclose(handle->file);
        m_error = QStringLiteral("not a capture file: ") + printable(std::string_view(text), 200);
        return false;
    }
    handle->linkType = pcap_datalink(handle->pcap);
    m_handle = std::move(handle);
    return true;
}

PcapReader::Result PcapReader::next(Datagram &datagram)
{
    for (;;) {
        pcap_pkthdr *header = nullptr;
        const u_char *octets = nullptr;
        const int result = m_handle && !m_handle->over ? pcap_next_ex(m_handle->pcap, &header, &octets) : PCAP_ERROR_BREAK;
        if (m_handle && result != 1) {
            m_handle->over = true;
            m_fragments.finish();
            m_counts.fragmentsLost = m_fragments.counts().lost;
        }
        if (result == PCAP_ERROR_BREAK)
            return Result::End;
        if (result != 1) {
            m_error = QStringLiteral("broken at packet %1: ").arg(m_counts.packets + 1) + printable(std::string_view(pcap_geterr(m_handle->pcap)), 200);
            return Result::Broken;
        }
        ++m_counts.packets;
        datagram = Datagram{};
        datagram.at = TimePoint(std::chrono::seconds(header->ts.tv_sec) + std::chrono::microseconds(header->ts.tv_usec));
        if (take(decode({reinterpret_cast<const char *>(octets), header->caplen}, datagram)))
            return Result::Datagram;
    }
}

/// Fragments wait for the rest of their packet, which may be a fragment again where it comes out of a tunnel.
PacketKind PcapReader::decode(std::string_view packet, Datagram &datagram)
{
    QByteArray whole;
    PacketKind kind = decodePacket(m_handle->linkType, packet, datagram, m_detail);
    while (kind == PacketKind::Fragment) {
        ++m_counts.fragments;
        const int depth = m_detail.fragment.depth;
        auto made = m_fragments.add(m_detail.fragment, datagram.at);
        m_counts.fragmentsLost = m_fragments.counts().lost;
        m_counts.fragmentsOverlapping = m_fragments.counts().overlapping;
        if (!made)
            break;
        ++m_counts.reassembled;
        whole = std::move(made->octets);
        kind = decodePayload(made->protocol, depth, {whole.constData(), static_cast<std::size_t>(whole.size())}, datagram, m_detail);
    }
    return kind;
}

/// False where it is counted only.
bool PcapReader::take(PacketKind kind)
{
    switch (kind) {
    case PacketKind::Udp:
    case PacketKind::Tcp: return true;
    case PacketKind::Other: ++m_counts.other; break;
    case PacketKind::Damaged: ++m_counts.damaged; break;
    case PacketKind::Fragment: break; // counted as it came
    }
    return false;
}

qint64 PcapReader::position() const
{
    return m_handle ? std::ftell(m_handle->file) : 0;
}

} // namespace gb
