#include "core/message/charset.h"
#include "core/report/formats/all.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace gb::shelf {
namespace {

class JsonLines final : public FormatWriter
{
    QByteArray begin(const QString &) override { return {}; }
    Written take(const CleanMessage &message) override
    {
        const MessageSummary &m = message.summary;
        const auto millis = std::chrono::floor<std::chrono::milliseconds>(m.at.time_since_epoch()).count();
        const QString text = decodeBody(message.datagram.octets).text;
        QJsonObject out{{QStringLiteral("number"), static_cast<qint64>(m.number)},
            {QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC).toString(Qt::ISODateWithMs)},
            {QStringLiteral("from"), m.from.text()}, {QStringLiteral("to"), m.to.text()},
            {QStringLiteral("transport"), transportName(m.transport)}, {QStringLiteral("label"), arrowLabel(m)},
            {QStringLiteral("bytes"), static_cast<qint64>(m.octets)}, {QStringLiteral("text"), text}};
        const auto add = [&out](const char *key, const QString &value) {
            if (!value.isEmpty())
                out.insert(QLatin1String(key), value);
        };
        add("method", m.methodText);
        add("device", m.device.toString());
        add("call_id", m.callId.toString());
        for (const auto &[key, value] : {std::pair("status", quint64(m.status)), std::pair("repeat_of", m.repeatOf),
                 std::pair("answers", m.answers)}) {
            if (value != 0)
                out.insert(QLatin1String(key), static_cast<qint64>(value));
        }
        return {QJsonDocument(out).toJson(QJsonDocument::Compact) + '\n',
            (text + u'\n' + arrowLabel(m) + u'\n' + m.callId.toString()).toUtf8()};
    }
};

} // namespace

const Format jsonLines{"jsonl", ".jsonl",
    QT_TRANSLATE_NOOP("Format", "JSON Lines \u2013 an object a message, for programs"),
    QT_TRANSLATE_NOOP("Format", "JSON Lines"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<JsonLines>(); }};

} // namespace gb::shelf
