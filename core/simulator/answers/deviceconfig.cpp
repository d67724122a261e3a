#include "core/simulator/answers/answers.h"

namespace gb::answers {
namespace {

/// Registration and heartbeat follow; what is out of range is left out.
void obeyBasicParam(DeviceModel &device, const XmlElement &element, Answer &answer)
{
    if (const QString name = element.textOf(u"Name"); !name.isEmpty())
        device.name = name.left(64);
    const auto within = [&](QStringView name, int most) {
        const std::optional<int> value = element.intOf(name);
        return value && *value >= 1 && *value <= most ? value : std::nullopt;
    };
    if (const auto seconds = within(u"HeartBeatInterval", 86'400))
        device.interval = std::chrono::seconds(*seconds);
    device.timeoutCount = within(u"HeartBeatCount", 100).value_or(device.timeoutCount);
    const auto expiration = within(u"Expiration", 604'800);
    if (!expiration || *expiration == device.expires)
        return;
    device.expires = *expiration;
    answer.deed = Deed::RegisterAnew;
}

/// A.2.3.2 and 9.14. False: it is none that can be carried out.
bool obeySnapshot(const XmlElement &element, const Inquiry &inquiry, Answer &answer)
{
    SnapshotOrder order{.url = element.textOf(u"UploadURL").left(512),
        .session = element.textOf(u"SessionID"),
        .deviceId = inquiry.deviceId};
    const int number = element.intOf(u"SnapNum").value_or(0), interval = element.intOf(u"Interval").value_or(1);
    if (number < 1 || number > 10 || interval < 1 || interval > 3600 || order.url.isEmpty()
        || !isSession(order.session))
        return false;
    order.number = number;
    order.interval = std::chrono::seconds(interval);
    answer.snapshot = order;
    return true;
}

bool reaches(const DeviceModel &device, const Inquiry &inquiry)
{
    return device.behaviour->basicParam != Addressee::Device || inquiry.deviceId == device.identity.id;
}

/// False: no element that can be set, or no room for it.
bool setOne(DeviceModel &device, UnitState &unit, const XmlElement &element, const Inquiry &inquiry, Answer &answer)
{
    const ConfigType *const type = configTypeSetBy(element.name);
    if (!type || type->since > device.behaviour->edition)
        return false;
    if (device.behaviour->stubborn)
        return true; // says so, and stays as it is
    const bool basic = element.name == u"BasicParam";
    if (basic && !reaches(device, inquiry))
        return false;
    if (element.name == u"SnapShotConfig" && !obeySnapshot(element, inquiry, answer))
        return false;
    if (!unit.configs.set(*type, element))
        return false;
    if (basic)
        obeyBasicParam(device, element, answer);
    return true;
}

bool isEnvelope(const QString &name)
{
    return name == u"CmdType" || name == u"SN" || name == u"DeviceID" || name == u"Info" || name == u"ExtraInfo";
}

} // namespace

/// A.2.3.2.
void deviceConfig(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    UnitState *const unit = device.unit(inquiry.deviceId);
    bool good = unit != nullptr;
    int set = 0;
    for (const XmlElement &element : inquiry.body.children) {
        if (!unit || isEnvelope(element.name))
            continue;
        const bool done = setOne(device, *unit, element, inquiry, answer);
        good = good && done;
        set += done ? 1 : 0;
    }
    answer.setResult(good && set > 0 ? "OK" : "ERROR");
    if (device.behaviour->setsInSilence && set > 0) {
        answer.owed = false;
        answer.deed = Deed::RegisterAnew;
    }
}

} // namespace gb::answers
