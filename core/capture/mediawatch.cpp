#include "core/capture/mediawatch.h"

#include "core/base/octets.h"
#include "core/capture/mediaplay_p.h"
#include "core/record/medianote.h"

#include <algorithm>

namespace gb {
namespace {

constexpr std::size_t maxFlows = 8;
constexpr std::string_view pack("\0\0\1\xBA", 4);

} // namespace

MediaWatch::MediaWatch()
    : m_tcp(std::make_unique<MediaTcp>(*this))
{
}

MediaWatch::~MediaWatch() = default;

MediaWatch::Play &MediaWatch::add(TimePoint at)
{
    while (m_plays.size() >= maxPlays)
        makeRoom();
    m_plays.push_back(std::make_unique<Play>());
    m_plays.back()->last = at;
    return *m_plays.back();
}

/// The one that was still longest.
void MediaWatch::makeRoom()
{
    const auto older = [](const auto &a, const auto &b) { return a->last < b->last; };
    const auto oldest = std::min_element(m_plays.begin(), m_plays.end(), older);
    if (!(*oldest)->told) {
        ++m_leftOut;
        tell(**oldest, MediaEvents::End::RecordEnded, m_now);
    }
    remove(oldest);
}

void MediaWatch::remove(std::list<std::unique_ptr<Play>>::iterator place)
{
    Play *const play = place->get();
    const auto forget = [play](auto &table, const auto &key) {
        if (table.value(key) == play)
            table.remove(key);
    };
    forget(m_calls, play->callId);
    for (const Endpoint &one : play->receivers)
        m_receivers.remove(one, play);
    for (const Endpoint &one : play->senders)
        forget(m_senders, one);
    for (const Flow &one : play->flows)
        forget(m_flows, one);
    for (const quint32 one : play->ssrcs)
        forget(m_ssrcs, one);
    m_tcp->forget(play);
    m_plays.erase(place);
}

void MediaWatch::bind(const Flow &flow, Play &play)
{
    if (play.flows.size() >= maxFlows)
        return;
    play.flows.push_back(flow);
    m_flows.insert(flow, &play);
}

/// Where a description says it goes to, or comes from.
void MediaWatch::expect(Play &play, const MediaSide &side, bool receiver)
{
    std::vector<Endpoint> &ends = receiver ? play.receivers : play.senders;
    const bool known = std::find(ends.begin(), ends.end(), side.end) != ends.end();
    if (!side.end.address.isNull() && side.end.port != 0 && !known && ends.size() < maxFlows) {
        ends.push_back(side.end);
        if (receiver)
            m_receivers.insert(side.end, &play);
        else
            m_senders.insert(side.end, &play);
    }
    if (side.ssrc && *side.ssrc != 0 && play.ssrcs.size() < 4 && !play.hasSsrc(*side.ssrc)) {
        play.ssrcs.push_back(*side.ssrc);
        m_ssrcs.insert(*side.ssrc, &play);
    }
}

void MediaWatch::datagram(const Datagram &datagram)
{
    m_now = std::max(m_now, datagram.at);
    if (datagram.at - m_looked > std::chrono::seconds(1))
        advance(datagram.at);
    const std::string_view octets = view(datagram.octets);
    const bool rtcp = octets.size() >= 8 && isRtcp(octets); // of a report without blocks there is no more
    const bool mayBe = rtcp || (octets.size() >= 12 && static_cast<quint8>(octets[0]) >> 6 == 2);
    if (!mayBe && m_plays.empty())
        return;
    const RtpHeader header = mayBe && !rtcp ? readRtp(octets) : RtpHeader();
    if (Play *const play = playOf(datagram, header.ssrc))
        return packet(*play, datagram);
    if (rtcp ? rtcpBack(datagram) : !mayBe)
        return;
    if (!rtcp)
        candidate(datagram, header);
}

/// The call whose media go there, among those that share the port: by where the answer says they come from, else the
/// only one that is under way. Null where that is not known.
MediaWatch::Play *MediaWatch::sentTo(const Endpoint &to, const Endpoint &from) const
{
    Play *open = nullptr, *near = nullptr;
    int opened = 0, close = 0;
    for (auto one = m_receivers.constFind(to); one != m_receivers.constEnd() && one.key() == to; ++one) {
        Play *const play = *one;
        if (play->told)
            continue;
        open = play;
        ++opened;
        for (const Endpoint &sender : play->senders) {
            if (sender == from)
                return play;
            if (sender.address == from.address) {
                near = play;
                ++close;
            }
        }
    }
    return close == 1 ? near : opened == 1 ? open : nullptr;
}

/// The call whose description names that end: the only one, or among many the newest one with that SSRC. Null where
/// that is not known.
MediaWatch::Play *MediaWatch::namedAt(const Endpoint &to, const Endpoint &from, quint32 ssrc) const
{
    Play *one = nullptr, *ofSsrc = nullptr;
    int open = 0;
    for (auto place = m_receivers.constFind(to); place != m_receivers.constEnd() && place.key() == to; ++place) {
        Play *const play = *place;
        if (play->told)
            continue;
        ++open;
        one = play;
        if (!ofSsrc && play->hasSsrc(ssrc))
            ofSsrc = play; // the newest one comes first
    }
    if (open < 2 || !ofSsrc)
        return open == 1 ? one : nullptr;
    Play *const near = sentTo(to, from);
    return near && near->hasSsrc(ssrc) ? near : ofSsrc;
}

/// By the end that a description names, which nothing else can be; by its ends, by its SSRC (NAT may have moved it, and
/// one port may have many calls), or by where it goes. Ports and SSRCs are used again, one SSRC by several calls at
/// once: a call that has ended has what nobody else claims.
MediaWatch::Play *MediaWatch::playOf(const Datagram &datagram, quint32 ssrc)
{
    const Flow flow{datagram.from, datagram.to};
    Play *const known = m_flows.value(flow);
    if (m_receivers.isEmpty() || (known && !known->told && (ssrc == 0 || known->ssrcs.empty())))
        return known;
    Play *play = namedAt(datagram.to, datagram.from, ssrc);
    if (!play && ssrc != 0)
        play = m_ssrcs.value(ssrc);
    if (play && play->told)
        play = nullptr;
    if (known && !known->told && (!play || play == known))
        return known;
    if (!play)
        play = sentTo(datagram.to, datagram.from);
    if (!play && datagram.to.port > 0 && isRtcp(view(datagram.octets)))
        play = sentTo({datagram.to.address, static_cast<quint16>(datagram.to.port - 1)}, datagram.from);
    if (!play)
        return known;
    bind(flow, *play);
    return play;
}

/// From the receiver to the sender.
bool MediaWatch::rtcpBack(const Datagram &datagram)
{
    const Endpoint below{datagram.from.address, static_cast<quint16>(datagram.from.port - 1)};
    const Endpoint source{datagram.to.address, static_cast<quint16>(datagram.to.port - 1)}; // of the RTP
    Play *play = m_flows.value({datagram.to, datagram.from});
    if (!play)
        play = m_flows.value({source, below});
    if (!play)
        play = sentTo(datagram.from, datagram.to);
    if (!play)
        play = sentTo(below, source);
    if (play && !play->told)
        play->chain.rtcpToSender(datagram.at);
    return play != nullptr;
}

/// RTP whose packets follow each other, of which one begins with a pack header.
MediaWatch::Play *MediaWatch::candidate(const Datagram &datagram, const RtpHeader &header)
{
    const Flow flow{datagram.from, datagram.to};
    const bool starts = header.payload.starts_with(pack);
    auto known = m_candidates.find(flow);
    if (known == m_candidates.end()) {
        if (!starts || header.payloadType < 33)
            return nullptr;
        if (m_candidates.size() >= maxCandidates)
            m_candidates.removeIf([&](const auto &one) { return m_now - one.value()->last > std::chrono::seconds(2); });
        if (m_candidates.size() >= maxCandidates)
            return nullptr;
        known = m_candidates.insert(flow, std::make_shared<Candidate>());
    }
    Candidate &one = **known;
    const auto step = static_cast<quint16>(header.sequence - one.sequence);
    if (one.packets.empty() || one.ssrc != header.ssrc || step == 0 || step > 16)
        one.packets.clear();
    one.ssrc = header.ssrc;
    one.sequence = header.sequence;
    one.last = datagram.at;
    if (one.packets.empty() && !starts)
        return nullptr;
    one.packets.push_back(datagram);
    one.packets.back().octets.detach(); // they hold until the next step
    if (one.packets.size() < static_cast<std::size_t>(enough))
        return nullptr;
    const std::vector<Datagram> packets = std::move(one.packets);
    m_candidates.remove(flow);
    Play &play = add(datagram.at);
    bind(flow, play);
    for (const Datagram &packet : packets)
        this->packet(play, packet);
    return &play;
}

void MediaWatch::packet(Play &play, const Datagram &datagram)
{
    play.last = datagram.at;
    if (play.told)
        return; // of a call that has ended
    play.seen = true;
    if (play.host != datagram.to.address) {
        play.host = datagram.to.address;
        if (m_hosts.size() < maxHosts)
            m_hosts.insert(play.host);
    }
    play.chain.packet(view(datagram.octets), datagram.at, datagram.from, datagram.to, datagram.cut);
}

void MediaWatch::segment(const Datagram &segment, quint8 flags)
{
    m_now = std::max(m_now, segment.at);
    if (segment.at - m_looked > std::chrono::seconds(1))
        advance(segment.at);
    m_tcp->segment(segment, flags);
}

void MediaWatch::report(const IcmpError &error)
{
    Play *play = m_flows.value({error.from, error.to});
    if (!play)
        play = sentTo(error.to, error.from);
    if (!play || play->told || !error.isPortUnreachable())
        return;
    play->seen = true;
    play->chain.portClosed(error.to, error.at);
}

void MediaWatch::advance(TimePoint now)
{
    m_looked = now;
    for (auto place = m_plays.begin(); place != m_plays.end();) {
        const auto next = std::next(place);
        Play &play = **place;
        if (!play.told && play.callId.isEmpty() && now - play.last > forgetAfter)
            tell(play, MediaEvents::End::RecordEnded, play.last);
        if (play.told && now - play.endedAt > afterEnd && now - play.last > afterEnd)
            remove(place);
        place = next;
    }
}

/// A call of which the record has the signalling alone is no news.
void MediaWatch::tell(Play &play, MediaEvents::End how, TimePoint at)
{
    play.told = true;
    play.endedAt = at;
    if (!play.seen && !play.refused
        && !(play.answered && !play.receivers.empty() && m_hosts.contains(play.receivers.front().address)))
        return;
    play.chain.setWouldBeSeen();
    play.chain.ended(how, at);
    m_notes.push_back({at, medianote::noteOf(play.chain.report(), play.device, QString::fromLatin1(play.callId))});
}

void MediaWatch::finish()
{
    for (const auto &play : m_plays) {
        if (!play->told && (play->answered || play->callId.isEmpty()))
            tell(*play, MediaEvents::End::RecordEnded, m_now);
    }
    m_plays.clear();
    m_calls.clear();
    m_receivers.clear();
    m_senders.clear();
    m_flows.clear();
    m_ssrcs.clear();
    m_candidates.clear();
    m_tcp = std::make_unique<MediaTcp>(*this);
}

std::optional<JournalNote> MediaWatch::takeNote()
{
    if (m_notes.empty())
        return std::nullopt;
    JournalNote note = std::move(m_notes.front());
    m_notes.pop_front();
    return note;
}

} // namespace gb
