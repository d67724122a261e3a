#include "app/cli/jsonlines.h"

#include "app/cli/echo.h"
#include "core/report/words/findingwords.h"
#include "core/report/words/wording.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace gb::cli {
namespace {

QJsonObject object(const StateChange &change)
{
    return {{QStringLiteral("event"), QStringLiteral("device")}, {QStringLiteral("id"), change.device},
        {QStringLiteral("state"), stateWord(change.state)}, {QStringLiteral("reason"), wording::note(change.reason)},
        {QStringLiteral("address"), change.address.address.isNull() ? QString() : change.address.text()},
        {QStringLiteral("transport"), transportName(change.transport)}, {QStringLiteral("at"), isoTime(change.at)}};
}

/// By hand, in the order of QJsonDocument: of all the lines these are by far the most.
QByteArray beatLine(const BeatSeen &beat)
{
    if (beat.kind != HeartbeatHistory::Kind::Beat)
        return {};
    QByteArray out;
    out.reserve(160);
    out += R"({"at":")";
    out += isoTime(beat.at).toLatin1();
    out += R"(","event":"heartbeat","gap_s":)";
    out += secondsText(beat.gap);
    out += R"(,"id":)";
    out += quoted(beat.device);
    out += R"(,"sn":)";
    out += beat.sn ? QByteArray::number(*beat.sn) : QByteArrayLiteral("null");
    out += '}';
    return out;
}

QJsonObject object(const BeatUndone &beat)
{
    return {{QStringLiteral("event"), QStringLiteral("heartbeat_undelivered")}, {QStringLiteral("id"), beat.device},
        {QStringLiteral("at"), isoTime(beat.at)}};
}

QJsonObject object(const PolicyChange &change)
{
    QJsonObject out = policyObject(change.policy);
    out.insert(QStringLiteral("event"), QStringLiteral("policy"));
    out.insert(QStringLiteral("at"), isoTime(change.at));
    return out;
}

QJsonObject object(const OverrideChange &change)
{
    QJsonObject out = change.policy ? policyObject(*change.policy) : QJsonObject();
    out.insert(QStringLiteral("event"), QStringLiteral("own-policy"));
    out.insert(QStringLiteral("id"), change.device);
    out.insert(QStringLiteral("at"), isoTime(change.at));
    return out;
}

QJsonObject object(const LinkChange &change)
{
    QJsonArray addresses;
    for (const IpAddress &address : change.addresses)
        addresses.append(address.toString());
    return {{QStringLiteral("event"), QStringLiteral("link")}, {QStringLiteral("interface"), change.name},
        {QStringLiteral("state"), change.up ? QStringLiteral("up") : QStringLiteral("down")},
        {QStringLiteral("addresses"), addresses}, {QStringLiteral("everything"), change.everything},
        {QStringLiteral("since"), isoTime(change.since)}, {QStringLiteral("at"), isoTime(change.at)}};
}

QJsonObject object(const ClockJump &jump)
{
    QJsonObject out = jumpObject(jump);
    out.insert(QStringLiteral("event"), QStringLiteral("clock-jump"));
    return out;
}

} // namespace

QJsonObject jumpObject(const ClockJump &jump)
{
    return {{QStringLiteral("at"), isoTime(jump.at)}, {QStringLiteral("by_s"), inSeconds(jump.by)}};
}

QString stateWord(DeviceState state)
{
    switch (state) {
    case DeviceState::NeverSeen: return QStringLiteral("never-seen");
    case DeviceState::Registering: return QStringLiteral("registering");
    case DeviceState::AuthFailed: return QStringLiteral("auth-failed");
    case DeviceState::Online: return QStringLiteral("online");
    case DeviceState::Late: return QStringLiteral("late");
    case DeviceState::Offline: return QStringLiteral("offline");
    case DeviceState::Unregistered: return QStringLiteral("unregistered");
    case DeviceState::Unknown: return QStringLiteral("unknown");
    case DeviceState::NotAnswered: return QStringLiteral("not-answered");
    case DeviceState::Lapsed: break;
    }
    return QStringLiteral("lapsed");
}

QString isoTime(TimePoint at)
{
    using namespace std::chrono;
    const auto whole = floor<milliseconds>(at);
    const auto millis = whole.time_since_epoch().count();
    if (whole >= sys_days(year(1970) / 1 / 1) && whole < sys_days(year(10000) / 1 / 1)) { // QDateTime takes four times
                                                                                          // as long
        const auto day = floor<days>(whole);
        const year_month_day date(day);
        const hh_mm_ss time(whole - day);
        QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
        const auto put = [&text](qsizetype end, auto number) {
            for (auto rest = static_cast<unsigned>(number); rest != 0; rest /= 10)
                text[--end] = QChar(u'0' + rest % 10);
        };
        put(4, static_cast<int>(date.year()));
        put(7, static_cast<unsigned>(date.month()));
        put(10, static_cast<unsigned>(date.day()));
        put(13, time.hours().count());
        put(16, time.minutes().count());
        put(19, time.seconds().count());
        put(23, time.subseconds().count());
        return text;
    }
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC).toString(Qt::ISODateWithMs);
}

