#pragma once
#include "core/base/clock.h"
#include "core/base/endpoint.h"

#include <QByteArray>

namespace gb {

enum class Direction : quint8 { In, Out };

/// Octets that crossed the wire, whatever they are.
struct Datagram
{
    TimePoint at{};
    Endpoint from;
    Endpoint to;
    TransportKind transport = TransportKind::Udp;
    Direction direction = Direction::In;
    QByteArray octets;
    quint8 source = 0;       ///< of a capture: a hash of the file and the network card that saw it; 0 live
    quint8 file = 0;         ///< of a capture: which of those that are read together
    bool atEnd = false;      ///< of TCP: the record ends inside it; it is cut, too
    bool unfinished = false; ///< of TCP: the start of a message whose rest never came
    bool cut = false;        ///< of a capture: the rest was sent, and is missing in the capture
    bool fragment = false;   ///< so: the rest was in IP fragments, and no more than the first of them is there
    quint16 cutAt = 0;       ///< of a packet that its snap length cut: its octets, all layers; 0: none of these
    quint16 missing = 0;     ///< of such a packet: octets that belong behind those that are here
    qint64 place = -1;       ///< of a capture: where in the file the octets stand; -1: nowhere as they are
    quint32 sequence = 0, acknowledged = 0; ///< of TCP: place of the octets in their stream, and of what was had of the
                                            ///< other one
};

} // namespace gb
