#pragma once
#include "core/findings/finding.h"

#include <QtGlobal>

namespace gb {

/// A finding whose rule file says all about it.
struct FoundKind
{
    FindingKind kind;
    Culprit culprit;
    const char *title, *cause, *advice; ///< QT_TRANSLATE_NOOP("finding", …); %1 %2 %3 are the finding's words
    bool ofSilence = false;             ///< comesOfSilence()
    bool onAbsence = false;             ///< restsOnAbsence()
    bool ofTime = false;                ///< comesOfTime()
};

#define GBSCOPE_RULE(of, rule)
#define GBSCOPE_FOUND(of, rule, code) extern const FoundKind found##code;
#include "core/findings/rules/all.h"
#undef GBSCOPE_RULE
#undef GBSCOPE_FOUND

/// Null for a code that is of no such rule.
const FoundKind *foundKindOf(FindingCode code);

} // namespace gb
