#include "core/message/compare/comparison.h"

#include "core/base/octets.h"
#include "core/message/charset.h"
#include "core/message/compare/columns.h"
#include "core/message/deviceid.h"

#include <algorithm>

namespace gb {
namespace {

using compare::Piece;
using Kind = ComparedRow::Kind;

/// Without blanks, or with each run of them as one.
QByteArray squeezed(const QByteArray &raw, bool toNothing)
{
    if (!toNothing)
        return raw.simplified();
    QByteArray out;
    out.reserve(raw.size());
    for (const char c : raw) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            out.append(c);
    }
    return out;
}

/// Of ASCII: the case of other letters is no matter of SIP.
Change differenceOf(const QByteArray &a, const QByteArray &b, bool hasParts)
{
    if (a == b)
        return Change::Same;
    const QByteArray one = squeezed(a, hasParts), other = squeezed(b, hasParts);
    if (one == other)
        return Change::Whitespace;
    return one.toLower() == other.toLower() ? Change::Case : Change::Changed;
}

/// As it is shown where nothing is to be pointed at.
QString readable(const QByteArray &raw)
{
    const bool isAscii = std::all_of(raw.begin(), raw.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
    return isAscii ? QString::fromLatin1(raw) : decodeBody(raw).text;
}

/// A long one from shortly ahead of where it differs from `base`.
QString shownBeside(const QByteArray &raw, const QByteArray &base)
{
    constexpr qsizetype ahead = 40;
    const QString text = readable(raw);
    if (text.size() <= CompareLimits::shown)
        return printable(text, CompareLimits::shown);
    const QString other = readable(base);
    const auto differs = std::mismatch(text.begin(), text.end(), other.begin(), other.end()).first;
    const qsizetype at = differs - text.begin();
    if (at < CompareLimits::shown - ahead || at == text.size())
        return printable(text, CompareLimits::shown);
    return u'\u2026' + printable(text.mid(at - ahead), CompareLimits::shown);
}

class Rows
{
public:
    explicit Rows(Comparison &whole)
        : m_whole(whole)
    {
    }

    /// `against`: whether a column is compared with the first; where all of it was added or removed it is not again.
    QList<ComparedRow> of(const compare::Columns &columns, const std::vector<bool> &against)
    {
        QList<ComparedRow> rows;
        for (const compare::Beside &beside : compare::aligned(columns))
            rows.append(row(beside, against));
        return rows;
    }

private:
    ComparedRow row(const compare::Beside &beside, const std::vector<bool> &against)
    {
        const Piece &any = **std::find_if(beside.pieces.begin(), beside.pieces.end(), [](auto one) { return one; });
        ComparedRow row{.kind = any.kind, .name = any.name};
        compare::Columns below;
        std::vector<bool> inside;
        const Piece *const first = beside.pieces.front();
        for (std::size_t i = 0; i < beside.pieces.size(); ++i) {
            const Piece *const piece = beside.pieces[i];
            below.push_back(piece ? &piece->pieces : nullptr);
            inside.push_back(against[i] && piece && first);
            row.isNoise = row.isNoise || (piece && piece->isNoise);
            row.isItem = row.isItem || (piece && piece->isItem);
        }
        row.rows = of(below, inside);
        for (std::size_t i = 0; i < beside.pieces.size(); ++i)
            row.cells.append(cell(beside, i, against[i], row));
        for (const ComparedCell &one : std::as_const(row.cells))
            row.change = std::max(row.change, one.change);
        row.isNoise = row.isNoise && row.change < Change::Added; // that one has a Date and the other has none tells
                                                                 // much
        count(row);
        return row;
    }

    static ComparedCell cell(const compare::Beside &beside, std::size_t column, bool isCompared, const ComparedRow &row)
    {
        const Piece *const first = beside.pieces.front(), *const piece = beside.pieces[column];
        ComparedCell cell{.isThere = piece != nullptr, .text = {}, .change = Change::Same};
        if (piece)
            cell.text = piece->shown.isNull() ? shownBeside(piece->raw, baseOf(beside, column)) : piece->shown;
        if (column == 0 || !isCompared || (!first && !piece))
            return cell;
        if (!first || !piece)
            cell.change = first ? Change::Removed : Change::Added;
        else
            cell.change = ownChange(*first, *piece, column, row);
        if (cell.change == Change::Same && piece && first && piece->name != first->name
            && piece->name.compare(first->name, Qt::CaseInsensitive) == 0)
            cell.change = Change::Case;
        if (cell.change == Change::Same && beside.moved[column])
            cell.change = Change::Reordered;
        return cell;
    }

    /// What of a difference no part of it tells.
    static Change ownChange(const Piece &first, const Piece &piece, std::size_t column, const ComparedRow &row)
    {
        const bool hasParts = !first.pieces.empty() || !piece.pieces.empty();
        const auto differs = [column](
                                 const ComparedRow &part) { return differsIn(part, static_cast<qsizetype>(column)); };
        if (hasParts && std::any_of(row.rows.begin(), row.rows.end(), differs))
            return Change::Same;
        const Change change = differenceOf(first.raw, piece.raw, hasParts);
        return change == Change::Changed && hasParts && row.kind != Kind::Header ? Change::Spelling : change;
    }

    static bool differsIn(const ComparedRow &row, qsizetype column)
    {
        return row.cells.at(column).change != Change::Same
            || std::any_of(row.rows.begin(), row.rows.end(),
                [column](const ComparedRow &part) { return differsIn(part, column); });
    }

    /// What a long text is compared with, so that the part that differs is shown.
    static QByteArray baseOf(const compare::Beside &beside, std::size_t column)
    {
        for (std::size_t i = 0; i < beside.pieces.size(); ++i) {
            if (i != column && beside.pieces[i] && (column == 0 || i == 0))
                return beside.pieces[i]->raw;
        }
        return beside.pieces[column]->raw;
    }

    void count(ComparedRow &row)
    {
        const bool isChange = row.change != Change::Same;
        row.changes = isChange && !row.isNoise ? 1 : 0;
        row.noise = isChange && row.isNoise ? 1 : 0;
        for (const ComparedRow &part : std::as_const(row.rows)) {
            (row.isNoise ? row.noise : row.changes) += part.changes;
            row.noise += part.noise;
            row.items += part.isItem ? 1 : 0;
            row.otherItems += part.isItem && part.changes > 0 ? 1 : 0;
        }
        m_whole.isCut = m_whole.isCut || row.kind == Kind::Cut;
    }

    Comparison &m_whole;
};

} // namespace

Comparison compareMessages(const QList<QByteArray> &messages)
{
    std::vector<std::vector<Piece>> all;
    Comparison comparison;
    for (const QByteArray &message : messages.first(std::min(messages.size(), CompareLimits::messages))) {
        compare::Budget budget;
        all.push_back(compare::piecesOf(message, budget));
        comparison.isCut = comparison.isCut || budget.isOver();
    }
    if (all.empty())
        return comparison;
    compare::Columns columns;
    for (const std::vector<Piece> &one : all)
        columns.push_back(&one);
    comparison.rows = Rows(comparison).of(columns, std::vector<bool>(all.size(), true));
    for (const ComparedRow &row : std::as_const(comparison.rows)) {
        comparison.changes += row.changes;
        comparison.noise += row.noise;
    }
    return comparison;
}

} // namespace gb
