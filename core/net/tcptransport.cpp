#include "core/net/tcptransport.h"

#include "core/message/siphead.h"
#include "core/net/turn.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::size_t otherFiles = 512; ///< that the program may need besides connections
constexpr std::chrono::milliseconds breath{100};

/// How many connections the system lets us have.
std::size_t placesOf(std::size_t wanted)
{
    const std::size_t files = socketcare::allowOpenFiles(wanted + otherFiles);
    return std::min(wanted, files > 2 * otherFiles ? files - otherFiles : files / 2);
}

/// A device that only keeps its NAT mapping open has said nothing yet.
bool isMessage(const QByteArray &octets)
{
    return !trimmed({octets.constData(), static_cast<std::size_t>(octets.size())}).empty();
}

} // namespace

TcpTransport::TcpTransport(const Clock &clock, QObject *parent, std::chrono::milliseconds patience, std::size_t places)
    : QObject(parent)
    , m_clock(clock)
    , m_patience(patience)
    , m_places(places)
    , m_overdue(this)
    , m_server(this)
{
    m_overdue.setSingleShot(true);
    connect(&m_overdue, &QTimer::timeout, this, &TcpTransport::closeOverdue);
    connect(&m_server, &QTcpServer::acceptError, this, [this] {
        // No descriptor is left, and Qt accepts no more until it is told to
        makeRoom();
        QTimer::singleShot(breath, this, [this] { m_server.resumeAccepting(); });
    });
    connect(&m_server, &QTcpServer::newConnection, this, &TcpTransport::accept);
}

TcpTransport::~TcpTransport()
{
    blockSignals(true); // whoever hears them may be going, too
    close();
}

ListenError TcpTransport::listen(const IpAddress &address, quint16 port, QString *detail)
{
    close();
    if (address.isNull())
        return ListenError::NoSuchAddress;
    m_places = placesOf(m_places);
    m_server.setListenBacklogSize(1024); // all devices of a site when the power returns
    if (m_server.listen(address, port))
        return ListenError::None;
    if (detail)
        *detail = m_server.errorString();
    return listenErrorOf(m_server.serverError(), address);
}

void TcpTransport::close()
{
    m_server.close();
    while (!m_connections.empty())
        giveUp(Endpoint(m_connections.begin()->first)); // what waits in it is told
}

void TcpTransport::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const Endpoint peer{socket->peerAddress(), socket->peerPort()};
        if (m_connections.contains(peer))
            giveUp(peer); // the system has ended it
        if (m_connections.size() >= m_places && !makeRoom()) {
            socket->abort();
            socket->deleteLater();
            emit turnedAway(peer);
            continue;
        }
        auto connection = std::make_unique<Connection>();
        connection->socket = socket;
        connection->local = {socket->localAddress(), socket->localPort()};
        connection->patience.setSingleShot(true);
        socket->setReadBufferSize(256 * 1024); // the peer waits, not our memory
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socketcare::noticeHalfOpen(socket->socketDescriptor(), m_gonePatience);
        connect(socket, &QTcpSocket::readyRead, this, [this, peer] {
            const auto found = m_connections.find(peer);
            if (found != m_connections.end() && !found->second->goesOn) // else it is read in its turn
                readFrom(peer);
        });
        connect(socket, &QTcpSocket::disconnected, this, [this, peer] { ended(peer); });
        connect(&connection->patience, &QTimer::timeout, this, [this, peer] { outOfPatience(peer); });
        m_connections.emplace(peer, std::move(connection));
        m_gate.opened(peer, m_clock.now());
        if (!m_overdue.isActive())
            armOverdue();
        QTimer::singleShot(m_patience / 2, socket, [this, peer, socket] {
            const auto found = m_connections.find(peer);
            if (found != m_connections.end() && found->second->socket == socket && found->second->in == 1
                && found->second->framer.pending() == 0)
                emit silent(peer);
        });
        readFrom(peer);
    }
}

bool TcpTransport::makeRoom()
{
    const auto first = m_gate.firstToGo();
    if (first)
        turnAway(*first);
    return first.has_value();
}

void TcpTransport::turnAway(const Endpoint &peer)
{
    giveUp(peer);
    emit turnedAway(peer);
}

void TcpTransport::closeOverdue()
{
    for (const Endpoint &peer : m_gate.overdue(m_clock.now()))
        turnAway(peer);
    armOverdue();
}

void TcpTransport::armOverdue()
{
    const TimePoint now = m_clock.now();
    if (const auto next = m_gate.nextDeadline(now))
        m_overdue.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(*next - now, Duration(breath))));
}

void TcpTransport::readFrom(const Endpoint &peer)
{
    const auto found = m_connections.find(peer);
    if (found == m_connections.end())
        return;
    if (!found->second->behind) // else the framer has enough
        found->second->framer.append(found->second->socket->read(64 * 1024));
    const bool lives = deliver(peer, m_clock.now() + readingTurn);
    emit drained();
    if (!lives)
        return drop(peer);
    // Who answers may have dropped it meanwhile
    const auto still = m_connections.find(peer);
    if (still == m_connections.end())
        return;
    Connection &connection = *still->second;
    if (connection.framer.pending() == 0)
        connection.patience.stop();
    else if (!connection.patience.isActive())
        connection.patience.start(m_patience);
    if (connection.behind || connection.socket->bytesAvailable() > 0)
        goOn(peer);
    else if (connection.ended)
        giveUp(peer);
}

