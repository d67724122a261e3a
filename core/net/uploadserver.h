#pragma once
#include "core/base/clock.h"
#include "core/base/endpoint.h"
#include "core/net/httpreader.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace gb {

/// A body that somebody who knows the path brought.
struct HttpUpload
{
    Endpoint from;
    TimePoint at{}; ///< all of it was there
    QByteArray contentType, disposition;
    QByteArray body;
};

/**
 * Takes uploads by HTTP at one path, which is made of 128 random bits: whoever knows it was told. What stands behind it
 * and a slash, as a name, belongs to it. POST and PUT alone; all else is refused by its status and counted. Where
 * places run short, who has not named the path makes room. Lives in the thread that made it; never blocks, writes no
 * file. Bounded in connections, octets, uploads and time: see Limits. Debian 12's Qt has no QHttpServer, and one path
 * needs less than that.
 */
class UploadServer : public QObject
{
    Q_OBJECT
public:
    struct Limits
    {
        std::size_t connections = 8;
        quint64 uploads = 32;                ///< from then on 429
        std::chrono::seconds quiet{30};      ///< without an octet
        std::chrono::seconds request{120};   ///< from its first octet to its last
        HttpReader::Limits http = {};        ///< of a request
        qint64 held = 120'000'000;           ///< octets in memory of all servers that share `shared`; over it 503
        std::shared_ptr<qint64> shared = {}; ///< null: of this one alone
    };
    static constexpr std::chrono::seconds farewell{5}; ///< that a refused peer has to stop
    static constexpr qint64 mostDropped = 20'000'000;  ///< octets that are read of it, so that it reads the status

    UploadServer(const Clock &clock, const Limits &limits, QObject *parent = nullptr);
    ~UploadServer() override;

    /// On a free port. False: `detail` is the system's word.
    bool listen(const IpAddress &address, QString *detail);
    void close();
    bool isListening() const { return m_server.isListening(); }
    Endpoint local() const { return m_local; }
    /// "/" and 32 hexadecimal digits.
    const QByteArray &path() const { return m_path; }
    /// Cuts whoever is too slow by the clock. A timer does it by itself.
    void closeOverdue();
    std::size_t connections() const { return m_connections.size(); }

signals: // whoever hears them may not close the server within
    void uploaded(const gb::HttpUpload &upload);
    /// A request was refused with that status; its connection is closed. `named`: it had named the path.
    void refused(int status, const gb::Endpoint &from, bool named);
    /// The peer went within a request, of which so many octets are there.
    void unfinished(const gb::Endpoint &from, qint64 octets, bool named);
    /// So many requests that named the path are on their way.
    void receiving(int requests);

private:
    struct Connection;

    void accept();
    void read(QTcpSocket *socket);
    void work(Connection &connection);
    int judged(const HttpHead &head) const;
    void deliver(Connection &connection);
    void dropOldestLeaving();
    void makeRoom(const Connection &arrived);
    void setNamed(Connection &connection, bool named);
    void refuse(Connection &connection, int status);
    void count(Connection &connection, qint64 octets);
    void gone(QTcpSocket *socket);
    void drop(QTcpSocket *socket);

    const Clock &m_clock;
    const Limits m_limits;
    const QByteArray m_path;
    const std::shared_ptr<qint64> m_held;
    QTcpServer m_server;
    QTimer m_overdue;
    Endpoint m_local;
    quint64 m_uploads = 0;
    int m_receiving = 0;
    std::unordered_map<QTcpSocket *, std::unique_ptr<Connection>> m_connections;
};

} // namespace gb
