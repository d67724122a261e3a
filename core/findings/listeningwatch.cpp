#include "core/findings/listeningwatch.h"

#include <QSet>

namespace gb {

void ListeningWatch::expect(const QStringList &ids, TimePoint now)
{
    m_base.timers.drop(Wake::Expected);
    const QSet<QString> wanted(ids.begin(), ids.end());
    const auto &all = m_base.dossiers.all();
    for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
        if (!wanted.contains(it.key()))
            Verdicts(m_base.log, **it, it.key(), now).end(FindingCode::ExpectedSilent);
    }
    for (const QString &id : ids) {
        const Dossier *const known = m_base.dossiers.known(id);
        if (!known
            || (known->sources[0].number == 0
                && !known->open.test(static_cast<std::size_t>(FindingCode::ExpectedSilent))))
            m_base.timers.arm(now + 3 * m_base.site.policy.interval, {Wake::Expected, id, 0});
    }
}

void ListeningWatch::cannotListen(bool taken, const QString &where, const QString &owner, TimePoint at)
{
    m_base.log.raise(taken ? FindingCode::PortTaken : FindingCode::AddressNotHere, {}, {where, owner, {}}, at, {});
}

void ListeningWatch::listens(const QString &where, TimePoint at)
{
    hearsAgain(at);
    m_base.log.end(FindingCode::PortTaken, {}, at, where);
    m_base.log.end(FindingCode::AddressNotHere, {}, at, where);
}

void ListeningWatch::hearsAgain(TimePoint at)
{
    if (std::exchange(m_isDeaf, false))
        m_base.site.heardSince = at;
}

void ListeningWatch::wake(const FindingTimer &timer, TimePoint at, const Dossier &dossier, Verdicts &out)
{
    const Duration wait = 3 * m_base.site.policy.interval;
    const bool silent = dossier.sources[0].number == 0;
    const OwnLink &link = m_contacts.link();
    if (m_isDeaf)
        m_base.timers.arm(at + wait, timer);
    else if (at < m_base.site.heardSince + wait && silent)
        m_base.timers.arm(m_base.site.heardSince + wait, timer);
    else if (!link.isEmpty() && link.within({}, at - wait, at)) // it could not have been heard
        m_base.timers.arm(at + wait, timer);
    else if (silent)
        out.raise(FindingCode::ExpectedSilent, {QString::number(3 * m_base.site.policy.interval.count()), {}, {}}, {});
}

} // namespace gb
