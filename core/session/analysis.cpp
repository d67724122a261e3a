#include "core/session/analysis.h"

#include "core/base/prefetch.h"
#include "core/session/notevalues.h"

namespace gb {
namespace {

constexpr std::chrono::milliseconds quiet{20};  ///< behind which what fell due meanwhile is told in its order
constexpr std::chrono::seconds leap{5};         ///< what lies below is disorder of a capture
constexpr std::chrono::seconds longestWait{60}; ///< of a message over TCP, or in fragments, for what is missing of it
constexpr qsizetype mostHoles = 1000;           ///< between two batches
constexpr qint64 judgementsAtStart = 1'000'000, judgementsAMessage = 20;

} // namespace

Analysis::Analysis(HeartbeatPolicy policy)
    : m_fold(policy)
    , m_judgements(judgementsAtStart)
{
}

Trace Analysis::observe(Datagram datagram)
{
    Trace trace = m_tracer.trace(std::move(datagram));
    observe(trace);
    return trace;
}

void Analysis::observe(Trace &trace)
{
    const TimePoint at = trace.datagram.at;
    if (std::chrono::abs(at - m_messageAt) > leap)
        bridge(trace);
    m_messageAt = std::max(m_messageAt, at);
    if (at - m_at > quiet) // in a crowd the observers find by themselves what fell due
        catchUp(at);
    m_at = at;
    m_observers.observe(trace);
    tellLost();
}

/// Something is missing that nobody saw missing by a silence: a message was cut, a card dropped some.
void Analysis::tellLost()
{
    const TimePoint lost = m_fold.operations.lostAt();
    if (lost > std::exchange(m_lostAt, lost))
        tellHole(lost, lost);
}

/// For the next batch.
void Analysis::tellHole(TimePoint from, TimePoint to)
{
    if (m_holes.size() >= mostHoles) // nobody took them for long
        m_holes.back().to = to;
    else
        m_holes.append({from, to});
}

/// What a span means in which the record was blind must be known before what fell due in it.
void Analysis::bridge(const Trace &trace)
{
    const TimePoint at = trace.datagram.at, before = m_messageAt;
    if (before == TimePoint() || !mayJudgeAll())
        return;
    if (at < before) {
        const bool waited = trace.datagram.transport != TransportKind::Udp || trace.datagram.cut;
        if (waited && before - at < longestWait)
            return;
        m_messageAt = at;
        m_setBackAt = std::max(m_setBackAt, before);
        m_fold.devices.noteClockBack(before, at);
        m_fold.findings.clockBack(at);
        m_at = at;
        return;
    }
    const bool returns = before < m_setBackAt && at > m_setBackAt; // as a file does that was put behind another
    const auto from = returns ? std::optional(before) : m_fold.findings.holeAhead(trace);
    if (returns) {
        m_fold.findings.noteHole(before, at);
        m_setBackAt = {};
    }
    if (!from)
        return;
    noteHole(*from, at);
}

void Analysis::noteHole(TimePoint from, TimePoint to)
{
    m_fold.devices.noteHole(from, to);
    m_fold.operations.loseSince(from);
    m_lostAt = std::max(m_lostAt, from); // the hole is told here
    tellHole(from, to);
}

/// A record that goes on from a file that was not read, or not to its end: what passed meanwhile is in none.
void Analysis::bridge(const notes::RecordBegan &began, TimePoint at)
{
    if (began.after.isEmpty() || m_messageAt == TimePoint() || at <= m_messageAt || !mayJudgeAll())
        return;
    m_fold.findings.noteHole(m_messageAt, at);
    noteHole(m_messageAt, at);
}

void Analysis::observe(std::span<Trace> traces, std::span<const PlacedNote> notes)
{
    std::size_t note = 0;
    for (std::size_t i = 0; i < traces.size(); ++i) {
        for (; note < notes.size() && notes[note].before <= i; ++note)
            observe(notes[note].note);
        lookAhead(traces, i);
        observe(traces[i]);
    }
    for (; note < notes.size(); ++note)
        observe(notes[note].note);
}

void Analysis::observe(const Entry &entry)
{
    if (const auto *note = std::get_if<JournalNote>(&entry))
        observe(*note);
    else
        observe(std::get<Datagram>(entry));
}

void Analysis::observe(const JournalNote &note)
{
    if (isKept(note) || isRepeated(note))
        return advance(note.at);
    if (!mayFollow(note)) {
        ++m_notesLeft;
        return;
    }
    ++m_notes;
    if (const auto *list = note.as<notes::Expected>())
        m_recordedList = *list;
    advance(note.at);
    m_observers.note(note);
    tellLost();
}

/// The reader has something of his own instead.
bool Analysis::isKept(const JournalNote &note) const
{
    return (m_keepPolicy && (note.as<notes::Policy>() || note.as<notes::OwnPolicies>()))
        || (m_keepExpected && note.as<notes::Expected>());
}

/// A record that goes on in another file tells there again what is in force. Where all of the file before was read that
/// is known, and nothing begins.
bool Analysis::isRepeated(const JournalNote &note)
{
    const auto inForce = [&note](auto... kind) { return (... || note.as<decltype(kind)>()); };
    if (const auto *began = note.as<notes::RecordBegan>()) {
        const quint64 read = m_fold.counters.messages;
        const bool goesOn = !began->after.isEmpty() && m_part
            && m_part->first + (read - m_part->second) == began->messages;
        m_part = {began->messages, read};
        m_repeatsAt = goesOn ? std::optional(note.at) : std::nullopt;
        if (!goesOn)
            bridge(*began, note.at);
        return goesOn;
    }
    if (m_repeatsAt == note.at
        && inForce(notes::Policy{}, notes::OwnPolicies{}, notes::Site{}, notes::Expected{}, notes::Listening{}))
        return true;
    m_repeatsAt.reset();
    return false;
}

/// A file may be made of notes that judge ten thousand devices anew: what that takes is bounded.
bool Analysis::mayFollow(const JournalNote &note)
{
    if (!note.as<notes::Policy>() && !note.as<notes::OwnPolicies>() && !note.as<notes::Expected>()
        && !note.as<notes::SilenceBegan>())
        return true;
    return mayJudgeAll();
}

bool Analysis::mayJudgeAll()
{
    const qint64 left = m_judgements + judgementsAMessage * static_cast<qint64>(m_fold.counters.messages);
    if (left <= 0)
        return false;
    m_judgements -= 1 + static_cast<qint64>(m_fold.devices.count());
    return true;
}

/// What another thread wrote is as far away as what was written long ago.
void Analysis::lookAhead(std::span<Trace> traces, std::size_t at)
{
    if (at + toTrace < traces.size())
        prefetch(&traces[at + toTrace], sizeof(Trace));
    if (at + toIndex < traces.size())
        m_observers.lookFarAhead(traces[at + toIndex]);
    std::optional<quint32> &place = m_ahead[(at + toDevice) % m_ahead.size()];
    place.reset();
    if (at + toDevice < traces.size())
        place = m_observers.lookAhead(traces[at + toDevice]);
    if (const std::optional<quint32> near = m_ahead[(at + toLists) % m_ahead.size()]; near && at >= toDevice - toLists)
        m_observers.lookNearAhead(*near);
}

/// One deadline after the other: so the story is the same whether time came in small steps, as live, or in one, as in a
/// file.
void Analysis::catchUp(TimePoint to)
{
    TimePoint at = std::min(m_at, to); // the clock of a capture may have been set back
    bool again = true;                 // one that is over already may have nothing to do, and stay
    for (auto next = m_observers.nextDeadline(); next && *next < to; next = m_observers.nextDeadline()) {
        const TimePoint step = std::max(*next, at);
        if (step == at && !std::exchange(again, false))
            return;
        again = again || step != at;
        at = step;
        m_observers.advance(at);
    }
}

void Analysis::advance(TimePoint now)
{
    catchUp(now);
    m_at = now;
    m_observers.advance(now);
}

void Analysis::setPolicy(const HeartbeatPolicy &policy, TimePoint now)
{
    m_observers.note({now, notevalues::noteOf(policy)});
}

void Analysis::setOverrides(const HeartbeatOverrides &overrides, TimePoint now)
{
    m_observers.note({now, notevalues::noteOf(overrides)});
}

void Analysis::linkChanged(const LinkChange &change)
{
    observe(JournalNote{change.at, notevalues::noteOf(change)});
}

void Analysis::clockJumped(const ClockJump &jump)
{
    notes::ClockJumped note = notevalues::noteOf(jump);
    note.packets = true;
    observe(JournalNote{jump.at, note});
}

void Analysis::setExpected(const QList<ExpectedDevice> &devices, TimePoint since)
{
    if (since != TimePoint{})
        return m_observers.note({since, notevalues::noteOf(devices)});
    m_fold.devices.setExpected(devices, since);
    QStringList ids;
    for (const ExpectedDevice &one : devices)
        ids.append(one.id);
    m_observers.get<FindingObserver>().expectFromStart(ids);
}

Batch Analysis::take(TimePoint now, qsizetype devices)
{
    Batch batch;
    batch.now = now;
    batch.holes = std::exchange(m_holes, {});
    batch.doubtful = m_fold.findings.isRecordDoubtful();
    m_observers.report(batch, devices);
    return batch;
}

} // namespace gb
