#pragma once
#include "core/net/connectiongate.h"
#include "core/net/socketcare.h"
#include "core/net/streamframer.h"
#include "core/net/udptransport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <unordered_map>

namespace gb {

/// SIP over the TCP connections that devices open, RFC 3261 §18. Lives in the thread that made it; never blocks. Each
/// connection is bounded in octets and in patience, what is read at once in time; who has to go is ConnectionGate's to
/// say, and one whose other end is gone without a word is closed within two minutes.
class TcpTransport : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t maxConnections = 4096;
    static constexpr qint64 maxUnsent = 1024 * 1024; ///< of a peer that does not read; over it the connection is cut
    static constexpr std::chrono::seconds usualPatience{10};

    /// `patience`: for a message that has begun; then its connection is cut. `places`: connections at once; less where
    /// the system does not let this process have so many.
    explicit TcpTransport(const Clock &clock, QObject *parent = nullptr,
        std::chrono::milliseconds patience = usualPatience, std::size_t places = maxConnections);
    ~TcpTransport() override;

    ListenError listen(const IpAddress &address, quint16 port, QString *detail);
    /// Cuts every connection.
    void close();
    /// Closes those whose time is over by the clock. A timer does it by itself.
    void closeOverdue();
    /// A device registered on the connection from that endpoint: it is kept.
    void registered(const Endpoint &peer) { m_gate.registered(peer); }
    /// Of connections from now on.
    void setGonePatience(const socketcare::GonePatience &patience) { m_gonePatience = patience; }
    std::size_t places() const { return m_places; }
    std::size_t connections() const { return m_connections.size(); }

    /// On the connection from that endpoint; the octets of what is returned are empty where there is none any more.
    Datagram send(const Endpoint &to, const QByteArray &octets);

signals:
    /// One message, what stands between two and is none, or the start of a stream that cannot be cut, whose connection
    /// is closed behind it, or of a message whose rest did not come in time.
    void received(const gb::Datagram &datagram);
    void drained();
    /// Connected, and not an octet for half the patience. It stays connected for now.
    void silent(const gb::Endpoint &peer);
    /// Closed by us: what came cannot be read on, or the rest of a message did not come in time. `spoke`: messages had
    /// come on it.
    void closedUnread(const gb::Endpoint &peer, bool unfinished, bool spoke);
    /// Closed by us, or refused, though nothing was wrong with what came: nothing came, or there was no place.
    void turnedAway(const gb::Endpoint &peer);

private:
    struct Connection
    {
        QTcpSocket *socket = nullptr;
        Endpoint local;
        StreamFramer framer;
        QTimer patience;
        quint32 in = 1, out = 1; ///< running sequence numbers, for the record
        bool behind = false;     ///< messages wait in the framer for the next turn
        bool goesOn = false;     ///< that turn stands in the queue
        bool ended = false;      ///< by the peer: it goes when all is read
    };

    void accept();
    void ended(const Endpoint &peer);
    void readFrom(const Endpoint &peer);
    void goOn(const Endpoint &peer);
    bool deliver(const Endpoint &peer, TimePoint until);
    Datagram arrived(Connection &connection, const Endpoint &peer, QByteArray octets) const;
    void giveUp(const Endpoint &peer);
    void outOfPatience(Endpoint peer);
    bool makeRoom();
    void turnAway(const Endpoint &peer);
    void armOverdue();
    void drop(const Endpoint &peer);

    struct Hash
    {
        std::size_t operator()(const Endpoint &endpoint) const { return qHash(endpoint); }
    };

    const Clock &m_clock;
    const std::chrono::milliseconds m_patience;
    std::size_t m_places;
    socketcare::GonePatience m_gonePatience;
    ConnectionGate m_gate;
    QTimer m_overdue;
    QTcpServer m_server;
    std::unordered_map<Endpoint, std::unique_ptr<Connection>, Hash> m_connections;
};

} // namespace gb
