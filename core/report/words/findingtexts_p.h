#pragma once
#include "core/findings/finding.h"

#include <span>

/// The tables behind findingwords.cpp; nobody else includes it.
namespace gb::wording {

struct FindingWords
{
    FindingCode code;
    Culprit culprit;
    const char *title, *cause, *advice; ///< %1 %2 %3 are the finding's words
};

extern const std::span<const FindingWords> registrationWords, otherWords, recordWords, evidenceWords, weighedWords,
    answerWords, mediaWords;

/// Where a case wants other words than its kind; what is null is as for the kind.
struct CaseWords
{
    FindingCode code;
    bool (*applies)(const Finding &finding);
    Culprit culprit;
    const char *title, *cause, *advice;
};

/// Of what is refused: the words follow the status.
extern const std::span<const CaseWords> refusalCases;
/// Null where there are none.
const CaseWords *caseOf(const Finding &finding);

} // namespace gb::wording
