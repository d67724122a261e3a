#include "core/session/enginecore.h"
#include "core/session/notevalues.h"

/// The part of EngineCore that looks after what the record itself lives on: this computer's network links and clock.
namespace gb {

void EngineCore::watchOver()
{
    if (const auto jump = m_clockWatch.look()) {
        m_ledger.note(notevalues::noteOf(*jump));
        news();
    }
    tellLinks(m_linkWatch.look());
    if (m_server)
        m_bindings.look(std::as_const(*m_server).registrar(), m_clock.now(), m_clock.wall());
    tellKept({});
}

/// Who is known from an earlier start, and what is wrong with the file that tells.
void EngineCore::tellKept(const QList<KeptRegistration> &kept)
{
    const QString problem = m_bindings.takeProblem();
    if (kept.isEmpty() && problem.isEmpty())
        return;
    notes::RegisteredBefore note = notevalues::noteOf(kept);
    note.problem = problem;
    m_ledger.note(std::move(note));
    armDeadline();
    news();
}

void EngineCore::tellLinks(const QList<LinkChange> &changes)
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
