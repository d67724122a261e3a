#include "app/cli/jsonlines.h"

#include "core/report/wording.h"

#include <QDateTime>
#include <QJsonDocument>

namespace gb::cli {
namespace {

QJsonObject object(const StateChange &change)
{
    return {{QStringLiteral("event"), QStringLiteral("device")}, {QStringLiteral("id"), change.device}, {QStringLiteral("state"), stateWord(change.state)},
            {QStringLiteral("reason"), wording::note(change.reason)}, {QStringLiteral("address"), change.address.text()}, {QStringLiteral("at"), isoTime(change.at)}};
}

QJsonObject object(const BeatSeen &beat)
{
    if (beat.kind != HeartbeatHistory::Kind::Beat)
        return {};
    return {{QStringLiteral("event"), QStringLiteral("heartbeat")}, {QStringLiteral("id"), beat.device},
            {QStringLiteral("sn"), beat.sn ? QJsonValue(*beat.sn) : QJsonValue()}, {QStringLiteral("gap_s"), seconds(beat.gap)}, {QStringLiteral("at"), isoTime(beat.at)}};
}

QJsonObject object(const ProblemSeen &problem)
{
    return {{QStringLiteral("event"), QStringLiteral("problem")}, {QStringLiteral("id"), problem.device}, {QStringLiteral("text"), wording::note(problem.note)},
            {QStringLiteral("message"), static_cast<qint64>(problem.number)}, {QStringLiteral("at"), isoTime(problem.at)}};
}

QJsonObject object(const PolicyChange &change)
{
    QJsonObject out = policyObject(change.policy);
    out.insert(QStringLiteral("event"), QStringLiteral("policy"));
    out.insert(QStringLiteral("at"), isoTime(change.at));
    return out;
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
    case DeviceState::Lapsed: break;
    }
    return QStringLiteral("lapsed");
}

QString isoTime(TimePoint at)
{
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue seconds(Duration duration)
{
    return duration.count() == 0 ? QJsonValue() : QJsonValue(static_cast<double>(duration.count()) / 1e6);
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject policyObject(const HeartbeatPolicy &policy)
{
    return {{QStringLiteral("heartbeat_interval_s"), static_cast<qint64>(policy.interval.count())}, {QStringLiteral("timeout_count"), policy.timeoutCount},
            {QStringLiteral("offline_after_s"), static_cast<qint64>(policy.interval.count()) * policy.timeoutCount}};
}

QJsonObject eventObject(const Event &event)
{
    return std::visit([](const auto &one) { return object(one); }, event);
}

} // namespace gb::cli
