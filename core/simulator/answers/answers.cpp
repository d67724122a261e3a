#include "core/simulator/answers/answers.h"

#include "core/simulator/faults.h"

#include <algorithm>

namespace gb::answers {
namespace {

constexpr auto E16 = GbEdition::E2016, E22 = GbEdition::E2022;

/// A command that a device knows, GB/T 28181-2022 table of A.2.
struct Row
{
    ManscdpRoot root;
    const char *cmdType;
    GbEdition since;
    Function answer;
};
constexpr Row rows[] = {
    {ManscdpRoot::Query, "Catalog", E16, catalog},
    {ManscdpRoot::Query, "DeviceInfo", E16, deviceInfo},
    {ManscdpRoot::Query, "DeviceStatus", E16, deviceStatus},
    {ManscdpRoot::Query, "RecordInfo", E16, recordInfo},
    {ManscdpRoot::Query, "Alarm", E16, alarm},
    {ManscdpRoot::Query, "ConfigDownload", E16, configDownload},
    {ManscdpRoot::Query, "PresetQuery", E16, preset},
    {ManscdpRoot::Query, "PersetQuery", E16, preset}, // the amendment of 2014 spells it so
    {ManscdpRoot::Query, "HomePositionQuery", E22, homePosition},
    {ManscdpRoot::Query, "CruiseTrackListQuery", E22, cruiseTrackList},
    {ManscdpRoot::Query, "CruiseTrackQuery", E22, cruiseTrack},
    {ManscdpRoot::Query, "PTZPosition", E22, ptzPosition},
    {ManscdpRoot::Query, "SDCardStatus", E22, sdCardStatus},
    {ManscdpRoot::Control, "DeviceControl", E16, deviceControl},
    {ManscdpRoot::Control, "DeviceConfig", E16, deviceConfig},
    {ManscdpRoot::Notify, "Broadcast", E16, broadcast},
};

struct Control
{
    const char *element;
    GbEdition since;
    bool answered; ///< with a Response, 9.3.1 d
    ControlFunction obey;
};
constexpr Control controls[] = {
    {"PTZCmd", E16, false, ptzCmd},
    {"TeleBoot", E16, false, teleBoot},
    {"RecordCmd", E16, true, recordCmd},
    {"GuardCmd", E16, true, guardCmd},
    {"AlarmCmd", E16, true, alarmCmd},
    {"IFameCmd", E16, false, keyFrameCmd}, // the spelling of 2016
    {"IFrameCmd", E16, false, keyFrameCmd},
    {"DragZoomIn", E16, false, dragZoomIn},
    {"DragZoomOut", E16, false, dragZoomOut},
    {"HomePosition", E16, true, setHomePosition},
    {"PTZPreciseCtrl", E22, false, ptzPreciseCtrl},
    {"TargetTrack", E22, false, targetTrack},
    {"DeviceUpgrade", E22, true, deviceUpgrade},
    {"FormatSDCard", E22, false, formatSdCard},
};

void unknown(const DeviceModel &device, Answer &answer)
{
    switch (device.behaviour->unknown) {
    case UnknownCommand::Silent: answer.owed = false; break;
    case UnknownCommand::Error: answer.setResult("ERROR"); break;
    case UnknownCommand::Refuse:
        answer.status = 400;
        answer.owed = false;
        break;
    }
}

bool isAddressed(const DeviceModel &device, const Inquiry &inquiry)
{
    switch (device.behaviour->asks) {
    case Addressee::Anyone: return true;
    case Addressee::Device: return inquiry.deviceId == device.identity.id;
    case Addressee::OwnIds: break;
    }
    // Broadcast goes to a voice output, which stands in no catalogue
    return inquiry.deviceId == device.identity.id || device.catalogue.has(inquiry.deviceId)
        || inquiry.cmdType == u"Broadcast";
}

void right(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    const auto *const row = std::find_if(std::begin(rows), std::end(rows),
        [&](const Row &one) { return one.root == inquiry.root && inquiry.cmdType == QLatin1String(one.cmdType); });
    if (row == std::end(rows) || row->since > device.behaviour->edition)
        return unknown(device, answer);
    if (!isAddressed(device, inquiry)) {
        answer.status = 404;
        answer.owed = false;
        return;
    }
    row->answer(device, inquiry, answer);
}

} // namespace

void deviceControl(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    for (const Control &control : controls) {
        const XmlElement *const element = inquiry.body.child(QString::fromLatin1(control.element));
        if (!element)
            continue;
        if (control.since > device.behaviour->edition)
            return unknown(device, answer);
        UnitState *const unit = device.unit(inquiry.deviceId);
        answer.owed = control.answered;
        answer.setResult(unit && control.obey(device, *unit, *element, inquiry, answer) ? "OK" : "ERROR");
        return;
    }
    unknown(device, answer);
}

Answer answerTo(DeviceModel &device, const Inquiry &inquiry, quint64 number)
{
    Answer answer;
    answer.cmdType = inquiry.cmdType;
    answer.deviceId = inquiry.deviceId;
    answer.sn = inquiry.sn;
    answer.number = number;
    answer.label = device.behaviour->charset.toLatin1();
    answer.charset = answer.label == "UTF-8" ? Charset::Utf8 : Charset::Gb18030;
    right(device, inquiry, answer);
    applyFaults(device.behaviour->faults, answer);
    if (!answer.heard || answer.status >= 300)
        answer.owed = false;
    return answer;
}

} // namespace gb::answers
