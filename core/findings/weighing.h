#pragma once
#include "core/findings/findingsbase.h"

/// Weighs the causes that a record leaves for a finding: what it has for each of them, and against it, in this case.
namespace gb::weighing {

/// Findings that have several causes.
const Dossier::Codes &contested();
/// Of those codes of the device.
void weigh(const Dossier::Codes &codes, const FindingsBase &base, const Dossier &dossier, Verdicts &out);
inline void weigh(FindingCode code, const FindingsBase &base, const Dossier &dossier, Verdicts &out)
{
    Dossier::Codes codes;
    codes.set(static_cast<std::size_t>(code));
    weigh(codes, base, dossier, out);
}
/// Of a server that answers nobody.
QList<CompetingCause> ofServer(const FindingsBase &base, const IpAddress &server);

/// What competes, and what speaks for whom.
class Scales
{
public:
    using Codes = std::initializer_list<CauseCode>;
    Scales(Codes causes)
    {
        for (const CauseCode code : causes)
            m_causes.append({.code = code});
    }
    void put(Evidence evidence, Codes speaksFor, Codes speaksAgainst);
    /// The one with the most for it first.
    QList<CompetingCause> take();

private:
    CompetingCause *causeOf(CauseCode code);

    QList<CompetingCause> m_causes;
};

QList<CompetingCause> ofSilence(const FindingsBase &base, const Dossier &dossier);
QList<CompetingCause> ofUnanswered(const FindingsBase &base, const Dossier &dossier, FindingCode code);
QList<CompetingCause> ofRegistration(const FindingsBase &base, const Dossier &dossier, FindingCode code);
QList<CompetingCause> ofRequest(const Dossier &dossier, FindingCode code);
QList<CompetingCause> ofMedia(const Dossier &dossier);
QList<CompetingCause> ofReconnects(const Dossier &dossier);

} // namespace gb::weighing
