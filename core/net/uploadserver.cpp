#include "core/net/uploadserver.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace gb {
namespace {

constexpr qint64 portion = 64 * 1024;

QByteArray newPath()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    return '/' + QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex();
}

QByteArray reasonOf(int status)
{
    constexpr std::pair<int, const char *> reasons[] = {{200, "OK"}, {400, "Bad Request"}, {404, "Not Found"},
        {405, "Method Not Allowed"}, {408, "Request Timeout"}, {411, "Length Required"}, {413, "Content Too Large"},
        {417, "Expectation Failed"}, {429, "Too Many Requests"}, {431, "Request Header Fields Too Large"},
        {501, "Not Implemented"}, {503, "Service Unavailable"}, {505, "HTTP Version Not Supported"}};
    for (const auto &[code, reason] : reasons) {
        if (code == status)
            return reason;
    }
    return "Refused";
}

QByteArray replyOf(int status, bool keepsOpen)
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonOf(status) + "\r\nContent-Length: 0\r\n"
        + (status == 405 ? "Allow: POST, PUT\r\n" : "") + (keepsOpen ? "" : "Connection: close\r\n") + "\r\n";
}

/// Some cameras put the name of the file behind it.
bool isOurs(const QByteArray &path, const QByteArray &ours)
{
    return path == ours || (path.startsWith(ours) && path.at(ours.size()) == '/');
}

} // namespace

struct UploadServer::Connection
{
    QTcpSocket *socket = nullptr;
    Endpoint peer;
    HttpReader reader;
    TimePoint since{};    ///< it connected, or its request began, or it was refused
    TimePoint heard{};    ///< last octets
    bool named = false;   ///< the request that is on its way has our path
    bool knows = false;   ///< one of its requests had it
    bool leaving = false; ///< what comes is dropped
    qint64 dropped = 0, held = 0;
};

UploadServer::UploadServer(const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
    , m_path(newPath())
    , m_held(limits.shared ? limits.shared : std::make_shared<qint64>(0))
    , m_server(this)
    , m_overdue(this)
{
    m_overdue.setInterval(std::chrono::seconds(1));
    connect(&m_overdue, &QTimer::timeout, this, &UploadServer::closeOverdue);
    connect(&m_server, &QTcpServer::newConnection, this, &UploadServer::accept);
}

UploadServer::~UploadServer()
{
    blockSignals(true); // whoever hears them may be going, too
    close();
}

bool UploadServer::listen(const IpAddress &address, QString *detail)
{
    close();
    const bool isOne = !address.isNull() && !address.isAny(); // the device has to be told where
    if (isOne && m_server.listen(address, 0)) {
        m_local = {address, m_server.serverPort()};
        return true;
    }
    if (detail)
        *detail = isOne ? m_server.errorString() : QStringLiteral("0.0.0.0");
    return false;
}

void UploadServer::close()
{
    m_server.close();
    m_overdue.stop();
    while (!m_connections.empty())
        gone(m_connections.begin()->first);
}

void UploadServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        auto connection = std::make_unique<Connection>(Connection{.socket = socket,
            .peer = {socket->peerAddress(), socket->peerPort()},
            .reader = HttpReader(m_limits.http),
            .since = m_clock.now(),
            .heard = m_clock.now()});
        if (m_connections.size() >= 2 * m_limits.connections) // then some of them leave
            dropOldestLeaving();
        socket->setReadBufferSize(4 * portion);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(
            socket, &QTcpSocket::disconnected, this, [this, socket] { gone(socket); }, Qt::QueuedConnection);
        Connection &one = *(m_connections[socket] = std::move(connection));
        if (!m_overdue.isActive())
            m_overdue.start();
        makeRoom(one);
        read(socket);
    }
}

void UploadServer::dropOldestLeaving()
{
    const Connection *oldest = nullptr;
    for (const auto &[socket, one] : m_connections) {
        if (one->leaving && (!oldest || one->since < oldest->since))
            oldest = one.get();
    }
    if (oldest)
        drop(oldest->socket);
}

/// Of too many the oldest goes that has not named the path; where all have, the one that came last.
void UploadServer::makeRoom(const Connection &arrived)
{
    std::size_t busy = 0;
    const Connection *leaves = nullptr;
    for (const auto &[socket, other] : m_connections) {
        if (other->leaving)
            continue;
        ++busy;
        if (other.get() != &arrived && !other->knows && (!leaves || other->since < leaves->since))
            leaves = other.get();
    }
    if (busy > m_limits.connections)
        refuse(*m_connections.at((leaves ? leaves : &arrived)->socket), 503);
}

void UploadServer::setNamed(Connection &connection, bool named)
{
    if (connection.named == named)
        return;
    connection.named = named;
    connection.knows |= named;
    m_receiving += named ? 1 : -1;
    emit receiving(m_receiving);
}

