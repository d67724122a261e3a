#include "app/cli/operationjson.h"

#include "app/cli/jsonlines.h"
#include "core/report/words/operationwording.h"

#include <QJsonArray>

namespace gb::cli {

QJsonObject operationObject(const Operation &operation)
{
    const auto number = [](quint64 value) {
        return value == 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(value));
    };
    QJsonArray messages;
    for (const quint64 one : operation.messages)
        messages.append(static_cast<qint64>(one));
    return {{QStringLiteral("kind"), kindName(operation.kind)}, {QStringLiteral("what"), operation.what},
        {QStringLiteral("cmd_type"), operation.cmdType},
        {QStringLiteral("sn"), operation.sn ? QJsonValue(*operation.sn) : QJsonValue()},
        {QStringLiteral("device"), operation.device}, {QStringLiteral("about"), operation.target},
        {QStringLiteral("asked_by"), operation.ofDevice ? QStringLiteral("device") : QStringLiteral("platform")},
        {QStringLiteral("state"), stateName(operation.state)},
        {QStringLiteral("state_text"), wording::operationState(operation)},
        {QStringLiteral("state_by"), number(operation.by)}, {QStringLiteral("at"), isoTime(operation.at)},
        {QStringLiteral("state_since"), isoTime(operation.since)},
        {QStringLiteral("status"), operation.status == 0 ? QJsonValue() : QJsonValue(operation.status)},
        {QStringLiteral("parts"), static_cast<qint64>(operation.parts)},
        {QStringLiteral("came"), operation.sum < 0 ? QJsonValue() : QJsonValue(operation.came)},
        {QStringLiteral("announced"), operation.sum < 0 ? QJsonValue() : QJsonValue(operation.sum)},
        {QStringLiteral("request"), number(operation.request)}, {QStringLiteral("answer"), number(operation.answer)},
        {QStringLiteral("messages"), messages}, {QStringLiteral("more_messages"), static_cast<qint64>(operation.more)}};
}

} // namespace gb::cli
