#include "core/simulator/answers/answers.h"

#include <algorithm>

// DeviceControl of 2022 alone: A.2.3.1.12 and A.2.3.1.13

namespace gb::answers {
namespace {

constexpr std::chrono::seconds upgradeTakes{10};

} // namespace

bool isSession(const QString &id)
{
    return id.size() >= 32 && id.size() <= 128 && std::all_of(id.begin(), id.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-');
    });
}

/// Nothing is fetched: whoever simulates a device wants no firmware. It is told to be there all the same, 9.13.
bool deviceUpgrade(DeviceModel &device, UnitState &, const XmlElement &element, const Inquiry &inquiry, Answer &answer)
{
    const QString session = element.textOf(u"SessionID"), firmware = element.textOf(u"Firmware").left(64);
    if (!isSession(session) || firmware.isEmpty() || element.textOf(u"FileURL").isEmpty())
        return false;
    const bool ours = element.textOf(u"Manufacturer").compare(device.behaviour->manufacturer, Qt::CaseInsensitive) == 0;
    if (ours)
        device.firmware = firmware;
    XmlElement notify("Notify",
        QList<XmlElement>{{"CmdType", "DeviceUpgradeResult"}, {"SN", inquiry.sn}, {"DeviceID", inquiry.deviceId},
            {"SessionID", session}, {"UpgradeResult", ours ? "OK" : "ERROR"}, {"Firmware", device.firmware}});
    if (!ours)
        notify.children << XmlElement{"UpgradeFailedReason", "02"}; // damaged: it is another vendor's
    answer.later = {upgradeTakes, notify};
    return true;
}

bool formatSdCard(DeviceModel &device, UnitState &, const XmlElement &element, const Inquiry &inquiry, Answer &)
{
    if (element.text != u"0" && element.text != u"1") // all of them, or its only one
        return false;
    device.formatBegan = inquiry.now;
    return true;
}

} // namespace gb::answers
