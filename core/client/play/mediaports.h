#pragma once
#include "core/client/play/play.h"

#include <functional>

namespace gb {

/// Where the media of a play is to be heard.
struct MediaPlace
{
    quint64 play = 0;
    PlayWay way = PlayWay::Udp;
    IpAddress local;  ///< to bind
    IpAddress device; ///< that may connect
    quint16 firstPort = 0, lastPort = 0;
    bool reports = true;
    QString save;
};

/// What became of it.
struct PortNews
{
    enum class Kind : quint8 {
        Opened,
        Failed, ///< `detail` says why
        Report, ///< `media`, as it is now
        Closed, ///< `media` is the last one
    };
    quint64 play = 0;
    Kind kind = Kind::Opened;
    quint16 port = 0;
    QString detail;
    MediaReport media;
    quint64 strangers = 0;
    QString saved, saveProblem;
};

/// Sockets that receive media, and the MediaChain of each. Nothing waits: news come later, in the order in which they
/// came to be.
class MediaPorts
{
public:
    virtual ~MediaPorts() = default;
    virtual void open(const MediaPlace &place) = 0;
    /// Something that the signalling says, for the chain of that play.
    virtual void tell(quint64 play, std::function<void(MediaChain &)> fact) = 0;
    /// Where the device is, by its answer: it may connect from there, or waits there for us.
    virtual void answered(quint64 play, const Endpoint &device) = 0;
    /// Closed follows.
    virtual void close(quint64 play) = 0;
    virtual QList<PortNews> take() = 0;
};

} // namespace gb
