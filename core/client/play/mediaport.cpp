#include "core/client/play/mediaport.h"

#include "core/capture/wholefile.h"
#include "core/net/socketcare.h"

#include <QRandomGenerator>

namespace gb {
namespace {

constexpr int burst = 512; ///< datagrams, until others have their turn
constexpr qint64 portion = 256 * 1024;

std::string_view viewOf(const QByteArray &octets, qint64 size)
{
    return {octets.constData(), static_cast<std::size_t>(size)};
}

} // namespace

class StreamFile::Inside
{
public:
    WholeFile file;
    QString problem;
    qint64 octets = 0;
};

StreamFile::StreamFile(QString path)
    : m(std::make_unique<Inside>())
{
    if (!m->file.open(path, false))
        m->problem = m->file.errorText();
}

StreamFile::~StreamFile() = default;

void StreamFile::program(std::string_view octets)
{
    if (!m->problem.isEmpty())
        return;
    m->octets += static_cast<qint64>(octets.size());
    if (m->octets > mostOctets)
        m->problem = QStringLiteral("more than %1 bytes came").arg(mostOctets);
    else if (!m->file.write(QByteArray(octets.data(), static_cast<qsizetype>(octets.size()))))
        m->problem = m->file.errorText();
}

QString StreamFile::finish()
{
    if (m->problem.isEmpty() && !m->file.commit())
        m->problem = m->file.errorText();
    return m->problem;
}

MediaPort::MediaPort(const Clock &clock, MediaPlace place)
    : m_clock(clock)
    , m_place(std::move(place))
    , m_file(m_place.save.isEmpty() ? nullptr : std::make_unique<StreamFile>(m_place.save))
    , m_chain(m_file.get())
    , m_reports(QRandomGenerator::global()->generate())
    , m_buffer(portion, Qt::Uninitialized)
{
}

MediaPort::~MediaPort()
{
    if (m_socket)
        m_socket->disconnect(this); // it says that it is gone when the rest of us is
}

bool MediaPort::bindAt(quint16 port, QString &detail)
{
    const QHostAddress local = m_place.local;
    if (m_place.way == PlayWay::TcpPassive) {
        m_server = std::make_unique<QTcpServer>();
        connect(m_server.get(), &QTcpServer::newConnection, this, &MediaPort::takeConnection);
        const bool done = m_server->listen(local, port);
        detail = done ? detail : m_server->errorString();
        return done;
    }
    if (m_place.way == PlayWay::TcpActive) { // some devices look at the port that the offer names
        m_socket = std::make_unique<QTcpSocket>();
        const bool done = m_socket->bind(local, port, QAbstractSocket::DontShareAddress);
        detail = done ? detail : m_socket->errorString();
        return done;
    }
    m_rtp = std::make_unique<QUdpSocket>();
    m_rtcp = std::make_unique<QUdpSocket>();
    const bool done = m_rtp->bind(local, port, QAbstractSocket::DontShareAddress)
        && m_rtcp->bind(local, static_cast<quint16>(port + 1), QAbstractSocket::DontShareAddress);
    detail = done ? detail : (m_rtp->state() == QAbstractSocket::BoundState ? m_rtcp : m_rtp)->errorString();
    return done;
}

quint16 MediaPort::open(quint16 start, QString &detail)
{
    const int first = (m_place.firstPort + 1) / 2 * 2, pairs = (m_place.lastPort + 1 - first) / 2;
    detail = pairs > 0 ? QString() : QStringLiteral("the range has no even port with another one behind it");
    for (int i = 0; i < pairs; ++i) {
        const auto port = static_cast<quint16>(first + (start / 2 + i) % pairs * 2);
        if (!bindAt(port, detail))
            continue;
        m_here = {m_place.local, port};
        if (m_rtp) {
            m_rtp->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, wantedReceiveBuffer);
            connect(m_rtp.get(), &QUdpSocket::readyRead, this, [this] { readDatagrams(*m_rtp, false); });
            connect(m_rtcp.get(), &QUdpSocket::readyRead, this, [this] { readDatagrams(*m_rtcp, true); });
        }
        return port;
    }
    m_rtp.reset();
    m_rtcp.reset();
    m_server.reset();
    m_socket.reset();
    return 0;
}

