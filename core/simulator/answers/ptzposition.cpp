#include "core/simulator/answers/answers.h"

namespace gb::answers {

QList<XmlElement> positionElements(const PtzPosition &position)
{
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    constexpr double widest = 60; // degrees at zoom 1
    return {{"Pan", number(position.pan)}, {"Tilt", number(position.tilt)}, {"Zoom", number(position.zoom)},
        {"HorizontalFieldAngle", number(widest / position.zoom)},
        {"VerticalFieldAngle", number(widest * 9 / 16 / position.zoom)},
        {"MaxViewDistance", number(100 * position.zoom)}};
}

/// A.2.6.14.
void ptzPosition(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    if (UnitState *const unit = device.unit(inquiry.deviceId))
        answer.bodies.first() += positionElements(unit->head.position(inquiry.now));
}

} // namespace gb::answers
