#pragma once
#include "core/message/compare/piece.h"

namespace gb::compare {

/// Pieces of each message, in its order; null where a message has none.
using Columns = std::vector<const std::vector<Piece> *>;

/// Pieces that stand against each other, one for each message; null where it has none.
struct Beside
{
    std::vector<const Piece *> pieces;
    std::vector<bool> moved; ///< it stands at another place among those of the first message
};

/**
 * Brings pieces beside each other by their keys. Of several with one key those that are equal, then those with the same
 * hint, then those of the same turn. Few pieces are `moved`: the longest row of them that kept its order did not move.
 * Time is n log n of the number of pieces.
 */
std::vector<Beside> aligned(const Columns &columns);

} // namespace gb::compare
