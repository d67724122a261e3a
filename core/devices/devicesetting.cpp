#include "core/devices/devicestore_p.h"
#include "core/message/headers.h"

/// The part of DeviceStore that follows what a platform asks of a device.
namespace gb {
namespace {

constexpr qsizetype maxServers = 16;

} // namespace

/// A REGISTER names its platform in the Request-URI; and nobody but a platform sends a Query or a Control to a device.
void DeviceStore::learnPlatform(const Trace &trace)
{
    if (!trace.isRequest() || m_servers.size() >= maxServers)
        return;
    const SipHead &head = trace.head;
    const bool asks = trace.body && (trace.body->root == ManscdpRoot::Query || trace.body->root == ManscdpRoot::Control)
        && find(head.to.uri.user);
    if (head.method != SipMethod::Register && !asks)
        return;
    const std::string_view id = asks ? head.from.uri.user : head.requestUri.user,
                           other = asks ? head.to.uri.user : head.from.uri.user;
    if (!id.empty() && id != other && id.size() <= HeadLimits::user)
        m_servers.insert(bytes(id));
}

void DeviceStore::observeSetting(Device &device, const Trace &trace)
{
    const Manscdp &body = *trace.body;
    const auto elsewhere = [&device](const Endpoint &end) {
        return device.isRegistered() && end.address != device.s.address.address;
    };
    const bool ownId = view(device.key) == trace.head.from.uri.user;
    if (ownId && body.root == ManscdpRoot::Response && body.cmdType == u"ConfigDownload") {
        if (elsewhere(trace.datagram.from))
            return; // somebody else's word
        const ConfigBody said = readConfigBody(bytes(trace.head.body));
        if (!said.values.isEmpty()) {
            device.s.setting.edit().values = said.values;
            device.s.setting.edit().at = trace.datagram.at;
        }
    } else if (!ownId && body.root == ManscdpRoot::Control && body.cmdType == u"DeviceConfig"
        && !elsewhere(trace.datagram.to)) {
        const ConfigBody asked = readConfigBody(bytes(trace.head.body));
        if (!asked.values.isEmpty()) {
            device.s.setting.edit().asked = asked.values;
            device.s.setting.edit().askedAt = trace.datagram.at;
        }
    }
}

} // namespace gb
