#pragma once
#include "core/devices/ownlink.h"
#include "core/findings/findingsbase.h"
#include "core/server/silence.h"

namespace gb {

/// Whether a device hears of its server: D38, and what comes of a silence that is on purpose, or of our own interface.
class ContactWatch
{
public:
    explicit ContactWatch(FindingsBase &base)
        : m_base(base)
    {
    }

    /// Ahead of the rules, which see the message that it is about.
    void note(const RuleInput &in, Dossier &dossier);
    void linkChanged(const LinkChange &change);
    const OwnLink &link() const { return m_link; }
    void setSilence(const std::optional<Silence> &silence);
    void wake(const QString &id, const Dossier &dossier, TimePoint at, Verdicts &out);

private:
    void watchForRegister(const QString &id, const ServerContact &contact, TimePoint now);
    bool isCutOff(const Dossier &dossier, TimePoint at) const;
    void endCutOff(const RuleInput &in, bool isHeard, Dossier &dossier);

    FindingsBase &m_base;
    std::optional<Silence> m_silence;
    OwnLink m_link;
};

} // namespace gb
