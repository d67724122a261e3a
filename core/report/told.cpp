#include "core/report/told.h"

#include "core/message/deviceid.h"
#include "core/report/words/findingwords.h"
#include "core/report/words/rolewording.h"
#include "core/report/words/wording.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace gb::told {
namespace {

QJsonObject spanObject(const AwaySpan &span, TimePoint end)
{
    static constexpr const char *reasons[] = {"silent", "unregistered", "lapsed"};
    return {{QStringLiteral("from"), isoTime(span.from)},
        {QStringLiteral("to"), span.to ? QJsonValue(isoTime(*span.to)) : QJsonValue()},
        {QStringLiteral("seconds"), seconds(span.to.value_or(end) - span.from)},
        {QStringLiteral("why"), QString::fromLatin1(reasons[static_cast<std::size_t>(span.why)])}};
}

} // namespace

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

QJsonValue seconds(Duration duration)
{
    return duration.count() == 0 ? QJsonValue() : QJsonValue(inSeconds(duration));
}

QJsonObject policyObject(const HeartbeatPolicy &policy)
{
    return {{QStringLiteral("heartbeat_interval_s"), static_cast<qint64>(policy.interval.count())},
        {QStringLiteral("timeout_count"), policy.timeoutCount},
        {QStringLiteral("offline_after_s"), static_cast<qint64>(policy.interval.count()) * policy.timeoutCount}};
}

QJsonObject deviceObject(const DeviceSnapshot &device, const HeartbeatHistory &history, TimePoint end)
{
    QJsonArray spans;
    QList<AwaySpan> away = history.awaySpans(device.policy, end);
    if (const auto expires = lapsesAt(device.facts);
        expires && *expires < end && (away.isEmpty() || away.constLast().to))
        away.append({*expires, std::nullopt, AwaySpan::Why::Lapsed});
    for (const AwaySpan &span : std::as_const(away))
        spans.append(spanObject(span, end));
    return {{QStringLiteral("id"), device.id}, {QStringLiteral("state"), stateWord(device.verdict.state)},
        {QStringLiteral("reason"), wording::note(device.reason)},
        {QStringLiteral("problem"), wording::note(device.problem)},
        {QStringLiteral("type"), wording::deviceType(typeOf(device.id.toStdString()))},
        {QStringLiteral("role"), wording::roleCode(device.party.role)},
        {QStringLiteral("role_because"), wording::roleBecause(device.party)},
        {QStringLiteral("version"), wording::announcedVersion(device)},
        {QStringLiteral("user_agent"), device.userAgent}, {QStringLiteral("name"), device.name},
        {QStringLiteral("address"), device.address.address.isNull() ? QString() : device.address.text()},
        {QStringLiteral("transport"), transportName(device.transport)},
        {QStringLiteral("registrations"), device.registrations}, {QStringLiteral("heartbeats"), device.beats},
        {QStringLiteral("median_interval_s"), seconds(device.medianInterval)},
        {QStringLiteral("misses"), history.misses(device.policy, end)}, {QStringLiteral("offline_spans"), spans}};
}

static QJsonArray causesArray(const Finding &finding)
{
    QJsonArray out;
    for (const wording::CauseText &one : wording::competingCauses(finding))
        out.append(QJsonObject{{QStringLiteral("cause"), one.cause}, {QStringLiteral("culprit_code"), one.culpritCode},
            {QStringLiteral("for"), QJsonArray::fromStringList(one.speaksFor)},
            {QStringLiteral("against"), QJsonArray::fromStringList(one.speaksAgainst)},
            {QStringLiteral("to_tell"), one.toTell}});
    return out;
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
        {QStringLiteral("causes"), causesArray(finding)},
        {QStringLiteral("clause"), QString::fromLatin1(finding.kind().clause)}, {QStringLiteral("messages"), messages},
        {QStringLiteral("count"), static_cast<qint64>(finding.count)},
        {QStringLiteral("first"), isoTime(finding.first)}, {QStringLiteral("last"), isoTime(finding.last)},
        {QStringLiteral("over"), finding.over}};
}

QByteArray safeJson(const QByteArray &utf8)
{
    const auto isHarmful = [](char16_t c) { // JSON itself escapes what is below a blank
        return (c >= 0x7f && c <= 0x9f) || (c >= 0x200e && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
            || (c >= 0x2066 && c <= 0x2069);
    };
    // What each of them begins with in UTF-8; three searches by the library are faster than a loop over the octets
    if (!utf8.contains('\x7f') && !utf8.contains('\xc2') && !utf8.contains('\xe2'))
        return utf8;
    QString out;
    for (const QChar c : QString::fromUtf8(utf8)) {
        if (isHarmful(c.unicode()))
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out.toUtf8();
}

QByteArray line(const QJsonObject &object)
{
    return safeJson(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace gb::told
