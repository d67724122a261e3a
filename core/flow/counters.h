#pragma once
#include <QtGlobal>

namespace gb {

/// Sums over a whole record; every message is in exactly one of sip, natKeepalives and notSip.
struct Counters
{
    quint64 messages = 0;
    quint64 sip = 0;
    quint64 natKeepalives = 0;
    quint64 notSip = 0;
    quint64 malformed = 0;       ///< SIP with faults, and notSip
    quint64 retransmissions = 0; ///< by a sender's timer
    quint64 echoes = 0;          ///< answers that were repeated because their request was
    quint64 tcpRepeats = 0;
    quint64 duplicates = 0;
    quint64 proxyCopies = 0;
    quint64 unansweredRequests = 0; ///< whose timer B or F fired
    quint64 unacknowledged = 0;     ///< final answers to INVITE that had no ACK for 64·T1
    quint64 unrecorded = 0;         ///< not in the session file: the disk did not keep up, or failed
    quint64 unmirrored = 0;         ///< not sent on as HEP: too long, or the system refused
    quint64 captureDropped = 0; ///< of a network card: packets that the system dropped, and messages for which there
                                ///< was no room
    quint64 notSignalling = 0;  ///< of what HEP brought: no SIP, by its sender's word; of captures that were opened:
                                ///< what is no SIP
    quint64 unlisted = 0;       ///< messages and events that nobody was told: the reader of the batches did not keep up
    quint64 unanswered = 0;     ///< error answers held back by the limit on them
    quint64 closedConnections = 0; ///< of TCP, by us: nothing came on them, or there was no place for one more
    quint64 reported = 0;          ///< ICMP: a message of the record did not arrive
    quint64 reportsOfOthers = 0;   ///< ICMP about signalling that is not in the record, or came too long ago
    // Only of captures that were opened
    quint64 packets = 0;
    quint64 otherPackets = 0;  ///< neither UDP nor TCP
    quint64 fragmentsLost = 0; ///< pieces of IP packets that came to nothing
    quint64 damagedPackets = 0;
    quint64 cutPackets = 0;                                   ///< of which the capture has only the start
    quint16 cutAt = 0;                                        ///< octets of such a packet
    quint64 icmpErrors = 0;                                   ///< that tell of a datagram which did not arrive
    quint64 hepMessages = 0, hepAtArrival = 0, hepUnread = 0; ///< see SignallingSieve::HepCounts
    quint64 encrypted = 0;     ///< directions of connections whose content cannot be seen
    quint64 tcpOctetsLost = 0; ///< see Importer
};

} // namespace gb
