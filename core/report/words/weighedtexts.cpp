#include "core/report/words/findingtexts_p.h"

#include <algorithm>

/// Findings whose words follow the facts of the case.
namespace gb::wording {
namespace {

constexpr FindingWords words[] = {
    {FindingCode::OtherInputInDigest, Culprit::Device, QT_TRANSLATE_NOOP("finding", "The device computed with %2"),
        QT_TRANSLATE_NOOP("finding",
            "Its digest fits %1 exactly with that inside, while its header says something else. The server computes "
            "with what the header says, and refuses it."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware; send the exported session to the vendor.")},
    {FindingCode::UnregisteredItself, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It unregistered itself, %1 times (away for %2 s the last time, %3 s in all)"),
        QT_TRANSLATE_NOOP("finding",
            "It sent a REGISTER with Expires 0, which the server accepted, and registered again later. The record does "
            "not say why."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the device at that time: a restart by schedule, a switch of platform access, a program that ends "
            "the registration. Its vendor knows what sends Expires 0.")},
    {FindingCode::LoggedInAnew, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "It unregistered and registered again %2 s later (times: %1)"),
        QT_TRANSLATE_NOOP("finding", "A restart, or a new login after its setting was saved: it leaves in good order."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do, unless it happens often.")},
    {FindingCode::LooseHeader, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "A header is not as RFC 3261 wants it: %1"),
        QT_TRANSLATE_NOOP("finding", "It is taken here. Stricter platforms refuse this with 400, or do not answer."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware; send the exported session to the vendor.")},
    {FindingCode::SignedMessages, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "Its messages carry a Note header with a digest (%1)"),
        QT_TRANSLATE_NOOP("finding",
            "This is the protection of signalling by GB 35114. It does not change the digest of REGISTER, and it does "
            "not tell the edition of GB/T 28181: that is in X-GB-Ver."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do. gbscope does not verify it.")},
};

constexpr CaseWords cases[] = {
    {FindingCode::CutMessage, [](const Finding &one) { return one.c == u"whole"; }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "The Content-Length of its messages is larger than their bodies"),
        QT_TRANSLATE_NOOP("finding",
            "The XML is there to its last tag, and yet bytes are announced that never came. Over TCP the server has to "
            "wait for them, so it cannot read the message."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware; until then set the transport protocol to UDP.")},
    {FindingCode::SharedId, [](const Finding &one) { return !one.c.isEmpty(); }, Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "Both send under it from one address, back and forth, as two devices behind one NAT router do, and each "
            "counts its heartbeats (SN) for itself: a factory ID that was left in place, or a copied configuration."),
        nullptr},
    {FindingCode::RequestIgnored, [](const Finding &one) { return one.b == u"BYE"; }, Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "It went to %3, which is where its own messages come from, and it was heard from there behind it: neither "
            "the address nor NAT is to blame. For the platform the call is over; the device may go on sending media "
            "for it, and count it among its viewers."),
        QT_TRANSLATE_NOOP(
            "finding", "See whether its media go on. If they do, restart the device, and update the firmware.")},
    {FindingCode::FragmentsMissing, [](const Finding &one) { return one.c == u"others"; }, Culprit::Network, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "A large datagram is sent in fragments. Those of other datagrams are in this capture, so no filter drops "
            "them: a fragment was lost on the way, or the capture missed it. Where such a message was answered all of "
            "it had arrived; where it was sent again it had not."),
        QT_TRANSLATE_NOOP("finding",
            "If such messages are sent again, set the transport protocol of the device to TCP, or fewer channels a "
            "message. Else capture with a larger buffer (tcpdump -B 8192 -s 0).")},
    {FindingCode::WrongPassword, [](const Finding &one) { return one.a == u"0"; }, Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP(
            "finding", "The digest was not made with the password of this server, in any of the tried ways (%2)."),
        nullptr},
    {FindingCode::WrongPassword, [](const Finding &one) { return !one.c.isEmpty(); }, Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "It was last accepted at %3; since then its digest has been refused. A password was changed at one end and "
            "not at the other, or the server has locked the device or taken it from its list. Whether it is the "
            "password is not known: nothing was compared with it yet."),
        QT_TRANSLATE_NOOP("finding",
            "Ask who has changed a password or the server's list of devices since then. Retype the password on the "
            "camera's platform access page. Enter the passwords used on this site under Known passwords, and gbscope "
            "says which one the camera has.")},
    {FindingCode::OtherInputInDigest,
        [](const Finding &one) { return one.b.startsWith(u"realm=") && !one.b.contains(u';') && !one.c.isEmpty(); },
        Culprit::Camera, QT_TRANSLATE_NOOP("finding", "The device computed with %2, the challenge says \"%3\""),
        QT_TRANSLATE_NOOP(
            "finding", "Its digest fits %1 exactly with that realm inside, though its header repeats the challenge's."),
        QT_TRANSLATE_NOOP("finding", "Set the SIP domain (SIP server domain) in the camera to %3")},
    {FindingCode::OtherInputInDigest, [](const Finding &one) { return one.b == u"half=16"; }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its response is cut to 16 digits"),
        QT_TRANSLATE_NOOP("finding", "Its digest fits %1, but only 16 of its digits are sent."), nullptr},
    {FindingCode::ChallengeNotReceived, [](const Finding &one) { return one.b == u"both"; }, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "The 401 was lost on the way: REGISTER came %1 more times behind it"),
        QT_TRANSLATE_NOOP("finding",
            "Captures of both ends prove it: the server sent the 401, and it did not arrive where the device's own "
            "REGISTERs were captured."),
        QT_TRANSLATE_NOOP("finding",
            "Look between the two places of capture: a router's NAT or SIP ALG, a firewall that lets no answer in. Or "
            "set the transport protocol to TCP.")},
    {FindingCode::AnswerLost, [](const Finding &one) { return one.b == u"both"; }, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "The 200 was lost on the way: REGISTER came %1 more times behind it"),
        QT_TRANSLATE_NOOP("finding",
            "Captures of both ends prove it: the server sent the 200, and it did not arrive where the device's own "
            "REGISTERs were captured."),
        nullptr},
    {FindingCode::ChallengeIgnored, [](const Finding &one) { return !one.b.isEmpty(); }, Culprit::Server, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The challenge wants %2, and most devices know only MD5: GB/T 28181-2016 has nothing else. Or no password "
            "is set in the camera."),
        QT_TRANSLATE_NOOP("finding",
            "Let the server challenge with MD5. If the device announces GB/T 28181-2022, look whether its firmware "
            "knows %2, and type the password once more on its platform access page.")},
    {FindingCode::BeatsWhileLapsed, [](const Finding &one) { return one.b == u"unseen"; }, Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "There has been no refresh in this record since then, and no answer that shows whether the server still "
            "knows it: it did not refresh, or the refresh was not captured."),
        QT_TRANSLATE_NOOP("finding",
            "Look on the server whether it is registered, and since when. If it is not: raise the registration "
            "validity in the camera (86400 s), restart it, and see whether it refreshes in time.")},
    {FindingCode::BeatsWhileLapsed, [](const Finding &one) { return !one.b.isEmpty(); }, Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "There has been no refresh in this record since then, and yet the server takes its heartbeats: it did not "
            "refresh and the server does not object, or the refresh was not captured."),
        QT_TRANSLATE_NOOP("finding",
            "Look on the server whether it is registered, and since when. If it is not: raise the registration "
            "validity in the camera (86400 s), restart it, and see whether it refreshes in time.")},
    {FindingCode::OkRepeated, [](const Finding &one) { return !one.b.isEmpty(); }, Culprit::Network, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "An ACK was sent, and the device goes on as if it had none: it was lost on the way, went to another "
            "address, or does not belong to this call (tag, Call-ID or CSeq)."),
        QT_TRANSLATE_NOOP("finding",
            "Compare the ACK with the 200: To tag, Call-ID and CSeq have to be its own, and it has to go where Contact "
            "says. Behind NAT send it to where the 200 came from.")},
    {FindingCode::BeatRepeated, [](const Finding &one) { return one.b == u"answered"; }, Culprit::Network, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The answer stands in the record ahead of the repeat, so it was lost between the place of the capture and "
            "the device."),
        QT_TRANSLATE_NOOP("finding",
            "Once in a while is nothing. Often: look at what lies between: cable, switch port, wireless link, NAT or a "
            "firewall that lets no answer in.")},
    {FindingCode::BeatRepeated, [](const Finding &one) { return !one.b.isEmpty(); }, Culprit::Server,
        QT_TRANSLATE_NOOP(
            "finding", "It had to repeat a heartbeat (sent %1 times in all): the answer came only after %2 s"),
        QT_TRANSLATE_NOOP("finding", "The server answers late: too much load, or something that it waits for itself."),
        QT_TRANSLATE_NOOP("finding", "Look at the load and in the log of the server at that time.")},
    {FindingCode::MediaLossOnTheWay, [](const Finding &one) { return one.b.endsWith(u"|tcp"); }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "The sender left media packets out: %1 of %2 (%3 %)"),
        QT_TRANSLATE_NOOP("finding",
            "Over TCP nothing is lost on the way. The way is slower than the bit rate and the sender's buffer was "
            "full, it skips pictures, or it passes on a stream that had lost them before, such as one of a camera "
            "behind a recorder."),
        QT_TRANSLATE_NOOP(
            "finding", "Lower the bit rate of the stream, and look at the bandwidth between camera and receiver.")},
    {FindingCode::MediaNothingArrives, [](const Finding &one) { return one.b.endsWith(u"|refused"); }, Culprit::Device,
        QT_TRANSLATE_NOOP(
            "finding", "The device takes the call and refuses its media: port 0 in the m= line of its 200"),
        QT_TRANSLATE_NOOP("finding",
            "By RFC 3264 port 0 refuses a stream, so nothing is sent. It does not take something in the offer (UDP or "
            "TCP, payload types), or has no free stream of this channel."),
        QT_TRANSLATE_NOOP("finding",
            "Compare the INVITE with one that this device takes: transport, payload types, channel. Look in the device "
            "how many plays it allows at once.")},
    {FindingCode::MediaNothingArrives, [](const Finding &one) { return one.b.endsWith(u"|no recording"); },
        Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "The device has no recording to send: it told the end of the file at once"),
        QT_TRANSLATE_NOOP("finding",
            "MediaStatus 121 came right behind its answer, and not one packet of media. It has no recording of the "
            "time that was asked for, or cannot read it."),
        QT_TRANSLATE_NOOP("finding",
            "Ask it for the recordings of that time (RecordInfo). Look at its recording schedule, its clock and its "
            "disk.")},
    {FindingCode::MediaEndedBySender, [](const Finding &one) { return one.b.endsWith(u"|no ACK"); }, Culprit::Server,
        nullptr,
        QT_TRANSLATE_NOOP("finding",
            "It repeated its 200 until then: no ACK reached it, and by RFC 3261 13.3.1.4 it ends such a call with "
            "BYE."),
        QT_TRANSLATE_NOOP("finding", "Look at the ACK: whether it is sent, and where to.")},
    {FindingCode::MediaEndedBySender, [](const Finding &one) { return one.b.endsWith(u"|port closed"); },
        Culprit::Server, nullptr,
        QT_TRANSLATE_NOOP("finding", "Its packets were sent back until then: nobody listened at the receiver's port."),
        QT_TRANSLATE_NOOP(
            "finding", "Look whether the media server runs, and whether it opens the port that the INVITE names.")},
    {FindingCode::MediaEndedBySender, [](const Finding &one) { return one.b.endsWith(u"|closed"); }, Culprit::Server,
        nullptr, QT_TRANSLATE_NOOP("finding", "The receiver had closed the TCP connection of the media just before."),
        QT_TRANSLATE_NOOP("finding", "Look at the log of the media server at that time.")},
    {FindingCode::NeverBeaten, [](const Finding &one) { return !one.b.isEmpty(); }, Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "Heartbeats are off or go to another server, or the ID does not suit the firmware (%2 in digits 11 to "
            "13)."),
        nullptr},
    {FindingCode::Malformed, [](const Finding &one) { return !one.c.isEmpty(); }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Malformed message, refused with %3: %1"), nullptr,
        QT_TRANSLATE_NOOP(
            "finding", "This keeps the device out: update its firmware, and send the exported session to the vendor.")},
    {FindingCode::LooseHeader, [](const Finding &one) { return !one.c.isEmpty(); }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "A header is not as RFC 3261 wants it, and the server refuses it: %1"),
        QT_TRANSLATE_NOOP("finding", "The answer was %3."), nullptr},
    {FindingCode::UnregisteredItself, [](const Finding &one) { return one.b.isEmpty() && one.a == u"1"; },
        Culprit::Device, QT_TRANSLATE_NOOP("finding", "It unregistered itself, and is away"),
        QT_TRANSLATE_NOOP(
            "finding", "It sent a REGISTER with Expires 0, which the server accepted: it left in good order."),
        nullptr},
    {FindingCode::UnregisteredItself, [](const Finding &one) { return one.b.isEmpty(); }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It unregistered itself, %1 times, and is away"), nullptr, nullptr},
    {FindingCode::UnregisteredItself, [](const Finding &one) { return one.a == u"1"; }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It unregistered itself once (away for %2 s)"), nullptr, nullptr},
};

} // namespace

const std::span<const FindingWords> weighedWords{words};

const CaseWords *caseOf(const Finding &finding)
{
    for (const std::span<const CaseWords> list : {std::span<const CaseWords>(cases), refusalCases}) {
        const auto found = std::find_if(list.begin(), list.end(),
            [&](const CaseWords &one) { return one.code == finding.code && one.applies(finding); });
        if (found != list.end())
            return &*found;
    }
    return nullptr;
}

} // namespace gb::wording