void MediaPort::readDatagrams(QUdpSocket &socket, bool control)
{
    // Down to the refusal, as UdpTransport: a readyRead that is not followed by a read is the last one
    QHostAddress sender;
    Endpoint from;
    int count = 0;
    for (int refused = 0; count < burst && refused < burst;) {
        const qint64 size = socket.readDatagram(m_buffer.data(), m_buffer.size(), &sender, &from.port);
        if (size < 0) {
            if (socket.error() != QAbstractSocket::ConnectionRefusedError)
                break;
            ++refused;
            continue;
        }
        ++count;
        from.address = sender;
        const TimePoint now = m_clock.now();
        const std::string_view octets = viewOf(m_buffer, size);
        const Endpoint here{m_here.address, static_cast<quint16>(m_here.port + (control ? 1 : 0))};
        m_chain.packet(octets, now, from, here);
        if (control && isRtcp(octets)) {
            m_reportTo = from;
            m_reports.heard(octets, now);
        } else if (!control && m_mediaFrom.port == 0) {
            m_mediaFrom = from;
            m_reportAt = now + firstReport;
        }
    }
    if (count == burst)
        QMetaObject::invokeMethod(
            this,
            [this, control] {
                if (m_rtp)
                    readDatagrams(control ? *m_rtcp : *m_rtp, control);
            },
            Qt::QueuedConnection);
}

void MediaPort::takeConnection()
{
    while (std::unique_ptr<QTcpSocket> next{m_server ? m_server->nextPendingConnection() : nullptr}) {
        const IpAddress from = next->peerAddress();
        if (m_connected || (from != m_place.device && from != m_device.address)) {
            ++m_strangers;
            continue; // and it is closed
        }
        m_connected = true;
        next->setParent(nullptr);
        m_socket = std::move(next);
        const TimePoint now = m_clock.now();
        m_chain.connecting(true, m_here, now);
        m_chain.connected(now);
        adopt();
        readStream(); // what came with it
    }
}

void MediaPort::answered(const Endpoint &device)
{
    m_device = device;
    if (m_place.way == PlayWay::TcpActive && m_attempts == 0 && device.port != 0 && !device.address.isNull())
        connectOut();
}

void MediaPort::connectOut()
{
    m_connectAt = TimePoint::max();
    if (m_attempts++ > 0) {
        m_socket = std::make_unique<QTcpSocket>();
        m_socket->bind(m_place.local, m_here.port, QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint);
    }
    connect(m_socket.get(), &QTcpSocket::connected, this, [this] {
        m_connected = true;
        m_chain.connected(m_clock.now());
    });
    adopt();
    m_chain.connecting(false, m_device, m_clock.now());
    m_socket->connectToHost(m_device.address, m_device.port);
}

void MediaPort::adopt()
{
    m_socket->setReadBufferSize(wantedReceiveBuffer);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &MediaPort::readStream);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &MediaPort::lost);
}

void MediaPort::readStream()
{
    while (m_socket) {
        const qint64 size = m_socket->read(m_buffer.data(), m_buffer.size());
        if (size <= 0)
            return;
        const Endpoint from{m_socket->peerAddress(), m_socket->peerPort()};
        m_chain.octets(viewOf(m_buffer, size), m_clock.now(), from, m_here);
    }
}

void MediaPort::lost()
{
    const TimePoint now = m_clock.now();
    const QAbstractSocket::SocketError error = m_socket->error();
    if (m_connected) {
        readStream();
        // A reset is told as this one, too: Qt has no word of its own for it
        return m_chain.connectionClosed(error != QAbstractSocket::RemoteHostClosedError, now);
    }
    m_chain.connectFailed(error == QAbstractSocket::ConnectionRefusedError, now);
    if (m_attempts < connectAttempts)
        m_connectAt = now + connectGap;
}

void MediaPort::sendReport(TimePoint now)
{
    m_reportAt = now + reportGap;
    const Endpoint to = m_reportTo.port != 0
        ? m_reportTo
        : Endpoint{m_mediaFrom.address, static_cast<quint16>(m_mediaFrom.port + 1)};
    const QByteArray octets = m_reports.write(m_chain.report().stream.rtp, now);
    if (to.port != 0 && m_rtcp->writeDatagram(octets, to.address, to.port) == octets.size())
        m_chain.rtcpToSender(now);
}

void MediaPort::tick()
{
    const TimePoint now = m_clock.now();
    if (m_rtp) {
        if (const auto drops = socketcare::dropped(m_rtp->socketDescriptor()))
            m_chain.setOwnDrops(*drops);
        if (m_place.reports && m_reportAt <= now)
            sendReport(now);
    }
    if (m_connectAt <= now)
        connectOut();
    m_chain.advance(now);
}

void MediaPort::close()
{
    tick();
    m_rtp.reset();
    m_rtcp.reset();
    m_server.reset();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.reset();
    }
    if (m_file)
        m_saveProblem = m_file->finish();
}

} // namespace gb
