#include "core/simulator/answers/answers.h"

namespace gb::answers {

/// A.2.6.3.
void deviceInfo(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    const DeviceBehaviour &behaviour = *device.behaviour;
    const bool itself = inquiry.deviceId == device.identity.id;
    answer.add({"DeviceName", device.name});
    answer.add({"Result", "OK"});
    if (behaviour.oldInfo)
        answer.add({"DeviceType", behaviour.kind == CatalogueKind::Camera ? "IPC" : "DVR"});
    answer.add({"Manufacturer", behaviour.manufacturer});
    answer.add({"Model", behaviour.model});
    answer.add({"Firmware", device.firmware});
    if (behaviour.oldInfo) {
        answer.add({"MaxCamera", itself ? behaviour.channels : 1});
        answer.add({"MaxAlarm", behaviour.alarmInputs});
    } else {
        answer.add({"Channel", itself ? behaviour.channels : 1});
    }
}

} // namespace gb::answers
