#include "core/simulator/answers/answers.h"

namespace gb::answers {

/// A.2.6.15.
void sdCardStatus(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    int progress = 0;
    bool formatting = false, formatted = false;
    if (device.formatBegan) {
        const double done = inSeconds(inquiry.now - *device.formatBegan)
            / inSeconds(Duration(DeviceModel::formatTakes));
        formatting = done < 1;
        formatted = !formatting;
        progress = static_cast<int>(std::clamp(done, 0.0, 1.0) * 100);
    }
    constexpr int capacity = 122'880, left = 40'960; // MB
    XmlElement list("SDCardStatusInfo",
        QList<XmlElement>{{"Item",
            QList<XmlElement>{{"ID", 1}, {"HddName", "SD1"}, {"Status", formatting ? "formatting" : "ok"},
                {"FormatProgress", progress}, {"Capacity", capacity}, {"FreeSpace", formatted ? capacity : left}}}});
    list.attributes.append({QStringLiteral("Num"), QStringLiteral("1")});
    answer.add({"SumNum", 1});
    answer.add(list);
}

} // namespace gb::answers
