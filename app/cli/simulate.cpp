#include "app/cli/simulate.h"

#include "app/cli/echo.h"
#include "app/cli/jsonlines.h"
#include "app/cli/stdinlines.h"
#include "app/terminationsignal.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace gb::cli {
namespace {

constexpr int ownDescriptors = 32; ///< that the program has besides its connections

/// Sockets that this process may open, as many as the system lets it raise them to.
int socketsAllowed()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
        ::getrlimit(RLIMIT_NOFILE, &limit);
        return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1'000'000)) - ownDescriptors;
    }
#endif
    return DeviceFleet::maxDevices;
}

const char *wordOf(DeviceHappening::Kind kind)
{
    constexpr const char *words[] = {"registered", "refused", "unanswered", "server-lost", "unregistered", "asked",
        "rebooting", "subscribed", "unsubscribed", "alarm", "playing", "play-refused", "play-ended"};
    return words[static_cast<std::size_t>(kind)];
}

QJsonValue number(quint64 value)
{
    return QJsonValue(static_cast<qint64>(value));
}

} // namespace

Simulate::Simulate(SimulateCommand command)
    : m_command(std::move(command))
    , m_out(pipes::Stream::Out,
          [this](pipes::Outcome) {
              QMetaObject::invokeMethod(
                  this, [this] { quit(Failed); }, Qt::QueuedConnection);
          })
    , m_fleet(m_clock,
          [this] {
              FleetOptions options = m_command.fleet;
              options.startGap = startGap;
              return options;
          }())
    , m_farewell(this)
{
    m_farewell.setSingleShot(true);
    connect(&m_farewell, &QTimer::timeout, this, &Simulate::finish);
    connect(&m_fleet, &DeviceFleet::happened, this, &Simulate::happened);
}

Simulate::~Simulate() = default;

bool Simulate::open(QString &error)
{
    const int allowed = socketsAllowed();
    if (m_command.fleet.transport == TransportKind::Tcp && m_command.devices > allowed) {
        error = QStringLiteral("The system lets this program have %1 connections; --devices wants %2. See ulimit -n.")
                    .arg(allowed)
                    .arg(m_command.devices);
        return false;
    }
    if (m_fleet.open(&error))
        return true;
    error = QStringLiteral("No socket can be opened: ") + error;
    return false;
}

void Simulate::start()
{
    onTermination(this, [this] { quit(Success); });
    QString error;
    if (!open(error)) {
        complain(echoed(error));
        tell("error", {{QStringLiteral("text"), error}});
        return quit(CannotListen);
    }
    tell("simulating",
        {{QStringLiteral("devices"), m_command.devices}, {QStringLiteral("channels"), m_command.behaviour.channels},
            {QStringLiteral("server"), m_command.fleet.server.text()},
            {QStringLiteral("server_id"), m_command.fleet.serverId},
            {QStringLiteral("transport"), transportName(m_command.fleet.transport)},
            {QStringLiteral("heartbeat_interval_s"), inSeconds(m_command.behaviour.interval)}});
    addDevices();
    if (m_command.duration.count() > 0)
        QTimer::singleShot(m_command.duration, this, [this] { quit(Success); });
    readStandardInput(this, [this](const QString &line) { command(line); });
}

QString Simulate::idOf(int number) const
{
    constexpr const char *types[] = {"132", "118", "200"};
    return m_command.fleet.domain + QString::fromLatin1(types[static_cast<int>(m_command.behaviour.kind)])
        + QStringLiteral("%1").arg(number, 7, 10, QLatin1Char('0'));
}

void Simulate::addDevices()
{
    const auto behaviour = std::make_shared<const DeviceBehaviour>(m_command.behaviour);
    for (int number = 1; number <= m_command.devices; ++number) {
        // Behind the numbers of the devices: some have channels of their own type
        const int firstChannel = m_command.devices + 1 + (number - 1) * behaviour->channels;
        m_ids.append(idOf(number));
        m_fleet.add(m_ids.last(), behaviour, firstChannel);
    }
}

