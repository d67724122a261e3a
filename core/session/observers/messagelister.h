#pragma once
#include "core/ladder/messagelog.h"
#include "core/session/batch.h"
#include "core/session/fold.h"

namespace gb {

/// Messages for whoever lists them.
class MessageLister
{
public:
    static constexpr qsizetype maxUntaken = 200'000; ///< that wait for report(); over it they are counted only

    explicit MessageLister(Fold &fold)
        : m_counters(fold.counters)
    {
    }
    void observe(Trace &trace)
    {
        if (m_keep && m_messages.size() < maxUntaken) {
            if (m_messages.isEmpty())
                m_messages.reserve(m_last); // growing moves all of them
            summarise(trace, m_messages.emplaceBack());
        } else if (m_keep) {
            ++m_counters.unlisted;
        }
    }
    bool hasNews() const { return !m_messages.isEmpty(); }
    void report(Batch &batch, qsizetype)
    {
        m_last = std::min<qsizetype>(m_messages.size() + m_messages.size() / 4, 65'536);
        batch.messages.swap(m_messages);
    }
    void keep(bool keep) { m_keep = keep; }

private:
    Counters &m_counters;
    QList<MessageSummary> m_messages;
    qsizetype m_last = 0; ///< room for as many as the last batch had
    bool m_keep = true;
};

static_assert(MessageLog::maxCapacity + MessageLister::maxUntaken + OddMessages::chunkSize <= OddMessages::places,
    "as many may be odd as there are until the oldest go");

} // namespace gb
