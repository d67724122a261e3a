#include "core/simulator/pictureuploads.h"

#include <QTcpSocket>
#include <QUrl>

namespace gb {
namespace {

constexpr const char boundary[] = "gbscope-simulated-picture";
constexpr qsizetype maxReply = 4096;

QByteArray requestOf(const QUrl &url, const QByteArray &picture, const QString &fileName)
{
    const QByteArray name = fileName.toLatin1();
    const QByteArray ahead = QByteArray("--") + boundary
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
        + "\"\r\nContent-Type: image/jpeg\r\n\r\n";
    const QByteArray behind = QByteArray("\r\n--") + boundary + "--\r\n";
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1(), query = url.query(QUrl::FullyEncoded).toLatin1();
    return "POST " + (path.isEmpty() ? QByteArray("/") : path) + (query.isEmpty() ? QByteArray() : '?' + query)
        + " HTTP/1.1\r\nHost: " + url.authority(QUrl::FullyEncoded).toLatin1()
        + "\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=" + boundary + "\r\nContent-Length: "
        + QByteArray::number(ahead.size() + picture.size() + behind.size()) + "\r\n\r\n" + ahead + picture + behind;
}

} // namespace

class PictureUploads::Line final : public QObject, public PictureLine
{
public:
    Line(const QUrl &url, QByteArray request, std::shared_ptr<int> open)
        : m_request(std::move(request))
        , m_open(std::move(open))
    {
        ++*m_open;
        connect(&m_socket, &QTcpSocket::connected, this, [this] { m_socket.write(std::exchange(m_request, {})); });
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] {
            read();
            fail();
        });
        connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
            read();
            fail();
        });
        m_socket.connectToHost(QHostAddress(url.host()), static_cast<quint16>(url.port(80)));
    }
    ~Line() override
    {
        m_socket.disconnect(this);
        --*m_open;
    }
    State state() const override { return m_state; }

private:
    void fail() { m_state = m_state == State::Sending ? State::Failed : m_state; }
    /// Any 2xx will do.
    void read()
    {
        m_reply += m_socket.read(maxReply);
        if (m_state != State::Sending || (!m_reply.contains('\n') && m_reply.size() < maxReply))
            return;
        m_state = m_reply.startsWith("HTTP/1.") && m_reply.mid(8, 2) == " 2" ? State::Taken : State::Failed;
        m_socket.disconnectFromHost();
    }

    QTcpSocket m_socket;
    QByteArray m_request, m_reply;
    const std::shared_ptr<int> m_open;
    State m_state = State::Sending;
};

std::unique_ptr<PictureLine> PictureUploads::upload(
    const QString &text, const QByteArray &body, const QString &fileName)
{
    const QUrl url(text, QUrl::StrictMode);
    const QHostAddress host(url.host());
    if (url.scheme() != u"http" || host.isNull() || IpAddress(host) != m_server || *m_open >= maxLines)
        return nullptr;
    return std::make_unique<Line>(url, requestOf(url, body, fileName), m_open);
}

} // namespace gb
