#pragma once
#include "core/net/datagram.h"
#include "core/net/streamframer.h"

#include <QTcpSocket>
#include <QTimer>

namespace gb {

/// A TCP connection of a simulated device to its server. Lives in the thread that made it; never blocks. Connects again
/// `again` after it was refused or closed.
class FleetLink : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds again{5};
    static constexpr qint64 maxUnsent = 1024 * 1024; ///< of a server that does not read; over it nothing is taken

    FleetLink(const Clock &clock, const Endpoint &server, const IpAddress &local, QObject *parent = nullptr);
    ~FleetLink() override;

    void open();
    /// For good.
    void close();
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    Endpoint local() const { return m_local; }
    /// False: there is no connection, or the server does not read.
    bool send(const QByteArray &octets);

signals:
    void opened();
    void lost(); ///< or refused
    void received(const gb::Datagram &datagram);

private:
    void read();
    void ended();

    const Clock &m_clock;
    const Endpoint m_server;
    const IpAddress m_address;
    QTcpSocket m_socket;
    QTimer m_retry;
    StreamFramer m_framer;
    Endpoint m_local;
    bool m_wanted = false;
};

} // namespace gb
