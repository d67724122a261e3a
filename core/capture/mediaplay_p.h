#pragma once
#include "core/capture/mediawatch.h"
#include "core/capture/tcporder.h"

/// Behind MediaWatch; nobody else includes it.
namespace gb {

struct MediaWatch::Play
{
    MediaChain chain;
    QByteArray callId;                                 ///< empty: it was found by itself
    QString device;                                    ///< who sends
    Endpoint offerer;                                  ///< its end of the signalling
    bool answered = false, told = false, seen = false; ///< seen: something of its transport is in the record
    TimePoint last{}, endedAt{};
    std::vector<Endpoint> receivers, senders;
    std::vector<Flow> flows;
    std::vector<quint32> ssrcs;
    MediaEvents::Control control = MediaEvents::Control::None; ///< asked for, not answered yet
    double scale = 1;
    IpAddress host; ///< that it is sent to
};

struct MediaWatch::Candidate
{
    quint32 ssrc = 0;
    quint16 sequence = 0;
    std::vector<Datagram> packets; ///< from a pack header on
    TimePoint last{};
};

/// Connections of media: their segments in order. Those that may be media by what was agreed, and those that show it.
class MediaTcp
{
public:
    static constexpr qsizetype maxStreams = 1'024; ///< directions

    explicit MediaTcp(MediaWatch &watch)
        : m_watch(watch)
    {
    }
    void segment(const Datagram &segment, quint8 flags);
    void forget(const MediaWatch::Play *play);

private:
    struct Stream
    {
        TcpOrder order;
        MediaWatch::Play *play = nullptr;
        bool opened = false; ///< its SYN was answered
    };

    void opened(const Datagram &segment, quint8 flags);
    void closed(const Datagram &segment, quint8 flags);
    void acknowledged(const Datagram &segment);
    Stream *streamFor(const Datagram &segment);
    void feed(Stream &stream, const Datagram &segment);
    void takeInTurn(Stream &stream);

    MediaWatch &m_watch;
    QHash<MediaWatch::Flow, std::shared_ptr<Stream>> m_streams;
};

} // namespace gb
