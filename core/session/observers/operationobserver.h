#pragma once
#include "core/record/note.h"
#include "core/session/batch.h"
#include "core/session/fold.h"

namespace gb {

/// What is asked, and what came of it.
class OperationObserver
{
public:
    explicit OperationObserver(Fold &fold)
        : m_operations(fold.operations)
    {
    }
    void observe(Trace &trace) { m_operations.note(trace); }
    void note(const JournalNote &note)
    {
        const auto *const dropped = note.as<notes::Dropped>();
        const bool isHole = dropped
            && (dropped->what == notes::Dropped::What::Unrecorded || dropped->what == notes::Dropped::What::Captured);
        if (isHole || note.as<notes::ListenEnded>())
            m_operations.lose(note.at);
    }
    void advance(TimePoint now) { m_operations.advance(now); }
    std::optional<TimePoint> nextDeadline() const { return m_operations.nextDeadline(); }
    bool hasNews() const { return m_operations.hasNews(); }
    void report(Batch &batch, qsizetype) { batch.operations = m_operations.take(); }

private:
    Operations &m_operations;
};

} // namespace gb
