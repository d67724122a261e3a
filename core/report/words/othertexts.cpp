#include "core/report/words/findingtexts_p.h"

namespace gb::wording {
namespace {

constexpr FindingWords words[] = {
    {FindingCode::StreamOutOfStep, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its TCP stream is out of step (from %1): %2 bytes belong to no message"),
        QT_TRANSLATE_NOOP("finding",
            "They look like a part of a message: a Content-Length was wrong. Some count a line end as one byte and "
            "send two."),
        QT_TRANSLATE_NOOP("finding",
            "Set the transport protocol in the camera to UDP until the firmware is mended; send the exported session "
            "to the vendor.")},
    {FindingCode::NotSip, Culprit::Device, QT_TRANSLATE_NOOP("finding", "%1 sends what is no SIP (%2)"),
        QT_TRANSLATE_NOOP("finding",
            "Another program or a scanner sends to this port. GB/T 28181-2022 allows nothing but SIP there."),
        QT_TRANSLATE_NOOP("finding",
            "Set the other program to another port. A camera that sends media here has the SIP port as its media "
            "port.")},
    {FindingCode::BlankKeepalive, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "%1 keeps its NAT mapping open with empty lines"),
        QT_TRANSLATE_NOOP("finding", "Usual and harmless; GB/T 28181-2022 forbids it."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do. An acceptance test by the standard would object.")},
    {FindingCode::NeverBeaten, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Registered, but no heartbeat within %1 s"),
        QT_TRANSLATE_NOOP("finding", "Heartbeats are switched off in it, or go to another server."),
        QT_TRANSLATE_NOOP("finding",
            "Set heartbeat interval and timeout count on the camera's platform access page, and look at device ID and "
            "channel ID there.")},
    {FindingCode::BeatsSlower, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Beats every %1 s, expected every %2 s"),
        QT_TRANSLATE_NOOP("finding",
            "The heartbeat interval in the camera is longer than here: with a few lost ones it is called offline after "
            "%3 s though it is well."),
        QT_TRANSLATE_NOOP(
            "finding", "Set the heartbeat interval in the camera to %2 s, or set it here to what was measured.")},
    {FindingCode::BeatsFaster, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Beats every %1 s, expected every %2 s"),
        QT_TRANSLATE_NOOP("finding",
            "The heartbeat interval in the camera is shorter than here: a lost device is noticed later than it could "
            "be."),
        QT_TRANSLATE_NOOP(
            "finding", "Set the heartbeat interval in the camera to %2 s, or set it here to what was measured.")},
    {FindingCode::BeatRepeated, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "It had to repeat a heartbeat (sent %1 times in all)"),
        QT_TRANSLATE_NOOP("finding", "A heartbeat or its answer was lost on the way, or the answer came late."),
        QT_TRANSLATE_NOOP("finding",
            "Once in a while is nothing. Often: look at cable, switch port and wireless link, and whether the server "
            "is overloaded.")},
    {FindingCode::BeatUnanswered, Culprit::Server, QT_TRANSLATE_NOOP("finding", "A heartbeat was never answered"),
        QT_TRANSLATE_NOOP("finding",
            "The server was busy or gone, or no answer gets back. After some of them the device thinks that it lost "
            "the server."),
        QT_TRANSLATE_NOOP("finding", "Look whether the server runs, and at the way back: NAT, firewall.")},
    {FindingCode::UpperBeatUnanswered, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It does not answer the heartbeats of the platform above it (%1)"),
        QT_TRANSLATE_NOOP("finding",
            "The platform that it registers with sends heartbeats down; this one sends no 200 to them. The upper one "
            "may think it lost."),
        QT_TRANSLATE_NOOP("finding",
            "Update the lower platform, or switch off the heartbeats that the upper one sends down. If it does answer, "
            "look at the way back: NAT, firewall.")},
    {FindingCode::BeatRefused, Culprit::Device, QT_TRANSLATE_NOOP("finding", "Its heartbeats are refused: %1"),
        QT_TRANSLATE_NOOP("finding",
            "The server refuses the message itself, not the device: its answer says why, as far as it does."),
        QT_TRANSLATE_NOOP("finding",
            "Compare the heartbeat with one that the server takes, and send both to the vendor of the device.")},
    {FindingCode::RefusedAfterAccepted, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "Called offline although it beats: %1 only %2 s after an accepted heartbeat"),
        QT_TRANSLATE_NOOP("finding",
            "The server took a heartbeat of it just before, and knows it no more. It restarted and lost its "
            "registrations, somebody deleted or barred the device there, or it ends registrations by another measure "
            "than heartbeats, such as a faulty interval in its settings."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the log of the server at that time, and whether other devices are refused since then: that points "
            "at a restart. Restart the camera, so that it registers. If it happens again, look at interval and count "
            "of this device on the platform.")},
    {FindingCode::ReportedOffline, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "Reported offline although it beats: %1 s after an accepted heartbeat"),
        QT_TRANSLATE_NOOP("finding",
            "The platform that reports it ends it by another measure than heartbeats: Expires that are over, or an "
            "interval or a count that is set too small or not at all."),
        QT_TRANSLATE_NOOP("finding",
            "On the platform: set this device's heartbeat interval and timeout count as in the camera. In the camera: "
            "raise the registration validity.")},
    {FindingCode::FlapsLate, Culprit::Camera,
        QT_TRANSLATE_NOOP(
            "finding", "On and off %1 times in ten minutes: heartbeats just too late (%2 s, allowed %3 s)"),
        QT_TRANSLATE_NOOP(
            "finding", "The heartbeat interval in the camera times the count is about what is allowed here."),
        QT_TRANSLATE_NOOP("finding", "Set interval and count alike on both sides.")},
    {FindingCode::FlapsTwoDevices, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "On and off %1 times in ten minutes: two devices under one ID"),
        QT_TRANSLATE_NOOP("finding", "Each takes the registration from the other."),
        QT_TRANSLATE_NOOP("finding", "Give one of the two another device ID.")},
    {FindingCode::FlapsAddress, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "On and off %1 times in ten minutes: its address or port changes"),
        QT_TRANSLATE_NOOP("finding", "NAT forgets the mapping, or the connection breaks off."),
        QT_TRANSLATE_NOOP(
            "finding", "Shorten the heartbeat interval, or use TCP; look at the wireless or mobile link.")},
    {FindingCode::FlapsReboot, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "On and off %1 times in ten minutes: it restarts"),
        QT_TRANSLATE_NOOP("finding",
            "Its numbers restart with a new registration: the power supply is weak, or the firmware crashes."),
        QT_TRANSLATE_NOOP(
            "finding", "Look at the power supply (PoE budget, cable length, adapter), then update the firmware.")},
    {FindingCode::RestartsOften, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It restarted %1 times in %2 min, and comes back before it is called offline"),
        QT_TRANSLATE_NOOP("finding",
            "Its numbers (SN) begin again, with a new registration each time: the power supply is weak, or the "
            "firmware crashes. Each time its pictures stop, and subscriptions are lost."),
        QT_TRANSLATE_NOOP(
            "finding", "Look at the power supply (PoE budget, cable length, adapter), then update the firmware.")},
    {FindingCode::Flaps, Culprit::Network, QT_TRANSLATE_NOOP("finding", "On and off %1 times in ten minutes"),
        QT_TRANSLATE_NOOP("finding", "Heartbeats fail for longer stretches (longest %2 s): the link is gone at times."),
        QT_TRANSLATE_NOOP("finding", "Look at cable, switch port, wireless link and power.")},
    {FindingCode::SubDeviceFault, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "The device reports a fault: Status %1 (%2)"),
        QT_TRANSLATE_NOOP("finding", "Something behind it does not work: a channel, a disk or an alarm box."),
        QT_TRANSLATE_NOOP("finding", "Look at the state page of the device, and at the parts that it names.")},
    {FindingCode::BeatsUnderOtherId, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Its heartbeat names %1 as DeviceID"),
        QT_TRANSLATE_NOOP("finding", "Device ID and SIP user name differ in it."),
        QT_TRANSLATE_NOOP("finding", "Set the SIP user name and the device ID in the camera to the same 20 digits.")},
    {FindingCode::ClockOff, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Its clock is off by %1"),
        QT_TRANSLATE_NOOP(
            "finding", "It does not take the time from the platform (Date of the 200), or something else sets it."),
        QT_TRANSLATE_NOOP("finding", "Set time synchronisation in the camera to the platform or an NTP server.")},
    {FindingCode::TimeZoneOff, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Its clock is off by %1 h: a time zone"),
        QT_TRANSLATE_NOOP("finding",
            "The time zone in the camera is not UTC+8, or a platform sends its Date in UTC where local time belongs."),
        QT_TRANSLATE_NOOP("finding",
            "Set the time zone in the camera to UTC+8 (Beijing). If it comes back each hour, the platform's Date is "
            "UTC: switch its time synchronisation off.")},
    {FindingCode::CatalogUnanswered, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "No answer to the query for its catalog"),
        QT_TRANSLATE_NOOP("finding",
            "The query went to %1, and nothing shows that it arrived: the device may be gone or have another address "
            "by now, its NAT mapping may have been closed while it was sent, the device may not listen at that port or "
            "over that transport, or something between does not let the query through."),
        QT_TRANSLATE_NOOP("finding",
            "See whether its heartbeats go on. If they do, ask again right behind a heartbeat: an answer then points "
            "at NAT, and a shorter heartbeat interval keeps the mapping open.")},
    {FindingCode::CatalogNoResponse, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It took the query for its catalog, and sent nothing"),
        QT_TRANSLATE_NOOP("finding", "It has no channels to tell, does not support the query, or is busy."),
        QT_TRANSLATE_NOOP(
            "finding", "Give its channels IDs (video channel ID on the platform access page), and ask again.")},
    {FindingCode::CatalogEmpty, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Its catalog is empty"),
        QT_TRANSLATE_NOOP("finding", "Its channels have no IDs."),
        QT_TRANSLATE_NOOP("finding",
            "Set the video channel ID (20 digits, with 131 or 132 in digits 11 to 13) on the camera's platform access "
            "page.")},
    {FindingCode::CatalogShort, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "%1 channels came of %2 that it announced"),
        QT_TRANSLATE_NOOP("finding", "Parts of the answer were lost: large datagrams in fragments."),
        QT_TRANSLATE_NOOP("finding", "Set the camera's transport protocol to TCP, and ask again.")},
    {FindingCode::CatalogDuplicates, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "The channel ID %1 is there %2 times"),
        QT_TRANSLATE_NOOP(
            "finding", "Channels were copied, or left as they came from the factory: platforms show one of them."),
        QT_TRANSLATE_NOOP("finding", "Give each channel an ID of its own.")},
    {FindingCode::WrongCharset, Culprit::Device, QT_TRANSLATE_NOOP("finding", "A body says it is %1 but is %2"),
        QT_TRANSLATE_NOOP("finding", "Names become garbled where the declaration is believed."),
        QT_TRANSLATE_NOOP("finding",
            "Set the character set in the camera to GB2312 (GB18030 on devices of 2022); UTF-8 only if the platform "
            "wants it. Else update the firmware.")},
    {FindingCode::BrokenBody, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "The XML of a message breaks at character %1"),
        QT_TRANSLATE_NOOP("finding", "A bare & in a name, control characters, or a body that was cut."),
        QT_TRANSLATE_NOOP("finding", "Take special characters out of channel names; else report it to the vendor.")},
    {FindingCode::LargeDatagram, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Sends datagrams of %1 bytes, in fragments"),
        QT_TRANSLATE_NOOP(
            "finding", "Over 1472 bytes a datagram is fragmented on Ethernet; some firewalls drop the fragments."),
        QT_TRANSLATE_NOOP(
            "finding", "If parts are missing, set the transport protocol to TCP, or fewer channels a message.")},
    {FindingCode::CutMessage, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "A message is shorter than its Content-Length"),
        QT_TRANSLATE_NOOP("finding",
            "It was cut on its way or by a buffer in the device (1500, 2048 or 4000 bytes), or line ends were counted "
            "wrong."),
        QT_TRANSLATE_NOOP(
            "finding", "Set the transport protocol to TCP; if it stays so, send the exported session to the vendor.")},
    {FindingCode::CatalogSlow, Culprit::Device, QT_TRANSLATE_NOOP("finding", "Its catalog took %1 s"),
        QT_TRANSLATE_NOOP("finding", "Some platforms stop waiting before that (longest pause %2 s)."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do here.")},
    {FindingCode::AnswersToItself, Culprit::Device, QT_TRANSLATE_NOOP("finding", "Its answers name itself in To (%1)"),
        QT_TRANSLATE_NOOP("finding", "A habit of some firmwares; harmless, for answers are told apart by SN."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do.")},
    {FindingCode::InviteUnanswered, Culprit::Network, QT_TRANSLATE_NOOP("finding", "It does not answer an INVITE"),
        QT_TRANSLATE_NOOP("finding",
            "The INVITE went to %1, and nothing shows that it arrived: the device may be gone or have another address "
            "by now, its NAT mapping may have been closed while it was sent, the device may not listen at that port or "
            "over that transport, or something between does not let it through."),
        QT_TRANSLATE_NOOP("finding",
            "See whether its heartbeats go on. If they do, try again right behind a heartbeat: an answer then points "
            "at NAT, and a shorter heartbeat interval keeps the mapping open.")},
    {FindingCode::InviteRefused, Culprit::Device, QT_TRANSLATE_NOOP("finding", "It refuses the INVITE: %1 %2"),
        QT_TRANSLATE_NOOP("finding", "The status and what its body says are all that the device tells."),
        QT_TRANSLATE_NOOP("finding",
            "Try another channel of the device, the sub-stream, and another transport for media: what works tells what "
            "it does not like.")},
    {FindingCode::OkRepeated, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "It repeats its 200 to the INVITE (sent %1 times in all)"),
        QT_TRANSLATE_NOOP("finding",
            "No ACK is in this record. The platform sent none, or it took a way that was not captured: it goes where "
            "Contact and Record-Route of the 200 say, which need not be where the 200 came from."),
        QT_TRANSLATE_NOOP("finding",
            "Compare Contact of the 200 with the address that it came from. If they are the same, the platform sent "
            "none: look in its log whether it took the 200. If not, let it send the ACK to where the 200 came from.")},
    {FindingCode::SsrcDiffers, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its answer names another SSRC: offered %1, answered %2"),
        QT_TRANSLATE_NOOP("finding", "The firmware ignores y= of the offer."),
        QT_TRANSLATE_NOOP("finding", "Let the platform accept the device's SSRC, or switch off its check of SSRC.")},
    {FindingCode::NoSetup, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Media over TCP were offered, and its answer has no a=setup"),
        QT_TRANSLATE_NOOP("finding", "It may not support media over TCP, whatever it answers."),
        QT_TRANSLATE_NOOP("finding", "Try media over UDP, or the other direction (active, passive).")},
    {FindingCode::PasswordInSdp, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It sends its credentials in the session description (%1)"),
        QT_TRANSLATE_NOOP("finding", "A leak of some firmwares: whoever sees the messages sees them."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware. Exports of gbscope leave them out.")},
    {FindingCode::SdpTimeShifted, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "The times of its playback are off by %1 h"),
        QT_TRANSLATE_NOOP("finding", "It takes local time for seconds since 1970."),
        QT_TRANSLATE_NOOP(
            "finding", "Set the time zone in the camera to UTC+8 (Beijing); else report it to the vendor.")},
    {FindingCode::Malformed, Culprit::Device, QT_TRANSLATE_NOOP("finding", "Malformed message: %1"),
        QT_TRANSLATE_NOOP("finding", "The firmware does not keep to the grammar: %2"),
        QT_TRANSLATE_NOOP("finding",
            "Mostly harmless here; a stricter platform refuses it. Send the exported session to the vendor.")},
    {FindingCode::OtherBodyInRepeat, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "A retransmission carries another body than the first copy"),
        QT_TRANSLATE_NOOP("finding", "The firmware makes a new message and keeps the branch of the old one."),
        QT_TRANSLATE_NOOP(
            "finding", "Update the firmware; a platform may take the second one for a copy and drop it.")},
    {FindingCode::RepeatsOverTcp, Culprit::Device, QT_TRANSLATE_NOOP("finding", "Repeats %1 over TCP"),
        QT_TRANSLATE_NOOP("finding", "TCP makes up for losses itself; SIP must not repeat there."),
        QT_TRANSLATE_NOOP("finding", "A fault of the firmware; harmless, but it doubles the load.")},
    {FindingCode::TooManyDevices, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "More than %1 devices: some are left out (%2)"),
        QT_TRANSLATE_NOOP("finding",
            "The record has more IDs than gbscope keeps; perhaps somebody makes them up. Who never registered makes "
            "room first. An address in brackets holds most of these rows. Devices that authenticated stay."),
        QT_TRANSLATE_NOOP("finding", "Filter the capture to what you want to see, or start a new session.")},
    {FindingCode::LostServerUnnoticed, Culprit::Device,
        QT_TRANSLATE_NOOP("finding",
            "It does not notice that its server is gone: %1 heartbeats in a row unanswered, and no new REGISTER"),
        QT_TRANSLATE_NOOP("finding",
            "The last answer was %2 s ago. After as many unanswered heartbeats as its timeout count it should have "
            "considered the server down, and re-registered within %3 s. After a failure of the platform it stays "
            "offline until its registration expires."),
        QT_TRANSLATE_NOOP("finding",
            "Set the timeout count in the camera as here. If it stays so, update the firmware; until then a short "
            "registration validity (such as 600 s) brings it back sooner.")},
    {FindingCode::OddBody, Culprit::Device, QT_TRANSLATE_NOOP("finding", "Not as the standard wants it: %1"),
        QT_TRANSLATE_NOOP("finding",
            "The firmware writes its messages in its own way. What cannot be read for sure is not counted; a name in "
            "other letters is another name to XML."),
        QT_TRANSLATE_NOOP("finding",
            "Update the firmware, or send the exported session to the vendor. Another platform may take or refuse such "
            "messages otherwise than this one does.")},
    {FindingCode::RegistersOther, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Its REGISTER names another device in %2: %1"),
        QT_TRANSLATE_NOOP("finding",
            "From, To and Contact of a REGISTER name the device that registers. Here they do not agree: the ID was "
            "changed in one place alone, or a gateway registers for others."),
        QT_TRANSLATE_NOOP("finding",
            "Set the same device ID wherever the camera's platform access page asks for one, and restart the camera.")},
    {FindingCode::WrongContact, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Its Contact %1 is not an address at which it could be asked"),
        QT_TRANSLATE_NOOP("finding",
            "Contact tells where a platform sends its queries and calls. This one is the platform itself, or no host "
            "at all. gbscope asks where the REGISTER came from; others would call in vain."),
        QT_TRANSLATE_NOOP("finding",
            "Look at the local address and the local SIP port in the camera: often the server's were entered there.")},
    {FindingCode::AnswerUnasked, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It answers what nobody asked: %1, SN %2"),
        QT_TRANSLATE_NOOP("finding",
            "There is no query with this command and SN in the record. The device sends it by itself, has the SN "
            "wrong, "
            "or another platform asked."),
        QT_TRANSLATE_NOOP(
            "finding", "Look whether the device is registered at two platforms. A platform drops such an answer.")},
    {FindingCode::ManySilent, Culprit::Network, QT_TRANSLATE_NOOP("finding", "%2 devices fell silent within %3 s"),
        QT_TRANSLATE_NOOP("finding",
            "So many at once have one cause: a switch or an uplink, the power of a cabinet, or this computer's own "
            "network."),
        QT_TRANSLATE_NOOP("finding",
            "Look for what these devices have in common, and at the network between them and here, not at each of "
            "them.")},
    {FindingCode::BeatsForOthers, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "%1 registered names send their heartbeats under this ID"),
        QT_TRANSLATE_NOOP("finding", "As load generators do; a gateway might, too."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do in a load test. Else set the device ID in each device.")},
};

} // namespace

const std::span<const FindingWords> otherWords{words};

} // namespace gb::wording
