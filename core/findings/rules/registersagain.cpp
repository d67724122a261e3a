#include "core/findings/rules/rules.h"

namespace gb::rules {

void registersAgain(const RuleInput &in, Verdicts &out)
{
    if (in.device.fruitless < 3)
        return;
    const auto &attempts = in.device.attempts;
    std::size_t last = 1; // that was accepted
    while (last + 1 < attempts.size() && !attempts[last].accepted())
        ++last;
    const Dossier::Attempt &before = attempts[last];
    const bool contactless = before.accepted() && before.contactless;
    out.end(contactless ? FindingCode::RegistersAgain : FindingCode::OkWithoutContact);
    out.raise(contactless ? FindingCode::OkWithoutContact : FindingCode::RegistersAgain,
        {QString::number(in.device.fruitless), {}, {}}, {before.answer, in.trace.number});
}

} // namespace gb::rules
