#pragma once
#include "core/capture/heplistener.h"
#include "core/client/devicecontrol.h"
#include "core/net/linkwatch.h"
#include "core/net/tcptransport.h"
#include "core/server/sipserver.h"
#include "core/session/bindingkeeper.h"
#include "core/session/capturefeed.h"
#include "core/session/engine.h"
#include "core/session/ledger.h"

#include <QTimer>

#include <atomic>

namespace gb {

/// The engine's inside: lives in its thread, see Engine.
class EngineCore : public QObject
{
    Q_OBJECT
public:
    explicit EngineCore(const Engine::Options &options);
    ~EngineCore() override;

    void record(const QString &path);
    void listen(const ServerConfig &config);
    void listenForHep(const Endpoint &endpoint);
    void capture(const LiveCapture::Options &options);
    void mirror(const Endpoint &collector);
    void stopListening();
    void setPolicy(const HeartbeatPolicy &policy);
    void setOverrides(const HeartbeatOverrides &overrides);
    void watch(const QString &device);
    void setKnownPasswords(const QList<QByteArray> &passwords);
    void configure(const QString &device, DeviceConfigTask::Kind kind, std::optional<int> expiration = {});
    void setExpected(const QList<ExpectedDevice> &devices);
    void fallSilent(const QStringList &devices, std::chrono::seconds duration);
    void answerAgain();
    void read(quint64 number);
    void flush();
    /// From any thread.
    std::shared_ptr<const RecordPlaces> places() { return m_ledger.file().places(); }
    /// From any thread: one batch less is on its way.
    void taken() { m_pendingBatches.fetch_sub(1, std::memory_order_acq_rel); }

signals:
    void listening(gb::Endpoint endpoint, int receiveBuffer);
    void listenFailed(gb::ListenError error, QString detail);
    void capturing(QString interface);
    void captureFailed(gb::CaptureError error, QString detail);
    void stoppedListening();
    void recording(QString path, QString asked);
    void recordFailed(QString path, QString detail);
    void diskChanged(QString path, QString trouble);
    void batch(gb::BatchPtr batch);
    void messageRead(quint64 number, gb::Datagram datagram);
    void configReported(gb::ConfigReport report);
    void silenceChanged(gb::SilenceChange change);
    void flushed();

private:
    void receive(const Datagram &datagram);
    void receiveHep(const Datagram &packet);
    void noteSenderClock(const Endpoint &sender, Duration behind);
    void receiveCaptured();
    void takeCaptured(std::size_t most);
    void compareRefused();
    void tellKept(const QList<KeptRegistration> &kept);
    void closeCapture();
    void closeAll();
    void sendHep(const Datagram &datagram);
    Trace note(Datagram datagram);
    bool sendOne(const Endpoint &to, TransportKind transport, const QByteArray &octets);
    void send(const QList<SipServer::Outgoing> &outgoing);
    void noteSource(const notes::Listening &source, const notes::Site &site);
    void noteFailure(
        notes::Source source, ListenError error, const QString &where, const QString &owner, const QString &detail);
    void tellConfig();
    void tellFlushed();
    void tellNotices();
    void afterBurst();
    void news();
    void deliver(bool always = false);
    void armDeadline();
    void watchOver();
    void tellLinks(const QList<LinkChange> &changes);

    const Engine::Options m_options;
    SystemClock m_clock;
    Ledger m_ledger;
    UdpTransport m_udp;
    TcpTransport m_tcp;
    HepListener m_hep;     ///< what others saw
    UdpTransport m_mirror; ///< what others shall see
    Endpoint m_collector;
    QByteArray m_ownPassword;
    QList<QByteArray> m_passwords; ///< of others
    hep::Merger m_merger;
    std::unique_ptr<CaptureFeed> m_feed;
    std::unique_ptr<LiveCapture> m_capture; ///< fills m_feed
    quint64 m_captureNumber = 0;
    std::unique_ptr<SipServer> m_server;
    std::unique_ptr<DeviceControl> m_control;  ///< where m_server is
    std::optional<Silence> m_silence;          ///< where m_server is
    BindingKeeper m_bindings;
    ChallengeForms::Learnt m_learntForms;      ///< of the listeners before
    quint64 m_withheldTold = 0;                ///< of m_server
    std::optional<notes::ListenEnded> m_ended; ///< what will be told of the source that is open
    SystemLinks m_links;
    LinkWatch m_linkWatch{m_clock, m_links};
    ClockWatch m_clockWatch{m_clock};
    QTimer m_deadline, m_deliver, m_watch;
    std::atomic<int> m_pendingBatches{0};
};

} // namespace gb
