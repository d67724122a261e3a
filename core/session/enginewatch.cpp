#include "core/session/enginecore.h"

/// The part of EngineCore that looks after what the record itself lives on: this computer's network links and clock.
namespace gb {

void EngineCore::watchOver()
{
    if (const auto jump = m_clockWatch.look()) {
        m_analysis.clockJumped(*jump);
        m_session.comment(QStringLiteral(
            "The computer's clock was set by %1 s here; the times of this record go on without the jump.")
                              .arg(std::chrono::round<std::chrono::seconds>(jump->by).count()));
        news();
    }
    tellLinks(m_linkWatch.look());
}

void EngineCore::tellLinks(const QList<LinkChange> &changes)
{
    for (const LinkChange &change : changes) {
        m_analysis.linkChanged(change);
        if (!change.watched)
            continue;
        m_session.comment(change.up
                ? QStringLiteral("The network link %1 of the computer that records is back.").arg(change.name)
                : QStringLiteral("The network link %1 of the computer that records is down: what it has is not heard.")
                      .arg(change.name));
    }
    if (changes.isEmpty())
        return;
    armDeadline();
    news();
}

} // namespace gb
