#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

namespace gb::rules {

void idForm(const RuleInput &in, Verdicts &out)
{
    const std::string_view id = in.trace.head.from.uri.user;
    switch (faultOf(id)) {
    case IdFault::None:
    case IdFault::Empty: return;
    case IdFault::Spreadsheet: return out.raise(FindingCode::IdFromSpreadsheet, {in.id, {}, {}}, {in.trace.number});
    case IdFault::Length:
        return out.raise(FindingCode::IdLength, {in.id, QString::number(id.size()), {}}, {in.trace.number});
    case IdFault::NotDigits: break;
    }
    out.raise(FindingCode::IdNotDigits, {in.id, {}, {}}, {in.trace.number});
}

} // namespace gb::rules
