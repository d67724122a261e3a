#include "core/findings/findings.h"

/// The part of Findings that looks at what is asked of devices as a whole: G90 to G96.
namespace gb {
namespace {

constexpr OperationRule all[] = {rules::responseOtherSn, rules::responseMissing, rules::responseError,
    rules::responseOtherDevice, rules::listShort, rules::unknownElements, rules::responseRefused};

} // namespace

void Findings::operationTold(const Operation &operation, const Trace &trace)
{
    const bool isPart = trace.isRequest() && operation.last == trace.number;
    if (trace.repeatOf == 0 && (isPart || operation.answer == trace.number))
        judgeOperation(operation, &trace, trace.datagram.at);
}

void Findings::operationOverdue(const Operation &operation)
{
    judgeOperation(operation, nullptr, operation.since);
}

/// What a device asks of its platform is not its own to answer, and a subscription may end as it likes.
void Findings::judgeOperation(const Operation &operation, const Trace *trace, TimePoint at)
{
    if (operation.device.isEmpty() || operation.ofDevice || operation.kind == Operation::Kind::Subscription)
        return;
    Dossier *const known = dossier(operation.device);
    if (!known)
        return;
    if (!known->odd)
        known->odd = std::make_unique<Dossier::Odd>();
    if (operation.state == Operation::State::OtherSn && known->catalog && known->catalog->number == operation.request)
        known->catalog->isCut = true; // which is told
    Verdicts out(m_log, *known, operation.device, at);
    for (const OperationRule rule : all)
        rule({operation, trace, *known->odd, operation.device}, out);
}

} // namespace gb
