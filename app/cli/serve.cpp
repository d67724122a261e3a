#include "app/cli/serve.h"

#include "app/cli/echo.h"
#include "app/cli/jsonlines.h"
#include "app/cli/stdinlines.h"
#include "app/terminationsignal.h"
#include "core/capture/sessionfile.h"
#include "core/findings/findinglog.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>
#include <QTimer>

namespace gb::cli {
namespace {

QString words(ListenError error, const QString &detail, const Endpoint &wanted)
{
    switch (error) {
    case ListenError::PortTaken:
        return QStringLiteral("Port %1 is taken: another program listens on %2. Stop it or choose another port.")
            .arg(wanted.port)
            .arg(wanted.text());
    case ListenError::NoSuchAddress:
        return QStringLiteral("%1 is not an address of this machine. Choose one that is, or 0.0.0.0 for all.")
            .arg(wanted.address.toString());
    case ListenError::NotAllowed:
        return QStringLiteral("Not allowed to listen on port %1: %2").arg(wanted.port).arg(detail);
    case ListenError::None:
    case ListenError::Other: break;
    }
    return QStringLiteral("Cannot listen on %1: %2").arg(wanted.text(), detail);
}

QString words(CaptureError error, const QString &detail, const QString &interface)
{
    const QString why = wording::captureFailure(error, interface, detail),
                  command = wording::permissionCommand(QCoreApplication::applicationFilePath());
    if (error != CaptureError::NotAllowed || command.isEmpty())
        return why;
    return why
        + QStringLiteral(
            " Either: %1, or run it with sudo; without permission, HEP or opening a capture of tcpdump works, too.")
              .arg(command);
}

} // namespace

Serve::Serve(ServeCommand command)
    : m_command(std::move(command))
    , m_policy(m_command.policy)
    , m_out(pipes::Stream::Out,
          [this](pipes::Outcome outcome) {
              QMetaObject::invokeMethod(
                  this, [this, outcome] { lose(outcome); }, Qt::QueuedConnection);
          })
    , m_err(pipes::Stream::Error)
    , m_session({.policy = m_policy, .batchMilliseconds = 0, .summaries = false})
    , m_silence(m_session, m_out)
    , m_ask(m_session, m_out)
    , m_play(m_session, m_out)
{
    connect(&m_session, &Session::batch, this, &Serve::show);
    connectListening();
    connectRecord();
    connectAsking();
    connectPlaying();
    if (m_command.readConfig)
        m_config.emplace(m_session, m_out, m_command.pushConfig, m_command.expiration);
    m_session.when<ConfigReport>(this, [this](const ConfigReport &report) { m_config->take(report); });
    m_session.when<SilenceChange>(this, [this](const SilenceChange &change) { m_silence.take(change); });
    m_session.when<outcome::StoppedListening>(
        this, [this](const outcome::StoppedListening &) { m_session.send(wish::Flush{}); });
    m_session.when<outcome::Flushed>(this, [this](const outcome::Flushed &) { finish(); });
}

Serve::~Serve() = default;

void Serve::connectListening()
{
    const auto tell = [this](const char *event, QJsonObject what) {
        const QJsonObject policy = policyObject(m_policy);
        for (auto one = policy.begin(); one != policy.end(); ++one)
            what.insert(one.key(), one.value());
        what.insert(QStringLiteral("event"), QLatin1String(event));
        write(line(what));
    };
    m_session.when<outcome::Listening>(this, [tell](const outcome::Listening &where) {
        tell("listening",
            {{QStringLiteral("address"), where.endpoint.address.toString()},
                {QStringLiteral("port"), where.endpoint.port},
                {QStringLiteral("receive_buffer"), where.receiveBuffer}});
    });
    m_session.when<outcome::Capturing>(this, [tell](const outcome::Capturing &where) {
        tell("capturing", {{QStringLiteral("interface"), where.interface}});
    });
    m_session.when<outcome::ListenFailed>(this, [this](const outcome::ListenFailed &why) {
        const Endpoint wanted = m_command.hep.value_or(Endpoint{m_command.server.address, m_command.server.port});
        fail(words(why.error, why.detail, wanted), CannotListen);
    });
    m_session.when<outcome::CaptureFailed>(this, [this](const outcome::CaptureFailed &why) {
        fail(words(why.error, why.detail, m_command.capture->interface), CannotCapture);
    });
}

void Serve::connectRecord()
{
    m_session.when<outcome::RecordFailed>(this, [this](const outcome::RecordFailed &failed) {
        fail(QStringLiteral("Cannot record into %1: %2").arg(failed.path, failed.detail), CannotRecord);
    });
    m_session.when<outcome::Recording>(this, [this](const outcome::Recording &made) {
        QJsonObject out{{QStringLiteral("event"), QStringLiteral("recording")}, {QStringLiteral("file"), made.path}};
        if (!made.instead.isEmpty()) {
            out.insert(QStringLiteral("instead_of"), made.instead);
            say(QStringLiteral("%1 exists and is left as it is. Recording into %2").arg(made.instead, made.path));
        }
        m_out.write(line(out));
    });
    m_session.when<outcome::DiskChanged>(this, [this](const outcome::DiskChanged &disk) {
        const bool fails = !disk.trouble.isEmpty();
        QJsonObject out{{QStringLiteral("event"), QStringLiteral("record")}, {QStringLiteral("file"), disk.path},
            {QStringLiteral("writing"), !fails}};
        if (fails)
            out.insert(QStringLiteral("text"), disk.trouble);
        m_out.write(line(out));
        say(fails ? QStringLiteral("Nothing can be recorded into %1: %2. What comes waits in memory, up to %3 MB, and "
                                   "devices are answered as before. It is tried again each second.")
                        .arg(disk.path, disk.trouble)
                        .arg(SessionFile::maxQueuedOctets / 1024 / 1024)
                  : QStringLiteral("Recording into %1 again").arg(disk.path));
    });
}

void Serve::connectAsking()
{
    m_session.when<AskReport>(this, [this](const AskReport &report) {
        if (!m_play.take(report))
            m_ask.take(report);
    });
    m_session.when<FreeReport>(this, [this](const FreeReport &report) { m_ask.take(report); });
    m_session.when<AskNotice>(this, [this](const AskNotice &notice) { m_ask.take(notice); });
    if (!m_command.ask)
        return;
    m_ask.begin(*m_command.ask, [this](int status) { quit(status); });
    awaitDevices(m_command.ask->wait);
}

void Serve::connectPlaying()
{
    m_session.when<PlayReport>(this, [this](const PlayReport &report) { m_play.take(report); });
    m_session.when<PlayProgress>(this, [this](const PlayProgress &progress) { m_play.take(progress); });
    if (!m_command.play)
        return;
    m_play.begin(*m_command.play, [this](int status) { quit(status); });
    awaitDevices(m_command.play->wait);
}

void Serve::awaitDevices(std::chrono::seconds wait)
{
    m_session.when<outcome::Listening>(this, [this, wait](const outcome::Listening &where) {
        say(QStringLiteral("Listening on %1; a device has %2 s to register")
                .arg(where.endpoint.text())
                .arg(wait.count()));
        QTimer::singleShot(wait, this, [this] {
            m_ask.timeIsUp();
            m_play.timeIsUp();
        });
    });
}

void Serve::start()
{
    onTermination(this, [this] { quit(Success); });
    m_session.send(wish::KnowPasswords{m_command.candidates});
    m_session.send(wish::Expect{m_command.expected});
    if (!m_command.session.isEmpty())
        m_session.send(wish::Record{m_command.session});
    if (m_command.hepSend)
        m_session.send(wish::Mirror{*m_command.hepSend});
    if (m_command.hep)
        m_session.send(wish::ListenForHep{*m_command.hep});
    else if (m_command.capture)
        m_session.send(wish::Capture{*m_command.capture});
    else
        m_session.send(wish::Listen{m_command.server});
    if (m_command.duration.count() > 0)
        QTimer::singleShot(m_command.duration, this, [this] { quit(Success); });
    if (m_command.silenceAfter)
        QTimer::singleShot(*m_command.silenceAfter, this, [this] {
            m_session.send(wish::FallSilent{{}, m_command.silenceFor});
        });
    readStandardInput(this, [this](const QString &line) { command(line); });
}

void Serve::command(const QString &text)
{
    const QString name = text.section(u' ', 0, 0, QString::SectionSkipEmpty);
    const QString value = text.section(u' ', 1, -1, QString::SectionSkipEmpty).trimmed();
    if (name == u"heartbeat-interval")
        return setPolicy(withInterval(m_policy, value), text);
    if (name == u"timeout-count")
        return setPolicy(withTimeoutCount(m_policy, value), text);
    if (name == u"silence" && isServer()) {
        if (!m_silence.command(value))
            refuse(QStringLiteral(
                "not understood: %1; there are silence on [SECONDS] [ID]... with 1 to %2 s, and silence off")
                       .arg(text)
                       .arg(Silence::longest.count()));
        return;
    }
    if ((name == u"ask" || name == u"play") && isServer()) {
        if (const QString wrong = name == u"ask" ? m_ask.command(value) : m_play.command(value); !wrong.isEmpty())
            refuse(wrong);
        return;
    }
    if (text == u"quit") {
        write(line({{QStringLiteral("event"), QStringLiteral("quit")}}));
        m_ask.timeIsUp();
        m_play.timeIsUp();
        return quit(Success);
    }
    refuse(QStringLiteral("unknown command: %1; there are heartbeat-interval N, timeout-count N, for serve silence on "
                          "[SECONDS] [ID]..., silence off, ask COMMAND ID [NAME=VALUE]..., ask message ID file=FILE or "
                          "template=NAME, and play ID [NAME=VALUE]..., and quit")
               .arg(text));
}

void Serve::refuse(const QString &text)
{
    m_out.write(line({{QStringLiteral("event"), QStringLiteral("error")}, {QStringLiteral("text"), text}}));
}

/// Who asks wants the answers alone.
void Serve::write(QByteArray line)
{
    if (!wantsAnswersAlone())
        m_out.write(std::move(line));
}

void Serve::setPolicy(const std::optional<HeartbeatPolicy> &policy, const QString &text)
{
    if (!policy) {
        return refuse(QStringLiteral("out of range: %1; intervals are 1 to 86400 s, counts 1 to 100").arg(text));
    }
    m_policy = *policy;
    m_session.send(wish::SetPolicy{m_policy}); // its event comes with the batch
}

void Serve::show(const BatchPtr &batch)
{
    m_counters = batch->counters;
    m_ask.take(*batch);
    m_play.take(*batch);
    if (wantsAnswersAlone())
        return;
    for (const DeviceSnapshot &device : batch->devices) {
        if (!device.isMissing())
            m_devices.insert(device.id);
    }
    for (const QString &id : batch->gone)
        m_devices.remove(id);
    QByteArrayList lines; // written at once, so that the writer wakes once a batch
    for (const Event &one : batch->events) {
        QByteArray text = eventLine(one);
        if (!text.isEmpty())
            lines.append(std::move(text));
    }
    for (const Awaited &one : batch->awaited) {
        QByteArray text = timeoutLine(one);
        if (!text.isEmpty())
            lines.append(std::move(text));
    }
    for (const Finding &one : batch->findings)
        tell(one, lines);
    m_out.write(std::move(lines));
    m_silence.take(*batch);
    if (m_config)
        m_config->take(*batch);
}

/// When it begins, is over, comes back, or turns out to follow from another; not each time that it is seen again.
void Serve::tell(const Finding &finding, QByteArrayList &lines)
{
    const auto told = m_told.constFind(finding.id);
    const std::pair now(finding.over, finding.because);
    if (told != m_told.constEnd() && *told == now)
        return;
    m_told.insert(finding.id, now);
    if (m_told.size() > static_cast<qsizetype>(2 * FindingLog::capacity)) // those that made room do not come back
        m_told.removeIf([](const auto &one) { return one.value().first; });
    QJsonObject out = findingObject(finding);
    out.insert(QStringLiteral("event"), QStringLiteral("finding"));
    lines.append(line(out));
}

void Serve::fail(const QString &text, int status)
{
    m_session.send(wish::DiscardEmptyRecord{}); // it tells of nothing but this
    say(echoed(text));
    m_out.write(line({{QStringLiteral("event"), QStringLiteral("error")}, {QStringLiteral("text"), text}}));
    quit(status);
}

/// On standard error, whose reader may stand still as well.
void Serve::say(const QString &text)
{
    m_err.write(text.toLocal8Bit());
}

void Serve::quit(int status)
{
    m_status = std::max(m_status, status);
    if (std::exchange(m_quitting, true))
        return;
    m_ask.stop();
    m_session.send(wish::StopListening{});
}

void Serve::finish()
{
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    write(line({{QStringLiteral("event"), QStringLiteral("summary")}, {QStringLiteral("devices"), m_devices.size()},
        {QStringLiteral("messages"), number(m_counters.messages)}, {QStringLiteral("sip"), number(m_counters.sip)},
        {QStringLiteral("retransmissions"), number(m_counters.retransmissions)},
        {QStringLiteral("repeats"), repeatsObject(m_counters)},
        {QStringLiteral("timed_out"), number(m_counters.unansweredRequests)},
        {QStringLiteral("unacknowledged"), number(m_counters.unacknowledged)},
        {QStringLiteral("malformed"), number(m_counters.malformed)},
        {QStringLiteral("unrecorded"), number(m_counters.unrecorded)},
        {QStringLiteral("unmirrored"), number(m_counters.unmirrored)},
        {QStringLiteral("capture_dropped"), number(m_counters.captureDropped)},
        {QStringLiteral("not_signalling"), number(m_counters.notSignalling)},
        {QStringLiteral("unanswered"), number(m_counters.unanswered)},
        {QStringLiteral("icmp_undelivered"), number(m_counters.reported)},
        {QStringLiteral("icmp_of_nothing_seen"), number(m_counters.reportsOfOthers)},
        {QStringLiteral("closed_connections"), number(m_counters.closedConnections)}}));
    QCoreApplication::exit(m_status);
}

/// Events get lost. Who reads none any more wants none; a full disk behind them is no reason to leave devices alone.
void Serve::lose(pipes::Outcome outcome)
{
    if (outcome == pipes::Outcome::Gone)
        return quit(Failed);
    say(QStringLiteral("Events are lost: nothing can be written to standard output. Devices are answered as before."));
}

int Serve::ended(int status)
{
    const pipes::Outcome outcome = m_out.finish();
    if (outcome == pipes::Outcome::Written)
        return status;
    say(pipes::lossText(outcome));
    return std::max<int>(status, Failed);
}

} // namespace gb::cli
