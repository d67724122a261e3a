#pragma once
#include "core/capture/hep.h"
#include "core/net/udptransport.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <unordered_map>

namespace gb {

/// Hears HEP over UDP and TCP at one port. Lives in the thread that made it; never blocks. Connections are bounded in
/// number and in octets.
class HepListener : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t maxConnections = 256; ///< over it the one that said nothing for longest goes

    explicit HepListener(const Clock &clock, QObject *parent = nullptr);
    ~HepListener() override;

    /// Port 0 takes one that is free for both. An error of either ends both.
    ListenError listen(const Endpoint &at, QString *detail);
    void close();
    Endpoint local() const { return m_udp.local(); }
    int receiveBuffer() const { return m_udp.receiveBuffer(); }
    std::size_t connections() const { return m_connections.size(); }

signals:
    /// One packet of HEP from its sender. Over TCP, too, what is none, whose connection is closed, or the start of one
    /// whose rest never came: marked as unfinished.
    void received(const gb::Datagram &packet);
    void drained();
    /// Closed by us to make room for another.
    void turnedAway(const gb::Endpoint &sender);

private:
    struct Connection
    {
        QTcpSocket *socket = nullptr;
        Endpoint local;
        hep::Framer framer;
        TimePoint heard{};
    };

    void accept();
    void makeRoom();
    void readFrom(const Endpoint &sender);
    void drop(Endpoint sender); ///< by value: the table's own key goes with its entry

    struct Hash
    {
        std::size_t operator()(const Endpoint &endpoint) const { return qHash(endpoint); }
    };

    const Clock &m_clock;
    UdpTransport m_udp;
    QTcpServer m_server;
    std::unordered_map<Endpoint, Connection, Hash> m_connections;
};

} // namespace gb
