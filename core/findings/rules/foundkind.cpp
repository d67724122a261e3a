#include "core/findings/rules/foundkind.h"

namespace gb {

const FoundKind *foundKindOf(FindingCode code)
{
    switch (code) {
#define GBSCOPE_RULE(of, rule)
#define GBSCOPE_FOUND(of, rule, name)                                                                                  \
    case FindingCode::name:                                                                                            \
        return &found##name;
#include "core/findings/rules/all.h"
#undef GBSCOPE_RULE
#undef GBSCOPE_FOUND
    default: return nullptr;
    }
}

} // namespace gb
