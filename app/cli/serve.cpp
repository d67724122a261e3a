#include "app/cli/serve.h"

#include "app/cli/echo.h"
#include "app/cli/jsonlines.h"
#include "app/terminationsignal.h"
#include "core/capture/filetarget.h"
#include "core/capture/sessionfile.h"
#include "core/findings/findinglog.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QTimer>

#include <cstdio>
#include <thread>

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
          [this] {
              QMetaObject::invokeMethod(
                  this, [this] { quit(Success); }, Qt::QueuedConnection);
          })
    , m_err(pipes::Stream::Error)
    , m_engine({.policy = m_policy, .batchMilliseconds = 0, .summaries = false})
    , m_silence(m_engine, m_out)
{
    connect(&m_engine, &Engine::batch, this, &Serve::show);
    connect(&m_engine, &Engine::listening, this, [this](const Endpoint &endpoint, int buffer) {
        QJsonObject out = policyObject(m_policy);
        out.insert(QStringLiteral("event"), QStringLiteral("listening"));
        out.insert(QStringLiteral("address"), endpoint.address.toString());
        out.insert(QStringLiteral("port"), endpoint.port);
        out.insert(QStringLiteral("receive_buffer"), buffer);
        m_out.write(line(out));
    });
    connect(&m_engine, &Engine::listenFailed, this, [this](ListenError error, const QString &detail) {
        fail(words(error, detail, m_command.hep.value_or(Endpoint{m_command.server.address, m_command.server.port})),
            CannotListen);
    });
    connect(&m_engine, &Engine::capturing, this, [this](const QString &interface) {
        QJsonObject out = policyObject(m_policy);
        out.insert(QStringLiteral("event"), QStringLiteral("capturing"));
        out.insert(QStringLiteral("interface"), interface);
        m_out.write(line(out));
    });
    connect(&m_engine, &Engine::captureFailed, this, [this](CaptureError error, const QString &detail) {
        fail(words(error, detail, m_command.capture->interface), CannotCapture);
    });
    connectRecord();
    if (m_command.readConfig)
        m_config.emplace(m_engine, m_out, m_command.pushConfig, m_command.expiration);
    connect(&m_engine, &Engine::configReported, this, [this](const ConfigReport &report) { m_config->take(report); });
    connect(&m_engine, &Engine::silenceChanged, this, [this](const SilenceChange &change) { m_silence.take(change); });
    connect(&m_engine, &Engine::stoppedListening, &m_engine, &Engine::flush);
    connect(&m_engine, &Engine::flushed, this, &Serve::finish);
}

Serve::~Serve() = default;

void Serve::connectRecord()
{
    connect(&m_engine, &Engine::recordFailed, this, [this](const QString &path, const QString &detail) {
        fail(QStringLiteral("Cannot record into %1: %2").arg(path, detail), CannotRecord);
    });
    connect(&m_engine, &Engine::recording, this, [this](const QString &path, const QString &asked) {
        QJsonObject out{{QStringLiteral("event"), QStringLiteral("recording")}, {QStringLiteral("file"), path}};
        if (path != filetarget::canonical(asked)) {
            out.insert(QStringLiteral("instead_of"), asked);
            say(QStringLiteral("%1 exists and is left as it is. Recording into %2").arg(asked, path));
        }
        m_out.write(line(out));
    });
    connect(&m_engine, &Engine::diskChanged, this, [this](const QString &path, const QString &trouble) {
        const bool fails = !trouble.isEmpty();
        QJsonObject out{{QStringLiteral("event"), QStringLiteral("record")}, {QStringLiteral("file"), path},
            {QStringLiteral("writing"), !fails}};
        if (fails)
            out.insert(QStringLiteral("text"), trouble);
        m_out.write(line(out));
        say(fails ? QStringLiteral("Nothing can be recorded into %1: %2. What comes waits in memory, up to %3 MB, and "
                                   "devices are answered as before.")
                        .arg(path, trouble)
                        .arg(SessionFile::maxQueuedOctets / 1024 / 1024)
                  : QStringLiteral("Recording into %1 again").arg(path));
    });
}

