#pragma once
#include <QtGlobal>

#include <vector>

namespace gb {

/// Of each index of a table how many messages have it.
class Tally
{
public:
    void add(std::size_t index)
    {
        if (index >= m_counts.size())
            m_counts.resize(index + index / 2 + 16);
        ++m_counts[index];
    }
    /// Calls `function` with each index that some have, ascending, and how many these are.
    template<typename Function>
    void each(const Function &function) const
    {
        for (std::size_t index = 0; index < m_counts.size(); ++index) {
            if (m_counts[index] > 0)
                function(index, m_counts[index]);
        }
    }

private:
    std::vector<quint64> m_counts;
};

} // namespace gb
