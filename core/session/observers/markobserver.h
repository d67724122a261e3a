#pragma once
#include "core/message/deviceid.h"
#include "core/record/note.h"
#include "core/session/batch.h"
#include "core/session/fold.h"

namespace gb {

/// The engineer's marks, for whoever lists messages.
class MarkObserver
{
public:
    static constexpr qsizetype maxUntaken = 10'000; ///< that wait for report(); a file may have more

    explicit MarkObserver(Fold &) { }
    void note(const JournalNote &note)
    {
        const auto *const mark = note.as<notes::Bookmark>();
        if (mark && m_marks.size() < maxUntaken)
            m_marks.append({mark->message, note.at - std::chrono::microseconds(mark->ago), !mark->removed,
                printable(mark->text, Mark::maxText)});
    }
    bool hasNews() const { return !m_marks.isEmpty(); }
    void report(Batch &batch, qsizetype) { batch.marks.swap(m_marks); }

private:
    QList<Mark> m_marks;
};

} // namespace gb
