#include "core/simulator/answers/answers.h"

namespace gb::answers {

/// A.2.6.10. SumNum came with 2022.
void preset(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    XmlElement list("PresetList", QList<XmlElement>());
    if (const UnitState *const unit = device.unit(inquiry.deviceId)) {
        for (const auto &[number, set] : unit->head.presets())
            list.children << XmlElement{"Item", QList<XmlElement>{{"PresetID", number}, {"PresetName", set.name}}};
    }
    list.attributes.append({QStringLiteral("Num"), QString::number(list.children.size())});
    if (device.is2022())
        answer.add({"SumNum", list.children.size()});
    answer.add(list);
}

} // namespace gb::answers
