#include "core/simulator/fleetlink.h"

namespace gb {

FleetLink::FleetLink(const Clock &clock, const Endpoint &server, const IpAddress &local, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_server(server)
    , m_address(local)
    , m_socket(this)
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(again);
    connect(&m_retry, &QTimer::timeout, this, &FleetLink::open);
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_framer.reset();
        m_local = {m_socket.localAddress(), m_socket.localPort()};
        emit opened();
    });
    connect(&m_socket, &QTcpSocket::readyRead, this, &FleetLink::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, &FleetLink::ended);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            ended();
    });
}

FleetLink::~FleetLink()
{
    m_socket.disconnect(this); // it says that it is gone when the rest of us is
    m_socket.abort();
}

void FleetLink::open()
{
    m_wanted = true;
    if (m_socket.state() != QAbstractSocket::UnconnectedState)
        return;
    if (!m_address.isNull() && !m_address.isAny())
        m_socket.bind(m_address, 0);
    m_socket.connectToHost(m_server.address, m_server.port);
}

void FleetLink::close()
{
    m_wanted = false;
    m_retry.stop();
    m_socket.disconnectFromHost();
}

bool FleetLink::send(const QByteArray &octets)
{
    if (!isOpen() || m_socket.bytesToWrite() + octets.size() > maxUnsent)
        return false;
    return m_socket.write(octets) == octets.size();
}

void FleetLink::read()
{
    m_framer.append(m_socket.read(m_socket.bytesAvailable()));
    QByteArray message;
    for (;;) {
        switch (m_framer.next(message)) {
        case StreamFramer::Result::NeedMore: return;
        case StreamFramer::Result::Junk: break;
        case StreamFramer::Result::Broken: return m_socket.abort();
        case StreamFramer::Result::Message:
            emit received({.at = m_clock.now(),
                .from = m_server,
                .to = m_local,
                .transport = TransportKind::Tcp,
                .octets = message});
            break;
        }
    }
}

void FleetLink::ended()
{
    if (m_retry.isActive() || !m_wanted)
        return;
    m_retry.start();
    emit lost();
}

} // namespace gb
