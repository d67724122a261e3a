#pragma once
#include "core/base/endpoint.h"

#include <QByteArray>

#include <memory>

namespace gb {

/// Where the packets of a stream go, and who connects.
struct MediaRoute
{
    IpAddress local;
    Endpoint peer; ///< over TCP where the peer connects: who alone is let in, whatever its port
    TransportKind transport = TransportKind::Udp;
    bool listens = false; ///< over TCP
};

/// The sockets of one stream, which close with it. Never blocks.
class MediaLine
{
public:
    virtual ~MediaLine() = default;
    virtual quint16 port() const = 0; ///< our own; RTCP has the next one over UDP
    virtual bool isOpen() const = 0;  ///< over TCP: connected
    /// False: the system has no room for it, which loses it.
    virtual bool send(const QByteArray &packet) = 0;
    virtual void sendReport(const QByteArray &rtcp) = 0; ///< nothing over TCP
    virtual quint64 reports() const = 0;                 ///< RTCP packets of the peer
};

/// Who has the sockets.
class MediaLines
{
public:
    virtual ~MediaLines() = default;
    /// Null: an address cannot be bound, or too many are open.
    virtual std::unique_ptr<MediaLine> open(const MediaRoute &route) = 0;
};

} // namespace gb
