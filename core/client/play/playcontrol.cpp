#include "core/client/play/playcontrol.h"

#include "core/base/octets.h"
#include "core/client/play/playoffer.h"
#include "core/message/basicparam.h"
#include "core/message/deviceid.h"
#include "core/message/sdp.h"

#include <algorithm>

namespace gb {
namespace {

/// Each line of a description, safe to show. What Hikvision tells in it nobody should read: the device's password.
QString shown(const QByteArray &sdp)
{
    static const QByteArray secret = "a=password:";
    QStringList lines;
    for (QByteArray line : sdp.left(PlayReport::maxText).split('\n')) {
        if (line.left(secret.size()).toLower() == secret)
            line = line.left(secret.size()) + "***";
        lines.append(printable(view(line.endsWith('\r') ? line.chopped(1) : line)));
    }
    while (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

bool isPlain(const QString &id)
{
    return isPlainId(id.left(65).toStdString());
}

} // namespace

PlayControl::PlayControl(const QByteArray &serverId, const QByteArray &domain, Send send, MediaPorts &ports)
    : m_serverId(serverId)
    , m_send(std::move(send))
    , m_ports(ports)
    , m_agent(*this, serverId, domain)
{
}

bool PlayControl::send(const Endpoint &to, TransportKind transport, const QByteArray &octets)
{
    return m_send(to, transport, octets);
}

void PlayControl::play(const Target &target, const PlayQuestion &question, TimePoint now)
{
    Play play{.question = question, .target = target};
    PlayReport &report = play.report;
    report.id = question.id;
    report.device = printable(view(target.id));
    report.channel = question.channel.isEmpty() ? report.device : printable(question.channel, 64);
    report.way = question.way;
    report.askedAt = report.at = now;
    const bool plain = isPlain(question.device) && (question.channel.isEmpty() || isPlain(question.channel));
    if (target.remote.port == 0)
        report.outcome = PlayOutcome::NotRegistered;
    else if (!plain)
        report.outcome = PlayOutcome::OddId;
    else if (m_plays.size() >= maxPlays)
        report.outcome = PlayOutcome::TooMany;
    if (report.outcome != PlayOutcome::Played) {
        m_news.append(report);
        return;
    }
    m_line.push_back(++m_last);
    m_plays.emplace(m_last, std::move(play));
    serveLine();
    m_lookAt = std::min(m_lookAt, now);
}

void PlayControl::serveLine()
{
    while (!m_line.empty() && m_busy < maxAtOnce) {
        const auto at = m_plays.find(m_line.front());
        m_line.pop_front();
        if (at == m_plays.end())
            continue; // it was stopped
        Play &play = at->second;
        play.state = State::Opening;
        ++m_busy;
        const IpAddress &wanted = play.question.address, &local = play.target.local.address;
        const bool other = !wanted.isNull() && wanted != local;
        m_ports.open({.play = at->first,
            .way = play.question.way,
            .local = other ? IpAddress(QHostAddress(local.isV6() ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4))
                           : local,
            .device = play.target.remote.address,
            .firstPort = play.question.firstPort,
            .lastPort = play.question.lastPort,
            .reports = play.question.reports,
            .save = play.question.save});
    }
}

quint32 PlayControl::freeSsrc()
{
    constexpr int streams = 10'000; // more than may play at once
    for (;;) {
        m_stream = (m_stream + 1) % streams;
        const quint32 ssrc = liveSsrc(m_serverId, m_stream);
        const bool taken = std::any_of(m_plays.begin(), m_plays.end(),
            [ssrc](const auto &one) { return isBusy(one.second) && one.second.report.ssrc == ssrc; });
        if (!taken)
            return ssrc;
    }
}

void PlayControl::opened(quint64 number, Play &play, const PortNews &news, TimePoint now)
{
    PlayReport &report = play.report;
    const IpAddress &wanted = play.question.address;
    report.here = {wanted.isNull() ? play.target.local.address : wanted, news.port};
    report.ssrc = freeSsrc();
    const QByteArray channel = report.channel.toLatin1(), offer = writeOffer(play.question, report.here, *report.ssrc);
    report.offer = shown(offer);
    report.askedAt = now;
    const Target &target = play.target;
    m_ports.tell(number, [side = mediaSideOf(readSdp(view(offer))), now, here = target.local](MediaChain &chain) {
        chain.setOurs(here);
        if (side)
            chain.offered(*side, now);
    });
    play.call = m_agent.invite(
        {.uri = "sip:" + channel + '@' + target.remote.text().toLatin1(),
            .destination = target.remote,
            .local = target.local,
            .transport = target.transport,
            .contentType = "APPLICATION/SDP",
            .body = offer,
            .headers = {{"Subject", channel + ':' + ssrcText(*report.ssrc) + ',' + m_serverId + ":0"}}},
        now);
    if (play.call == 0) {
        report.outcome = PlayOutcome::NotSent;
        return closePorts(number, play);
    }
    report.callId = printable(view(m_agent.callId(play.call)));
    m_ofCall.emplace(play.call, number);
    play.state = State::Inviting;
    play.until = now + patience;
}

void PlayControl::callChanged(const CallNews &news)
{
    const auto call = m_ofCall.find(news.call);
    const auto at = call == m_ofCall.end() ? m_plays.end() : m_plays.find(call->second);
    if (at == m_plays.end())
        return;
    if (news.event == CallEvent::Answered)
        answered(at->first, at->second, news);
    else if (news.event == CallEvent::Ended)
        ended(at->first, at->second, news);
}

/// The ACK is out already.
void PlayControl::answered(quint64 number, Play &play, const CallNews &news)
{
    play.state = State::Playing;
    play.acknowledged = m_now;
    play.report.status = news.status;
    play.report.answer = shown(news.body);
    const auto side = mediaSideOf(readSdp(view(news.body)));
    m_ports.tell(number, [side, status = news.status, now = m_now](MediaChain &chain) {
        chain.answered(status, side, now);
        chain.acknowledged(now);
    });
    if (side)
        m_ports.answered(number, side->end);
}

void PlayControl::ended(quint64 number, Play &play, const CallNews &news)
{
    m_ofCall.erase(news.call);
    play.call = 0;
    using End = MediaEvents::End;
    const auto tellEnd = [&](End how) {
        m_ports.tell(number, [how, now = m_now](MediaChain &chain) { chain.ended(how, now); });
    };
    PlayReport &report = play.report;
    switch (news.end) {
    case CallEnd::Refused:
        report.status = news.status;
        report.detail = shown(news.body);
        if (!play.judged)
            report.outcome = PlayOutcome::Refused;
        m_ports.tell(number,
            [status = news.status, now = m_now](MediaChain &chain) { chain.answered(status, std::nullopt, now); });
        break;
    case CallEnd::PeerBye:
        if (!play.judged)
            report.outcome = PlayOutcome::Ended;
        tellEnd(End::ByeFromSender);
        break;
    case CallEnd::OurBye: report.byeAnswered = news.status >= 200 && news.status < 300; break;
    case CallEnd::Transport:
        if (!play.judged)
            report.outcome = PlayOutcome::NotSent;
        tellEnd(End::Cancelled);
        break;
    case CallEnd::TimedOut: // the chain knows that timer by itself
    case CallEnd::Cancelled:
        if (!play.judged)
            report.outcome = PlayOutcome::NoAnswer;
        break;
    case CallEnd::NoAck:
    case CallEnd::None: break;
    }
    closePorts(number, play);
}

void PlayControl::closePorts(quint64 number, Play &play)
{
    if (play.state == State::Closing)
        return;
    play.state = State::Closing;
    play.until = TimePoint::max();
    m_ports.close(number);
}

void PlayControl::hangUp(quint64 number, Play &play, PlayOutcome why, TimePoint now)
{
    if (play.state == State::Ending || play.state == State::Closing)
        return;
    play.report.outcome = why;
    play.judged = true;
    const bool answered = play.state == State::Playing;
    m_ports.tell(number, [answered, now](MediaChain &chain) {
        chain.ended(answered ? MediaEvents::End::ByeFromReceiver : MediaEvents::End::Cancelled, now);
    });
    play.state = State::Ending;
    play.until = now + byePatience;
    m_now = now;
    if (play.call == 0 || !m_agent.hangUp(play.call, now))
        closePorts(number, play);
}

/// Something may still show, and a timer of the chain has not ended.
bool PlayControl::undecided(const MediaReport &media)
{
    for (std::size_t link = 0; link <= static_cast<std::size_t>(MediaLink::KeyFrame); ++link) {
        if (media.links.at(link).state == LinkState::NotYet)
            return true;
    }
    return std::any_of(media.findings.begin(), media.findings.end(),
        [](const MediaFinding &one) { return one.provisional && one.weight == MediaWeight::Broken; });
}

TimePoint PlayControl::endOf(const Play &play) const
{
    constexpr std::chrono::milliseconds slack{300}; // so that the chain has had its deadline
    constexpr std::chrono::seconds quiet{1};        // then the stream may have stopped
    const MediaReport &media = play.report.media;
    const bool tcp = play.question.way != PlayWay::Udp;
    if (media.packets == 0)
        return play.acknowledged + (tcp ? MediaChain::connectWait : Duration{}) + MediaChain::firstPacketWait + slack;
    const TimePoint first = media.link(MediaLink::FirstPacket).at.value_or(play.acknowledged);
    const TimePoint usual = first + play.question.duration, latest = usual + longestMore;
    const TimePoint last = media.stream.rtp.last;
    if (last.time_since_epoch().count() > 0 && usual - last > quiet)
        return std::min(last + MediaChain::stallWait + slack, latest);
    return undecided(media) ? latest : usual;
}

void PlayControl::look(quint64 number, Play &play, TimePoint now)
{
    if (play.state == State::Inviting && play.until <= now)
        hangUp(number, play, PlayOutcome::NoAnswer, now);
    else if (play.state == State::Playing && endOf(play) <= now)
        hangUp(number, play, PlayOutcome::Played, now);
    else if (play.state == State::Ending && play.until <= now)
        closePorts(number, play);
}

void PlayControl::takePorts(TimePoint now)
{
    for (const PortNews &news : m_ports.take()) {
        const auto at = m_plays.find(news.play);
        if (at == m_plays.end())
            continue;
        Play &play = at->second;
        switch (news.kind) {
        case PortNews::Kind::Opened:
            if (play.state == State::Opening)
                opened(at->first, play, news, now);
            break;
        case PortNews::Kind::Failed:
            play.report.outcome = play.judged ? play.report.outcome : PlayOutcome::NoPort;
            play.report.detail = news.detail;
            finish(at, now);
            break;
        case PortNews::Kind::Report:
            play.report.media = news.media;
            m_news.append(
                PlayProgress{play.report.id, play.report.device, play.report.channel, play.report.callId, news.media});
            break;
        case PortNews::Kind::Closed:
            play.report.media = news.media;
            play.report.strangers = news.strangers;
            play.report.saved = news.saved;
            play.report.saveProblem = news.saveProblem;
            finish(at, now);
            break;
        }
    }
}

void PlayControl::finish(Plays::iterator at, TimePoint now)
{
    Play &play = at->second;
    play.report.at = now;
    m_news.append(std::move(play.report));
    m_busy -= isBusy(play) ? 1 : 0;
    if (play.call != 0)
        m_ofCall.erase(play.call);
    m_plays.erase(at);
    serveLine();
}

bool PlayControl::owns(const Trace &trace) const
{
    return trace.isRequest() && m_agent.owns(trace.head);
}

void PlayControl::receive(const Trace &trace)
{
    m_now = trace.datagram.at;
    const SipMethod method = trace.head.method;
    const bool response = trace.isResponse()
        && (method == SipMethod::Invite || method == SipMethod::Bye || method == SipMethod::Cancel);
    if (response || owns(trace))
        m_agent.receive(trace.datagram, trace.head);
    m_lookAt = m_plays.empty() ? m_lookAt : std::min(m_lookAt, m_now);
}

void PlayControl::advance(TimePoint now)
{
    m_now = now;
    m_agent.advance(now);
    if (m_lookAt > now)
        return;
    takePorts(now);
    std::vector<quint64> all;
    for (const auto &[number, play] : m_plays) {
        if (isBusy(play))
            all.push_back(number);
    }
    for (const quint64 one : all)
        look(one, m_plays.at(one), now);
    m_lookAt = m_plays.empty() ? TimePoint::max() : now + lookGap;
}

std::optional<TimePoint> PlayControl::nextDeadline()
{
    const std::optional<TimePoint> agent = m_agent.nextDeadline();
    if (m_lookAt == TimePoint::max())
        return agent;
    return std::min(m_lookAt, agent.value_or(TimePoint::max()));
}

void PlayControl::stop(TimePoint now, PlayOutcome why)
{
    m_line.clear();
    while (!m_plays.empty()) {
        const auto at = m_plays.begin();
        Play &play = at->second;
        if (isBusy(play)) {
            hangUp(at->first, play, why, now);
            closePorts(at->first, play);
        }
        play.report.outcome = why;
        finish(at, now);
    }
}

void PlayControl::stopPlaying(quint64 id, TimePoint now)
{
    std::vector<quint64> meant;
    for (const auto &[number, play] : m_plays) {
        if (play.question.id == id)
            meant.push_back(number);
    }
    for (const quint64 one : meant) {
        const auto at = m_plays.find(one);
        if (isBusy(at->second)) {
            hangUp(one, at->second, PlayOutcome::Stopped, now);
            continue;
        }
        at->second.report.outcome = PlayOutcome::Stopped;
        finish(at, now);
    }
    m_lookAt = std::min(m_lookAt, now);
}

} // namespace gb