QByteArray quoted(const QString &text)
{
    const bool plain = std::all_of(
        text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~' && c != u'"' && c != u'\\'; });
    if (plain)
        return '"' + text.toLatin1() + '"';
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray secondsText(Duration duration)
{
    return duration.count() == 0 ? QByteArrayLiteral("null")
                                 : QByteArray::number(inSeconds(duration), 'g', QLocale::FloatingPointShortest);
}

QJsonValue seconds(Duration duration)
{
    return duration.count() == 0 ? QJsonValue() : QJsonValue(inSeconds(duration));
}

QByteArray line(const QJsonObject &object)
{
    return safeJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject policyObject(const HeartbeatPolicy &policy)
{
    return {{QStringLiteral("heartbeat_interval_s"), static_cast<qint64>(policy.interval.count())},
        {QStringLiteral("timeout_count"), policy.timeoutCount},
        {QStringLiteral("offline_after_s"), static_cast<qint64>(policy.interval.count()) * policy.timeoutCount}};
}

QJsonObject repeatsObject(const Counters &counters)
{
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    return {{QStringLiteral("retransmission"), number(counters.retransmissions)},
        {QStringLiteral("echo"), number(counters.echoes)}, {QStringLiteral("tcp"), number(counters.tcpRepeats)},
        {QStringLiteral("duplicate"), number(counters.duplicates)},
        {QStringLiteral("proxy_copy"), number(counters.proxyCopies)}};
}

QByteArray timeoutLine(const Awaited &awaited)
{
    if (awaited.state != Awaited::State::Missing || awaited.what == Awaited::What::Heartbeat) // whose state is told
        return {};
    const char *const what = awaited.what == Awaited::What::Ack ? "ACK"
        : awaited.what == Awaited::What::Response               ? "response"
                                                                : "final response";
    return line({{QStringLiteral("event"), QStringLiteral("timeout")}, {QStringLiteral("id"), awaited.device},
        {QStringLiteral("message"), static_cast<qint64>(awaited.number)},
        {QStringLiteral("missing"), QString::fromLatin1(what)},
        {QStringLiteral("timer"), QString::fromLatin1(name(awaited.timer))},
        {QStringLiteral("at"), isoTime(awaited.deadline)}});
}

QByteArray configLine(const ConfigReport &report)
{
    const auto number = [](std::optional<int> value) { return value ? QJsonValue(*value) : QJsonValue(); };
    QJsonObject out{{QStringLiteral("event"), QStringLiteral("config")}, {QStringLiteral("device"), report.device},
        {QStringLiteral("pushed"), report.pushed}, {QStringLiteral("at"), isoTime(report.at)}};
    if (report.outcome != ConfigOutcome::Done)
        out.insert(QStringLiteral("error"), wording::config(report));
    if (report.outcome == ConfigOutcome::Done || !report.values.isEmpty()) {
        out.insert(QStringLiteral("interval"), number(report.values.interval));
        out.insert(QStringLiteral("count"), number(report.values.count));
        out.insert(QStringLiteral("expiration"), number(report.values.expiration));
        QJsonObject ours{{QStringLiteral("interval"), static_cast<qint64>(report.ours.interval.count())},
            {QStringLiteral("count"), report.ours.timeoutCount}};
        if (report.expiration)
            ours.insert(QStringLiteral("expiration"), *report.expiration);
        out.insert(QStringLiteral("ours"), ours);
        out.insert(QStringLiteral("match"), report.match());
    }
    return line(out);
}

QJsonObject findingObject(const Finding &finding)
{
    static constexpr const char *severities[] = {"info", "warning", "error"},
                                *likelihoods[] = {"possible", "likely", "certain"};
    const wording::FindingText text = wording::finding(finding);
    QJsonArray messages;
    for (const quint64 number : finding.messages)
        messages.append(static_cast<qint64>(number));
    return {{QStringLiteral("id"), static_cast<qint64>(finding.id)},
        {QStringLiteral("because_of"),
            finding.because == 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(finding.because))},
        {QStringLiteral("culprit_code"), QString::fromLatin1(wording::culpritCode(finding))},
        {QStringLiteral("rule"), QString::fromLatin1(finding.kind().rule)}, {QStringLiteral("device"), finding.device},
        {QStringLiteral("severity"), QString::fromLatin1(severities[static_cast<std::size_t>(finding.severity())])},
        {QStringLiteral("title"), text.title}, {QStringLiteral("cause"), text.cause},
        {QStringLiteral("likelihood"),
            QString::fromLatin1(likelihoods[static_cast<std::size_t>(finding.likelihood())])},
        {QStringLiteral("culprit"), wording::culprit(finding)}, {QStringLiteral("advice"), text.advice},
        {QStringLiteral("clause"), QString::fromLatin1(finding.kind().clause)}, {QStringLiteral("messages"), messages},
        {QStringLiteral("count"), static_cast<qint64>(finding.count)},
        {QStringLiteral("first"), isoTime(finding.first)}, {QStringLiteral("last"), isoTime(finding.last)},
        {QStringLiteral("over"), finding.over}};
}

QByteArray eventLine(const Event &event)
{
    return std::visit(
        [](const auto &one) {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, BeatSeen>)
                return beatLine(one);
            else
                return line(object(one));
        },
        event);
}

} // namespace gb::cli
