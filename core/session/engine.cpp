#include "core/session/engine.h"

#include "core/base/handover.h"
#include "core/base/platform.h"
#include "core/capture/filetarget.h"
#include "core/message/deviceid.h"
#include "core/record/icmpnote.h"

namespace gb {

using namespace std::chrono_literals;

Engine::Engine(const LiveOptions &options, Outlet outlet)
    : m_options(options)
    , m_outlet(std::move(outlet))
    , m_ledger(
          m_clock, options.policy,
          [this](quint64 number, const Datagram &datagram) {
              m_outlet.tell(outcome::MessageRead{number, datagram});
          },
          [this](const QString &why) {
              m_outlet.tell(outcome::DiskChanged{m_ledger.file().path(), why});
          },
          [this](const SessionFile::Made &made) {
              const bool asIs = made.next || made.path == filetarget::canonical(made.asked);
              m_outlet.tell(outcome::Recording{made.path, asIs ? QString() : made.asked, made.files});
              if (made.removed > 0)
                  m_outlet.tell(outcome::RecordCut{made.removed});
          })
    , m_udp(m_clock, this)
    , m_tcp(m_clock, this)
    , m_hep(m_clock, this)
    , m_mirror(m_clock, this)
    , m_premises{.options = m_options, .clock = m_clock, .devices = m_ledger.analysis().devices()}
    , m_actors(makeActors(m_premises))
    , m_deadline(this)
    , m_deliver(this)
    , m_watch(this)
{
    m_ledger.analysis().keepSummaries(options.summaries);
    m_ledger.file().keepPlaces(options.summaries);
    if (!options.summaries)
        m_ledger.analysis().devices().keepShortHistories();
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    m_deliver.setSingleShot(true);
    m_deliver.setInterval(options.batchMilliseconds);
    connect(&m_watch, &QTimer::timeout, this, &Engine::watchOver);
    m_watch.start(LinkWatch::pause);
    connect(&m_udp, &UdpTransport::received, this, &Engine::receive);
    connect(&m_udp, &UdpTransport::undelivered, this, [this](const IcmpError &error) {
        m_ledger.note(icmpnote::noteOf(error));
        afterBurst();
    });
    connect(&m_udp, &UdpTransport::drained, this, &Engine::afterBurst);
    connect(&m_hep, &HepListener::received, this, &Engine::receiveHep);
    connect(&m_hep, &HepListener::drained, this, &Engine::afterBurst);
    connect(&m_hep, &HepListener::turnedAway, this, [this](const Endpoint &sender) {
        m_ledger.note(notes::ConnectionClosed{sender.address.toString(), QStringLiteral("silent")});
    });
    connect(&m_tcp, &TcpTransport::received, this, &Engine::receive);
    connect(&m_tcp, &TcpTransport::drained, this, &Engine::afterBurst);
    connect(&m_tcp, &TcpTransport::silent, this, [this](const Endpoint &peer) {
        m_ledger.note(notes::ConnectionSilent{peer.address.toString()});
        afterBurst();
    });
    connect(&m_tcp, &TcpTransport::closedUnread, this, [this](const Endpoint &peer, bool unfinished, bool spoke) {
        m_ledger.note(notes::ConnectionClosed{peer.address.toString(),
            !spoke           ? QStringLiteral("no-sip")
                : unfinished ? QStringLiteral("unfinished")
                             : QStringLiteral("unreadable")});
        afterBurst();
    });
    connect(&m_tcp, &TcpTransport::turnedAway, this, [this](const Endpoint &peer) {
        m_ledger.note(notes::ConnectionClosed{peer.address.toString(), QStringLiteral("silent")});
        afterBurst();
    });
    connect(&m_deliver, &QTimer::timeout, this, [this] { deliver(); });
    connect(&m_deadline, &QTimer::timeout, this, &Engine::onDeadline);
}

Engine::~Engine()
{
    closeCapture();
}

void Engine::listen(const ServerConfig &config)
{
    closeAll();
    m_ownPassword = config.password.toUtf8();
    setKnownPasswords(m_passwords);
    QString detail;
    ListenError error = ListenError::PortTaken;
    // The same port for both, RFC 3261 §18.2.1. Where UDP may choose it, one that TCP cannot have is tried again.
    for (int attempt = 0; error == ListenError::PortTaken && attempt < (config.port == 0 ? 16 : 1); ++attempt) {
        error = m_udp.listen(config.address, config.port, &detail);
        if (error == ListenError::None)
            error = m_tcp.listen(config.address, m_udp.local().port, &detail);
    }
    const QString where = Endpoint{config.address, config.port}.text();
    if (error != ListenError::None) {
        m_udp.close();
        const bool taken = error == ListenError::PortTaken;
        noteFailure(
            notes::Source::Sip, error, where, taken ? printable(platform::portOwner(config.port)) : QString(), detail);
        tell(outcome::ListenFailed{error, detail});
        return;
    }
    noteSource({notes::Source::Sip, where}, {.serverId = config.serverId, .domain = config.domain});
    m_isServer = true;
    for (const auto &actor : m_actors)
        actor->open(config, m_udp.local(), *this);
    m_linkWatch.watchAddress(m_udp.local().address);
    tell(outcome::Listening{m_udp.local(), m_udp.receiveBuffer()});
}

void Engine::closeAll()
{
    m_isServer = false;
    for (const auto &actor : m_actors)
        actor->close(*this);
    tellLinks(m_linkWatch.stop());
    closeCapture();
    m_udp.close();
    m_hep.close();
    m_tcp.close();
    m_ledger.flush();
    if (const auto ended = std::exchange(m_ended, std::nullopt))
        m_ledger.note(*ended);
}

void Engine::stopListening()
{
    closeAll();
    deliver(true);
    tell(outcome::StoppedListening{});
}

void Engine::setKnownPasswords(const QList<QByteArray> &passwords)
{
    m_passwords = passwords;
    m_ledger.note(notes::PasswordsKnown{static_cast<quint64>(m_passwords.size()) + (m_ownPassword.isEmpty() ? 0 : 1)});
    m_ledger.analysis().devices().setKnownPasswords(m_ownPassword, m_passwords);
    compareRefused();
}

void Engine::compareRefused()
{
    constexpr int portion = 8; // devices, until others have their turn
    if (m_ledger.compareRefused(portion))
        QMetaObject::invokeMethod(this, &Engine::compareRefused, Qt::QueuedConnection);
    news();
}

Trace Engine::observe(Datagram datagram)
{
    if (!m_collector.address.isNull())
        sendHep(datagram);
    return m_ledger.observe(std::move(datagram));
}

void Engine::receive(const Datagram &datagram)
{
    const Trace trace = observe(datagram);
    if (!m_isServer)
        return;
    for (const auto &actor : m_actors)
        actor->receive(trace, *this);
}

std::optional<quint64> Engine::send(const Endpoint &to, TransportKind transport, const QByteArray &octets)
{
    Datagram sent = transport == TransportKind::Tcp ? m_tcp.send(to, octets) : m_udp.send(to, octets);
    if (sent.octets.isEmpty())
        return {};
    return observe(std::move(sent)).number;
}

void Engine::tellNews()
{
    m_ledger.advance();
    deliver(true);
}

void Engine::afterBurst()
{
    for (const auto &actor : m_actors)
        actor->burstEnds(*this);
    armDeadline();
    news();
}

void Engine::onDeadline()
{
    const TimePoint now = m_clock.now();
    for (const auto &actor : m_actors)
        actor->advance(now, *this);
    m_ledger.advance();
    armDeadline();
    news();
}

void Engine::armDeadline()
{
    auto next = m_ledger.nextDeadline();
    for (const auto &actor : m_actors) {
        if (const auto own = actor->nextDeadline())
            next = next ? std::min(*next, *own) : own;
    }
    if (!next) {
        m_deadline.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - m_clock.now());
    m_deadline.start(std::clamp<std::chrono::milliseconds>(wait, 0ms, 24h));
}

void Engine::news()
{
    if (m_options.batchMilliseconds == 0)
        deliver();
    else if (!m_deliver.isActive())
        m_deliver.start();
}

void Engine::deliver(bool always)
{
    // Where nobody takes the batches they are gathered here into a bigger one; what grows with it is bounded by the
    // devices, and by the messages of a stuck window.
    if (!always && m_pendingBatches.load(std::memory_order_relaxed) >= m_options.maxPendingBatches) {
        m_deliver.start(std::max(m_options.batchMilliseconds, 100));
        return;
    }
    if (!always && !m_ledger.analysis().hasNews())
        return;
    m_ledger.analysis().readerCounters().unrecorded = m_ledger.file().unrecorded();
    const auto news = std::make_shared<const Batch>(m_ledger.analysis().take(m_clock.now()));
    m_pendingBatches.fetch_add(1, std::memory_order_acq_rel); // orders the batch ahead of taken(), which a race
                                                              // detector cannot see inside Qt
    m_outlet.batch(news);
}

} // namespace gb
