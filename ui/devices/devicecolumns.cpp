#include "ui/devices/devicecolumns.h"

#include "core/message/deviceid.h"
#include "core/report/words/rolewording.h"
#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <iterator>

namespace gb::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(gb::ui::DeviceColumns)
};

/// The time alone where it is of today.
QString clockText(TimePoint at, TimePoint now)
{
    const QDateTime time = wording::shownTime(at);
    return time.toString(time.date() == wording::shownTime(now).date() ? QStringLiteral("HH:mm:ss")
                                                                       : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString exactText(std::optional<TimePoint> at)
{
    return at ? wording::shownTime(*at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) : QString();
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
    return Tr::tr("%1 s").arg(QLocale().toString(inSeconds(duration), 'f', 1));
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

/// UDP is what one expects.
QString addressText(const DeviceSnapshot &device)
{
    if (device.address.address.isNull())
        return {};
    const bool tcp = device.transport == TransportKind::Tcp;
    return device.address.text() + (tcp ? QStringLiteral(" TCP") : QString());
}

/// What a cell tells where there is room for it.
QString overview(const DeviceSnapshot &device, const QString &alias, TimePoint now)
{
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

/// Of one device, to be shown.
struct Cell
{
    const DeviceSnapshot &device;
    const QString &alias;
    TimePoint now{};
};

struct Column
{
    const char *title;
    QString (*text)(const Cell &cell);
    SortKey (*key)(const Cell &cell);
    const char *sample; ///< see columnSample(); UTF-8
    bool numeric = false;
    QString (*toolTip)(const Cell &cell) = nullptr; ///< else the text
};

QString overviewOf(const Cell &cell)
{
    return overview(cell.device, cell.alias, cell.now);
}

/// In the order of the model. Saved widths name them by number: append only.
constexpr Column columns[] = {
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "State"),
        [](const Cell &c) { return wording::state(c.device.verdict.state); },
        [](const Cell &c) { return numberKey(stateRank(c.device.verdict.state)); }, "", false, overviewOf},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Reason"),
        [](const Cell &c) { return wording::sentence(c.device, c.now); },
        [](const Cell &c) {
            return numberKey(stateRank(c.device.verdict.state) * 1000 + static_cast<int>(c.device.reason.code),
                c.device.lastBeat.value_or(TimePoint()).time_since_epoch().count());
        },
        "silent for 6 min 5 s", false, overviewOf}, // it stretches, but never shrinks below
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Device ID"), [](const Cell &c) { return c.device.id; },
        [](const Cell &c) { return idKey(c.device.id); }, "3402\u20261320000001", false, overviewOf},
    //: of a device, by the user or by the list of expected devices
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Name"), [](const Cell &c) { return c.alias; },
        [](const Cell &c) { return textKey(c.alias); }, "Car park 17"},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Type"), [](const Cell &c) { return typeText(c.device.id); },
        [](const Cell &c) {
            const auto type = typeOf(c.device.id.toLatin1().toStdString());
            return SortKey{.missing = type == IdType::Unknown, .number = static_cast<qint64>(type)};
        },
        "Video server"},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "User-Agent"), [](const Cell &c) { return c.device.userAgent; },
        [](const Cell &c) { return textKey(c.device.userAgent); }, "IP Camera V5.7.3 abc"},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Address"), [](const Cell &c) { return addressText(c.device); },
        [](const Cell &c) { return addressKey(c.device.address); }, "192.168.100.100:50600"},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Transport"),
        [](const Cell &c) { return QString(transportName(c.device.transport)); },
        [](const Cell &c) { return numberKey(static_cast<qint64>(c.device.transport)); }, "UDP"},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Registered since"),
        [](const Cell &c) {
            return c.device.registeredSince ? clockText(*c.device.registeredSince, c.now) : QString();
        },
        [](const Cell &c) { return timeKey(c.device.registeredSince); }, "2026-12-30 23:59", false,
        [](const Cell &c) { return exactText(c.device.registeredSince); }},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Expires in"),
        [](const Cell &c) { return expiryText(c.device, c.now); },
        [](const Cell &c) { return timeKey(c.device.expiresAt()); }, "59 min 59 s", true,
        [](const Cell &c) { return exactText(c.device.expiresAt()); }},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Last heartbeat"),
        [](const Cell &c) { return c.device.lastBeat ? ago(*c.device.lastBeat, c.now) : QString(); },
        [](const Cell &c) { return timeKey(c.device.lastBeat); }, "59 min 59 s ago", true,
        [](const Cell &c) { return exactText(c.device.lastBeat); }},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Median interval"),
        [](const Cell &c) { return secondsText(c.device.medianInterval); },
        [](const Cell &c) {
            return SortKey{.missing = c.device.medianInterval.count() == 0, .number = c.device.medianInterval.count()};
        },
        "3600.0 s", true},
    //: heartbeats that did not come
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Missed"),
        [](const Cell &c) { return QLocale().toString(missesOf(c.device)); },
        [](const Cell &c) { return numberKey(missesOf(c.device)); }, "99999", true},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Last problem"),
        [](const Cell &c) { return wording::note(c.device.problem); },
        [](const Cell &c) {
            return SortKey{.missing = c.device.problem.code == NoteCode::None,
                .number = static_cast<qint64>(c.device.problem.code),
                .second = c.device.problemAt.time_since_epoch().count()};
        },
        "the XML of a message breaks at 300", false, overviewOf},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "GB version"), [](const Cell &c) { return c.device.gbVersion; },
        [](const Cell &c) { return textKey(c.device.gbVersion); }, "3.0"},
    {QT_TRANSLATE_NOOP("gb::ui::DeviceColumns", "Heartbeats"),
        [](const Cell &c) { return QLocale().toString(c.device.beats); },
        [](const Cell &c) { return numberKey(c.device.beats); }, "1000000", true},
};
static_assert(std::size(columns) > static_cast<std::size_t>(DeviceColumn::Beats));

const Column &at(DeviceColumn column)
{
    return columns[static_cast<std::size_t>(column)];
}

} // namespace

const int deviceColumnCount = static_cast<int>(std::size(columns));

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
    return Tr::tr(at(column).title);
}

QString columnText(const DeviceSnapshot &device, const QString &alias, DeviceColumn column, TimePoint now)
{
    return at(column).text({device, alias, now});
}

QString columnToolTip(const DeviceSnapshot &device, const QString &alias, DeviceColumn column, TimePoint now)
{
    if (const auto toolTip = at(column).toolTip)
        return toolTip({device, alias, now});
    return printable(columnText(device, alias, column, now));
}

SortKey sortKey(const DeviceSnapshot &device, const QString &alias, DeviceColumn column)
{
    return at(column).key({device, alias});
}

QString columnSample(DeviceColumn column)
{
    return QString::fromUtf8(at(column).sample);
}

bool isNumeric(DeviceColumn column)
{
    return at(column).numeric;
}

} // namespace gb::ui
