#include "core/session/engine.h"
#include "core/session/notevalues.h"

/// The part of Engine that looks after what the record itself lives on: this computer's network links and clock.
namespace gb {

void Engine::watchOver()
{
    if (const auto jump = m_clockWatch.look()) {
        m_ledger.note(notevalues::noteOf(*jump));
        news();
    }
    tellLinks(m_linkWatch.look());
}

void Engine::tellLinks(const QList<LinkChange> &changes)
{
    for (const LinkChange &change : changes) {
        m_ledger.note(notevalues::noteOf(change));
    }
    if (changes.isEmpty())
        return;
    armDeadline();
    news();
}

} // namespace gb
