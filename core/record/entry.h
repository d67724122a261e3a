#pragma once
#include "core/net/datagram.h"
#include "core/record/note.h"

namespace gb {

/// What a record is made of.
using Entry = std::variant<Datagram, JournalNote>;

/// A note among messages that stand in a row.
struct PlacedNote
{
    std::size_t before = 0; ///< so many messages of the row stand ahead of it
    JournalNote note;
};

} // namespace gb
