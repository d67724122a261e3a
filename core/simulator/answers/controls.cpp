#include "core/simulator/answers/answers.h"

// DeviceControl, GB/T 28181-2022 A.2.3.1.2 to A.2.3.1.7

namespace gb::answers {

bool ptzCmd(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &inquiry, Answer &)
{
    const QByteArray code = element.text.left(32).toLatin1();
    const PtzReading reading = readPtz({code.constData(), static_cast<std::size_t>(code.size())});
    QString presetName, cruiseName;
    if (const XmlElement *const names = inquiry.body.child(u"PTZCmdParams")) {
        presetName = names->textOf(u"PresetName");
        cruiseName = names->textOf(u"CruiseTrackName");
    }
    return reading.valid() && unit.head.obey(reading.command, inquiry.now, presetName, cruiseName);
}

bool teleBoot(DeviceModel &, UnitState &, const XmlElement &element, const Inquiry &, Answer &answer)
{
    if (element.text != u"Boot")
        return false;
    answer.deed = Deed::Boot;
    return true;
}

bool recordCmd(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &, Answer &)
{
    if (element.text != u"Record" && element.text != u"StopRecord")
        return false;
    unit.recording = element.text == u"Record";
    return true;
}

bool guardCmd(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &, Answer &)
{
    if (element.text != u"SetGuard" && element.text != u"ResetGuard")
        return false;
    unit.guarded = element.text == u"SetGuard";
    return true;
}

bool alarmCmd(DeviceModel &device, UnitState &unit, const XmlElement &element, const Inquiry &, Answer &)
{
    if (element.text != u"ResetAlarm")
        return false;
    unit.alarmed = false;
    if (UnitState *const itself = device.unit(device.identity.id))
        itself->alarmed = false;
    return true;
}

bool keyFrameCmd(DeviceModel &, UnitState &unit, const XmlElement &element, const Inquiry &, Answer &)
{
    if (element.text != u"Send")
        return false;
    ++unit.keyFrames;
    return true;
}

} // namespace gb::answers
