#pragma once
#include "core/record/note.h"
#include "core/session/batch.h"
#include "core/session/fold.h"

namespace gb {

/// Counters over the record.
class Totals
{
public:
    explicit Totals(Fold &fold)
        : m_fold(fold)
    {
    }
    void observe(Trace &trace);
    void note(const JournalNote &note);
    void report(Batch &batch, qsizetype devices);

private:
    Fold &m_fold;
};

} // namespace gb
