#include "core/session/enginecore.h"

#include "core/base/platform.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"
#include "core/record/icmpnote.h"
#include "core/session/notevalues.h"

namespace gb {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds ending{10};

} // namespace

EngineCore::EngineCore(const Engine::Options &options)
    : m_options(options)
    , m_ledger(
          m_clock, options.policy,
          [this](quint64 number, const Datagram &datagram) { emit messageRead(number, datagram); },
          [this](const QString &why) { emit diskChanged(m_ledger.file().path(), why); })
    , m_udp(m_clock, this)
    , m_tcp(m_clock, this)
    , m_hep(m_clock, this)
    , m_mirror(m_clock, this)
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
    connect(&m_watch, &QTimer::timeout, this, &EngineCore::watchOver);
    m_watch.start(LinkWatch::pause);
    connect(&m_udp, &UdpTransport::received, this, &EngineCore::receive);
    connect(&m_udp, &UdpTransport::undelivered, this, [this](const IcmpError &error) {
        m_ledger.note(icmpnote::noteOf(error));
        afterBurst();
    });
    connect(&m_udp, &UdpTransport::drained, this, &EngineCore::afterBurst);
    connect(&m_hep, &HepListener::received, this, &EngineCore::receiveHep);
    connect(&m_hep, &HepListener::drained, this, &EngineCore::afterBurst);
    connect(&m_hep, &HepListener::turnedAway, this, [this](const Endpoint &sender) {
        m_ledger.note(notes::ConnectionClosed{sender.address.toString(), QStringLiteral("silent")});
    });
    connect(&m_tcp, &TcpTransport::received, this, &EngineCore::receive);
    connect(&m_tcp, &TcpTransport::drained, this, &EngineCore::afterBurst);
    connect(&m_tcp, &TcpTransport::silent, this, [this](const Endpoint &peer) {
        m_ledger.note(notes::ConnectionSilent{peer.address.toString()});
        afterBurst();
    });
    connect(&m_tcp, &TcpTransport::turnedAway, this, [this](const Endpoint &peer) {
        m_ledger.note(notes::ConnectionClosed{peer.address.toString(), QStringLiteral("silent")});
        afterBurst();
    });
    connect(&m_deliver, &QTimer::timeout, this, [this] { deliver(); });
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_silence && m_silence->until <= m_clock.now())
            answerAgain();
        if (m_server) {
            send(m_server->advance(m_clock.now()));
            m_control->advance(m_clock.now());
            tellConfig();
        }
        m_ledger.advance();
        armDeadline();
        news();
    });
}

EngineCore::~EngineCore()
{
    closeCapture();
}

void EngineCore::record(const QString &path)
{
    QString error;
    const QString comment = QStringLiteral(
        "Recorded by gbscope. IP, UDP and TCP headers are synthesised: the octets are those of the sockets.");
    if (m_ledger.open(path, comment, &error))
        emit recording(m_ledger.file().path(), path);
    else
        emit recordFailed(path, error);
}

void EngineCore::listen(const ServerConfig &config)
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
        emit listenFailed(error, detail);
        return;
    }
    noteSource({notes::Source::Sip, where}, {.serverId = config.serverId, .domain = config.domain});
    m_server = std::make_unique<SipServer>(config);
    m_server->registrar().challenges().setLearnt(m_learntForms);
    m_control = std::make_unique<DeviceControl>(
        config.serverId.toLatin1(), [this](const Endpoint &to, TransportKind transport, const QByteArray &octets) {
            return sendOne(to, transport, octets);
        });
    m_linkWatch.watchAddress(m_udp.local().address);
    emit listening(m_udp.local(), m_udp.receiveBuffer());
}

void EngineCore::closeAll()
{
    answerAgain();
    tellLinks(m_linkWatch.stop());
    closeCapture();
    m_udp.close();
    m_hep.close();
    m_tcp.close();
    if (m_server) {
        m_learntForms = m_server->registrar().challenges().learnt();
        m_control->stop(m_clock.now());
        tellConfig();
    }
    m_control.reset();
    m_server.reset();
    m_withheldTold = 0;
    m_ledger.flush();
    if (const auto ended = std::exchange(m_ended, std::nullopt))
        m_ledger.note(*ended);
}

void EngineCore::stopListening()
{
    closeAll();
    deliver(true);
    emit stoppedListening();
}

void EngineCore::setKnownPasswords(const QList<QByteArray> &passwords)
{
    m_passwords = passwords;
    m_ledger.note(notes::PasswordsKnown{static_cast<quint64>(m_passwords.size()) + (m_ownPassword.isEmpty() ? 0 : 1)});
    m_ledger.analysis().devices().setKnownPasswords(m_ownPassword, m_passwords);
    compareRefused();
}

void EngineCore::compareRefused()
{
    constexpr int portion = 8; // devices, until others have their turn
    if (m_ledger.compareRefused(portion))
        QMetaObject::invokeMethod(this, &EngineCore::compareRefused, Qt::QueuedConnection);
    news();
}

