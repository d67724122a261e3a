#pragma once
#include "core/record/note.h"
#include "core/session/batch.h"
#include "core/session/fold.h"

namespace gb {

/// The rules. They hear what the others made of the last entry, or of time, before they see a message.
class FindingObserver
{
public:
    static constexpr qsizetype maxUntaken = 200'000; ///< of what never came, that waits for report(); over it is
                                                     ///< counted

    explicit FindingObserver(Fold &fold)
        : m_fold(fold)
    {
    }
    void observe(Trace &trace)
    {
        if (!m_firstAt)
            begin(trace.datagram.at);
        hear(trace.datagram.at);
        m_fold.findings.observe(trace, m_fold.devices.lastPlace());
        m_fold.operations.lose(m_fold.findings.lostAt());
        if (const Operation *const operation = m_fold.operations.current())
            m_fold.findings.operationTold(*operation, trace);
        for (const Endpoint &end : m_fold.reached)
            m_fold.findings.reached(trace.device, end, trace.datagram.at);
    }
    void note(const JournalNote &note);
    void advance(TimePoint now) { hear(now); }
    std::optional<TimePoint> nextDeadline() const { return m_fold.findings.nextDeadline(); }
    bool hasNews() const { return !m_awaited.isEmpty() || m_fold.findings.log().hasNews(); }
    void report(Batch &batch, qsizetype devices);
    void lookNearAhead(quint32 place) const { m_fold.findings.prefetchDossier(place); }

    /// As Analysis::setExpected() without a time.
    void expectFromStart(const QStringList &ids);

private:
    void begin(TimePoint at);
    void hear(TimePoint now);
    void list(const QList<Awaited> &news);

    Fold &m_fold;
    DeviceStore::Noticed m_noticed;     ///< here, so that it keeps its room
    QList<Awaited> m_awaited;           ///< that rules have seen
    std::optional<TimePoint> m_firstAt; ///< of the record
    QStringList m_expected;             ///< IDs, until the record begins
};

} // namespace gb
