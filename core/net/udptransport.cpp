#include "core/net/udptransport.h"

#include "core/net/endpointtext.h"
#include "core/net/icmpqueue.h"
#include "core/net/turn.h"

#include <QNetworkInterface>
#include <QVariant>

namespace gb {

ListenError listenErrorOf(QAbstractSocket::SocketError error, const IpAddress &address)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError: return ListenError::PortTaken;
    case QAbstractSocket::SocketAddressNotAvailableError: return ListenError::NoSuchAddress;
    case QAbstractSocket::SocketAccessError: return ListenError::NotAllowed;
    default: break;
    }
    // Systems differ in what they say of an address that is none of theirs.
    const bool ours = address.isAny() || address.isLoopback() || QNetworkInterface::allAddresses().contains(address);
    return ours ? ListenError::Other : ListenError::NoSuchAddress;
}

/// Of a network that we are in: for all in it.
static bool isBroadcastHere(const IpAddress &address)
{
    if (!address.isV4())
        return false;
    for (const QNetworkInterface &card : QNetworkInterface::allInterfaces()) {
        for (const QNetworkAddressEntry &entry : card.addressEntries()) {
            const IpAddress ours(entry.ip());
            const int prefix = entry.prefixLength();
            if (ours.isV4() && prefix > 0 && prefix < 31 && address.toV4() == (ours.toV4() | 0xffffffffU >> prefix))
                return true;
        }
    }
    return false;
}

UdpTransport::UdpTransport(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_buffer(65536, Qt::Uninitialized)
    , m_quoted(2048, Qt::Uninitialized)
{
}

ListenError UdpTransport::listen(const IpAddress &address, quint16 port, QString *detail)
{
    close();
    // The system would take the first for every address; the others are bound, and then no device reaches them
    if (address.isNull() || isGroup(address) || isBroadcastHere(address))
        return ListenError::NoSuchAddress;
    auto socket = std::make_unique<QUdpSocket>();
    if (!socket->bind(address, port, QAbstractSocket::DontShareAddress)) {
        if (detail)
            *detail = socket->errorString();
        return listenErrorOf(socket->error(), address);
    }
    socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, wantedReceiveBuffer);
    icmpqueue::enable(socket->socketDescriptor());
    m_socket = std::move(socket);
    m_local = {m_socket->localAddress(), m_socket->localPort()};
    m_localFor.clear();
    connect(m_socket.get(), &QUdpSocket::readyRead, this, [this] {
        if (!m_goesOn) // else it is read in its turn
            readAll();
    });
    return ListenError::None;
}

void UdpTransport::close()
{
    m_socket.reset();
    m_local = {};
}

int UdpTransport::receiveBuffer() const
{
    return m_socket ? m_socket->socketOption(QAbstractSocket::ReceiveBufferSizeSocketOption).toInt() : 0;
}

/// As long as one waits the system says that there is something to read.
void UdpTransport::readReports(TimePoint until)
{
    for (int count = 0; m_socket && count < burst && m_clock.now() < until; ++count) {
        auto error = icmpqueue::take(m_socket->socketDescriptor(), m_quoted);
        if (!error)
            return;
        error->at = m_clock.now();
        error->from = {localFor(error->to.address), m_local.port};
        emit undelivered(*error);
    }
}

void UdpTransport::readAll()
{
    const TimePoint until = m_clock.now() + readingTurn;
    readReports(until);
    if (!m_socket)
        return;
    // Always down to the refusal: a QUdpSocket whose readyRead is not followed by a read falls silent for ever. Asking
    // hasPendingDatagrams() first would do that when the datagrams were taken a moment earlier, and costs another
    // system call.
    int count = 0;
    bool goesOn = false;
    for (int refused = 0; m_socket && !goesOn && refused < burst;) {
        Datagram datagram;
        const qint64 size = m_socket->readDatagram(m_buffer.data(), m_buffer.size(), &m_sender, &datagram.from.port);
        if (size < 0) {
            if (m_socket->error() != QAbstractSocket::ConnectionRefusedError)
                break;
            ++refused; // an ICMP "port unreachable" for something we sent; the socket lives on
            continue;
        }
        datagram.at = m_clock.now();
        datagram.from.address = m_sender;
        datagram.to = {localFor(datagram.from.address), m_local.port};
        datagram.octets = QByteArray(m_buffer.constData(), size);
        emit received(datagram);
        goesOn = ++count == burst || m_clock.now() >= until;
    }
    if (count > 0)
        emit drained();
    if (goesOn && !std::exchange(m_goesOn, true))
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_goesOn = false;
                readAll();
            },
            Qt::QueuedConnection);
}

IpAddress UdpTransport::routeTo(const IpAddress &peer)
{
    QUdpSocket probe; // connecting a UDP socket sends nothing; it asks the routing table
    probe.connectToHost(peer, 9);
    return probe.localAddress().isNull() ? IpAddress() : IpAddress(probe.localAddress());
}

IpAddress UdpTransport::localFor(const IpAddress &peer)
{
    if (!m_local.address.isAny())
        return m_local.address;
    if (const auto known = m_localFor.constFind(peer); known != m_localFor.constEnd())
        return *known;
    const IpAddress route = routeTo(peer), address = route.isNull() ? m_local.address : route;
    if (m_localFor.size() >= 1024)
        m_localFor.clear();
    m_localFor.insert(peer, address);
    return address;
}

Datagram UdpTransport::send(const Endpoint &to, const QByteArray &octets)
{
    Datagram datagram{.at = {},
        .from = {localFor(to.address), m_local.port},
        .to = to,
        .transport = TransportKind::Udp,
        .direction = Direction::Out,
        .octets = octets};
    if (m_target.first != to.address)
        m_target = {to.address, to.address};
    bool sent = false;
    for (int attempt = 0; m_socket && !sent && attempt < sendAttempts; ++attempt) {
        sent = m_socket->writeDatagram(octets, m_target.second, to.port) == octets.size();
        const auto error = m_socket->error(); // of a report it says no more than this
        if (!sent && error != QAbstractSocket::NetworkError && error != QAbstractSocket::ConnectionRefusedError)
            break;
    }
    if (!sent)
        datagram.octets.clear();
    datagram.at = m_clock.now();
    return datagram;
}

} // namespace gb
