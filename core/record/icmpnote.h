#pragma once
#include "core/net/icmperror.h"
#include "core/record/note.h"

/// Reports of ICMP as notes of the record, and back.
namespace gb::icmpnote {

constexpr std::size_t maxLines = 12; ///< of the quoted head; a few of them are Via, From, Call-ID and CSeq

/// Of the quoted head what names its transaction is taken, and nothing else: it may hold credentials.
notes::Icmp noteOf(const IcmpError &error);
/// The note's lines as the start of a message.
QByteArray headOf(const notes::Icmp &note);
inline IcmpReason reasonOf(const notes::Icmp &note)
{
    return icmpReasonOf(note.v6, note.type, note.code);
}

} // namespace gb::icmpnote
