#include "core/media/mediajudge.h"

#include "core/base/octets.h"
#include "core/media/rules/rules.h"

#include <algorithm>

namespace gb::mediajudge {
namespace {

constexpr double maxLoss = 1e-3;      ///< GB/T 28181-2022 5.5
constexpr double provesLittle = 1e-2; ///< lost packets, beyond which what is absent may have been in them
constexpr quint64 enoughForSound = 2; ///< pictures

LinkProof &linkOf(MediaReport &report, MediaLink which)
{
    return report.links[static_cast<std::size_t>(which)];
}

void set(MediaReport &report, MediaLink which, LinkState state, std::optional<TimePoint> at = {}, quint64 packet = 0)
{
    LinkProof &link = linkOf(report, which);
    link.state = state;
    link.at = at;
    link.packet = packet;
}

void setAt(MediaReport &report, MediaLink which, const std::optional<PsPlace> &place, LinkState otherwise)
{
    if (place)
        set(report, which, LinkState::Ok, place->at, place->packet);
    else
        set(report, which, otherwise);
}

/// What is not there yet may still come, or never will, or cannot be told.
LinkState absent(const MediaReport &report, Duration wait)
{
    if (!over(report) && report.now - report.stream.rtp.first < wait)
        return LinkState::NotYet;
    return LinkState::Unknown; // a rule breaks it where that is proved
}

void signalling(MediaReport &report)
{
    const MediaEvents &events = report.events;
    if (!events.offered) {
        set(report, MediaLink::Offered, LinkState::Unknown);
        return set(report, MediaLink::Answered, events.answered ? LinkState::Ok : LinkState::Unknown, events.answered);
    }
    set(report, MediaLink::Offered, LinkState::Ok, events.offered);
    const bool accepted = events.answered && events.status < 300;
    set(report, MediaLink::Answered,
        accepted           ? LinkState::Ok
            : over(report) ? LinkState::Unknown
                           : LinkState::NotYet,
        events.answered);
}

void transport(MediaReport &report)
{
    const MediaEvents &events = report.events;
    const bool accepted = !events.offered || (events.answered && events.status < 300);
    const LinkState waiting = over(report) || !accepted ? LinkState::Unknown : LinkState::NotYet;
    if (!overTcp(report))
        set(report, MediaLink::Connected, LinkState::None);
    else
        set(report, MediaLink::Connected, events.connected ? LinkState::Ok : waiting, events.connected);
    if (report.packets > 0)
        set(report, MediaLink::FirstPacket, LinkState::Ok, report.stream.rtp.first, 1);
    else
        set(report, MediaLink::FirstPacket, waiting);
}

void rtp(MediaReport &report)
{
    if (report.packets == 0) {
        for (const MediaLink one : {MediaLink::Ssrc, MediaLink::Sequence})
            set(report, one, linkOf(report, MediaLink::FirstPacket).state);
        return;
    }
    const MediaEvents &events = report.events;
    const RtpNumbers &numbers = report.stream.rtp;
    const bool agreed = (events.answer && events.answer->ssrc) || (events.offer && events.offer->ssrc);
    set(report, MediaLink::Ssrc, agreed ? LinkState::Ok : LinkState::Unknown, numbers.first, 1);
    if (numbers.missing == 0 || numbers.lossRatio() <= maxLoss)
        set(report, MediaLink::Sequence, LinkState::Ok, numbers.last, numbers.packets);
    else
        set(report, MediaLink::Sequence, LinkState::Unknown, {}, numbers.firstGapAt.value_or(0));
}

void program(MediaReport &report)
{
    const StreamNumbers &stream = report.stream;
    if (report.packets == 0) {
        for (const MediaLink one : {MediaLink::Ps, MediaLink::Map})
            set(report, one, linkOf(report, MediaLink::FirstPacket).state);
        return;
    }
    if (agreedOtherPayload(report)) {
        set(report, MediaLink::Ps, LinkState::None);
        return set(report, MediaLink::Map, LinkState::None);
    }
    setAt(report, MediaLink::Ps, stream.firstPs, absent(report, MediaChain::firstPacketWait));
    setAt(report, MediaLink::Map, stream.ps.firstMap, absent(report, MediaChain::keyFrameWait));
}

void picture(MediaReport &report)
{
    const StreamNumbers &stream = report.stream;
    constexpr MediaLink links[] = {MediaLink::Video, MediaLink::ParameterSets, MediaLink::KeyFrame};
    if (!wantsVideo(report) || report.packets == 0) {
        for (const MediaLink one : links)
            set(report, one, wantsVideo(report) ? linkOf(report, MediaLink::FirstPacket).state : LinkState::None);
        return;
    }
    const LinkState later = absent(report, MediaChain::keyFrameWait);
    setAt(report, MediaLink::Video, stream.ps.firstVideo ? stream.ps.firstVideo : stream.firstPicture, later);
    setAt(report, MediaLink::ParameterSets, stream.firstSets, later);
    setAt(report, MediaLink::KeyFrame, stream.firstKey, later);
}

void sound(MediaReport &report)
{
    const bool wanted = (report.events.offer && report.events.offer->wantsAudio)
        || (report.events.answer && report.events.answer->wantsAudio);
    if (report.stream.firstAudio || !wanted)
        return setAt(report, MediaLink::Audio, report.stream.firstAudio, LinkState::None);
    set(report, MediaLink::Audio,
        report.packets > 0 ? absent(report, MediaChain::audioWait) : linkOf(report, MediaLink::FirstPacket).state);
}

void times(MediaReport &report)
{
    const std::optional<TimePoint> since = mayFlowSince(report);
    const auto from = [&](TimePoint at) { return std::max(Duration(0), at - since.value_or(report.stream.rtp.first)); };
    if (report.packets > 0 && since)
        report.toFirstPacket = from(report.stream.rtp.first);
    if (report.stream.firstKey)
        report.toFirstKey = from(report.stream.firstKey->at);
}

bool heavier(const MediaFinding &a, const MediaFinding &b)
{
    return a.weight != b.weight ? a.weight > b.weight : false;
}

MediaVerdict verdictOf(const MediaReport &report)
{
    const auto any = [&report](MediaWeight weight) {
        return std::any_of(report.findings.begin(), report.findings.end(),
            [weight](const MediaFinding &one) { return one.weight == weight && !one.provisional; });
    };
    if (any(MediaWeight::Broken))
        return MediaVerdict::Broken;
    const bool shown = wantsVideo(report)
        ? report.link(MediaLink::KeyFrame).state == LinkState::Ok && report.stream.video.pictures >= enoughForSound
        : report.stream.firstAudio.has_value();
    if (!shown)
        return over(report) ? MediaVerdict::Unknown : MediaVerdict::NotYet;
    if (any(MediaWeight::Warning))
        return MediaVerdict::Warned;
    const bool whole = report.cutPackets == 0 && report.link(MediaLink::Sequence).state == LinkState::Ok;
    return whole ? MediaVerdict::Sound : MediaVerdict::Unknown; // of what the record lacks nobody knows
}

void conclude(MediaReport &report)
{
    std::stable_sort(report.findings.begin(), report.findings.end(), heavier);
    report.verdict = verdictOf(report);
    for (std::size_t i = 0; i < report.links.size() && !report.firstBroken; ++i) {
        if (report.links[i].state == LinkState::Broken)
            report.firstBroken = static_cast<MediaLink>(i);
    }
    if (report.verdict != MediaVerdict::Sound)
        return;
    const bool h265 = report.stream.video.codec == VideoCodec::H265;
    report.findings.insert(report.findings.begin(),
        {h265 ? MediaCause::SoundButH265 : MediaCause::Sound, MediaWeight::Result, MediaBlame::Nobody, !over(report),
            report.stream.rtp.packets, report.now, {}, {}});
}

} // namespace

bool overTcp(const MediaReport &report)
{
    if (report.framing != MediaFraming::Kind::Unknown || report.events.connecting || report.events.connected)
        return true;
    if (report.packets > 0)
        return false;
    const MediaEvents &events = report.events;
    return events.answer ? events.answer->tcp : events.offer && events.offer->tcp;
}

bool startSeen(const MediaReport &report)
{
    return report.events.offered && report.events.answered;
}

std::optional<TimePoint> mayFlowSince(const MediaReport &report)
{
    const MediaEvents &events = report.events;
    if (!events.answered || events.status >= 300)
        return std::nullopt;
    const TimePoint agreed = std::max(*events.answered, events.acknowledged.value_or(*events.answered));
    return overTcp(report) ? std::max(agreed, events.connected.value_or(agreed)) : agreed;
}

bool absenceProves(const MediaReport &report)
{
    return report.cutPackets == 0 && report.events.recordHoles == 0 && report.stream.rtp.lossRatio() < provesLittle;
}

bool wantsVideo(const MediaReport &report)
{
    const MediaEvents &events = report.events;
    if (events.answer || events.offer)
        return !(events.answer ? *events.answer : *events.offer).audioOnly;
    return report.stream.payload != PayloadKind::Audio;
}

bool agreedOtherPayload(const MediaReport &report)
{
    const MediaEvents &events = report.events;
    if (!wantsVideo(report))
        return true;
    if (!events.answer || report.stream.rtp.payloadTypeCount == 0)
        return false;
    const MediaFormat *const format = events.answer->format(report.stream.rtp.payloadTypes[0]);
    if (!format)
        return false;
    return (report.stream.payload == PayloadKind::H264 && format->name == "H264")
        || (report.stream.payload == PayloadKind::H265 && format->name == "H265");
}

bool ofHistory(const MediaReport &report)
{
    const std::optional<MediaSide> &offer = report.events.offer;
    return offer && (offer->session == SdpSession::Playback || offer->session == SdpSession::Download);
}

/// Who is to connect needs no port, and some write 0 there.
bool mediaRefused(const MediaReport &report)
{
    const MediaEvents &events = report.events;
    return report.packets == 0 && !events.connected && events.status < 300 && events.answer
        && events.answer->end.port == 0 && !(events.answer->tcp && events.answer->setup == SdpSetup::Active);
}

bool over(const MediaReport &report)
{
    return report.events.ended.has_value();
}

std::vector<TimePoint> deadlines(const MediaReport &report)
{
    const MediaEvents &events = report.events;
    std::vector<TimePoint> all;
    if (over(report))
        return all;
    if (events.offered && !events.answered)
        all.push_back(*events.offered + MediaChain::answerWait);
    if (events.answered)
        all.push_back(*events.answered + MediaChain::connectWait);
    if (const auto since = mayFlowSince(report))
        all.push_back(*since + MediaChain::firstPacketWait);
    if (report.packets > 0) {
        for (const Duration wait : {MediaChain::keyFrameWait, MediaChain::audioWait, MediaChain::firstPacketWait})
            all.push_back(report.stream.rtp.first + wait);
        all.push_back(report.stream.rtp.last + MediaChain::stallWait);
        if (report.stream.lastKey)
            all.push_back(report.stream.lastKey->at + MediaChain::keyFrameWait + Duration(1));
    }
    return all;
}

void judge(MediaReport &report)
{
    report.findings.clear();
    report.firstBroken.reset();
    signalling(report);
    transport(report);
    rtp(report);
    program(report);
    picture(report);
    sound(report);
    times(report);
    for (const mediarules::Rule rule : mediarules::all())
        rule(report, report.findings);
    for (const MediaFinding &one : report.findings) {
        const std::optional<MediaLink> which = mediarules::linkOf(one.cause);
        if (!which || one.weight < MediaWeight::Warning || one.provisional)
            continue;
        LinkProof &link = linkOf(report, *which);
        if (link.cause)
            continue;
        link.state = one.weight == MediaWeight::Broken ? LinkState::Broken : LinkState::Warned;
        link.cause = one.cause;
        link.at = one.at;
        link.packet = one.packet;
    }
    conclude(report);
}

} // namespace gb::mediajudge