void UploadServer::read(QTcpSocket *socket)
{
    const auto found = m_connections.find(socket);
    if (found == m_connections.end())
        return;
    Connection &connection = *found->second;
    const QByteArray octets = socket->read(portion);
    if (octets.isEmpty())
        return;
    connection.heard = m_clock.now();
    if (connection.leaving) {
        connection.dropped += octets.size();
        if (connection.dropped > mostDropped)
            return drop(socket);
    } else {
        const bool begun = connection.reader.begun();
        connection.reader.append(octets);
        if (!begun && connection.reader.begun()) // blank lines ahead of a request are none
            connection.since = m_clock.now();
        work(connection);
    }
    if (socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(
            this, [this, socket] { read(socket); }, Qt::QueuedConnection); // others have their turn
}

void UploadServer::work(Connection &connection)
{
    while (!connection.leaving) {
        switch (connection.reader.next()) {
        case HttpReader::Step::More:
            count(connection, connection.reader.held());
            if (*m_held > m_limits.held)
                refuse(connection, 503);
            return;
        case HttpReader::Step::Head:
            setNamed(connection, isOurs(connection.reader.head().path, m_path));
            if (const int status = judged(connection.reader.head()); status != 0)
                return refuse(connection, status);
            if (connection.reader.head().wantsContinue)
                connection.socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            break;
        case HttpReader::Step::Body: deliver(connection); break;
        case HttpReader::Step::Refused: return refuse(connection, connection.reader.status());
        }
    }
}

/// 0: it may go on.
int UploadServer::judged(const HttpHead &head) const
{
    if (!isOurs(head.path, m_path))
        return 404;
    if (head.method != "POST" && head.method != "PUT")
        return 405;
    // Ahead of "100 Continue", and in the order in which the reader would say it
    if (!head.chunked && !head.length)
        return 411;
    if (head.length.value_or(0) > m_limits.http.body)
        return 413;
    return m_uploads >= m_limits.uploads ? 429 : 0;
}

void UploadServer::deliver(Connection &connection)
{
    ++m_uploads;
    const HttpHead &head = connection.reader.head();
    const HttpUpload upload{.from = connection.peer,
        .at = m_clock.now(),
        .contentType = head.contentType,
        .disposition = head.disposition,
        .body = connection.reader.takeBody()};
    count(connection, connection.reader.held());
    connection.since = upload.at;
    setNamed(connection, false);
    connection.socket->write(replyOf(200, head.keepsOpen));
    if (!head.keepsOpen) {
        connection.leaving = true;
        connection.socket->disconnectFromHost(); // nothing is left to be read
    }
    emit uploaded(upload);
}

void UploadServer::refuse(Connection &connection, int status)
{
    connection.leaving = true;
    connection.since = m_clock.now();
    connection.reader = HttpReader();
    count(connection, 0);
    connection.socket->write(replyOf(status, false));
    const bool named = connection.named;
    setNamed(connection, false);
    emit refused(status, connection.peer, named);
}

/// What it has in memory.
void UploadServer::count(Connection &connection, qint64 octets)
{
    *m_held += octets - std::exchange(connection.held, octets);
}

void UploadServer::closeOverdue()
{
    const TimePoint now = m_clock.now();
    QList<QTcpSocket *> over;
    for (const auto &[socket, connection] : m_connections) {
        const bool tooLong = now - connection->since >= (connection->leaving ? farewell : m_limits.request);
        if (tooLong || (!connection->leaving && now - connection->heard >= m_limits.quiet))
            over.append(socket);
    }
    for (QTcpSocket *const socket : std::as_const(over)) {
        Connection &connection = *m_connections.at(socket);
        if (!connection.leaving && connection.reader.begun())
            refuse(connection, 408);
        else
            drop(socket);
    }
    if (m_connections.empty())
        m_overdue.stop();
}

/// The peer closed it, or we stop.
void UploadServer::gone(QTcpSocket *socket)
{
    while (m_connections.contains(socket) && socket->bytesAvailable() > 0) {
        const qint64 before = socket->bytesAvailable();
        read(socket);
        if (m_connections.contains(socket) && socket->bytesAvailable() >= before)
            break;
    }
    const auto found = m_connections.find(socket);
    if (found == m_connections.end())
        return;
    const Endpoint peer = found->second->peer;
    const bool begun = !found->second->leaving && found->second->reader.begun(), named = found->second->named;
    const qint64 octets = found->second->held;
    drop(socket);
    if (begun)
        emit unfinished(peer, octets, named);
}

void UploadServer::drop(QTcpSocket *socket)
{
    const auto found = m_connections.find(socket);
    if (found == m_connections.end())
        return;
    count(*found->second, 0);
    setNamed(*found->second, false);
    m_connections.erase(found);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

} // namespace gb
