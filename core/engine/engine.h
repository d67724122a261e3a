#pragma once
#include "core/engine/batch.h"
#include "core/net/datagram.h"

#include <QObject>
#include <QThread>

namespace gb {

/// How a Keepalive is answered whose ID has no registration here.
enum class UnregisteredKeepalive : quint8 { Forbidden, NotFound, Ok, Silent };

/// What the device must be told, and we must know. All of it is checked by faultsOf().
struct ServerConfig
{
    QHostAddress address = QHostAddress(QHostAddress::AnyIPv4);
    quint16 port = 5060; ///< 0: any free one
    QString serverId = QStringLiteral("34020000002000000001"); ///< SIP server ID, 20 digits
    QString domain = QStringLiteral("3402000000");             ///< SIP domain, also the realm of the challenge
    QString password;    ///< empty: devices register without one
    bool offerQop = false; ///< challenge with qop="auth"; some cameras cannot
    UnregisteredKeepalive unregisteredKeepalive = UnregisteredKeepalive::Forbidden;
};

enum class ListenError : quint8 { None, PortTaken, NoSuchAddress, NotAllowed, Other };

/**
 * The network, the record and what follows from it, in a thread of their own. Every function may be called from the thread that made the engine and returns
 * at once; what comes of it is told by signals, in that thread.
 */
class Engine : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        HeartbeatPolicy policy;
        int batchMilliseconds = 40; ///< 0: a batch for every burst of datagrams
        int maxPendingBatches = 64; ///< that were not taken yet; more are merged
    };

    explicit Engine(Options options, QObject *parent = nullptr);
    ~Engine() override;

    /// Starts the record. Before listen(); a failure is told by recordFailed() and the engine works on without one.
    void record(const QString &path);
    /// Listens anew; a listener that runs is closed first. Devices and record stay.
    void listen(const ServerConfig &config);
    void stopListening();
    /// Judges every device by it, at once. interval 1 s to 1 day, count 1 to 100.
    void setPolicy(const HeartbeatPolicy &policy);
    /// The octets of a message; answered by messageRead().
    void read(quint64 number);
    /// Brings the record up to now on the disk; answered by flushed().
    void flush();

signals:
    void listening(gb::Endpoint endpoint, int receiveBuffer);
    void listenFailed(gb::ListenError error, QString detail);
    void stoppedListening();
    void recordFailed(QString path, QString detail);
    void batch(gb::BatchPtr batch);
    void messageRead(quint64 number, gb::Datagram datagram);
    void flushed();

private:
    class Core;
    QThread m_thread;
    Core *m_core = nullptr;
};

} // namespace gb

Q_DECLARE_METATYPE(gb::Endpoint)
Q_DECLARE_METATYPE(gb::Datagram)
