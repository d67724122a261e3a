#include "ui/devices/devicecolumns.h"

#include "core/message/deviceid.h"
#include "core/report/words/rolewording.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace gb::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(gb::ui::DeviceColumns)
};

QDateTime local(TimePoint at)
{
    return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count());
}

/// The time alone where it is of today.
QString clockText(TimePoint at, TimePoint now)
{
    const QDateTime time = local(at);
    return time.toString(
        time.date() == local(now).date() ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString exactText(std::optional<TimePoint> at)
{
    return at ? local(*at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) : QString();
}

QString ago(TimePoint at, TimePoint now)
{
    //: a span of time, such as "12 s"
    return Tr::tr("%1 ago").arg(wording::span(now - at));
}

QString expiryText(const DeviceSnapshot &device, TimePoint now)
{
    const auto expiry = device.expiresAt();
    if (!expiry)
        return {};
    return *expiry > now ? wording::span(*expiry - now) : ago(*expiry, now);
}

QString secondsText(Duration duration)
{
    if (duration.count() == 0)
        return {};
    return Tr::tr("%1 s").arg(QLocale().toString(static_cast<double>(duration.count()) / 1e6, 'f', 1));
}

QString typeText(const QString &id)
{
    return wording::deviceType(typeOf(id.toLatin1().toStdString()));
}

qint64 missesOf(const DeviceSnapshot &device)
{
    return device.misses + device.verdict.missedInARow;
}

SortKey numberKey(qint64 number, qint64 second = 0)
{
    return {.number = number, .second = second};
}

SortKey timeKey(std::optional<TimePoint> at)
{
    return at ? numberKey(at->time_since_epoch().count()) : SortKey{.missing = true};
}

SortKey textKey(const QString &text)
{
    return {.missing = text.isEmpty(), .text = text};
}

/// The 20 digits of the standard by their number, in two halves; other IDs behind them.
SortKey idKey(const QString &id)
{
    if (id.size() != 20)
        return {.missing = id.isEmpty(), .number = std::numeric_limits<qint64>::max(), .text = id};
    qint64 halves[2] = {};
    for (qsizetype i = 0; i < 20; ++i) {
        const int digit = id[i].unicode() - u'0';
        if (digit < 0 || digit > 9)
            return {.number = std::numeric_limits<qint64>::max(), .text = id};
        halves[i / 10] = halves[i / 10] * 10 + digit;
    }
    return numberKey(halves[0], halves[1]);
}

/// IPv4 by its number, so that .9 stands ahead of .10; IPv6 behind it.
SortKey addressKey(const Endpoint &endpoint)
{
    if (endpoint.address.isV4())
        return numberKey(endpoint.address.toV4(), endpoint.port);
    return {.missing = endpoint.address.isNull(),
        .number = std::numeric_limits<qint64>::max(),
        .second = endpoint.port,
        .text = endpoint.address.toString()};
}

} // namespace

int stateRank(DeviceState state)
{
    switch (state) {
    case DeviceState::AuthFailed: return 0;
    case DeviceState::Offline:
    case DeviceState::Lapsed: return 1;
    case DeviceState::Late: return 2;
    case DeviceState::Registering: return 3;
    case DeviceState::NotAnswered: return 2;
    case DeviceState::Unregistered: return 4;
    case DeviceState::Unknown:
    case DeviceState::NeverSeen: return 5;
    case DeviceState::Online: break;
    }
    return 6;
}

DeviceState summaryState(DeviceState state)
{
    switch (state) {
    case DeviceState::NeverSeen:
    case DeviceState::Unregistered:
    case DeviceState::Unknown:
    case DeviceState::NotAnswered:
    case DeviceState::Lapsed: return DeviceState::Offline;
    case DeviceState::Registering:
    case DeviceState::AuthFailed:
    case DeviceState::Online:
    case DeviceState::Late:
    case DeviceState::Offline: break;
    }
    return state;
}

QString columnTitle(DeviceColumn column)
{
    switch (column) {
    case DeviceColumn::State: return Tr::tr("State");
    case DeviceColumn::Reason: return Tr::tr("Reason");
    case DeviceColumn::Id: return Tr::tr("Device ID");
    //: of a device, by the user or by the list of expected devices
    case DeviceColumn::Alias: return Tr::tr("Name");
    case DeviceColumn::Type: return Tr::tr("Type");
    case DeviceColumn::Vendor: return Tr::tr("User-Agent");
    case DeviceColumn::Address: return Tr::tr("Address");
    case DeviceColumn::Transport: return Tr::tr("Transport");
    case DeviceColumn::RegisteredSince: return Tr::tr("Registered since");
    case DeviceColumn::ExpiresIn: return Tr::tr("Expires in");
    case DeviceColumn::LastHeartbeat: return Tr::tr("Last heartbeat");
    case DeviceColumn::MedianInterval: return Tr::tr("Median interval");
    //: heartbeats that did not come
    case DeviceColumn::Misses: return Tr::tr("Missed");
    case DeviceColumn::LastProblem: return Tr::tr("Last problem");
    case DeviceColumn::GbVersion: return Tr::tr("GB version");
    case DeviceColumn::Beats: return Tr::tr("Heartbeats");
    case DeviceColumn::ColumnCount: break;
    }
    return {};
}

QString columnText(const DeviceSnapshot &device, const QString &alias, DeviceColumn column, TimePoint now)
{
    switch (column) {
    case DeviceColumn::State: return wording::state(device.verdict.state);
    case DeviceColumn::Reason: return wording::sentence(device, now);
    case DeviceColumn::Id: return device.id;
    case DeviceColumn::Alias: return alias;
    case DeviceColumn::Type: return typeText(device.id);
    case DeviceColumn::Vendor: return device.userAgent;
    case DeviceColumn::Address: // UDP is what one expects
        return device.address.address.isNull()
            ? QString()
            : device.address.text() + (device.transport == TransportKind::Tcp ? QStringLiteral(" TCP") : QString());
    case DeviceColumn::Transport: return transportName(device.transport);
    case DeviceColumn::RegisteredSince:
        return device.registeredSince ? clockText(*device.registeredSince, now) : QString();
    case DeviceColumn::ExpiresIn: return expiryText(device, now);
    case DeviceColumn::LastHeartbeat: return device.lastBeat ? ago(*device.lastBeat, now) : QString();
    case DeviceColumn::MedianInterval: return secondsText(device.medianInterval);
    case DeviceColumn::Misses: return QLocale().toString(missesOf(device));
    case DeviceColumn::LastProblem: return wording::note(device.problem);
    case DeviceColumn::GbVersion: return device.gbVersion;
    case DeviceColumn::Beats: return QLocale().toString(device.beats);
    case DeviceColumn::ColumnCount: break;
    }
    return {};
}

QString columnToolTip(const DeviceSnapshot &device, const QString &alias, DeviceColumn column, TimePoint now)
{
    switch (column) {
    case DeviceColumn::RegisteredSince: return exactText(device.registeredSince);
    case DeviceColumn::ExpiresIn: return exactText(device.expiresAt());
    case DeviceColumn::LastHeartbeat: return exactText(device.lastBeat);
    case DeviceColumn::GbVersion: return wording::announcedVersion(device);
    case DeviceColumn::State:
    case DeviceColumn::Reason:
    case DeviceColumn::Id:
    case DeviceColumn::LastProblem: break;
    default: return printable(columnText(device, alias, column, now));
    }
    QStringList lines{printable(device.id), printable(alias), typeText(device.id), wording::state(device.verdict.state),
        printable(wording::sentence(device, now)), printable(wording::note(device.reason))};
    if (device.problem.code != NoteCode::None)
        lines << Tr::tr("Last problem: %1 (%2)")
                     .arg(printable(wording::note(device.problem)), clockText(device.problemAt, now));
    if (const QString because = wording::roleBecause(device.party); !because.isEmpty()) //: %1: a role, as "device"
        lines << Tr::tr("Role: %1 (%2)").arg(wording::role(device.party.role), because);
    if (device.ownPolicy)
        lines << Tr::tr("Own heartbeat setting: %1").arg(wording::policy(device.policy));
    lines.removeAll(QString());
    lines.removeDuplicates(); // the reason often is the sentence
    return lines.join(u'\n');
}

SortKey sortKey(const DeviceSnapshot &device, const QString &alias, DeviceColumn column)
{
    const int rank = stateRank(device.verdict.state);
    switch (column) {
    case DeviceColumn::State: return numberKey(rank);
    case DeviceColumn::Reason:
        return numberKey(rank * 1000 + static_cast<int>(device.reason.code),
            device.lastBeat.value_or(TimePoint()).time_since_epoch().count());
    case DeviceColumn::Id: return idKey(device.id);
    case DeviceColumn::Alias: return textKey(alias);
    case DeviceColumn::Type: {
        const auto type = typeOf(device.id.toLatin1().toStdString());
        return {.missing = type == IdType::Unknown, .number = static_cast<qint64>(type)};
    }
    case DeviceColumn::Vendor: return textKey(device.userAgent);
    case DeviceColumn::Address: return addressKey(device.address);
    case DeviceColumn::Transport: return numberKey(static_cast<qint64>(device.transport));
    case DeviceColumn::RegisteredSince: return timeKey(device.registeredSince);
    case DeviceColumn::ExpiresIn: return timeKey(device.expiresAt());
    case DeviceColumn::LastHeartbeat: return timeKey(device.lastBeat);
    case DeviceColumn::MedianInterval:
        return {.missing = device.medianInterval.count() == 0, .number = device.medianInterval.count()};
    case DeviceColumn::Misses: return numberKey(missesOf(device));
    case DeviceColumn::LastProblem:
        return {.missing = device.problem.code == NoteCode::None,
            .number = static_cast<qint64>(device.problem.code),
            .second = device.problemAt.time_since_epoch().count()};
    case DeviceColumn::GbVersion: return textKey(device.gbVersion);
    case DeviceColumn::Beats: return numberKey(device.beats);
    case DeviceColumn::ColumnCount: break;
    }
    return {};
}

bool isNumeric(DeviceColumn column)
{
    switch (column) {
    case DeviceColumn::ExpiresIn:
    case DeviceColumn::LastHeartbeat:
    case DeviceColumn::MedianInterval:
    case DeviceColumn::Misses:
    case DeviceColumn::Beats: return true;
    default: return false;
    }
}

} // namespace gb::ui