void Serve::start()
{
    pipes::surviveClosedReaders();
    onTermination(this, [this] { quit(Success); });
    m_engine.setKnownPasswords(m_command.candidates);
    m_engine.setExpected(m_command.expected);
    if (!m_command.session.isEmpty())
        m_engine.record(m_command.session);
    if (m_command.hepSend)
        m_engine.mirror(*m_command.hepSend);
    if (m_command.hep)
        m_engine.listenForHep(*m_command.hep);
    else if (m_command.capture)
        m_engine.capture(*m_command.capture);
    else
        m_engine.listen(m_command.server);
    if (m_command.duration.count() > 0)
        QTimer::singleShot(m_command.duration, this, [this] { quit(Success); });
    if (m_command.silenceAfter)
        QTimer::singleShot(*m_command.silenceAfter, this, [this] { m_engine.fallSilent({}, m_command.silenceFor); });
    readCommands();
}

void Serve::readCommands()
{
    // A thread that may wait in read() for ever; it holds nothing but a guarded pointer and ends with the program.
    std::thread([context = QPointer<Serve>(this)] {
        QFile input;
        if (!input.open(fileno(stdin), QIODevice::ReadOnly | QIODevice::Unbuffered))
            return;
        QByteArray text;
        for (char c = 0; input.read(&c, 1) == 1;) {
            if (c != '\n') {
                if (text.size() < 256)
                    text += c;
                continue;
            }
            const QString command = QString::fromUtf8(text).trimmed();
            text.clear();
            if (QCoreApplication *app = QCoreApplication::instance(); app && !command.isEmpty()) {
                QMetaObject::invokeMethod(
                    app,
                    [context, command] {
                        if (context)
                            context->command(command);
                    },
                    Qt::QueuedConnection);
            }
        }
    }).detach();
}

void Serve::command(const QString &text)
{
    const QString name = text.section(u' ', 0, 0, QString::SectionSkipEmpty);
    const QString value = text.section(u' ', 1, -1, QString::SectionSkipEmpty).trimmed();
    if (name == u"heartbeat-interval")
        return setPolicy(withInterval(m_policy, value), text);
    if (name == u"timeout-count")
        return setPolicy(withTimeoutCount(m_policy, value), text);
    if (name == u"silence" && !m_command.hep && !m_command.capture) {
        if (!m_silence.command(value))
            m_out.write(line({{QStringLiteral("event"), QStringLiteral("error")},
                {QStringLiteral("text"),
                    QStringLiteral(
                        "not understood: %1; there are silence on [SECONDS] [ID]... with 1 to %2 s, and silence off")
                        .arg(text)
                        .arg(Silence::longest.count())}}));
        return;
    }
    if (text == u"quit") {
        m_out.write(line({{QStringLiteral("event"), QStringLiteral("quit")}}));
        return quit(Success);
    }
    m_out.write(line({{QStringLiteral("event"), QStringLiteral("error")},
        {QStringLiteral("text"),
            QStringLiteral("unknown command: %1; there are heartbeat-interval N, timeout-count N, for serve silence on "
                           "[SECONDS] [ID]... and silence off, and quit")
                .arg(text)}}));
}

void Serve::setPolicy(const std::optional<HeartbeatPolicy> &policy, const QString &text)
{
    if (!policy) {
        m_out.write(line({{QStringLiteral("event"), QStringLiteral("error")},
            {QStringLiteral("text"),
                QStringLiteral("out of range: %1; intervals are 1 to 86400 s, counts 1 to 100").arg(text)}}));
        return;
    }
    m_policy = *policy;
    m_engine.setPolicy(m_policy); // its event comes with the batch
}

void Serve::show(const BatchPtr &batch)
{
    m_counters = batch->counters;
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
    m_engine.stopListening();
}

void Serve::finish()
{
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    m_out.write(
        line({{QStringLiteral("event"), QStringLiteral("summary")}, {QStringLiteral("devices"), m_devices.size()},
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

} // namespace gb::cli
