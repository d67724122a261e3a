#include "core/message/compare/columns.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace gb::compare {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Of the rows that are there already, one for each piece of a message.
class Match
{
public:
    Match(const std::vector<Beside> &rows, const std::vector<Piece> &pieces)
        : m_rows(rows)
        , m_pieces(pieces)
        , m_of(pieces.size(), none)
        , m_taken(rows.size(), false)
    {
        pass([](const Piece &piece) -> QByteArray { return piece.key + '\0' + piece.raw; });
        pass([](const Piece &piece) -> QByteArray {
            return piece.hint.isEmpty() ? QByteArray() : piece.key + '\0' + piece.hint;
        });
        pass([](const Piece &piece) -> QByteArray { return piece.isLine ? QByteArray() : piece.key; });
        passLines();
    }

    /// none: it has no row yet.
    std::size_t rowOf(std::size_t piece) const { return m_of[piece]; }

private:
    /// An empty name is none.
    void pass(const std::function<QByteArray(const Piece &)> &nameOf)
    {
        QHash<QByteArray, std::vector<std::size_t>> free; // the last of them first
        for (std::size_t row = m_rows.size(); row-- > 0;) {
            if (const QByteArray name = m_taken[row] ? QByteArray() : nameOf(*anyOf(m_rows[row])); !name.isEmpty())
                free[name].push_back(row);
        }
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const QByteArray name = m_of[i] == none ? nameOf(m_pieces[i]) : QByteArray();
            const auto found = name.isEmpty() ? free.end() : free.find(name);
            if (found == free.end() || found->empty())
                continue;
            take(i, found->back());
            found->pop_back();
        }
    }

    /// A line of text that is like no other stands against the one behind that of the line before.
    void passLines()
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const std::size_t row = i == 0 ? 0 : m_of[i - 1] == none ? none : m_of[i - 1] + 1;
            if (m_of[i] == none && m_pieces[i].isLine && row < m_rows.size() && !m_taken[row]
                && anyOf(m_rows[row])->isLine)
                take(i, row);
        }
    }

    void take(std::size_t piece, std::size_t row)
    {
        m_of[piece] = row;
        m_taken[row] = true;
    }

    static const Piece *anyOf(const Beside &row)
    {
        return *std::find_if(row.pieces.begin(), row.pieces.end(), [](const Piece *one) { return one != nullptr; });
    }

    const std::vector<Beside> &m_rows;
    const std::vector<Piece> &m_pieces;
    std::vector<std::size_t> m_of;
    std::vector<bool> m_taken;
};

/// Each piece beside its row; those without one in rows of their own, ahead of that of the piece behind.
std::vector<Beside> withColumn(
    std::vector<Beside> rows, const std::vector<Piece> &pieces, std::size_t column, std::size_t columns)
{
    const Match match(rows, pieces);
    std::vector<std::vector<Beside>> ahead(rows.size() + 1); // the last of them first
    std::size_t place = rows.size();
    for (std::size_t i = pieces.size(); i-- > 0;) {
        if (const std::size_t row = match.rowOf(i); row != none) {
            rows[row].pieces[column] = &pieces[i];
            place = row;
            continue;
        }
        Beside own{std::vector<const Piece *>(columns, nullptr), std::vector<bool>(columns, false)};
        own.pieces[column] = &pieces[i];
        ahead[place].push_back(std::move(own));
    }
    std::vector<Beside> all;
    for (std::size_t row = 0; row <= rows.size(); ++row) {
        std::move(ahead[row].rbegin(), ahead[row].rend(), std::back_inserter(all));
        if (row < rows.size())
            all.push_back(std::move(rows[row]));
    }
    return all;
}

/// Places of the longest ascending subsequence.
std::vector<bool> ascending(const std::vector<std::size_t> &numbers)
{
    std::vector<std::size_t> ends, before(numbers.size(), none); // ends[n]: place of the lowest end of n + 1 numbers
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), numbers[i],
            [&](std::size_t place, std::size_t number) { return numbers[place] < number; });
        if (at != ends.begin())
            before[i] = *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> kept(numbers.size(), false);
    for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = before[i])
        kept[i] = true;
    return kept;
}

void markMoved(std::vector<Beside> &rows, const Columns &columns, std::size_t column)
{
    std::vector<std::pair<std::size_t, Beside *>> both; // by place in the first message
    for (Beside &row : rows) {
        if (row.pieces[0] && row.pieces[column])
            both.emplace_back(static_cast<std::size_t>(row.pieces[0] - columns[0]->data()), &row);
    }
    std::sort(both.begin(), both.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<std::size_t> places;
    for (const auto &[first, row] : both)
        places.push_back(static_cast<std::size_t>(row->pieces[column] - columns[column]->data()));
    const std::vector<bool> kept = ascending(places);
    for (std::size_t i = 0; i < both.size(); ++i)
        both[i].second->moved[column] = !kept[i];
}

} // namespace

std::vector<Beside> aligned(const Columns &columns)
{
    std::vector<Beside> rows;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (columns[column])
            rows = withColumn(std::move(rows), *columns[column], column, columns.size());
    }
    for (std::size_t column = 1; column < columns.size(); ++column) {
        if (columns[0] && columns[column])
            markMoved(rows, columns, column);
    }
    return rows;
}

} // namespace gb::compare
