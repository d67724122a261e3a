#pragma once
#include "core/capture/heplistener.h"
#include "core/net/linkwatch.h"
#include "core/net/tcptransport.h"
#include "core/session/actors.h"
#include "core/session/capturefeed.h"
#include "core/session/ledger.h"
#include "core/session/liveoptions.h"
#include "core/session/session.h"

#include <QTimer>

#include <atomic>

namespace gb {

/// The inside of a LiveSession, in its thread: sockets, record and what follows from it. Who answers and asks is in the
/// list of actors.
class Engine final : public QObject, private Outbox
{
public:
    Engine(const LiveOptions &options, Outlet outlet);
    ~Engine() override;

    void carryOut(const Wish &wish);
    /// From any thread.
    std::shared_ptr<const RecordPlaces> places() { return m_ledger.file().places(); }
    /// From any thread: one batch less is on its way.
    void taken() { m_pendingBatches.fetch_sub(1, std::memory_order_acq_rel); }

private:
    struct CarryOut;

    void listen(const ServerConfig &config);
    void listenForHep(const Endpoint &endpoint);
    void capture(const LiveCapture::Options &options);
    void mirror(const Endpoint &collector);
    void stopListening();
    void setKnownPasswords(const QList<QByteArray> &passwords);

    std::optional<quint64> send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override;
    void note(notes::What what) override { m_ledger.note(std::move(what)); }
    void dropped(notes::Dropped::What what, quint64 amount) override { m_ledger.dropped(what, amount); }
    void comment(const QString &text) override { m_ledger.file().comment(text); }
    void keepConnection(const Endpoint &peer) override { m_tcp.registered(peer); }
    void tellNews() override;
    void tell(Outcome outcome) override { m_outlet.tell(std::move(outcome)); }

    void receive(const Datagram &datagram);
    void receiveHep(const Datagram &packet);
    void noteSenderClock(const Endpoint &sender, Duration behind);
    void receiveCaptured();
    void takeCaptured(std::size_t most);
    void compareRefused();
    void closeCapture();
    void closeAll();
    void sendHep(const Datagram &datagram);
    Trace observe(Datagram datagram);
    void noteSource(const notes::Listening &source, const notes::Site &site);
    void noteFailure(
        notes::Source source, ListenError error, const QString &where, const QString &owner, const QString &detail);
    void divideRecord(const QString &path, const sessionfolder::Limits &limits);
    void afterBurst();
    void onDeadline();
    void news();
    void deliver(bool always = false);
    void armDeadline();
    void watchOver();
    void tellLinks(const QList<LinkChange> &changes);

    const LiveOptions m_options;
    const Outlet m_outlet;
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
    Premises m_premises;
    const std::vector<std::unique_ptr<Actor>> m_actors;
    bool m_isServer = false;                   ///< the actors are open
    std::optional<notes::ListenEnded> m_ended; ///< what will be told of the source that is open
    SystemLinks m_links;
    LinkWatch m_linkWatch{m_clock, m_links};
    ClockWatch m_clockWatch{m_clock};
    QTimer m_deadline, m_deliver, m_watch;
    std::atomic<int> m_pendingBatches{0};
};

} // namespace gb
