#include "core/base/octets.h"
#include "core/capture/mediaplay_p.h"
#include "core/message/deviceid.h"
#include "core/message/plaintext.h"

#include <cstdlib>

/// The part of MediaWatch that follows the calls whose media it judges.
namespace gb {
namespace {

constexpr std::size_t maxCallId = 256;

/// Nearly all messages are none that concern media: their first octets show that.
bool mayConcernMedia(std::string_view message, bool calls)
{
    if (message.size() < 16)
        return false;
    switch (message[0]) {
    case 'I': return true; // INVITE, INFO
    case 'A':
    case 'B': return calls;
    case 'M': return calls && message.find("MediaStatus") != std::string_view::npos;
    case 'S': return calls && message.starts_with("SIP/2.0 ");
    default: return false;
    }
}

QString userOf(const SipAddress &address)
{
    return printable(address.uri.user, 64);
}

} // namespace

void MediaWatch::signalling(const Datagram &message)
{
    m_now = std::max(m_now, message.at);
    const std::string_view octets = view(message.octets);
    if (!mayConcernMedia(octets, !m_calls.isEmpty()))
        return;
    if (octets[0] == 'M')
        return fileEnded(message);
    const SipHead head = scanHead(octets);
    if (head.callId.empty() || head.callId.size() > maxCallId)
        return;
    Play *const play = m_calls.value(bytes(head.callId));
    if (head.kind == SipKind::Request && head.method == SipMethod::Invite && !play)
        return invite(message, head);
    if (!play || play->told)
        return;
    if (head.kind == SipKind::Response)
        return answer(message, head, *play);
    if (head.method == SipMethod::Ack)
        play->chain.acknowledged(message.at);
    else if (head.method == SipMethod::Bye)
        bye(message, *play);
    else if (head.method == SipMethod::Info)
        control(head, *play);
}

/// Who offers receives: a platform that plays, or a device that is spoken to.
void MediaWatch::invite(const Datagram &message, const SipHead &head)
{
    const std::optional<MediaSide> side = head.body.empty() ? std::nullopt : mediaSideOf(readSdp(head.body));
    if (!side)
        return;
    Play &play = add(message.at);
    play.callId = bytes(head.callId);
    play.device = userOf(side->audioOnly ? head.from : head.to);
    play.offerer = message.from;
    m_calls.insert(play.callId, &play);
    play.chain.setReceiver(message.from);
    play.chain.offered(*side, message.at);
    expect(play, *side, true);
}

void MediaWatch::answer(const Datagram &message, const SipHead &head, Play &play)
{
    if (head.method == SipMethod::Info && head.status == 200 && play.control != MediaEvents::Control::None)
        play.chain.controlled(std::exchange(play.control, MediaEvents::Control::None), play.scale, message.at);
    if (head.method != SipMethod::Invite || head.status < 200 || play.answered)
        return;
    if (head.status >= 300) { // the findings of the signalling tell that
        const auto place = std::find_if(
            m_plays.begin(), m_plays.end(), [&play](const auto &one) { return one.get() == &play; });
        return remove(place);
    }
    play.answered = true;
    const std::optional<MediaSide> side = head.body.empty() ? std::nullopt : mediaSideOf(readSdp(head.body));
    play.chain.answered(head.status, side, message.at);
    if (side)
        expect(play, *side, false);
}

void MediaWatch::bye(const Datagram &message, Play &play)
{
    using End = MediaEvents::End;
    const bool own = message.from == play.offerer
        || (message.from.address == play.offerer.address && message.to != play.offerer);
    tell(play, own ? End::ByeFromReceiver : End::ByeFromSender, message.at);
}

/// GB/T 28181-2022 annex B: what an INFO asks for.
void MediaWatch::control(const SipHead &head, Play &play)
{
    using Control = MediaEvents::Control;
    if (head.body.starts_with("PAUSE"))
        play.control = Control::Pause;
    else if (!head.body.starts_with("PLAY"))
        return;
    else if (const std::size_t scale = head.body.find("Scale:"); scale != std::string_view::npos) {
        play.control = Control::Scale;
        play.scale = std::strtod(std::string(head.body.substr(scale + 6, 16)).c_str(), nullptr);
    } else {
        play.control = Control::Play;
    }
}

/// MediaStatus 121, in the call or under a Call-ID of its own.
void MediaWatch::fileEnded(const Datagram &message)
{
    const SipHead head = scanHead(view(message.octets));
    if (head.body.find(">121<") == std::string_view::npos)
        return;
    if (Play *const play = m_calls.value(bytes(head.callId)))
        return play->chain.fileEnded(message.at);
    const QString user = userOf(head.from);
    for (const auto &play : m_plays) {
        if (!play->told && play->device == user)
            play->chain.fileEnded(message.at);
    }
}

} // namespace gb
