#include "app/cli/freejson.h"

#include "app/cli/commandline.h"
#include "app/cli/jsonlines.h"
#include "core/report/words/freewording.h"

namespace gb::cli {
namespace {

constexpr const char *outcomes[] = {"answered", "no-answer", "sent-once", "not-sent", "not-registered", "odd-id",
    "empty", "too-long", "no-dialog", "too-many", "stopped", "silent"};
static_assert(std::size(outcomes) == static_cast<std::size_t>(FreeOutcome::Count));

QJsonValue number(quint64 value)
{
    return value == 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(value));
}

} // namespace

QJsonObject freeObject(const FreeReport &report)
{
    return {{QStringLiteral("event"), QStringLiteral("sent")}, {QStringLiteral("ask"), static_cast<qint64>(report.id)},
        {QStringLiteral("device"), report.device},
        {QStringLiteral("address"), report.remote.port == 0 ? QJsonValue() : QJsonValue(report.remote.text())},
        {QStringLiteral("method"), report.method.isEmpty() ? QJsonValue() : QJsonValue(report.method)},
        {QStringLiteral("outcome"), QString::fromLatin1(outcomes[static_cast<std::size_t>(report.outcome)])},
        {QStringLiteral("text"), wording::freeOutcome(report)},
        {QStringLiteral("status"), report.status == 0 ? QJsonValue() : QJsonValue(report.status)},
        {QStringLiteral("reason_phrase"), report.status == 0 ? QJsonValue() : QJsonValue(report.reason)},
        {QStringLiteral("request"), number(report.request)}, {QStringLiteral("answer"), number(report.answer)},
        {QStringLiteral("call_stands"), report.callStands},
        {QStringLiteral("answered_s"), report.answer == 0 ? QJsonValue() : seconds(report.at - report.askedAt)},
        {QStringLiteral("at"), isoTime(report.at)}};
}

int statusOf(const FreeReport &report)
{
    switch (report.outcome) {
    case FreeOutcome::Answered: return report.status >= 300 ? Refused : Success;
    case FreeOutcome::SentOnce: return Success;
    case FreeOutcome::NotRegistered: return NotRegistered;
    case FreeOutcome::OddId:
    case FreeOutcome::Empty:
    case FreeOutcome::TooLong: return WrongArguments;
    case FreeOutcome::NoAnswer:
    case FreeOutcome::NotSent:
    case FreeOutcome::NoDialog:
    case FreeOutcome::TooMany:
    case FreeOutcome::Stopped:
    case FreeOutcome::Silent:
    case FreeOutcome::Count: break;
    }
    return NotAnswered;
}

} // namespace gb::cli
