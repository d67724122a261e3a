#include "core/base/octets.h"
#include "core/capture/mediaplay_p.h"
#include "core/message/deviceid.h"
#include "core/message/plaintext.h"

#include <cstdlib>

/// The part of MediaWatch that follows the calls whose media it judges.
namespace gb {
namespace {

constexpr std::size_t maxCallId = 256;

/// An answer to a request of no call. False where its CSeq is not written as nearly everybody writes it.
bool answersOutsideCalls(std::string_view message)
{
    constexpr std::string_view name("\nCSeq: ");
    const std::size_t at = message.find(name);
    if (at == std::string_view::npos)
        return false;
    std::string_view value = message.substr(at + name.size());
    value = value.substr(0, value.find_first_of("\r\n"));
    return value.ends_with(" MESSAGE") || value.ends_with(" REGISTER") || value.ends_with(" NOTIFY");
}

/// Nearly all messages are none that concern media: their first octets show that.
bool mayConcernMedia(std::string_view message, bool calls, bool restarts)
{
    constexpr auto none = std::string_view::npos;
    if (message.size() < 16)
        return false;
    switch (message[0]) {
    case 'I': return true; // INVITE, INFO
    case 'A':
    case 'B': return calls;
    case 'M':
    case 'N':
        return calls && (message.find("MediaStatus") != none || message.find("TeleBoot>") != none); // MESSAGE, NOTIFY
    case 'S': return calls && message.starts_with("SIP/2.0 ") && (restarts || !answersOutsideCalls(message));
    default: return false;
    }
}

/// What an element holds, without blanks around it.
std::string_view elementOf(std::string_view body, std::string_view begin)
{
    const std::size_t at = body.find(begin);
    if (at == std::string_view::npos)
        return {};
    std::string_view text = body.substr(at + begin.size());
    text = text.substr(0, text.find('<'));
    constexpr std::string_view blanks(" \t\r\n");
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

QByteArray tagOf(const SipAddress &address)
{
    return bytes(address.tag.substr(0, maxCallId));
}

/// Of an audio call: a device that is spoken to asks for it, except where a platform listens to a microphone.
bool deviceOffers(const MediaSide &side, const SipHead &head)
{
    return side.audioOnly
        && !(typeOf(head.from.uri.user) == IdType::Platform && typeOf(head.to.uri.user) != IdType::Platform);
}

QString userOf(const SipAddress &address)
{
    return printable(address.uri.user, 64);
}

/// In what waits for an answer: what has none by then gets none.
template<class Waiting>
void dropUnanswered(Waiting &all, std::size_t most, TimePoint now)
{
    constexpr Duration transaction = std::chrono::seconds(32);
    while (!all.empty() && (all.size() >= most || now - all.front().at > transaction))
        all.pop_front();
}

} // namespace

void MediaWatch::signalling(const Datagram &message)
{
    m_now = std::max(m_now, message.at);
    const std::string_view octets = view(message.octets);
    if (!mayConcernMedia(octets, !m_calls.isEmpty(), !m_restarts.empty()))
        return;
    SipHead head;
    m_heads.scan(octets, head);
    if (head.callId.empty() || head.callId.size() > maxCallId)
        return;
    if (head.method == SipMethod::Message || head.method == SipMethod::Notify)
        return outside(message, head);
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
        bye(message, head, *play);
    else if (head.method == SipMethod::Info)
        control(head, *play);
    else if (head.method == SipMethod::Invite)
        offerAgain(head, *play);
}

/// Who offers receives: a platform that plays, or a device that is spoken to. Of audio a=sendonly says otherwise.
void MediaWatch::invite(const Datagram &message, const SipHead &head)
{
    const std::optional<MediaSide> side = head.body.empty() ? std::nullopt : mediaSideOf(readSdp(head.body));
    if (!side)
        return;
    Play &play = add(message.at);
    play.callId = bytes(head.callId);
    m_calls.insert(play.callId, &play);
    describe(play, message, head, *side);
    play.chain.offered(*side, message.at);
    expect(play, *side, !play.offererSends);
}

void MediaWatch::describe(Play &play, const Datagram &message, const SipHead &head, const MediaSide &side)
{
    const bool byDevice = deviceOffers(side, head);
    play.device = userOf(byDevice ? head.from : head.to);
    play.offerer = message.from;
    play.answerer = message.to;
    play.offererTag = tagOf(head.from);
    play.inviteNumber = head.cseq;
    play.offererSends = side.audioOnly && side.direction == SdpDirection::SendOnly;
    if (byDevice != play.offererSends)
        play.chain.setPlatformSends();
    if (!play.offererSends)
        play.chain.setReceiver(message.from);
}

void MediaWatch::answer(const Datagram &message, const SipHead &head, Play &play)
{
    if (head.method == SipMethod::Info && head.status == 200 && head.cseq == play.controlNumber)
        return controlAccepted(message.at, play);
    if (head.method != SipMethod::Invite || head.status < 200)
        return;
    if (play.answered)
        return answeredAgain(message, head, play);
    if (head.status >= 300) { // the findings of the signalling tell that
        const auto place = std::find_if(
            m_plays.begin(), m_plays.end(), [&play](const auto &one) { return one.get() == &play; });
        return remove(place);
    }
    play.answered = true;
    play.answererTag = tagOf(head.to);
    play.finalAt = message.at;
    const std::optional<MediaSide> side = head.body.empty() ? std::nullopt : mediaSideOf(readSdp(head.body));
    play.chain.answered(head.status, side, message.at);
    if (!side)
        return;
    play.refused = side->end.port == 0;
    expect(play, *side, play.offererSends);
}

/// A re-INVITE of either side, RFC 3261 14.
void MediaWatch::offerAgain(const SipHead &head, Play &play)
{
    const bool byOfferer = tagOf(head.from) == play.offererTag;
    if (head.body.empty() || (byOfferer && head.cseq == play.inviteNumber))
        return; // the first one, once more
    play.reoffer = mediaSideOf(readSdp(head.body));
    play.reofferNumber = head.cseq;
    play.reofferByOfferer = byOfferer;
}

/// The 200 comes again where no ACK arrives; or it is that of a re-INVITE.
void MediaWatch::answeredAgain(const Datagram &message, const SipHead &head, Play &play)
{
    constexpr Duration copied = std::chrono::milliseconds(100); // at two places of the capture: RFC 3261 has T1, 500 ms
    if (!play.reoffer || head.cseq != play.reofferNumber) {
        if (head.cseq == play.inviteNumber && head.status < 300 && message.at - play.finalAt > copied)
            play.chain.answered(head.status, std::nullopt, message.at);
        play.finalAt = message.at;
        return;
    }
    const MediaSide side = *std::exchange(play.reoffer, std::nullopt);
    if (head.status >= 300)
        return;
    const bool holds = side.direction == SdpDirection::Inactive || side.end.address.isAny();
    using Control = MediaEvents::Control;
    if (holds || play.held)
        play.chain.controlled(holds ? Control::Hold : Control::Play, 1, message.at);
    play.held = holds;
    if (!holds)
        expect(play, side, play.reofferByOfferer != play.offererSends);
}

/// Whose it is the dialog tells, RFC 3261 12: a cluster or NAT may send it from another address.
void MediaWatch::bye(const Datagram &message, const SipHead &head, Play &play)
{
    using End = MediaEvents::End;
    bool byOfferer = message.from == play.offerer
        || (message.from.address == play.offerer.address && message.to != play.offerer);
    const QByteArray tag = tagOf(head.from);
    if (!tag.isEmpty() && (tag == play.offererTag) != (tag == play.answererTag))
        byOfferer = tag == play.offererTag;
    tell(play, byOfferer != play.offererSends ? End::ByeFromReceiver : End::ByeFromSender, message.at);
}

/// GB/T 28181-2022 annex B: what an INFO asks for.
void MediaWatch::control(const SipHead &head, Play &play)
{
    using Control = MediaEvents::Control;
    play.tearsDown = head.body.starts_with("TEARDOWN");
    if (head.body.starts_with("PAUSE")) {
        play.control = Control::Pause;
    } else if (!play.tearsDown && !head.body.starts_with("PLAY")) {
        return;
    } else if (const std::size_t scale = head.body.find("Scale:"); scale != std::string_view::npos) {
        play.control = Control::Scale;
        play.scale = std::strtod(std::string(head.body.substr(scale + 6, 16)).c_str(), nullptr);
    } else {
        play.control = Control::Play;
    }
    play.controlNumber = head.cseq;
}

/// TEARDOWN ends it as well as BYE.
void MediaWatch::controlAccepted(TimePoint at, Play &play)
{
    using Control = MediaEvents::Control;
    if (std::exchange(play.tearsDown, false))
        return tell(play, MediaEvents::End::ByeFromReceiver, at);
    if (play.control != Control::None)
        play.chain.controlled(std::exchange(play.control, Control::None), play.scale, at);
}

/// What concerns calls, and is in none or in one: the end of a file, a restart.
void MediaWatch::outside(const Datagram &message, const SipHead &head)
{
    if (head.kind == SipKind::Response)
        return restarts(head, message.at);
    if (head.body.find("MediaStatus") != std::string_view::npos)
        return fileEnded(message, head);
    if (head.body.find("<TeleBoot>") == std::string_view::npos)
        return;
    dropUnanswered(m_restarts, maxRestarts, message.at);
    m_restarts.push_back(
        {message.at, bytes(head.callId), printable(elementOf(head.body, "<DeviceID>"), 64), message.to});
}

/// TeleBoot was accepted: by the device whose channel it is, or for it.
void MediaWatch::restarts(const SipHead &head, TimePoint at)
{
    if (head.status / 100 != 2 || m_restarts.empty())
        return;
    const QByteArray callId = bytes(head.callId);
    const auto found = std::find_if(
        m_restarts.begin(), m_restarts.end(), [&callId](const Restart &one) { return one.callId == callId; });
    if (found == m_restarts.end())
        return;
    for (const auto &play : m_plays) {
        if (play->isOpenCall() && (play->isOf(found->device) || play->answerer == found->to))
            play->chain.rebooting(at);
    }
    m_restarts.erase(found);
}

/// MediaStatus 121: in the call, or of the channel; recorders send it under an ID of their own.
void MediaWatch::fileEnded(const Datagram &message, const SipHead &head)
{
    if (elementOf(head.body, "<NotifyType>") != "121")
        return;
    if (Play *const play = m_calls.value(bytes(head.callId)))
        return play->chain.fileEnded(message.at);
    const QString from = userOf(head.from), named = printable(elementOf(head.body, "<DeviceID>"), 64);
    for (const auto &play : m_plays) {
        if (play->isOpenCall() && (play->isOf(from) || play->isOf(named)))
            play->chain.fileEnded(message.at);
    }
}

} // namespace gb
