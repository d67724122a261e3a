#include "core/report/csvtext.h"
#include "core/report/formats/all.h"

#include <QCoreApplication>
#include <QDateTime>

namespace gb::shelf {
namespace {

/// ISO 8601 in UTC.
QString isoTime(TimePoint at)
{
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC).toString(Qt::ISODateWithMs);
}

class Csv final : public FormatWriter
{
    QByteArray begin(const QString &) override
    {
        return csvStart
            + csvLine({QStringLiteral("number"), QStringLiteral("time"), QStringLiteral("from"), QStringLiteral("to"),
                QStringLiteral("transport"), QStringLiteral("method"), QStringLiteral("status"),
                QStringLiteral("label"), QStringLiteral("device"), QStringLiteral("call_id"),
                QStringLiteral("repeat_of"), QStringLiteral("answers"), QStringLiteral("bytes")});
    }
    Written take(const CleanMessage &message) override
    {
        const MessageSummary &m = message.summary;
        const auto number = [](quint64 value) { return value == 0 ? QString() : QString::number(value); };
        const QStringList said{m.methodText, arrowLabel(m), m.device.toString(), m.callId.toString()};
        return {csvLine({number(m.number), isoTime(m.at), m.from.text(), m.to.text(), transportName(m.transport),
                    said.at(0), number(m.status), said.at(1), said.at(2), said.at(3), number(m.repeatOf),
                    number(m.answers), number(m.octets)}),
            said.join(u'\n').toUtf8()};
    }
};

} // namespace

const Format csv{"csv", ".csv", QT_TRANSLATE_NOOP("Format", "CSV \u2013 a line a message, for a spreadsheet"),
    QT_TRANSLATE_NOOP("Format", "CSV"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<Csv>(); }};

} // namespace gb::shelf
