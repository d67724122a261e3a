#pragma once
#include "core/message/basicparam.h"
#include "core/message/siphead.h"
#include "core/net/datagram.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUdpSocket>

namespace gb {

/// What a virtual camera does besides registering and beating.
enum class Behaviour : quint8 {
    Healthy,
    WrongPassword, ///< tries again every few intervals
    GoesSilent,    ///< after its fourth heartbeat, for good
    Unsteady,      ///< every fourth heartbeat comes half an interval late
    Impatient,     ///< sends every third heartbeat twice with the same branch
    Stubborn,      ///< says OK to DeviceConfig, and stays as it is; nor does it notice that its server is gone
};

struct VirtualDeviceConfig
{
    QString id;
    QHostAddress address; ///< to send from; any free port
    Endpoint server;
    QString serverId, domain, password;
    QString userAgent;
    std::chrono::milliseconds interval{60'000}; ///< of its heartbeat
    Behaviour behaviour = Behaviour::Healthy;
    int timeoutCount = 3; ///< that it says is set in it
};

/// A camera that we play: registers with digest, sends heartbeats, registers anew when as many of them as its timeout
/// count were not answered, tells its BasicParam and obeys DeviceConfig from its next heartbeat on. Lives in the thread
/// that made it.
class VirtualDevice : public QObject
{
    Q_OBJECT
public:
    explicit VirtualDevice(VirtualDeviceConfig config, QObject *parent = nullptr);

    /// False where its address cannot be bound.
    bool start();
    /// Says goodbye with Expires 0 where it is registered.
    void stop();
    int heartbeats() const { return m_sn; }
    std::chrono::milliseconds interval() const { return m_interval; } ///< as it is set now
    bool isRegistered() const { return m_registered; }

signals:
    void registered();
    void refused(int status);

private:
    void sendRegister(const QByteArray &authorization);
    void beat();
    void receive();
    void answered(const SipHead &head);
    void asked(const SipHead &head, const Endpoint &from);
    void obey(const BasicParam &values);
    QByteArray basicParam() const;
    QByteArray messageText(const QByteArray &body, const QByteArray &callId, int cseq);
    QByteArray credentials(const SipHead &challenge) const;
    void send(const QByteArray &octets);
    QByteArray head(const QByteArray &method, int cseq, const QByteArray &callId);
    std::chrono::milliseconds nextGap() const;

    const VirtualDeviceConfig m_config;
    QUdpSocket m_socket;
    QTimer m_timer;
    QByteArray m_callId, m_beatCallId, m_tag;
    int m_cseq = 0, m_sn = 0;
    int m_unanswered = 0; ///< heartbeats in a row
    quint64 m_branch = 0;
    int m_expires = 3600;
    std::chrono::milliseconds m_interval;
    int m_count;
    QByteArray m_lastBranch; ///< of the last request to it
    bool m_registered = false;
    bool m_tried = false; ///< the credentials of this registration are out
};

} // namespace gb
