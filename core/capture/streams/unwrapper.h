#pragma once
#include "core/net/datagram.h"

#include <deque>
#include <memory>

/// What carries SIP in frames of its own over TCP.
namespace gb::streams {

/// One direction of a connection; bounded by the longest frame that it takes.
class Unwrapper
{
public:
    virtual ~Unwrapper() = default;
    /// The next octets; what is whole is put behind `out`, with the ends and the time of its last piece. False: the
    /// stream is none of this kind any more.
    virtual bool take(const Datagram &piece, std::deque<Datagram> &out) = 0;
    /// What came of a message so far; its rest will not come. Put behind `out` in the same way.
    virtual void takeUnfinished(const Datagram &, std::deque<Datagram> &) { }
};

/// For a stream that begins, or goes on behind a gap, with these octets; null where they are nothing that is known.
std::shared_ptr<Unwrapper> unwrapperFor(const QByteArray &octets);
/// Of TLS 1.0 to 1.3 (RFC 8446 §5.1): the header of a record that can be.
bool isTls(const QByteArray &octets);

// One each, null where the octets are not theirs
std::shared_ptr<Unwrapper> hepStream(const QByteArray &octets);
std::shared_ptr<Unwrapper> webSocket(const QByteArray &octets);

} // namespace gb::streams
