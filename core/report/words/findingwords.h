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

/// One of several causes that the record leaves.
struct CauseText
{
    QString cause, culprit;
    QString culpritCode;                  ///< as culpritCode()
    QStringList speaksFor, speaksAgainst; ///< facts of this record
    QString toTell;                       ///< what to do to tell it from the others
};

FindingText finding(const Finding &finding);
/// Those that the record leaves, the one with the most for it first; none where it leaves one alone.
QList<CauseText> competingCauses(const Finding &finding);
/// The facts in one line each, with what they speak for: "speaks for it: …"; and what to do.
QStringList evidenceLines(const CauseText &cause);
QString severity(Severity severity);
/// "certain", "likely", "possible": how sure the cause is.
QString likelihood(Likelihood likelihood);
/// "fault of": who has to do something, as far as the rule tells.
QString culprit(const Finding &finding);
QString culprit(Culprit whose);
const char *culpritCode(Culprit whose);
/// The same for programs, in no language: camera, firmware, network, server or record.
const char *culpritCode(const Finding &finding);

} // namespace gb::wording
