#include "core/simulator/answers/answers.h"

namespace gb::answers {

/// A.2.6.11.
void homePosition(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    UnitState *const unit = device.unit(inquiry.deviceId);
    const PtzHead::Home home = unit ? unit->head.home() : PtzHead::Home{};
    answer.add({"HomePosition",
        QList<XmlElement>{
            {"Enabled", int(home.enabled)}, {"ResetTime", home.resetTime}, {"PresetIndex", home.preset}}});
}

} // namespace gb::answers
