#pragma once
#include "core/findings/findingsbase.h"

namespace gb {

/// Follows catalogs: D39 and D40, and what a platform tells another one of its devices, D34.
class CatalogWatch
{
public:
    explicit CatalogWatch(FindingsBase &base)
        : m_base(base)
    {
    }

    /// Somebody asks the device for its catalog.
    void noteQuery(const Trace &trace, Dossier &dossier, Verdicts &out);
    /// It takes the query.
    void noteAnswer(const Trace &trace, Dossier &dossier);
    /// A message of the device, which may be a part.
    void note(const Trace &trace, Dossier &dossier);
    void noteCut(const Trace &trace, Dossier &dossier, Verdicts &out);
    /// It registered: whether somebody asks for its catalog is to be seen.
    void noteWanted(const RuleInput &in, Dossier &dossier);
    void noteEvents(const Trace &trace);
    void drop(Dossier &dossier);
    void wake(const FindingTimer &timer, Dossier &dossier, Verdicts &out);

private:
    static void judge(Dossier &dossier, Verdicts &out);

    FindingsBase &m_base;
    qsizetype m_ids = 0; ///< of catalogs that are being told
};

} // namespace gb
