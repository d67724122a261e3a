#pragma once
#include "core/base/clock.h"

#include <algorithm>
#include <vector>

namespace gb {

/// Spans in which a record may lack messages. Bounded: of more than `most` the first ones become one.
class RecordGaps
{
public:
    static constexpr std::size_t most = 1000;

    /// In either order: the clock may have been set back between them.
    void add(TimePoint one, TimePoint other)
    {
        const auto [from, to] = std::minmax(one, other);
        if (!m_spans.empty() && m_spans.back().to >= from) {
            m_spans.back().from = std::min(m_spans.back().from, from);
            m_spans.back().to = std::max(m_spans.back().to, to);
            return join();
        }
        if (m_spans.size() >= most) {
            m_spans[1].from = m_spans[0].from;
            m_spans.erase(m_spans.begin());
        }
        m_spans.push_back({from, to});
    }
    void clear() { *this = {}; }
    /// So many signs of missing messages that of nothing it can be said that it did not come.
    void setDoubtful(bool doubtful) { m_doubtful = doubtful; }
    bool isDoubtful() const { return m_doubtful; }
    /// What did not come from then until then may have come.
    bool mayHide(TimePoint from, TimePoint to) const
    {
        if (m_doubtful)
            return true;
        const auto first = std::partition_point(
            m_spans.begin(), m_spans.end(), [from](const Span &span) { return span.to < from; });
        return first != m_spans.end() && first->from <= to;
    }
    std::size_t size() const { return m_spans.size(); }

private:
    /// The last one may have got so long that it has those before it: they are in order, and none touches another.
    void join()
    {
        while (m_spans.size() > 1 && m_spans[m_spans.size() - 2].to >= m_spans.back().from) {
            const Span last = m_spans.back();
            m_spans.pop_back();
            m_spans.back().from = std::min(m_spans.back().from, last.from);
            m_spans.back().to = std::max(m_spans.back().to, last.to);
        }
    }

    struct Span
    {
        TimePoint from, to;
    };
    std::vector<Span> m_spans;
    bool m_doubtful = false;
};

} // namespace gb
