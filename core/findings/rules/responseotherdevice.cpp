#include "core/findings/rules/rules.h"
#include "core/message/deviceid.h"

/// G93. What is answered for a broadcast has no DeviceID to compare with.
void gb::rules::responseOtherDevice(const OperationInput &in, Verdicts &out)
{
    const Operation &operation = in.operation;
    if (!in.trace || !in.trace->body || in.trace->body->broken() || operation.target.isEmpty())
        return;
    const QString named = printable(in.trace->body->deviceId, 64);
    if (!named.isEmpty() && named != operation.target) {
        in.odd.otherDevice = operation.what;
        out.raise(FindingCode::ResponseOtherDevice, {operation.what, operation.target, named},
            {operation.request, in.trace->number});
    } else if (operation.what == in.odd.otherDevice) {
        out.end(FindingCode::ResponseOtherDevice);
    }
}
