#pragma once
#include "core/flow/tracer.h"
#include "core/record/entry.h"
#include "core/session/observers.h"

#include <array>
#include <span>

namespace gb {

/// What a record means: every entry, live or imported, goes through observe() and nowhere else. No thread, no clock, no
/// socket.
class Analysis
{
public:
    static constexpr qsizetype maxUntaken = MessageLister::maxUntaken;

    explicit Analysis(HeartbeatPolicy policy = {});

    /// Notes a datagram; the trace is for whoever answers it.
    Trace observe(Datagram datagram);
    /// Notes a message that a Tracer elsewhere has numbered and read.
    void observe(Trace &trace);
    /// Notes messages that stand in a row, faster than one by one, and the notes among them.
    void observe(std::span<Trace> traces, std::span<const PlacedNote> notes = {});
    void observe(const JournalNote &note);
    void observe(const Entry &entry);
    void advance(TimePoint now);
    /// When advance() has something to tell, as far as is known now.
    std::optional<TimePoint> nextDeadline() { return m_observers.nextDeadline(); }

    // What a reader of a record asks of it anew, by its own measure; as notes that are in no record
    void setPolicy(const HeartbeatPolicy &policy, TimePoint now);
    void setOverrides(const HeartbeatOverrides &overrides, TimePoint now);
    /// Our own network interface went down, or is back; the time of a capture's packets went back: as their notes.
    void linkChanged(const LinkChange &change);
    void clockJumped(const ClockJump &jump);
    /// As DeviceStore::setExpected; who stays silent is a finding.
    void setExpected(const QList<ExpectedDevice> &devices, TimePoint since);
    /// Notes of a policy are not followed: the reader has one of his own.
    /// The list that the record itself has last, if any.
    const std::optional<notes::Expected> &recordedList() const { return m_recordedList; }
    void keepPolicy(bool keep) { m_keepPolicy = keep; }
    /// The same of lists of expected devices.
    void keepExpected(bool keep) { m_keepExpected = keep; }

    DeviceStore &devices() { return m_fold.devices; }
    const DeviceStore &devices() const { return m_fold.devices; }
    const Findings &findings() const { return m_fold.findings; }
    const FlowLog &flow() const { return m_fold.flow; }
    const Operations &operations() const { return m_fold.operations; }
    const Counters &counters() const { return m_fold.counters; }
    /// What reading a capture counts, which is no part of its story.
    Counters &readerCounters() { return m_fold.counters; }
    /// Notes that were folded, and those that a file had too many of.
    quint64 notes() const { return m_notes; }
    quint64 notesLeft() const { return m_notesLeft; }

    /// What is new since it was last asked; `devices` as of DeviceStore::collect().
    Batch take(TimePoint now, qsizetype devices = DeviceStore::everyDevice);
    bool hasNews() { return m_observers.hasNews(); }
    /// Off where nobody lists messages: then they are only counted.
    void keepSummaries(bool keep) { m_observers.get<MessageLister>().keep(keep); }

private:
    void catchUp(TimePoint to);
    void bridge(const Trace &trace);
    void bridge(const notes::RecordBegan &began, TimePoint at);
    void noteHole(TimePoint from, TimePoint to);
    void tellLost();
    void tellHole(TimePoint from, TimePoint to);
    bool mayJudgeAll();
    bool isKept(const JournalNote &note) const;
    bool mayFollow(const JournalNote &note);
    bool isRepeated(const JournalNote &note);
    void lookAhead(std::span<Trace> traces, std::size_t at);

    Tracer m_tracer;
    Fold m_fold;
    Observers m_observers{m_fold};
    TimePoint m_at{};                       ///< of the last entry
    TimePoint m_messageAt{}, m_setBackAt{}; ///< of the last message; the latest one ahead of which the clock went back
    quint64 m_notes = 0, m_notesLeft = 0;
    qint64 m_judgements;                   ///< of devices anew, that notes may still cause
    QList<Batch::Hole> m_holes;            ///< of the next batch
    TimePoint m_lostAt = TimePoint::min(); ///< as a batch told it
    bool m_keepPolicy = false, m_keepExpected = false;
    std::optional<notes::Expected> m_recordedList;
    std::optional<std::pair<quint64, quint64>> m_part; ///< messages of the record, and read here, ahead of its file
    std::optional<TimePoint> m_repeatsAt;              ///< notes of that time say what is known
    static constexpr std::size_t toTrace = 40, toIndex = 24, toDevice = 14,
                                 toLists = 6;       ///< messages ahead, see DeviceStore::prefetchIndex()
    std::array<std::optional<quint32>, 32> m_ahead; ///< places of the devices of the messages that come next
};

} // namespace gb
