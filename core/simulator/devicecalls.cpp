#include "core/simulator/devicecalls.h"

#include "core/base/octets.h"
#include "core/message/deviceid.h"
#include "core/simulator/media/mediafaults.h"

#include <QRandomGenerator>

namespace gb {
namespace {

constexpr quint32 mostSsrc = 999'999'999; ///< ten digits with a 0 ahead: live, GB/T 28181-2022 annex G

} // namespace

DeviceCalls::DeviceCalls(const DeviceModel &model, DeviceLine &line, MediaLines &lines, Send send)
    : m_model(model)
    , m_line(line)
    , m_lines(lines)
    , m_send(std::move(send))
    , m_agent(*this, model.identity.id.toLatin1(), model.identity.domain.toLatin1())
{
}

bool DeviceCalls::send(const Endpoint &to, TransportKind transport, const QByteArray &octets)
{
    return m_send(to, transport, octets);
}

bool DeviceCalls::receive(const Datagram &datagram, const SipHead &head)
{
    m_now = datagram.at;
    m_asked = printable(head.requestUri.user, 64);
    return m_agent.receive(datagram, head);
}

StreamPlan DeviceCalls::plan() const
{
    const DeviceBehaviour &behaviour = *m_model.behaviour;
    StreamPlan plan;
    plan.codec = plan.layout.announced = behaviour.h265 ? ClipCodec::H265 : ClipCodec::H264;
    plan.sound = behaviour.sound ? SoundKind::Tone : SoundKind::None;
    applyMediaFaults(behaviour.faults, plan);
    return plan;
}

void DeviceCalls::callChanged(const CallNews &news)
{
    if (news.event == CallEvent::Incoming)
        return incoming(news);
    const auto at = m_calls.find(news.call);
    if (at == m_calls.end())
        return;
    if (news.event == CallEvent::Confirmed && at->second.stream) {
        m_line.tell({.kind = DeviceHappening::Kind::Playing, .command = at->second.channel});
        at->second.stream->start(m_now);
    } else if (news.event == CallEvent::Ended) {
        if (at->second.stream)
            m_line.tell({.kind = DeviceHappening::Kind::PlayEnded, .command = at->second.channel});
        m_calls.erase(at);
    }
}

void DeviceCalls::refuse(CallHandle handle, int status)
{
    m_line.tell({.kind = DeviceHappening::Kind::PlayRefused, .status = status, .command = m_asked});
    m_agent.reject(handle, status, m_now);
}

void DeviceCalls::incoming(const CallNews &news)
{
    const DeviceBehaviour &behaviour = *m_model.behaviour;
    const auto offer = readOffer(view(news.body));
    StreamPlan plan = this->plan();
    if (plan.status >= 300)
        return refuse(news.call, plan.status);
    if (!m_model.catalogue.has(m_asked))
        return refuse(news.call, 404);
    if (!offer || behaviour.streams == 0)
        return refuse(news.call, 488);
    if (m_calls.size() >= static_cast<std::size_t>(behaviour.streams))
        return refuse(news.call, 486);
    const quint32 own = QRandomGenerator::global()->bounded(1U, mostSsrc);
    Call call{
        .channel = m_asked, .plan = plan, .offer = *offer, .ssrc = plan.ownSsrc ? own : offer->ssrc.value_or(own)};
    call.answerAt = m_now + plan.answerDelay;
    const auto at = m_calls.emplace(news.call, std::move(call)).first;
    if (plan.answerDelay == Duration{})
        answer(news.call, at->second, m_now);
}

void DeviceCalls::answer(CallHandle handle, Call &call, TimePoint now)
{
    call.answerAt = never;
    m_asked = call.channel;
    const IpAddress &local = m_model.identity.local.address;
    const TransportKind transport = call.offer.transport;
    std::unique_ptr<MediaLine> line = m_lines.open({.local = local,
        .peer = call.offer.peer,
        .transport = transport,
        .listens = call.offer.peerConnects != call.plan.wrongSetup});
    if (!line) {
        refuse(handle, 500);
        return;
    }
    call.stream = std::make_unique<OutgoingStream>(call.plan, call.ssrc, transport, std::move(line));
    const QByteArray body = writeAnswer(
        m_model.identity.id, {local, call.stream->port()}, call.offer, call.ssrc, call.plan);
    m_agent.accept(handle, "APPLICATION/SDP", body, now);
}

void DeviceCalls::advance(TimePoint now)
{
    m_now = now;
    m_agent.advance(now);
    std::vector<CallHandle> answers, ends;
    for (auto &[handle, call] : m_calls) {
        if (call.answerAt <= now)
            answers.push_back(handle);
        if (call.stream && !call.hungUp)
            call.stream->advance(now);
        if (call.stream && call.stream->wantsBye() && !std::exchange(call.hungUp, true))
            ends.push_back(handle);
    }
    for (const CallHandle one : answers)
        answer(one, m_calls.at(one), now);
    for (const CallHandle one : ends)
        m_agent.hangUp(one, now);
}

TimePoint DeviceCalls::deadline()
{
    TimePoint first = m_agent.nextDeadline().value_or(never);
    for (const auto &[handle, call] : m_calls)
        first = std::min({first, call.answerAt, call.stream && !call.hungUp ? call.stream->deadline() : never});
    return first;
}

void DeviceCalls::stop(TimePoint now)
{
    m_now = now;
    std::vector<CallHandle> all;
    for (const auto &[handle, call] : m_calls)
        all.push_back(handle);
    for (const CallHandle one : all)
        m_agent.hangUp(one, now);
}

} // namespace gb
