#pragma once
#include "core/net/streamframer.h"
#include "core/net/udptransport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <unordered_map>

namespace gb {

/// SIP over the TCP connections that devices open, RFC 3261 §18. Lives in the thread that made it; never blocks. Each
/// connection is bounded in octets and in patience.
class TcpTransport : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t maxConnections = 4096;
    static constexpr qint64 maxUnsent = 1024 * 1024; ///< of a peer that does not read; over it the connection is cut
    static constexpr std::chrono::seconds usualPatience{10};

    /// `patience`: for a message that has begun; then its connection is cut.
    explicit TcpTransport(
        const Clock &clock, QObject *parent = nullptr, std::chrono::milliseconds patience = usualPatience);
    ~TcpTransport() override;

    ListenError listen(const IpAddress &address, quint16 port, QString *detail);
    /// Cuts every connection.
    void close();
    std::size_t connections() const { return m_connections.size(); }

    /// On the connection from that endpoint; the octets of what is returned are empty where there is none any more.
    Datagram send(const Endpoint &to, const QByteArray &octets);

signals:
    /// One message, or the start of a stream that cannot be cut, whose connection is closed behind it, or of a message
    /// whose rest did not come in time.
    void received(const gb::Datagram &datagram);
    void drained();
    /// Connected, and not an octet for half the patience. It stays connected.
    void silent(const gb::Endpoint &peer);

private:
    struct Connection
    {
        QTcpSocket *socket = nullptr;
        Endpoint local;
        StreamFramer framer;
        QTimer patience;
        quint32 in = 1, out = 1; ///< running sequence numbers, for the record
    };

    void accept();
    void readFrom(const Endpoint &peer);
    bool deliver(const Endpoint &peer);
    Datagram arrived(Connection &connection, const Endpoint &peer, QByteArray octets) const;
    void giveUp(const Endpoint &peer);
    void drop(const Endpoint &peer);

    struct Hash
    {
        std::size_t operator()(const Endpoint &endpoint) const { return qHash(endpoint); }
    };

    const Clock &m_clock;
    const std::chrono::milliseconds m_patience;
    QTcpServer m_server;
    std::unordered_map<Endpoint, std::unique_ptr<Connection>, Hash> m_connections;
};

} // namespace gb
