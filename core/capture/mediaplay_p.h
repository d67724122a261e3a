#pragma once
#include "core/capture/mediawatch.h"
#include "core/capture/tcporder.h"

#include <algorithm>

/// Behind MediaWatch; nobody else includes it.
namespace gb {

struct MediaWatch::Play
{
    MediaChain chain;
    QByteArray callId;                                 ///< empty: it was found by itself
    QString device;                                    ///< whose play it is; it sends, except where the platform speaks
    Endpoint offerer, answerer;                        ///< their ends of the signalling
    QByteArray offererTag, answererTag;                ///< of the dialog, RFC 3261 12
    bool offererSends = false;                         ///< a=sendonly of audio
    bool answered = false, told = false, seen = false; ///< seen: something of its transport is in the record
    TimePoint last{}, endedAt{};
    std::vector<Endpoint> receivers, senders;
    std::vector<Flow> flows;
    std::vector<quint32> ssrcs;
    MediaEvents::Control control = MediaEvents::Control::None; ///< asked for, not answered yet
    double scale = 1;
    bool tearsDown = false;           ///< TEARDOWN was asked for
    quint32 controlNumber = 0;        ///< CSeq of what was asked for
    quint32 inviteNumber = 0;         ///< CSeq of the INVITE
    TimePoint finalAt{};              ///< its answer came, the last time
    std::optional<MediaSide> reoffer; ///< of a re-INVITE that is not answered yet
    quint32 reofferNumber = 0;
    bool reofferByOfferer = true, held = false, refused = false;
    IpAddress host; ///< that it is sent to

    bool isOpenCall() const { return !told && !callId.isEmpty(); }
    bool isOf(const QString &id) const { return !id.isEmpty() && device == id; }
    bool hasSsrc(quint32 ssrc) const { return std::find(ssrcs.begin(), ssrcs.end(), ssrc) != ssrcs.end(); }
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
