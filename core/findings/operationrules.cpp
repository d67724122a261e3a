#include "core/findings/operationrules.h"

namespace gb {
namespace {

constexpr OperationRule all[] = {rules::responseOtherSn, rules::responseMissing, rules::responseError,
    rules::responseOtherDevice, rules::listShort, rules::unknownElements, rules::responseRefused};

} // namespace

/// What a device asks of its platform is not its own to answer. A subscription may end as it likes, and be refused.
void judgeOperation(const Operation &operation, const Trace *trace, TimePoint at, FindingsBase &base)
{
    if (operation.device.isEmpty() || operation.ofDevice)
        return;
    Dossier *const known = base.dossiers.of(operation.device);
    if (!known)
        return;
    if (!known->odd)
        known->odd = std::make_unique<Dossier::Odd>();
    if (operation.state == Operation::State::OtherSn && known->catalog && known->catalog->number == operation.request)
        known->catalog->isCut = true; // which is told
    Verdicts out(base.log, *known, operation.device, at);
    if (operation.kind == Operation::Kind::Subscription)
        return rules::responseRefused({operation, trace, *known->odd, operation.device}, out);
    for (const OperationRule rule : all)
        rule({operation, trace, *known->odd, operation.device}, out);
}

} // namespace gb
