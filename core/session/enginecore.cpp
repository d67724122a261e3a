#include "core/session/enginecore.h"

#include "core/base/platform.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"

#include <limits>

namespace gb {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds ending{10};
constexpr std::size_t captureBurst = 256; ///< messages, until others have their turn

} // namespace

EngineCore::EngineCore(const Engine::Options &options)
    : m_options(options)
    , m_analysis(options.policy)
    , m_session([this](quint64 number, const Datagram &datagram) { emit messageRead(number, datagram); },
          [this](const QString &why) { emit recordFailed(m_session.path(), why); })
    , m_udp(m_clock, this)
    , m_tcp(m_clock, this)
    , m_hep(m_clock, this)
    , m_mirror(m_clock, this)
    , m_deadline(this)
    , m_deliver(this)
    , m_watch(this)
{
    m_analysis.keepSummaries(options.summaries);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    m_deliver.setSingleShot(true);
    m_deliver.setInterval(options.batchMilliseconds);
    connect(&m_watch, &QTimer::timeout, this, &EngineCore::watchOver);
    m_watch.start(LinkWatch::pause);
    connect(&m_udp, &UdpTransport::received, this, &EngineCore::receive);
    connect(&m_udp, &UdpTransport::drained, this, &EngineCore::afterBurst);
    connect(&m_hep, &UdpTransport::received, this, &EngineCore::receiveHep);
    connect(&m_hep, &UdpTransport::drained, this, &EngineCore::afterBurst);
    connect(&m_tcp, &TcpTransport::received, this, &EngineCore::receive);
    connect(&m_tcp, &TcpTransport::drained, this, &EngineCore::afterBurst);
    connect(&m_tcp, &TcpTransport::silent, this, [this](const Endpoint &peer) {
        m_analysis.findings().silentConnection(peer, m_clock.now());
        news();
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
        m_analysis.advance(m_clock.now());
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
    if (!m_session.open(path, comment, &error))
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
        if (error == ListenError::PortTaken || error == ListenError::NoSuchAddress)
            m_analysis.findings().cannotListen(
                error == ListenError::PortTaken, where, printable(platform::portOwner(config.port)), m_clock.now());
        news();
        emit listenFailed(error, detail);
        return;
    }
    m_analysis.findings().listens(where, m_clock.now());
    m_analysis.setSite({.serverId = config.serverId, .domain = config.domain, .live = true});
    m_server = std::make_unique<SipServer>(config);
    m_server->registrar().challenges().setLearnt(m_learntForms);
    m_control = std::make_unique<DeviceControl>(
        config.serverId.toLatin1(), [this](const Endpoint &to, TransportKind transport, const QByteArray &octets) {
            return sendOne(to, transport, octets);
        });
    m_linkWatch.watchAddress(m_udp.local().address);
    emit listening(m_udp.local(), m_udp.receiveBuffer());
}

void EngineCore::listenForHep(const Endpoint &endpoint)
{
    closeAll();
    m_analysis.setSite({.live = true});
    QString detail;
    const ListenError error = m_hep.listen(endpoint.address, endpoint.port, &detail);
    m_linkWatch.watchAddress(m_hep.local().address);
    if (error != ListenError::None)
        emit listenFailed(error, detail);
    else
        emit listening(m_hep.local(), m_hep.receiveBuffer());
}

void EngineCore::capture(const LiveCapture::Options &options)
{
    closeAll();
    m_analysis.setSite({.live = true});
    m_feed = std::make_unique<CaptureFeed>(
        m_clock, [this] { QMetaObject::invokeMethod(this, &EngineCore::receiveCaptured, Qt::QueuedConnection); });
    CaptureFeed *const feed = m_feed.get();
    const auto tell = [this, number = ++m_captureNumber](auto what) {
        QMetaObject::invokeMethod(
            this,
            [this, number, what] {
                if (m_feed && m_captureNumber == number) // else it was closed meanwhile
                    what();
            },
            Qt::QueuedConnection);
    };
    m_linkWatch.watchInterface(options.interface);
    m_capture = std::make_unique<LiveCapture>(options,
        LiveCapture::Receiver{
            .started = [=, this] { tell([this, name = options.interface] { emit capturing(name); }); },
            .packet = [feed](int linkType, TimePoint at, std::string_view packet) { feed->take(linkType, at, packet); },
            .dropped = [feed](quint64 packets) { feed->addDropped(packets); },
            .failed =
                [=, this](CaptureError error, const QString &detail) {
                    tell([this, error, detail] {
                        closeCapture();
                        tellLinks(m_linkWatch.look()); // which may be why
                        tellLinks(m_linkWatch.stop());
                        deliver(true);
                        emit captureFailed(error, detail);
                    });
                }});
}

void EngineCore::receiveCaptured()
{
    if (m_feed)
        takeCaptured(captureBurst);
}

void EngineCore::takeCaptured(std::size_t most)
{
    bool more = false;
    for (Datagram &message : m_feed->messages(most, &more))
        note(std::move(message));
    m_analysis.counters().captureDropped += m_feed->takeDropped();
    if (more) // behind what else waits for this thread
        QMetaObject::invokeMethod(this, &EngineCore::receiveCaptured, Qt::QueuedConnection);
    afterBurst();
}

/// What was captured until now is still taken.
void EngineCore::closeCapture()
{
    m_capture.reset();
    if (!m_feed)
        return;
    m_feed->finish();
    takeCaptured(std::numeric_limits<std::size_t>::max());
    m_feed.reset();
}

void EngineCore::mirror(const Endpoint &collector)
{
    m_collector = collector;
    m_mirror.close();
    if (collector.address.isNull())
        return;
    const bool v6 = collector.address.isV6();
    m_mirror.listen(QHostAddress(v6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4), 0, nullptr); // where that fails
                                                                                                   // every copy is
                                                                                                   // counted
}

void EngineCore::receiveHep(const Datagram &packet)
{
    const bool ours = packet.from.port == m_mirror.local().port && packet.from.address == packet.to.address;
    if (ours && m_mirror.isListening())
        return; // our own copy, sent to ourselves: it would run in circles
    hep::Problem problem = hep::Problem::None;
    auto message = hep::read(packet.octets, &problem);
    if (problem == hep::Problem::OtherKind) {
        ++m_analysis.counters().notSignalling;
        return;
    }
    if (message)
        m_merger.fit(*message, packet.from, packet.at);
    note(message ? std::move(*message) : packet); // what cannot be read is shown as it came
}

void EngineCore::sendHep(const Datagram &datagram)
{
    constexpr qsizetype most = 65'000;
    constexpr quint32 agent = 28181;
    const bool sent = m_mirror.isListening() && datagram.octets.size() <= most
        && !m_mirror.send(m_collector, hep::write(datagram, agent)).octets.isEmpty();
    m_analysis.counters().unmirrored += sent ? 0 : 1;
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
    m_analysis.devices().setKnownPasswords(m_ownPassword, m_passwords);
    compareRefused();
}

void EngineCore::compareRefused()
{
    constexpr int portion = 8; // devices, until others have their turn
    if (m_analysis.devices().compareRefused(portion, m_clock.now()))
        QMetaObject::invokeMethod(this, &EngineCore::compareRefused, Qt::QueuedConnection);
    news();
}

void EngineCore::setExpected(const QList<ExpectedDevice> &devices)
{
    m_analysis.setExpected(devices, m_clock.now());
    armDeadline();
    news();
}

void EngineCore::setPolicy(const HeartbeatPolicy &policy)
{
    m_analysis.setPolicy(policy, m_clock.now());
    armDeadline();
    news();
}

void EngineCore::setOverrides(const HeartbeatOverrides &overrides)
{
    m_analysis.setOverrides(overrides, m_clock.now());
    armDeadline();
    news();
}

void EngineCore::watch(const QString &device)
{
    m_analysis.devices().watch(device);
    news();
}

void EngineCore::read(quint64 number)
{
    if (m_session.isOpen())
        m_session.read(number);
    else
        emit messageRead(number, {});
}

void EngineCore::flush()
{
    if (m_session.isOpen())
        m_session.flush([this] { emit flushed(); });
    else
        emit flushed();
}

Trace EngineCore::note(Datagram datagram)
{
    if (!m_collector.address.isNull())
        sendHep(datagram);
    if (m_session.isOpen() && !m_session.append(datagram))
        ++m_analysis.counters().unrecorded;
    return m_analysis.observe(std::move(datagram));
}

void EngineCore::receive(const Datagram &datagram)
{
    const Trace trace = note(datagram);
    if (!m_server)
        return;
    send(m_server->receive(trace, m_clock.wall()));
    m_control->receive(trace);
    tellConfig();
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
    const HeartbeatPolicy &ours = m_analysis.devices().policy();
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
    if (m_server)
        m_analysis.counters().unanswered = m_server->withheld();
    armDeadline();
    news();
}

void EngineCore::armDeadline()
{
    auto next = m_analysis.nextDeadline();
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
    if (!always && !m_analysis.hasNews())
        return;
    const auto news = std::make_shared<const Batch>(m_analysis.take(m_clock.now()));
    m_pendingBatches.fetch_add(1, std::memory_order_acq_rel); // orders the batch ahead of taken(), which a race
                                                              // detector cannot see inside Qt
    emit batch(news);
}

} // namespace gb
