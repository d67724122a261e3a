#include "core/simulator/answers/answers.h"

namespace gb::answers {
namespace {

constexpr qsizetype mostTypes = 32; ///< of one query

/// Of the registration, and what else was set.
XmlElement basicParam(DeviceModel &device, const UnitState &unit)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(device.interval).count();
    QList<XmlElement> values{{"Name", device.name}};
    if (device.behaviour->oldBasic) {
        values << XmlElement{"DeviceID", device.identity.id} << XmlElement{"SIPServerID", device.identity.serverId}
               << XmlElement{"SIPServerIP", device.identity.server.address.toString()}
               << XmlElement{"SIPServerPort", device.identity.server.port}
               << XmlElement{"DomainName", device.identity.domain};
    }
    values << XmlElement{"Expiration", device.expires};
    if (device.behaviour->oldBasic)
        values << XmlElement{"Password", "simulated"}; // as 2014 has it; ours stays here
    values << XmlElement{"HeartBeatInterval", qint64{seconds}} << XmlElement{"HeartBeatCount", device.timeoutCount};
    if (!device.is2022())
        values << XmlElement{"PositionCapability", 0} << XmlElement{"Longitude", "0"} << XmlElement{"Latitude", "0"};
    XmlElement out("BasicParam", values);
    const XmlElement kept = unit.configs.value(*configTypeOf(QStringLiteral("BasicParam")));
    for (const XmlElement &one : kept.children) {
        if (!out.child(one.name))
            out.children << one;
    }
    return out;
}

} // namespace

/// A.2.6.9: a Response for each type that was asked for. Of a type that the device does not have, Result without an
/// element, for "not supported" cannot be said.
void configDownload(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    UnitState *const unit = device.unit(inquiry.deviceId);
    const QStringList asked = inquiry.body.textOf(u"ConfigType").split(u'/', Qt::SkipEmptyParts).mid(0, mostTypes);
    if (!unit || asked.isEmpty())
        return answer.setResult("ERROR");
    answer.bodies.clear();
    for (const QString &name : asked) {
        const ConfigType *const type = configTypeOf(name.trimmed());
        QList<XmlElement> body{{"Result", "OK"}};
        if (type && type->since <= device.behaviour->edition)
            body << (name.trimmed() == u"BasicParam" ? basicParam(device, *unit) : unit->configs.value(*type));
        answer.bodies.append(body);
    }
}

} // namespace gb::answers
