#include "core/devices/facets/setting.h"

#include "core/message/headers.h"

namespace gb {

void setting::note(TrackedDevice &device, const Trace &trace)
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
