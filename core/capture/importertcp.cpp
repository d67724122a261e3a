#include "core/capture/importertcp.h"

#include "core/capture/packetdecoder.h"
#include "core/message/cuthead.h"
#include "core/message/siptext.h"

#include <algorithm>

namespace gb {

namespace {

/// Begins with a start line, or with the CR LFs that may stand ahead of one.
bool startsMessage(const Datagram &segment)
{
    const QByteArray &octets = segment.octets;
    std::string_view line = trimmed(
        {octets.constData(), static_cast<std::size_t>(std::min<qsizetype>(octets.size(), 1024))});
    if (segment.cut && beginsRequest(line))
        return true;
    line = line.substr(0, line.find('\n'));
    const std::string_view word = line.substr(0, line.find(' '));
    return siptext::findSip(line) != std::string_view::npos && word.size() < line.size()
        && std::all_of(word.begin(), word.end(), [](char c) { return c > ' ' && c < 0x7f; })
        && word.find_first_of(":;,<=") == std::string_view::npos; // "Via: SIP/2.0/TCP" is none
}

} // namespace

void ImporterTcp::take(const Datagram &segment, quint8 flags, bool sipEnds, std::deque<Datagram> &out)
{
    advance(segment.at, out);
    if ((flags & TcpAck) != 0)
        acknowledged(segment, out);
    if ((flags & TcpRst) != 0)
        return reset(segment, out);
    const Key key{segment.from, segment.to};
    const bool opens = (flags & TcpSyn) != 0;
    if (opens) {
        if (const auto old = m_streams.find(key); old != m_streams.end())
            end(old, out);
    }
    if (!opens && segment.octets.isEmpty() && (flags & TcpFin) == 0)
        return; // an acknowledgement
    if (m_streams.size() >= maxStreams && !m_streams.contains(key))
        endAll(out); // each takes up its place again at its next message
    Datagram octets = segment;
    if (opens) {
        ++octets.sequence; // the SYN has a number of its own
        begin(octets, sipEnds);
    }
    if (!octets.octets.isEmpty() || (flags & TcpFin) != 0) {
        m_streams[key].ordered |= sipEnds;
        add(key, octets, (flags & TcpFin) != 0, out);
    }
    if ((flags & TcpFin) != 0) {
        if (const auto other = m_streams.find({segment.to, segment.from}); other != m_streams.end())
            other->left = true;
    }
    while (m_kept > maxKept) {
        const Key oldest = m_gaps.front();
        Stream &stream = m_streams[oldest];
        skipGap(stream, out);
        settle(oldest, stream);
    }
}

void ImporterTcp::begin(const Datagram &segment, bool sipEnds)
{
    Stream &stream = m_streams[{segment.from, segment.to}];
    stream.order.start(segment.sequence);
    stream.ordered = true;
    stream.onTrial = stream.lost = !sipEnds; // where SIP is to be expected its first line may come in pieces
}

void ImporterTcp::add(const Key &key, const Datagram &segment, bool endsHere, std::deque<Datagram> &out)
{
    Stream &stream = m_streams[key];
    // A message, or something that holds them
    const bool message = startsMessage(segment) || (!stream.ordered && streams::unwrapperFor(segment.octets));
    // Where nothing is known of the stream, or it is other people's, it is not put in order
    const bool encrypted = !message && !stream.order.started() && (stream.encrypted || noteTls(segment));
    if (encrypted || (!stream.ordered && !message)) {
        stream.encrypted |= encrypted;
        m_counts.skipped += segment.octets.isEmpty() ? 0 : 1;
        if (endsHere && stream.ordered)
            end(m_streams.find(key), out);
        else if (endsHere)
            m_streams.remove(key);
        return;
    }
    if (message && !stream.order.started())
        stream.order.start(segment.sequence);
    stream.ordered = true;
    TcpOrder::Turn turn = stream.order.add(segment, endsHere);
    if (turn == TcpOrder::Turn::Elsewhere) {
        while (stream.order.waiting() > 0)
            skipGap(stream, out);
        takeUnfinished(stream, out);
        stream.unwrapper.reset();
        stream.order = {};
        stream.order.start(segment.sequence);
        stream.lost = true;
        turn = stream.order.add(segment, endsHere);
    }
    if (turn == TcpOrder::Turn::Copy && !segment.octets.isEmpty())
        takeCopy(segment, out);
    takeInTurn(stream, segment.at, out);
    while (stream.order.full())
        skipGap(stream, out);
    settle(key, stream);
    if (stream.order.ended())
        end(m_streams.find(key), out);
}

void ImporterTcp::acknowledged(const Datagram &segment, std::deque<Datagram> &out)
{
    if (m_gaps.empty())
        return;
    const Key key{segment.to, segment.from};
    const auto stream = m_streams.find(key);
    if (stream == m_streams.end())
        return;
    while (stream->order.isGapAcknowledged(segment.acknowledged))
        skipGap(*stream, out);
    settle(key, *stream);
}

/// Ends both directions; one from far away does not belong to them.
void ImporterTcp::reset(const Datagram &segment, std::deque<Datagram> &out)
{
    const auto own = m_streams.find({segment.from, segment.to});
    if (own != m_streams.end() && !own->order.isNear(segment.sequence))
        return;
    if (own != m_streams.end())
        end(own, out);
    if (const auto other = m_streams.find({segment.to, segment.from}); other != m_streams.end())
        end(other, out);
}

bool ImporterTcp::leavesUnanswered(const Datagram &segment, quint8 flags) const
{
    const auto asked = m_streams.constFind({segment.to, segment.from}),
               own = m_streams.constFind({segment.from, segment.to});
    if (!segment.octets.isEmpty() || asked == m_streams.constEnd() || asked->last.at == TimePoint() || asked->lost
        || asked->left || asked->order.waiting() > 0 || asked->framer.pending() > 0)
        return false;
    if ((flags & TcpFin) != 0 && !asked->order.isNext(segment.acknowledged))
        return false; // it crossed what was asked
    return own == m_streams.constEnd()
        ? segment.sequence == asked->last.acknowledged // all that it had sent was there when it was asked
        : own->order.waiting() == 0 && own->order.isNext(segment.sequence) && own->last.at < asked->last.at;
}

/// `now`: when the gap closed, for what waited behind it. None: it did not, and each segment keeps its time.
void ImporterTcp::takeInTurn(Stream &stream, std::optional<TimePoint> now, std::deque<Datagram> &out)
{
    while (auto piece = stream.order.take()) {
        piece->at = std::max(piece->at, now.value_or(piece->at));
        feed(stream, *piece, out);
        if (piece->missing > 0 && stream.ordered)
            passCut(stream, *piece, out);
    }
    if (!stream.ordered) { // it was tried, and is none
        m_counts.skipped += static_cast<quint64>(stream.order.waiting());
        stream.order = {};
    }
}

/// The rest of the segment was sent, and nobody will send it again.
void ImporterTcp::passCut(Stream &stream, const Datagram &piece, std::deque<Datagram> &out)
{
    m_counts.octetsLost += stream.onTrial || stream.encrypted ? 0 : piece.missing;
    takeUnfinished(stream, out);
    stream.unwrapper.reset();
    stream.lost = true;
    stream.order.start(piece.sequence + static_cast<quint32>(piece.octets.size()) + piece.missing);
}

/// Its messages are in frames of something else.
void ImporterTcp::unwrap(Stream &stream, const Datagram &piece, std::deque<Datagram> &out)
{
    const std::size_t before = out.size();
    stream.last = piece;
    stream.last.octets.clear();
    if (!stream.unwrapper->take(piece, out)) { // it is none any more: until one begins again
        stream.unwrapper.reset();
        stream.lost = true;
    }
    m_counts.unwrapped += out.size() - before;
}

/// False where it is none.
bool ImporterTcp::noteTls(const Datagram &segment)
{
    if (!streams::isTls(segment.octets))
        return false;
    constexpr quint16 https = 443;
    if (segment.from.port == https || segment.to.port == https)
        return true;
    const auto known = std::find_if(m_encrypted.begin(), m_encrypted.end(),
        [&](const Encrypted &one) { return one.from == segment.from && one.to == segment.to; });
    if (known != m_encrypted.end())
        ++known->segments;
    else if (m_encrypted.size() < static_cast<std::size_t>(maxEncrypted))
        m_encrypted.push_back({segment.from, segment.to, segment.at, 1});
    return true;
}

void ImporterTcp::feed(Stream &stream, const Datagram &piece, std::deque<Datagram> &out)
{
    if (stream.unwrapper)
        return unwrap(stream, piece, out);
    if (stream.framer.pending() == 0 && !startsMessage(piece) && (stream.encrypted || noteTls(piece))) {
        stream.encrypted = stream.lost = true;
        ++m_counts.skipped;
        stream.ordered = !std::exchange(stream.onTrial, false) && stream.ordered;
        return;
    }
    stream.encrypted = false;
    if (stream.lost && !startsMessage(piece)) {
        stream.unwrapper = streams::unwrapperFor(piece.octets);
        if (stream.unwrapper) {
            stream.lost = stream.onTrial = false;
            return unwrap(stream, piece, out);
        }
    }
    if (stream.lost && !startsMessage(piece)) {
        ++m_counts.skipped;
        m_counts.octetsLost += stream.onTrial ? 0 : static_cast<quint64>(piece.octets.size());
        stream.ordered = !std::exchange(stream.onTrial, false) && stream.ordered;
        return;
    }
    stream.onTrial = false;
    stream.framer.append(piece.octets);
    stream.last = piece;
    stream.last.octets.clear();
    stream.last.sequence += static_cast<quint32>(piece.octets.size());
    stream.lost = !cut(stream.framer, stream.last.sequence, piece, out);
}

void ImporterTcp::takeCopy(const Datagram &segment, std::deque<Datagram> &out)
{
    const std::size_t before = out.size();
    if (startsMessage(segment)) {
        StreamFramer framer;
        framer.append(segment.octets);
        cut(framer, segment.sequence + static_cast<quint32>(segment.octets.size()), segment, out);
    }
    m_counts.skipped += out.size() == before ? 1 : 0;
}

/// Takes out what is whole; false where the rest can never be. `end`: place in the stream behind all that the framer
/// holds.
bool ImporterTcp::cut(StreamFramer &framer, quint32 end, Datagram message, std::deque<Datagram> &out)
{
    message.cut = false; // what is whole is
    message.cutAt = message.missing = 0;
    for (;;) {
        message.sequence = end - static_cast<quint32>(framer.pending());
        const StreamFramer::Result result = framer.next(message.octets);
        if (result == StreamFramer::Result::NeedMore)
            return true;
        out.push_back(message);
        if (result == StreamFramer::Result::Broken)
            return false;
    }
}

void ImporterTcp::skipGap(Stream &stream, std::deque<Datagram> &out)
{
    if (!stream.order.started())
        ++m_counts.skipped;
    const quint64 missing = stream.order.skip();
    m_counts.octetsLost += stream.onTrial || stream.encrypted ? 0 : missing;
    if (missing > 0) {
        const std::size_t before = out.size();
        takeUnfinished(stream, out);
        if (out.size() > before)
            out.back().cut = true;
        stream.unwrapper.reset();
        stream.lost = true;
    }
    takeInTurn(stream, std::nullopt, out);
}

/// Keeps the books after a stream changed.
void ImporterTcp::settle(const Key &key, Stream &stream)
{
    m_kept += stream.order.memory() - std::exchange(stream.kept, stream.order.memory());
    if (stream.gap && stream.kept == 0) {
        m_gaps.erase(*stream.gap);
        stream.gap.reset();
    } else if (!stream.gap && stream.kept > 0) {
        stream.gap = m_gaps.insert(m_gaps.end(), key);
    }
}

void ImporterTcp::takeUnfinished(Stream &stream, std::deque<Datagram> &out)
{
    if (stream.unwrapper) {
        const std::size_t before = out.size();
        stream.unwrapper->takeUnfinished(stream.last, out);
        if (out.size() > before)
            out.back().unfinished = true;
    }
    if (stream.framer.pending() == 0)
        return;
    Datagram rest = stream.last;
    rest.sequence -= static_cast<quint32>(stream.framer.pending());
    rest.unfinished = !stream.framer.mayBeJunk();
    rest.octets = stream.framer.takePending();
    out.push_back(std::move(rest));
}

void ImporterTcp::end(Place place, std::deque<Datagram> &out)
{
    while (place->order.waiting() > 0)
        skipGap(*place, out);
    takeUnfinished(*place, out);
    settle(place.key(), *place);
    m_streams.erase(place);
}

void ImporterTcp::advance(TimePoint now, std::deque<Datagram> &out)
{
    while (!m_gaps.empty()) {
        const Key key = m_gaps.front();
        Stream &stream = m_streams[key];
        if (now - stream.order.since() <= patience)
            return;
        skipGap(stream, out);
        settle(key, stream);
        if (stream.gap) // another gap, with a time of its own
            m_gaps.splice(m_gaps.end(), m_gaps, *stream.gap);
    }
}

void ImporterTcp::endAll(std::deque<Datagram> &out)
{
    while (!m_streams.isEmpty())
        end(m_streams.begin(), out);
}

void ImporterTcp::finish(std::deque<Datagram> &out)
{
    const std::size_t before = out.size();
    endAll(out);
    for (std::size_t at = before; at < out.size(); ++at) {
        out[at].atEnd = out[at].unfinished && !out[at].cut; // nobody knows whether its rest came
        out[at].cut |= out[at].atEnd;
    }
    std::stable_sort(out.begin(), out.end(), [](const Datagram &a, const Datagram &b) { return a.at < b.at; });
}

} // namespace gb
