#pragma once
#include "core/findings/findingsbase.h"

/// How a device leaves, and how it writes its headers.
namespace gb::manners {

/// G50, G51. Whether it stays away shows when it comes back, or does not.
void comesAndGoes(
    const RuleInput &in, const Dossier::Attempt &attempt, Dossier &dossier, FindingTimers &timers, Verdicts &out);
void stayedAway(Dossier &dossier, quint64 number, Verdicts &out);
/// G54. `dossier` registered for the first time, where `before` had been heard last; it is gone or may be later.
void tookAddress(const Dossier &dossier, const Dossier::Attempt &attempt, Dossier &before, FindingsBase &base);
void tellSuccessor(const Dossier &dossier, Verdicts &out);
/// Whether its headers are refused shows in the answer.
void noteForm(const Trace &trace, Dossier &dossier);
void formAnswered(const Trace &trace, Dossier &dossier, Verdicts &out);
/// It answers an INVITE.
void callTaken(const Trace &answer, Dossier &dossier);
/// Its own BYE, or the answer to one.
void callEnded(const Trace &trace, Dossier &dossier);
/// Behind a REGISTER that was answered: its User-Agent.
void noteAgent(const Dossier::Attempt &attempt, Dossier &dossier);
/// G53: the Note header of GB 35114, whose SM3 is no edition of GB/T 28181 and no digest of REGISTER.
void noteSignature(const Trace &trace, Verdicts &out);

} // namespace gb::manners
