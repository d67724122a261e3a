#include "core/session/observers/deviceobserver.h"

#include "core/session/notevalues.h"

namespace gb {

void DeviceObserver::note(const JournalNote &note)
{
    DeviceStore &devices = m_fold.devices;
    m_fold.undelivered.reset();
    m_fold.brokenOff.reset();
    if (const auto *icmp = note.as<notes::Icmp>()) {
        m_fold.undelivered = m_fold.deliveries.report(*icmp, note.at);
        if (m_fold.undelivered && !m_fold.undelivered->isAnswered)
            devices.undelivered(*m_fold.undelivered, note.at);
    } else if (const auto *connection = note.as<notes::Connection>()) {
        m_fold.brokenOff = m_fold.deliveries.ended(*connection, note.at);
    } else if (const auto *policy = note.as<notes::Policy>()) {
        devices.setPolicy(notevalues::policyOf(*policy), note.at);
    } else if (const auto *own = note.as<notes::OwnPolicies>()) {
        devices.setOverrides(notevalues::overridesOf(*own), note.at);
    } else if (const auto *expected = note.as<notes::Expected>()) {
        devices.setExpected(notevalues::expectedOf(*expected), note.at);
    } else if (const auto *kept = note.as<notes::RegisteredBefore>()) {
        devices.noteKept(notevalues::keptOf(*kept), note.at);
    } else if (const auto change = notevalues::linkChangeOf(note)) {
        devices.noteLink(*change);
    } else if (note.as<notes::Listening>()) {
        devices.noteListening(true, note.at);
    } else if (note.as<notes::RecordEnded>()) {
        devices.noteEnd(note.at);
    } else if (note.as<notes::ListenEnded>() || note.as<notes::RecordBegan>()) {
        devices.noteListening(false, note.at);
    } else if (const auto *jumped = note.as<notes::ClockJumped>()) {
        devices.noteClockJump(notevalues::clockJumpOf(*jumped, note.at));
    } else if (const auto *judged = note.as<notes::PasswordJudged>()) {
        if (const auto code = passwordverdict::codeOf(judged->verdict))
            devices.judged({judged->device, {*code, judged->a, judged->b}, judged->later, note.at});
    }
}

} // namespace gb
