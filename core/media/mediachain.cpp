#include "core/media/mediachain.h"

#include "core/base/octets.h"
#include "core/media/mediajudge.h"

#include <algorithm>

namespace gb {

struct MediaChain::Inside
{
    struct One
    {
        quint32 ssrc;
        std::unique_ptr<MediaStream> stream;
    };

    MediaTap *tap = nullptr;
    bool tapped = false;
    MediaEvents events;
    std::vector<One> streams;
    MediaFraming framing;
    Endpoint from, to;
    quint64 packets = 0, notRtp = 0, other = 0, cut = 0;
    TimePoint now{};

    void reached(TimePoint at) { now = std::max(now, at); }
    MediaStream *streamOf(quint32 ssrc);
    const MediaFormat *formatOf(int payloadType) const;
    const One *biggest() const;
};

/// The tap has the stream that was agreed, else the first.
MediaStream *MediaChain::Inside::streamOf(quint32 ssrc)
{
    const auto found = std::find_if(
        streams.begin(), streams.end(), [ssrc](const One &one) { return one.ssrc == ssrc; });
    if (found != streams.end())
        return found->stream.get();
    if (streams.size() >= maxStreams)
        return nullptr;
    const bool taps = !std::exchange(tapped, true);
    streams.push_back({ssrc, std::make_unique<MediaStream>(taps ? tap : nullptr)});
    return streams.back().stream.get();
}

const MediaFormat *MediaChain::Inside::formatOf(int payloadType) const
{
    const MediaFormat *const answered = events.answer ? events.answer->format(payloadType) : nullptr;
    return answered || !events.offer ? answered : events.offer->format(payloadType);
}

const MediaChain::Inside::One *MediaChain::Inside::biggest() const
{
    const auto fewer = [](const One &a, const One &b) { return a.stream->rtp().packets < b.stream->rtp().packets; };
    const auto found = std::max_element(streams.begin(), streams.end(), fewer);
    return found == streams.end() ? nullptr : &*found;
}

MediaChain::MediaChain(MediaTap *tap)
    : m(std::make_unique<Inside>())
{
    m->tap = tap;
}

MediaChain::~MediaChain() = default;
MediaChain::MediaChain(MediaChain &&) noexcept = default;
MediaChain &MediaChain::operator=(MediaChain &&) noexcept = default;

void MediaChain::offered(const MediaSide &offer, TimePoint at)
{
    m->events.offer = offer;
    if (!m->events.offered)
        m->events.offered = at;
    m->reached(at);
}

void MediaChain::answered(int status, const std::optional<MediaSide> &answer, TimePoint at)
{
    m->reached(at);
    if (status < 200)
        return;
    if (m->events.status >= 200) {
        m->events.repeatedAnswers += status == m->events.status;
        m->events.repeatedAt = at;
        return;
    }
    m->events.status = status;
    m->events.answer = answer;
    m->events.answered = at;
}

void MediaChain::acknowledged(TimePoint at)
{
    if (!m->events.acknowledged)
        m->events.acknowledged = at;
    m->reached(at);
}

void MediaChain::ended(MediaEvents::End how, TimePoint at)
{
    m->reached(at);
    if (m->events.ended)
        return;
    m->events.ended = at;
    m->events.end = how;
    for (const Inside::One &one : m->streams)
        one.stream->finish();
}

void MediaChain::fileEnded(TimePoint at)
{
    m->events.fileEnd = at;
    m->reached(at);
}

void MediaChain::controlled(MediaEvents::Control what, double scale, TimePoint at)
{
    m->events.control = what;
    m->events.controlAt = at;
    if (what == MediaEvents::Control::Scale)
        m->events.scale = scale;
    m->events.packetsAtControl = m->packets;
    if (const Inside::One *const main = m->biggest()) {
        const StreamNumbers numbers = main->stream->numbers();
        m->events.octetsAtControl = numbers.rtp.octets;
        m->events.ptsAtControl = numbers.ps.lastPts;
    }
    for (const Inside::One &one : m->streams)
        one.stream->controlled();
    m->reached(at);
}

void MediaChain::setOurs(const Endpoint &signallingHere)
{
    m->events.byUs = m->events.wouldBeSeen = true;
    m->events.signallingHere = signallingHere;
}

void MediaChain::setReceiver(const Endpoint &signallingHere)
{
    m->events.signallingHere = signallingHere;
}

void MediaChain::setPlatformSends()
{
    m->events.platformSends = true;
}

void MediaChain::rebooting(TimePoint at)
{
    m->events.rebooting = at;
    m->reached(at);
}

void MediaChain::setWouldBeSeen()
{
    m->events.wouldBeSeen = true;
}

void MediaChain::connecting(bool bySender, const Endpoint &to, TimePoint at)
{
    if (!m->events.connecting)
        m->events.connecting = at;
    ++m->events.connectAttempts;
    m->events.senderConnects = bySender;
    m->events.connectTo = to;
    m->reached(at);
}

void MediaChain::connected(TimePoint at)
{
    if (!m->events.connected)
        m->events.connected = at;
    m->events.connectRefused = false;
    m->reached(at);
}

void MediaChain::connectFailed(bool refused, TimePoint at)
{
    m->events.connectRefused |= refused;
    m->reached(at);
}

void MediaChain::connectionClosed(bool reset, TimePoint at, bool byReceiver)
{
    if (!m->events.connectionClosed) {
        m->events.connectionClosed = at;
        m->events.closedByReceiver = byReceiver;
    }
    m->events.connectionReset |= reset;
    m->reached(at);
}

void MediaChain::portClosed(const Endpoint &where, TimePoint at)
{
    if (!m->events.portClosed) {
        m->events.portClosed = at;
        m->events.portClosedAt = where;
    }
    m->events.portClosedLast = at;
    m->reached(at);
}

void MediaChain::setOwnDrops(quint64 packets)
{
    m->events.ownDrops = packets;
    m->events.ownDropsKnown = true;
}

void MediaChain::recordHole(quint64 packets)
{
    m->events.recordHoles += std::max<quint64>(packets, 1);
}

void MediaChain::packet(std::string_view octets, TimePoint at, const Endpoint &from, const Endpoint &to, bool cut)
{
    m->reached(at);
    if (isRtcp(octets)) {
        ++m->events.rtcpFromSender;
        return;
    }
    RtpHeader header = readRtp(octets);
    if (!header.isRtp()) {
        ++m->notRtp;
        return;
    }
    if (m->packets++ == 0) {
        m->from = from;
        m->to = to;
    }
    MediaStream *const stream = m->streamOf(header.ssrc);
    if (!stream) {
        ++m->other;
        return;
    }
    if (cut) { // its padding is not there
        header.faults = 0;
        ++m->cut;
    }
    const MediaFormat *const format = m->formatOf(header.payloadType);
    stream->take(
        header, at, format ? view(format->name) : std::string_view(), format ? format->clockRate : 90'000, cut);
}

void MediaChain::octets(std::string_view octets, TimePoint at, const Endpoint &from, const Endpoint &to)
{
    if (!m->events.connected)
        m->events.connected = at;
    while (!octets.empty()) {
        octets.remove_prefix(m->framing.append(octets));
        for (std::string_view whole; m->framing.next(whole);)
            packet(whole, at, from, to);
    }
    m->reached(at);
}

void MediaChain::octetsMissing()
{
    m->framing.gap();
    recordHole(0);
}

void MediaChain::beginsInside()
{
    m->framing.gap();
}

void MediaChain::rtcpToSender(TimePoint at)
{
    if (m->events.rtcpToSender++ == 0)
        m->events.firstRtcpToSender = at;
    m->events.lastRtcpToSender = at;
    m->reached(at);
}

void MediaChain::advance(TimePoint now)
{
    m->reached(now);
}

std::optional<TimePoint> MediaChain::nextDeadline() const
{
    std::optional<TimePoint> next;
    for (const TimePoint one : mediajudge::deadlines(report())) {
        if (one > m->now && (!next || one < *next))
            next = one;
    }
    return next;
}

MediaReport MediaChain::report() const
{
    MediaReport report;
    report.events = m->events;
    report.now = m->now;
    report.from = m->from;
    report.to = m->to;
    report.packets = m->packets;
    report.notRtp = m->notRtp;
    report.otherPackets = m->other;
    report.cutPackets = m->cut;
    report.framing = m->framing.kind();
    report.framingPassedOver = m->framing.passedOver();
    report.framingResyncs = m->framing.resyncs();
    for (const Inside::One &one : m->streams) {
        report.ssrcs.push_back(one.ssrc);
        report.ssrcPackets.push_back(one.stream->rtp().packets);
    }
    if (const Inside::One *const main = m->biggest())
        report.stream = main->stream->numbers();
    mediajudge::judge(report);
    return report;
}

} // namespace gb