/// Others have their turn first.
void TcpTransport::goOn(const Endpoint &peer)
{
    const auto found = m_connections.find(peer);
    if (std::exchange(found->second->goesOn, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, peer, socket = found->second->socket] {
            const auto still = m_connections.find(peer);
            if (still == m_connections.end() || still->second->socket != socket)
                return;
            still->second->goesOn = false;
            readFrom(peer);
        },
        Qt::QueuedConnection);
}

/// What it sent ahead of that is read first.
void TcpTransport::ended(const Endpoint &peer)
{
    const auto found = m_connections.find(peer);
    if (found == m_connections.end())
        return;
    found->second->ended = true;
    if (found->second->behind || found->second->socket->bytesAvailable() > 0)
        goOn(peer);
    else
        giveUp(peer);
}

/// False: the stream cannot be cut into messages any more.
bool TcpTransport::deliver(const Endpoint &peer, TimePoint until)
{
    for (bool first = true;; first = false) {
        const auto found = m_connections.find(peer);
        if (found == m_connections.end())
            return true;
        Connection &connection = *found->second;
        connection.behind = !first && m_clock.now() >= until && connection.framer.pending() > 0;
        if (connection.behind)
            return true;
        QByteArray octets;
        const StreamFramer::Result result = connection.framer.next(octets);
        if (result == StreamFramer::Result::NeedMore)
            return true;
        connection.patience.stop(); // the next message has its own time
        if (result == StreamFramer::Result::Message && isMessage(octets))
            m_gate.spoke(peer);
        emit received(arrived(connection, peer, std::move(octets)));
        if (result == StreamFramer::Result::Broken) {
            if (const auto still = m_connections.find(peer); still != m_connections.end())
                emit closedUnread(peer, false, still->second->framer.spoke());
            return false;
        }
    }
}

Datagram TcpTransport::arrived(Connection &connection, const Endpoint &peer, QByteArray octets) const
{
    Datagram datagram{.at = m_clock.now(),
        .from = peer,
        .to = connection.local,
        .transport = TransportKind::Tcp,
        .octets = std::move(octets)};
    datagram.sequence = connection.in;
    datagram.acknowledged = connection.out;
    connection.in += static_cast<quint32>(datagram.octets.size());
    return datagram;
}

/// What waits behind a message and is no line yet is passed over as it is, and the connection stays; of a message that
/// has begun the rest is not waited for.
void TcpTransport::outOfPatience(Endpoint peer) // a copy: its connection goes
{
    const auto found = m_connections.find(peer);
    if (found == m_connections.end())
        return;
    StreamFramer &framer = found->second->framer;
    if (found->second->behind)
        return; // it is us who are late
    if (framer.pending() > 0 && framer.mayBeJunk()) {
        QByteArray junk;
        const bool tooMuch = framer.passPending(junk) == StreamFramer::Result::Broken;
        emit received(arrived(*found->second, peer, std::move(junk)));
        emit drained();
        if (tooMuch) {
            giveUp(peer);
            emit closedUnread(peer, false, true);
        }
        return;
    }
    const bool unfinished = framer.pending() > 0, spoke = framer.spoke();
    giveUp(peer);
    if (unfinished)
        emit closedUnread(peer, true, spoke);
}

void TcpTransport::giveUp(const Endpoint &peer)
{
    const auto late = m_connections.find(peer);
    if (late != m_connections.end() && late->second->behind)
        deliver(peer, TimePoint::max());
    const auto found = m_connections.find(peer);
    if (found != m_connections.end() && found->second->framer.pending() > 0) {
        const bool begun = !found->second->framer.mayBeJunk();
        Datagram rest = arrived(*found->second, peer, found->second->framer.takePending());
        rest.unfinished = begun;
        emit received(rest);
        emit drained();
    }
    drop(peer);
}

Datagram TcpTransport::send(const Endpoint &to, const QByteArray &octets)
{
    Datagram datagram{.at = m_clock.now(), .to = to, .transport = TransportKind::Tcp, .direction = Direction::Out};
    const auto found = m_connections.find(to);
    if (found == m_connections.end())
        return datagram;
    Connection &connection = *found->second;
    if (connection.socket->bytesToWrite() > maxUnsent || connection.socket->write(octets) != octets.size()) {
        QMetaObject::invokeMethod(
            this, [this, to] { drop(to); }, Qt::QueuedConnection);
        return datagram;
    }
    datagram.from = connection.local;
    datagram.octets = octets;
    datagram.sequence = connection.out;
    datagram.acknowledged = connection.in;
    connection.out += static_cast<quint32>(octets.size());
    return datagram;
}

void TcpTransport::drop(const Endpoint &peer)
{
    const auto found = m_connections.find(peer);
    if (found == m_connections.end())
        return;
    const std::unique_ptr<Connection> connection = std::move(found->second);
    m_connections.erase(found);
    m_gate.closed(peer);
    connection->socket->disconnect(this);
    connection->socket->disconnectFromHost(); // what was written still goes out
    if (connection->socket->state() != QAbstractSocket::UnconnectedState)
        connect(connection->socket, &QTcpSocket::disconnected, connection->socket, &QObject::deleteLater);
    else
        connection->socket->deleteLater();
    // One that never reads would keep its socket for ever
    QTimer::singleShot(m_patience, connection->socket, [socket = connection->socket] {
        socket->abort();
        socket->deleteLater();
    });
}

} // namespace gb
