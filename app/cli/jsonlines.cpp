#include "app/cli/jsonlines.h"

#include "core/report/words/wording.h"

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
