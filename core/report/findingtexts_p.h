#pragma once
#include "core/findings/finding.h"

#include <QtGlobal>

/// The tables behind findingwords.cpp; nobody else includes it.
namespace gb::wording {

/// Whose setting or machine it is.
enum class Culprit : quint8 { Camera, Device, Network, Server, Record };

struct FindingWords
{
    FindingCode code;
    Culprit culprit;
    const char *title, *cause, *advice; ///< %1 %2 %3 are the finding's words
};

const FindingWords *registrationWords(FindingCode code);
const FindingWords *otherWords(FindingCode code);

} // namespace gb::wording
