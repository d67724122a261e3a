#include "core/base/octets.h"
#include "core/capture/mediaplay_p.h"
#include "core/capture/packetdecoder.h"
#include "core/media/rtp.h"

namespace gb {
namespace {

constexpr std::string_view pack("\0\0\1\xBA", 4);

/// A frame of RFC 4571 or of `$` whose packet begins with a pack header.
bool beginsMedia(std::string_view octets)
{
    for (const std::size_t head : {std::size_t{2}, std::size_t{4}}) {
        if (octets.size() < head + 16 || (head == 4 && octets[0] != '$'))
            continue;
        const std::size_t length = static_cast<std::size_t>(static_cast<quint8>(octets[head - 2])) << 8
            | static_cast<quint8>(octets[head - 1]);
        const RtpHeader header = readRtp(octets.substr(head, length));
        if (header.isRtp() && header.payload.starts_with(pack))
            return true;
    }
    return false;
}

} // namespace

void MediaTcp::segment(const Datagram &segment, quint8 flags)
{
    if (flags & TcpAck)
        acknowledged(segment);
    if (flags & TcpSyn)
        return opened(segment, flags);
    if (!segment.octets.isEmpty()) {
        if (Stream *const stream = streamFor(segment); stream && stream->play)
            feed(*stream, segment);
    }
    if (flags & (TcpRst | TcpFin))
        closed(segment, flags);
}

/// SYN, or the answer to one.
void MediaTcp::opened(const Datagram &segment, quint8 flags)
{
    const bool answers = flags & TcpAck;
    MediaWatch::Play *play = nullptr;
    if (answers) {
        const auto asked = m_streams.constFind({segment.to, segment.from});
        if (asked == m_streams.constEnd() || !(*asked)->play)
            return;
        play = (*asked)->play;
        (*asked)->opened = true;
        play->chain.connected(segment.at);
    } else if (MediaWatch::Play *const receiver = m_watch.sentTo(segment.to, segment.from)) {
        play = receiver;
        play->chain.connecting(true, segment.to, segment.at);
    } else if (MediaWatch::Play *const sender = m_watch.m_senders.value(segment.to)) {
        play = sender;
        play->chain.connecting(false, segment.to, segment.at);
    }
    if (!play || m_streams.size() >= maxStreams)
        return;
    play->seen = true;
    auto stream = std::make_shared<Stream>();
    stream->play = play;
    stream->opened = answers;
    stream->order.start(segment.sequence + 1); // the SYN has a number of its own
    m_streams.insert({segment.from, segment.to}, std::move(stream));
}

void MediaTcp::closed(const Datagram &segment, quint8 flags)
{
    for (const MediaWatch::Flow &flow :
        {MediaWatch::Flow{segment.from, segment.to}, MediaWatch::Flow{segment.to, segment.from}}) {
        const auto found = m_streams.constFind(flow);
        if (found == m_streams.constEnd() || !(*found)->play || (*found)->play->told)
            continue;
        const Stream &stream = **found;
        if ((flags & TcpRst) && !stream.opened)
            stream.play->chain.connectFailed(true, segment.at);
        else
            stream.play->chain.connectionClosed((flags & TcpRst) != 0, segment.at,
                stream.play->host == segment.from.address && segment.from.address != segment.to.address);
        break;
    }
    if (flags & TcpRst) {
        m_streams.remove({segment.from, segment.to});
        m_streams.remove({segment.to, segment.from});
    }
}

/// What the other end has nobody will send again.
void MediaTcp::acknowledged(const Datagram &segment)
{
    if (m_streams.isEmpty())
        return;
    const auto other = m_streams.constFind({segment.to, segment.from});
    if (other == m_streams.constEnd() || (*other)->order.waiting() == 0)
        return;
    Stream &stream = **other;
    while (stream.order.isGapAcknowledged(segment.acknowledged)) {
        if (stream.order.skip() > 0 && stream.play)
            stream.play->chain.octetsMissing();
        takeInTurn(stream);
    }
}

/// Of a connection whose start was not seen as well.
MediaTcp::Stream *MediaTcp::streamFor(const Datagram &segment)
{
    const MediaWatch::Flow flow{segment.from, segment.to};
    if (const auto known = m_streams.constFind(flow); known != m_streams.constEnd())
        return known->get();
    MediaWatch::Play *play = m_watch.sentTo(segment.to, segment.from);
    if (!play)
        play = m_watch.m_senders.value(segment.from);
    if (!play && m_watch.m_receivers.contains(segment.to) && segment.octets.size() > 14) // one port for many calls
        play = m_watch.m_ssrcs.value(readRtp(view(segment.octets).substr(2)).ssrc);
    if (play && play->told)
        play = nullptr;
    const bool itself = !play && beginsMedia(view(segment.octets));
    if ((!play && !itself) || m_streams.size() >= maxStreams)
        return nullptr;
    if (itself)
        play = &m_watch.add(segment.at);
    else
        play->chain.beginsInside();
    auto stream = std::make_shared<Stream>();
    stream->play = play;
    stream->opened = true;
    stream->order.start(segment.sequence);
    return m_streams.insert(flow, std::move(stream))->get();
}

void MediaTcp::feed(Stream &stream, const Datagram &segment)
{
    if (stream.play->told)
        return;
    if (segment.octets.size() >= 6 && isRtcp(view(segment.octets).substr(2))
        && stream.play->host == segment.from.address) {
        stream.play->chain.rtcpToSender(segment.at);
        return;
    }
    TcpOrder::Turn turn = stream.order.add(segment, false);
    if (turn == TcpOrder::Turn::Elsewhere) {
        stream.order = {};
        stream.order.start(segment.sequence);
        stream.play->chain.octetsMissing();
        turn = stream.order.add(segment, false);
    }
    takeInTurn(stream);
    while (stream.order.full()) {
        if (stream.order.skip() > 0)
            stream.play->chain.octetsMissing();
        takeInTurn(stream);
    }
}

void MediaTcp::takeInTurn(Stream &stream)
{
    while (const auto piece = stream.order.take()) {
        MediaWatch::Play *const play = stream.play;
        if (!play || play->told)
            continue;
        play->seen = true;
        play->last = piece->at;
        play->host = piece->to.address;
        if (m_watch.m_hosts.size() < MediaWatch::maxHosts)
            m_watch.m_hosts.insert(piece->to.address);
        play->chain.octets(view(piece->octets), piece->at, piece->from, piece->to);
        if (piece->missing > 0) {
            play->chain.octetsMissing();
            stream.order.start(piece->sequence + static_cast<quint32>(piece->octets.size()) + piece->missing);
        }
    }
}

void MediaTcp::forget(const MediaWatch::Play *play)
{
    m_streams.removeIf([play](const auto &one) { return one.value()->play == play; });
}

} // namespace gb
