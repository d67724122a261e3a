#include "core/client/ask.h"
#include "core/client/commands/commands.h"
#include "core/message/gbtime.h"

#include <QCoreApplication>

/// How a device is, and what its clock shows. GB/T 28181-2022 A.2.4.2.
namespace gb {

using namespace commands;

static constexpr Part answer[] = {
    result,
    {"Online", PartKind::Choice, needed, "ONLINE|OFFLINE"},
    {"Status", PartKind::Choice, needed, "OK|ERROR"},
    {"Reason"},
    {"Encode", PartKind::Choice, false, "ON|OFF"},
    {"Record", PartKind::Choice, false, "ON|OFF"},
    {"DeviceTime", PartKind::Time},
    {"ExtraInfo"},
    {"Info"},
};
static constexpr Part items[] = {
    {"DeviceID", PartKind::Id, needed},
    {"DutyStatus", PartKind::Choice, needed, "ONDUTY|OFFDUTY|ALARM"},
};

/// A Response takes its time: only what is more than that tells of the clock.
static void judge(AskReport &report)
{
    const auto device = parseGbTime(report.field(u"DeviceTime").left(41).toStdString());
    if (device && report.respondedAt) {
        constexpr std::chrono::seconds much{5};
        const Duration ahead = device->at - *report.respondedAt;
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(ahead).count();
        if (ahead > much)
            report.add(AskOddity::Code::ClockAhead, QString::number(seconds));
        else if (device->at + std::chrono::seconds(1) < report.askedAt - much)
            report.add(AskOddity::Code::ClockBehind, QString::number(-seconds));
    }
    if (const QString status = report.field(u"Status"); status.compare(u"ERROR", Qt::CaseInsensitive) == 0)
        report.add(AskOddity::Code::FaultyDevice, QStringLiteral("Status"), status);
    if (const QString online = report.field(u"Online"); online.compare(u"OFFLINE", Qt::CaseInsensitive) == 0)
        report.add(AskOddity::Code::FaultyDevice, QStringLiteral("Online"), online);
}

const AskCommand &deviceStatusCommand()
{
    static constexpr AskCommand command{.name = "status",
        .title = QT_TRANSLATE_NOOP("AskCommand", "Device status: health, clock, alarm inputs"),
        .root = ManscdpRoot::Query,
        .cmdType = "DeviceStatus",
        .clause = "A.2.4.2",
        .since = Edition::V2011,
        .effect = Effect::Reads,
        .needs = Needs::Response,
        .answer = answer,
        .list = "Alarmstatus",
        .items = items,
        .judge = judge};
    return command;
}

} // namespace gb
