#pragma once
#include "core/ladder/flowfilter.h"
#include "core/session/batch.h"

#include <optional>

namespace gb::ui {

/// What a window counts of its session.
enum class Tally : quint8 {
    Messages,
    Hidden,        ///< by the filter, of those in the list
    Retransmitted, ///< by a sender's timer
    Malformed,     ///< SIP with faults
    Packets,       ///< of captures that were opened
    Sip,
    RepeatedOtherwise,
    NotSip,
    NatKeepalives,
    ErrorAnswersHeld,
    Evicted, ///< from the list
    Unlisted,
    Unrecorded,
    CaptureDropped,
    NotSignalling,
    OtherPackets,
    FragmentsLost,
    DamagedPackets,
    CutPackets, ///< by the capture
    IcmpErrors,
    HepUnread,
    Encrypted,
    TcpOctetsLost,
    Count
};

struct Account
{
    Counters counters;
    qsizetype listed = 0;
    qsizetype shown = 0;
    quint64 evicted = 0; ///< from the list
    quint64 removed = 0; ///< of them: their files are gone
};

quint64 tallyOf(const Account &account, Tally tally);
/// Those that have a place in the status line; the others are in a list.
bool isInLine(Tally tally);
/// Something is missing that was there.
bool isLoss(Tally tally);
/// Which messages are counted; empty where it is none that the list could show.
std::optional<FlowFilter::Only> tallyScope(Tally tally);

/// "12 retransmitted", for the line.
QString tallyText(Tally tally, quint64 count);
/// "Damaged packets", for lists.
QString tallyLabel(Tally tally);
/// Why there are any, and what can be done; of those that the list cannot show. `file`: the record, empty where there
/// is none. `removed`: as Account::removed.
QString tallyReason(Tally tally, const QString &file, quint64 removed = 0);

} // namespace gb::ui
