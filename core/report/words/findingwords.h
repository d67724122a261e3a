#pragma once
#include "core/findings/finding.h"

/// Findings in the words of whoever stands in front of the camera: plain text, never markup, in the language of the
/// installed translator.
namespace gb::wording {

struct FindingText
{
    QString title;  ///< what is wrong, in one line
    QString cause;  ///< most likely why
    QString advice; ///< what to do, and what to type where
};

FindingText finding(const Finding &finding);
QString severity(Severity severity);
/// "certain", "likely", "possible": how sure the cause is.
QString likelihood(Likelihood likelihood);
/// "fault of": who has to do something, as far as the rule tells.
QString culprit(const Finding &finding);
/// The same for programs, in no language: camera, firmware, network, server or record.
const char *culpritCode(const Finding &finding);

} // namespace gb::wording
