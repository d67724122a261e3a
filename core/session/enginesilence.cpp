#include "core/client/silencetest.h"
#include "core/session/engine.h"
#include "core/session/notevalues.h"

#include <QDateTime>

/// The part of Engine that falls silent on purpose.
namespace gb {
namespace {

constexpr qsizetype namedInComment = 20; ///< devices

QString commentFor(const Silence &silence, TimePoint until)
{
    QStringList ids(silence.devices.begin(), silence.devices.end());
    std::sort(ids.begin(), ids.end());
    if (ids.size() > namedInComment)
        ids = ids.mid(0, namedInComment) << QStringLiteral("and %1 more").arg(silence.devices.size() - namedInComment);
    const QString whom = ids.isEmpty() ? QStringLiteral("nobody gets an answer")
                                       : QStringLiteral("no answer to ") + ids.join(QStringLiteral(", "));
    const auto when = std::chrono::duration_cast<std::chrono::milliseconds>(until.time_since_epoch()).count();
    return QStringLiteral("gbscope is silent on purpose from here on: %1 until %2 at the latest.")
        .arg(whom, QDateTime::fromMSecsSinceEpoch(when).toString(Qt::ISODate));
}

} // namespace

void Engine::fallSilent(const QStringList &devices, std::chrono::seconds duration)
{
    answerAgain();
    if (!m_server) {
        m_outlet.tell(SilenceChange{.at = m_clock.now()});
        return;
    }
    const TimePoint now = m_clock.now();
    SilenceChange change{
        .on = true, .silence = {.devices = QSet<QString>(devices.begin(), devices.end()), .since = now}, .at = now};
    auto enough = SilenceTest::enoughFor(m_ledger.analysis().devices().policy());
    for (const DeviceSnapshot &one : m_ledger.analysis().devices().snapshots()) {
        const bool there = one.verdict.state == DeviceState::Online || one.verdict.state == DeviceState::Late;
        if (!there || !one.contact.heardAt() || !change.silence.covers(one.id))
            continue;
        change.devices.append(one);
        enough = std::max(enough, SilenceTest::enoughFor(one.policy));
    }
    change.silence.until = now
        + std::clamp(duration.count() > 0 ? duration : enough, std::chrono::seconds(1), Silence::longest);
    m_control->stop(now, ConfigOutcome::Silent); // what asks a device tells it that we are there
    tellConfig();
    deliver(true); // what was ahead of it
    m_silence = change.silence;
    m_server->setSilence(m_silence);
    m_ledger.note(notevalues::noteOf(*m_silence));
    m_ledger.file().comment(commentFor(*m_silence, m_silence->until));
    m_outlet.tell(change);
    armDeadline();
}

void Engine::answerAgain()
{
    if (!m_silence)
        return;
    const TimePoint now = m_clock.now();
    m_ledger.advance();
    deliver(true);
    const SilenceChange change{.silence = *m_silence, .at = now, .devices = {}};
    m_silence.reset();
    m_ledger.note(notes::SilenceEnded{});
    if (m_server)
        m_server->setSilence({});
    m_ledger.file().comment(QStringLiteral("gbscope answers again from here on."));
    m_outlet.tell(change);
    armDeadline();
}

} // namespace gb
