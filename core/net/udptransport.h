#pragma once
#include "core/net/datagram.h"
#include "core/net/icmperror.h"

#include <QHash>
#include <QObject>
#include <QUdpSocket>

#include <memory>

namespace gb {

enum class ListenError : quint8 { None, PortTaken, NoSuchAddress, NotAllowed, Other };

/// What a refused bind means; systems differ in what they say of an address that is none of theirs.
ListenError listenErrorOf(QAbstractSocket::SocketError error, const IpAddress &address);

/// One UDP socket. Lives in the thread that made it; never blocks.
class UdpTransport : public QObject
{
    Q_OBJECT
public:
    static constexpr int wantedReceiveBuffer = 4 * 1024 * 1024; ///< a burst of catalog pages; the system may give less

    explicit UdpTransport(const Clock &clock, QObject *parent = nullptr);

    /// Binds alone: two programs never share the port. Port 0 takes a free one.
    ListenError listen(const IpAddress &address, quint16 port, QString *detail);
    void close();
    bool isListening() const { return m_socket != nullptr; }
    Endpoint local() const { return m_local; }
    int receiveBuffer() const;

    /// What went out, with its time, for the record. Of a datagram that the system refused the octets are empty.
    Datagram send(const Endpoint &to, const QByteArray &octets);

    /// Our address on the way there, by the routing table; null where none leads there. Sends nothing.
    static IpAddress routeTo(const IpAddress &peer);

signals:
    /// One after the other as they are read, so that an answer is sent, and stamped, ahead of the next one.
    void received(const gb::Datagram &datagram);
    /// Something that was sent did not arrive; the octets hold until the slot returns. Ahead of what was received
    /// since. Linux alone tells.
    void undelivered(const gb::IcmpError &error);
    /// Nothing more for now, or `burst` of them were received, or it took some milliseconds: time for what need not be
    /// done for each.
    void drained();

private:
    static constexpr int burst = 256;
    static constexpr int sendAttempts = 8; ///< each may fail for a report about another datagram

    void readAll();
    void readReports(TimePoint until);
    /// Our address as that peer sees it: a socket on any address does not tell.
    IpAddress localFor(const IpAddress &peer);

    const Clock &m_clock;
    std::unique_ptr<QUdpSocket> m_socket;
    Endpoint m_local;
    QHash<IpAddress, IpAddress> m_localFor;
    bool m_goesOn = false; ///< the next turn stands in the queue
    QByteArray m_buffer, m_quoted;
    QHostAddress m_sender;                       ///< of the last datagram: the system's kind of address is dear to make
    std::pair<IpAddress, QHostAddress> m_target; ///< of the last one that was sent
};

} // namespace gb
