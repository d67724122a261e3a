#include "core/simulator/media/mediasockets.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUdpSocket>

namespace gb {
namespace {

constexpr int pairsTried = 32;
constexpr std::chrono::seconds againAfter{1}; ///< GB/T 28181-2022 annex D: a gap of a second, three times at least
constexpr int attempts = 4;

/// RTP at an even port, RTCP at the next one, RFC 3550 §11.
class UdpLine final : public MediaLine
{
public:
    explicit UdpLine(const MediaRoute &route)
        : m_peer(route.peer)
        , m_address(route.peer.address)
    {
        QObject::connect(&m_rtcp, &QUdpSocket::readyRead, &m_rtcp, [this] {
            while (m_rtcp.hasPendingDatagrams()) {
                char octets[2048];
                const qint64 size = m_rtcp.readDatagram(octets, sizeof octets);
                m_reports += size >= 8 && static_cast<quint8>(octets[1]) == 201 ? 1 : 0;
            }
        });
    }
    bool bind(const IpAddress &local)
    {
        for (int i = 0; i < pairsTried; ++i) {
            if (!m_rtp.bind(local, 0))
                return false;
            const quint16 port = m_rtp.localPort();
            if (port % 2 == 0 && m_rtcp.bind(local, static_cast<quint16>(port + 1), QAbstractSocket::DontShareAddress))
                return true;
            m_rtp.abort();
        }
        return false;
    }
    quint16 port() const override { return m_rtp.localPort(); }
    bool isOpen() const override { return true; }
    bool send(const QByteArray &packet) override
    {
        return m_rtp.writeDatagram(packet, m_address, m_peer.port) == packet.size();
    }
    void sendReport(const QByteArray &rtcp) override
    {
        m_rtcp.writeDatagram(rtcp, m_address, static_cast<quint16>(m_peer.port + 1));
    }
    quint64 reports() const override { return m_reports; }

private:
    const Endpoint m_peer;
    const QHostAddress m_address;
    QUdpSocket m_rtp, m_rtcp;
    quint64 m_reports = 0;
};

class TcpLine final : public MediaLine
{
public:
    explicit TcpLine(const MediaRoute &route)
        : m_peer(route.peer)
    {
        m_retry.setSingleShot(true);
        m_retry.setInterval(againAfter);
        QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { connectOut(); });
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { take(); });
    }
    bool bind(const MediaRoute &route)
    {
        m_local = route.local;
        if (route.listens)
            return m_server.listen(m_local, 0);
        m_left = attempts;
        connectOut();
        return true;
    }
    /// Of who connects it has no meaning; 9 is what RFC 4145 §4.1 wants there.
    quint16 port() const override { return m_server.isListening() ? m_server.serverPort() : 9; }
    bool isOpen() const override { return m_socket && m_socket->state() == QAbstractSocket::ConnectedState; }
    bool send(const QByteArray &packet) override
    {
        return isOpen() && m_socket->bytesToWrite() + packet.size() <= MediaSockets::maxUnsent
            && m_socket->write(packet) == packet.size();
    }
    void sendReport(const QByteArray &) override { }
    quint64 reports() const override { return 0; }

private:
    void adopt(std::unique_ptr<QTcpSocket> socket)
    {
        m_socket = std::move(socket);
        QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(), [this] { m_socket->readAll(); });
    }
    void connectOut()
    {
        if (m_left-- <= 0)
            return;
        adopt(std::make_unique<QTcpSocket>());
        QObject::connect(m_socket.get(), &QTcpSocket::connected, &m_retry, [this] { m_left = 0; });
        QObject::connect(m_socket.get(), &QTcpSocket::errorOccurred, &m_retry, [this] { m_retry.start(); });
        m_socket->bind(m_local, 0);
        m_socket->connectToHost(m_peer.address, m_peer.port);
    }
    /// One, of the peer.
    void take()
    {
        while (std::unique_ptr<QTcpSocket> next{m_server.nextPendingConnection()}) {
            next->setParent(nullptr);
            if (!m_socket && IpAddress(next->peerAddress()) == m_peer.address)
                adopt(std::move(next));
        }
    }

    const Endpoint m_peer;
    IpAddress m_local;
    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_socket;
    QTimer m_retry;
    int m_left = 0;
};

/// One less is open when it ends.
template<typename Line>
class Counted final : public MediaLine
{
public:
    Counted(const MediaRoute &route, std::shared_ptr<int> open)
        : line(route)
        , m_open(std::move(open))
    {
        ++*m_open;
    }
    ~Counted() override { --*m_open; }
    quint16 port() const override { return line.port(); }
    bool isOpen() const override { return line.isOpen(); }
    bool send(const QByteArray &packet) override { return line.send(packet); }
    void sendReport(const QByteArray &rtcp) override { line.sendReport(rtcp); }
    quint64 reports() const override { return line.reports(); }

    Line line;

private:
    const std::shared_ptr<int> m_open;
};

} // namespace

std::unique_ptr<MediaLine> MediaSockets::open(const MediaRoute &route)
{
    if (*m_open >= maxLines)
        return nullptr;
    if (route.transport == TransportKind::Udp) {
        auto line = std::make_unique<Counted<UdpLine>>(route, m_open);
        return line->line.bind(route.local) ? std::move(line) : nullptr;
    }
    auto line = std::make_unique<Counted<TcpLine>>(route, m_open);
    return line->line.bind(route) ? std::move(line) : nullptr;
}

} // namespace gb
