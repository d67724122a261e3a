#pragma once
#include "core/message/compare/comparison.h"

#include <string_view>
#include <vector>

/// A message taken apart for compareMessages().
namespace gb::compare {

struct Piece
{
    QByteArray key;  ///< of another message it stands against one of the same key
    QString name;    ///< as it is written, safe to show
    QByteArray raw;  ///< the whole of it: what is compared
    QByteArray hint; ///< of several of one key, those with the same hint belong together; may be empty
    ComparedRow::Kind kind = ComparedRow::Kind::Part;
    bool isNoise = false;
    bool isItem = false; ///< of a list
    bool isLine = false; ///< of plain text: stands against what is at its place
    QString shown{};     ///< instead of raw, safe to show; null: raw
    std::vector<Piece> pieces{};
};

/// How many more pieces may be made.
class Budget
{
public:
    bool take()
    {
        if (m_left > 0)
            --m_left;
        else
            m_isOver = true;
        return !m_isOver;
    }
    bool isOver() const { return m_isOver; }
    void end() { m_isOver = true; }

private:
    int m_left = CompareLimits::pieces;
    bool m_isOver = false;
};

std::vector<Piece> piecesOf(const QByteArray &message, Budget &budget);
/// Of its value, as far as its grammar is known here; none where there is but one.
std::vector<Piece> headerPieces(const QByteArray &key, std::string_view value);
/// "branch=x;rport": each by its name.
std::vector<Piece> parameterPieces(std::string_view parameters);
std::vector<Piece> uriPieces(std::string_view uri);
/// One piece, or none where the body is empty.
std::vector<Piece> bodyPieces(std::string_view contentType, std::string_view body, Budget &budget);
/// What is not taken apart.
Piece restPiece(ComparedRow::Kind kind, const QByteArray &rest);

QByteArray lowered(std::string_view text);

} // namespace gb::compare