void EngineCore::setExpected(const QList<ExpectedDevice> &devices)
{
    m_ledger.note(notevalues::noteOf(devices));
    armDeadline();
    news();
}

void EngineCore::setPolicy(const HeartbeatPolicy &policy)
{
    m_ledger.note(notevalues::noteOf(policy));
    armDeadline();
    news();
}

void EngineCore::setOverrides(const HeartbeatOverrides &overrides)
{
    m_ledger.note(notevalues::noteOf(overrides));
    armDeadline();
    news();
}

void EngineCore::watch(const QString &device)
{
    m_ledger.analysis().devices().watch(device);
    news();
}

void EngineCore::read(quint64 number)
{
    if (m_ledger.file().isOpen())
        m_ledger.file().read(number);
    else
        emit messageRead(number, {});
}

void EngineCore::flush()
{
    if (m_ledger.file().isOpen())
        m_ledger.file().flush(
            [this] { QMetaObject::invokeMethod(this, &EngineCore::tellFlushed, Qt::QueuedConnection); });
    else
        tellFlushed();
}

/// Behind a batch, for what the disk refused is known only now.
void EngineCore::tellFlushed()
{
    deliver(true);
    emit flushed();
}

Trace EngineCore::note(Datagram datagram)
{
    if (!m_collector.address.isNull())
        sendHep(datagram);
    return m_ledger.observe(std::move(datagram));
}

void EngineCore::receive(const Datagram &datagram)
{
    const Trace trace = note(datagram);
    if (!m_server)
        return;
    send(m_server->receive(trace, m_clock.wall()));
    const Registrar &registrar = std::as_const(*m_server).registrar();
    if (datagram.transport == TransportKind::Tcp && registrar.bindings().holds(datagram.from))
        m_tcp.registered(datagram.from);
    tellNotices();
    m_control->receive(trace);
    tellConfig();
}

void EngineCore::tellNotices()
{
    using What = notes::AddressNotice::What;
    for (const Registrar::Notice &one : m_server->registrar().takeNotices())
        m_ledger.note(notes::AddressNotice{one.what == Registrar::Notice::Guesses ? What::Guesses : What::PlacesSpoofed,
            one.address.toString(), static_cast<quint64>(one.count)});
}

bool EngineCore::sendOne(const Endpoint &to, TransportKind transport, const QByteArray &octets)
{
    const bool tcp = transport == TransportKind::Tcp; // on the connection it came by, RFC 3261 §18.2.2
    Datagram sent = tcp ? m_tcp.send(to, octets) : m_udp.send(to, octets);
    if (sent.octets.isEmpty())
        return false;
    note(std::move(sent));
    return true;
}

void EngineCore::send(const QList<SipServer::Outgoing> &outgoing)
{
    for (const SipServer::Outgoing &one : outgoing)
        sendOne(one.to, one.transport, one.octets);
}

void EngineCore::configure(const QString &device, DeviceConfigTask::Kind kind, std::optional<int> expiration)
{
    const TimePoint now = m_clock.now();
    const HeartbeatPolicy &ours = m_ledger.analysis().devices().policy();
    if (!m_control || (m_silence && m_silence->covers(device))) {
        emit configReported({.device = device,
            .outcome = m_control ? ConfigOutcome::Silent : ConfigOutcome::Stopped,
            .ours = ours,
            .at = now});
        return;
    }
    DeviceControl::Target target{.id = device.toUtf8()};
    const Binding *const binding = std::as_const(*m_server).registrar().bindings().find(view(target.id));
    if (binding && binding->expiresAt > now)
        target = {.id = target.id, .remote = binding->source, .local = binding->local, .transport = binding->transport};
    m_control->start(target, kind, ours, now, expiration);
    tellConfig();
    afterBurst();
}

void EngineCore::tellConfig()
{
    for (const ConfigReport &report : m_control->takeReports())
        emit configReported(report);
}

void EngineCore::afterBurst()
{
    if (m_server) {
        const quint64 withheld = m_server->withheld();
        m_ledger.dropped(notes::Dropped::What::Withheld, withheld - std::exchange(m_withheldTold, withheld));
    }
    armDeadline();
    news();
}

void EngineCore::armDeadline()
{
    auto next = m_ledger.nextDeadline();
    if (const auto server = m_server ? m_server->nextDeadline() : std::nullopt) {
        const TimePoint soon = *server + ending; // most of it is the end of what was answered, which nobody waits for:
                                                 // many at once
        next = next ? std::min(*next, soon) : soon;
    }
    if (const auto control = m_control ? m_control->nextDeadline() : std::nullopt)
        next = next ? std::min(*next, *control) : control;
    if (m_silence)
        next = next ? std::min(*next, m_silence->until) : m_silence->until;
    if (!next) {
        m_deadline.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - m_clock.now());
    m_deadline.start(std::clamp<std::chrono::milliseconds>(wait, 0ms, 24h));
}

void EngineCore::news()
{
    if (m_options.batchMilliseconds == 0)
        deliver();
    else if (!m_deliver.isActive())
        m_deliver.start();
}

void EngineCore::deliver(bool always)
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
    emit batch(news);
}

} // namespace gb
