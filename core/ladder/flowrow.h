#pragma once
#include <QtGlobal>

#include <algorithm>
#include <utility>
#include <vector>

namespace gb {

/// One row of the ladder. Matches are the messages that meet the filter, counted from 0 in the order of the log.
struct FlowRow
{
    enum class Kind : quint8 {
        Message,
        Fold,    ///< a train of heartbeats; the messages follow where it is open
        Repeats, ///< a fold, too: copies of one message, one after the other
        Gap,     ///< silence ahead of the match `first`
        Missing, ///< what did not come and never will, behind the match `first`
        Pending, ///< what has not come yet; behind all matches
        More,    ///< `count` more that are pending
    };
    explicit FlowRow(quint32 match = 0, quint32 messages = 1, Kind what = Kind::Message, bool isOpen = false)
        : first(match)
        , count(messages & 0xfffffff)
        , kind(what)
        , open(isOpen)
    {
    }

    quint32 first;      ///< match
    quint32 count : 28; ///< messages in it, of a gap 0; of Missing and Pending which of those, see FlowRows::awaited()
    Kind kind : 3;
    bool open : 1; ///< of a fold

    bool isFold() const { return kind == Kind::Fold || kind == Kind::Repeats; }
    bool isMessageOrFold() const { return kind == Kind::Message || isFold(); }
    bool operator==(const FlowRow &) const = default;
};

/// Rows whose matches never fall. Messages that follow each other are one entry, however many: a million rows without a
/// fold take a few octets.
class FlowRowList
{
public:
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    FlowRow operator[](std::size_t row) const { return rowOf(m_runs[runOf(row)], row); }
    FlowRow back() const { return rowOf(m_runs.back(), m_size - 1); }
    void push(const FlowRow &row)
    {
        const bool isPlain = row == FlowRow(row.first);
        if (isPlain && !m_runs.empty() && m_runs.back().isPlain()
            && m_runs.back().row.first + m_runs.back().row.count == row.first && m_runs.back().row.count < longest)
            m_runs.back().row.count = (m_runs.back().row.count + 1) & longest;
        else
            m_runs.push_back({static_cast<quint32>(m_size), row});
        ++m_size;
    }
    /// Keeps the first ones.
    void cut(std::size_t rows)
    {
        while (!m_runs.empty() && m_runs.back().start >= rows)
            m_runs.pop_back();
        if (rows < m_size && !m_runs.empty() && m_runs.back().isPlain())
            m_runs.back().row.count = static_cast<quint32>(rows - m_runs.back().start) & longest;
        m_size = std::min(m_size, rows);
    }
    /// Of a fold.
    void setCount(std::size_t row, quint32 count) { m_runs[runOf(row)].row.count = count & longest; }
    /// The last row whose match is at most that one; there is one.
    std::size_t lastOf(quint32 match) const
    {
        const auto behind = std::upper_bound(
            m_runs.begin(), m_runs.end(), match, [](quint32 value, const Run &run) { return value < run.row.first; });
        const Run &run = *std::prev(behind);
        return run.start + (run.isPlain() ? std::min(match - run.row.first, run.row.count - 1U) : 0U);
    }

private:
    static constexpr quint32 longest = 0xfffffff;

    struct Run
    {
        quint32 start; ///< row
        FlowRow row;   ///< of plain messages the first one, and how many there are

        bool isPlain() const { return row.kind == FlowRow::Kind::Message; }
    };
    std::size_t runOf(std::size_t row) const
    {
        const auto behind = std::upper_bound(
            m_runs.begin(), m_runs.end(), row, [](std::size_t value, const Run &run) { return value < run.start; });
        return static_cast<std::size_t>(behind - m_runs.begin()) - 1;
    }
    static FlowRow rowOf(const Run &run, std::size_t row)
    {
        return run.isPlain() ? FlowRow(run.row.first + static_cast<quint32>(row - run.start)) : run.row;
    }

    std::vector<Run> m_runs;
    std::size_t m_size = 0;
};

/// Rows of a log, ascending. While all rows from the first one on are in it they are only counted.
class RowSet
{
public:
    std::size_t size() const { return m_all ? m_count : m_rows.size(); }
    bool empty() const { return size() == 0; }
    quint32 operator[](std::size_t index) const { return m_all ? static_cast<quint32>(index) : m_rows[index]; }
    void push(quint32 row)
    {
        if (m_all && row == m_count) {
            ++m_count;
            return;
        }
        if (std::exchange(m_all, false)) {
            for (quint32 one = 0; one < m_count; ++one)
                m_rows.push_back(one);
        }
        m_rows.push_back(row);
    }
    /// How many are ahead of that row.
    std::size_t ahead(quint32 row) const
    {
        return m_all ? std::min(row, m_count)
                     : static_cast<std::size_t>(std::lower_bound(m_rows.begin(), m_rows.end(), row) - m_rows.begin());
    }
    bool operator==(const RowSet &) const = default;
    bool contains(quint32 row) const
    {
        const std::size_t place = ahead(row);
        return place < size() && (*this)[place] == row;
    }

private:
    std::vector<quint32> m_rows;
    quint32 m_count = 0;
    bool m_all = true;
};

} // namespace gb
