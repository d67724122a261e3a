#include "core/capture/heplistener.h"

#include "core/net/socketcare.h"

#include <algorithm>

namespace gb {
namespace {

constexpr qint64 portion = 64 * 1024; ///< octets, until others have their turn
constexpr int tries = 16;             ///< for a port that is free for UDP and TCP

} // namespace

HepListener::HepListener(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_udp(clock, this)
    , m_server(this)
{
    connect(&m_udp, &UdpTransport::received, this, &HepListener::received);
    connect(&m_udp, &UdpTransport::drained, this, &HepListener::drained);
    connect(&m_server, &QTcpServer::newConnection, this, &HepListener::accept);
}

HepListener::~HepListener()
{
    close();
}

ListenError HepListener::listen(const Endpoint &at, QString *detail)
{
    close();
    for (int i = 0;; ++i) {
        if (const ListenError error = m_udp.listen(at.address, at.port, detail); error != ListenError::None)
            return error;
        if (m_server.listen(at.address, m_udp.local().port))
            return ListenError::None;
        m_udp.close();
        if (at.port == 0 && i < tries)
            continue;
        if (detail)
            *detail = m_server.errorString();
        return listenErrorOf(m_server.serverError(), at.address);
    }
}

void HepListener::close()
{
    m_udp.close();
    m_server.close();
    while (!m_connections.empty())
        drop(m_connections.begin()->first);
}

void HepListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const Endpoint sender{socket->peerAddress(), socket->peerPort()};
        drop(sender); // the system has ended it
        if (m_connections.size() >= maxConnections)
            makeRoom();
        socket->setReadBufferSize(2 * portion); // the sender waits, not our memory
        socketcare::noticeHalfOpen(socket->socketDescriptor());
        connect(socket, &QTcpSocket::readyRead, this, [this, sender] { readFrom(sender); });
        connect(socket, &QTcpSocket::disconnected, this, [this, sender] { drop(sender); });
        m_connections.emplace(sender,
            Connection{.socket = socket,
                .local = {socket->localAddress(), socket->localPort()},
                .framer = {},
                .heard = m_clock.now()});
        readFrom(sender);
    }
}

void HepListener::makeRoom()
{
    const auto quietest = std::min_element(m_connections.cbegin(), m_connections.cend(),
        [](const auto &one, const auto &other) { return one.second.heard < other.second.heard; });
    const Endpoint sender = quietest->first;
    drop(sender);
    emit turnedAway(sender);
}

void HepListener::readFrom(const Endpoint &sender)
{
    const auto found = m_connections.find(sender);
    if (found == m_connections.end())
        return;
    Connection &connection = found->second;
    Datagram packet{.at = m_clock.now(), .from = sender, .to = connection.local, .transport = TransportKind::Tcp};
    connection.heard = packet.at;
    std::deque<QByteArray> packets;
    const bool good = connection.framer.take(connection.socket->read(portion), packets);
    for (QByteArray &octets : packets) {
        packet.octets = std::move(octets);
        emit received(packet);
    }
    const auto still = m_connections.find(sender); // who heard it may have closed all
    if (still != m_connections.end() && !good)
        drop(sender);
    else if (still != m_connections.end() && still->second.socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(
            this, [this, sender] { readFrom(sender); }, Qt::QueuedConnection); // others have their turn
    emit drained();
}

void HepListener::drop(Endpoint sender)
{
    const auto found = m_connections.find(sender);
    if (found == m_connections.end())
        return;
    const Connection connection = std::move(found->second);
    m_connections.erase(found);
    connection.socket->disconnect(this);
    connection.socket->abort(); // nothing was written
    connection.socket->deleteLater();
    Datagram rest{.at = m_clock.now(),
        .from = sender,
        .to = connection.local,
        .transport = TransportKind::Tcp,
        .octets = connection.framer.pending()};
    if (rest.octets.isEmpty())
        return;
    rest.unfinished = true;
    emit received(rest);
}

} // namespace gb
