#pragma once
#include "core/net/datagram.h"

#include <QString>

#include <memory>

namespace gb {

/// What of a file was no datagram.
struct PacketCounts
{
    quint64 packets = 0;
    quint64 other = 0;     ///< neither UDP nor TCP
    quint64 fragments = 0;
    quint64 damaged = 0;
};

/// Reads the UDP datagrams and TCP segments of a pcap or pcapng file in its order, through libpcap.
class PcapReader
{
public:
    enum class Result : quint8 {
        Datagram, ///< or a TCP segment
        End,
        Broken, ///< the rest cannot be read: errorText() says where and why
    };

    PcapReader();
    ~PcapReader();

    /// False with errorText() where it is no capture file.
    bool open(const QString &path);
    Result next(Datagram &datagram);
    QString errorText() const { return m_error; }
    const PacketCounts &counts() const { return m_counts; }
    /// Octets of the file behind us, for progress.
    qint64 position() const;

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
    QString m_error;
    PacketCounts m_counts;
};

} // namespace gb
