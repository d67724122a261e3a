#pragma once
#include "core/findings/contactwatch.h"

namespace gb {

/// Whether we listen, and whether those come who are expected.
class ListeningWatch
{
public:
    ListeningWatch(FindingsBase &base, const ContactWatch &contacts)
        : m_base(base)
        , m_contacts(contacts)
    {
    }

    void expect(const QStringList &ids, TimePoint now);
    void cannotListen(bool taken, const QString &where, const QString &owner, TimePoint at);
    void listens(const QString &where, TimePoint at);
    void listensNoMore() { m_isDeaf = true; }
    /// A message came: something listens.
    void heard(TimePoint at)
    {
        if (m_isDeaf)
            hearsAgain(at);
    }
    void wake(const FindingTimer &timer, TimePoint at, const Dossier &dossier, Verdicts &out);

private:
    void hearsAgain(TimePoint at);

    FindingsBase &m_base;
    const ContactWatch &m_contacts;
    bool m_isDeaf = false; ///< nothing is listened to
};

} // namespace gb
