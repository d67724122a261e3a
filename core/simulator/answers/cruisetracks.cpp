#include "core/simulator/answers/answers.h"

namespace gb::answers {

/// A.2.6.12.
void cruiseTrackList(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    XmlElement list("CruiseTrackList", QList<XmlElement>());
    if (const UnitState *const unit = device.unit(inquiry.deviceId)) {
        for (const auto &[number, cruise] : unit->head.cruises())
            list.children << XmlElement{"CruiseTrack", QList<XmlElement>{{"Number", number}, {"Name", cruise.name}}};
    }
    answer.add({"SumNum", list.children.size()});
    list.attributes.append({QStringLiteral("Num"), QString::number(list.children.size())});
    if (!list.children.isEmpty())
        answer.add(list);
}

/// A.2.6.13.
void cruiseTrack(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    const int number = inquiry.body.intOf(u"Number").value_or(0);
    PtzHead::Cruise cruise;
    if (const UnitState *const unit = device.unit(inquiry.deviceId)) {
        if (const auto found = unit->head.cruises().find(number); found != unit->head.cruises().end())
            cruise = found->second;
    }
    XmlElement list("CruisePointList", QList<XmlElement>());
    for (const PtzHead::CruisePoint &point : cruise.points) {
        list.children << XmlElement{"CruisePoint",
            QList<XmlElement>{{"PresetIndex", point.preset}, {"StayTime", point.dwell}, {"Speed", point.speed}}};
    }
    list.attributes.append({QStringLiteral("Num"), QString::number(list.children.size())});
    answer.add({"Number", number});
    answer.add({"Name", cruise.name});
    answer.add({"SumNum", list.children.size()});
    if (!list.children.isEmpty())
        answer.add(list);
}

} // namespace gb::answers
