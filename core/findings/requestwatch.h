#pragma once
#include "core/findings/findingsbase.h"
#include "core/flow/awaited.h"

namespace gb {

/// Follows what is asked of devices, and weighs where it went against where the device was heard: D39, D46, G60, G61.
class RequestWatch
{
public:
    explicit RequestWatch(FindingsBase &base)
        : m_base(base)
    {
    }

    /// A message to the device.
    void note(const Trace &trace, Dossier &dossier);
    void answered(const Trace &trace, Dossier &dossier, Verdicts &out);
    /// Timer F or B of a request to it has fired, or of one of its own.
    void missing(const Awaited &awaited, Dossier &dossier, Verdicts &out);
    /// A request of the device: what was not answered until then did not fail for want of it.
    static void heardBehind(Dossier &dossier, Verdicts &out) { heardBehind(dossier, dossier, out); }
    /// The same of channels that were called there.
    void heardFrom(const Endpoint &place, TimePoint at);
    /// Channels are called at their device's address: that tells whose they are.
    void noteHome(const Dossier &dossier);
    /// Who registered there last; null where nobody did.
    Dossier *homeOf(const Endpoint &place) const { return m_base.dossiers.known(m_homes.value(place)); }

private:
    void askedMissing(const Awaited &awaited, Dossier &dossier, Verdicts &out);
    const Dossier &ownerOf(const Endpoint &asked, const Dossier &dossier) const;
    static void heardBehind(Dossier &dossier, const Dossier &owner, Verdicts &out);
    static void tellIgnored(const Dossier::Requests::One &request, Dossier &dossier, Verdicts &out);

    FindingsBase &m_base;
    QMultiHash<Endpoint, QString> m_waiting; ///< channels whose requests there were not answered
    QHash<Endpoint, QString> m_homes;        ///< where devices registered from, and what they named as Contact
};

} // namespace gb
