#include "core/simulator/answers/answers.h"

namespace gb::answers {

namespace {

/// Of an alarm input, or of the device where it has none.
XmlElement dutyItem(DeviceModel &device, const QString &id)
{
    const UnitState *const unit = device.unit(id);
    const char *const duty = unit && unit->alarmed ? "ALARM" : unit && unit->guarded ? "ONDUTY" : "OFFDUTY";
    return {"Item", QList<XmlElement>{{"DeviceID", id}, {"DutyStatus", duty}}};
}

} // namespace

/// A.2.6.4.
void deviceStatus(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    const qsizetype channel = device.catalogue.channelOf(inquiry.deviceId);
    const bool on = channel < 0 || device.catalogue.isOn(channel);
    const UnitState *const unit = device.unit(inquiry.deviceId);
    answer.add({"Result", "OK"});
    answer.add({"Online", on ? "ONLINE" : "OFFLINE"});
    answer.add({"Status", on ? "OK" : "ERROR"});
    if (!on)
        answer.add({"Reason", "no video"});
    answer.add({"Encode", on ? "ON" : "OFF"});
    answer.add({"Record", unit && unit->recording ? "ON" : "OFF"});
    answer.add({"DeviceTime", device.timeText(inquiry.now)});
    XmlElement duties("Alarmstatus", QList<XmlElement>());
    for (qsizetype input = 0; input < device.catalogue.alarmInputs(); ++input)
        duties.children << dutyItem(device, device.catalogue.alarmId(input));
    if (duties.children.isEmpty())
        duties.children << dutyItem(device, device.identity.id);
    duties.attributes.append(
        {device.is2022() ? QStringLiteral("Num") : QStringLiteral("num"), QString::number(duties.children.size())});
    answer.add(duties);
}

} // namespace gb::answers