void Simulate::happened(int place, const DeviceHappening &what)
{
    ++m_counts[static_cast<std::size_t>(what.kind)];
    if (what.kind == DeviceHappening::Kind::Registered && !what.first)
        return; // refreshed: counted, not told
    QJsonObject out{{QStringLiteral("id"), m_ids.at(place)}};
    if (what.kind == DeviceHappening::Kind::Refused || what.kind == DeviceHappening::Kind::Asked
        || what.kind == DeviceHappening::Kind::PlayRefused)
        out.insert(QStringLiteral("status"), what.status);
    if (!what.command.isEmpty())
        out.insert(QStringLiteral("command"), what.command);
    tell(wordOf(what.kind), out);
    if (m_quitting && m_fleet.busy() == 0)
        m_farewell.start(0);
}

void Simulate::tell(const char *event, QJsonObject what)
{
    what.insert(QStringLiteral("event"), QLatin1String(event));
    what.insert(QStringLiteral("at"), isoTime(m_clock.now()));
    m_out.write(line(what));
}

void Simulate::command(const QString &text)
{
    const QString name = text.section(u' ', 0, 0, QString::SectionSkipEmpty);
    if (text == u"quit") {
        tell("quit");
        return quit(Success);
    }
    if (name == u"alarm")
        return alarm(text.section(u' ', 1, 1, QString::SectionSkipEmpty));
    tell("error",
        {{QStringLiteral("text"), QStringLiteral("unknown command: %1; there are alarm [ID] and quit").arg(text)}});
}

/// Of one device, or of all.
void Simulate::alarm(const QString &id)
{
    if (!id.isEmpty() && !m_ids.contains(id)) {
        tell("error", {{QStringLiteral("text"), QStringLiteral("alarm: there is no device %1").arg(id)}});
        return;
    }
    for (int place = 0; place < m_ids.size(); ++place) {
        if (id.isEmpty() || m_ids.at(place) == id)
            m_fleet.raiseAlarm(place, {});
    }
}

void Simulate::quit(int status)
{
    m_status = std::max(m_status, status);
    if (std::exchange(m_quitting, true))
        return;
    m_registered = m_fleet.registered();
    m_fleet.stop();
    const auto patience = farewell + m_command.devices * farewellOfEach;
    m_farewell.start(m_fleet.busy() == 0 ? std::chrono::milliseconds(0) : patience);
}

void Simulate::finish()
{
    using Kind = DeviceHappening::Kind;
    tell("summary",
        {{QStringLiteral("devices"), m_ids.size()}, {QStringLiteral("registered"), m_registered},
            {QStringLiteral("registrations"), number(count(Kind::Registered))},
            {QStringLiteral("refused"), number(count(Kind::Refused))},
            {QStringLiteral("unanswered"), number(count(Kind::Unanswered))},
            {QStringLiteral("server_lost"), number(count(Kind::ServerLost))},
            {QStringLiteral("unregistered"), number(count(Kind::Unregistered))},
            {QStringLiteral("asked"), number(count(Kind::Asked))},
            {QStringLiteral("alarms"), number(count(Kind::Alarm))},
            {QStringLiteral("plays"), number(count(Kind::Playing))},
            {QStringLiteral("messages_sent"), number(m_fleet.counters().sent)},
            {QStringLiteral("messages_received"), number(m_fleet.counters().received)},
            {QStringLiteral("not_sent"), number(m_fleet.counters().unsent)},
            {QStringLiteral("to_nobody_here"), number(m_fleet.counters().unknown)}});
    QCoreApplication::exit(m_status);
}

int Simulate::ended(int status)
{
    const pipes::Outcome outcome = m_out.finish();
    if (outcome == pipes::Outcome::Written)
        return status;
    complain(pipes::lossText(outcome));
    return std::max<int>(status, Failed);
}

} // namespace gb::cli
