#include "core/report/words/findingtexts_p.h"

/// What the record proves: requests that are not answered, bodies that are gone, offers that are faulty.
namespace gb::wording {
namespace {

constexpr FindingWords words[] = {
    {FindingCode::BeatFormRefused, Culprit::Device, QT_TRANSLATE_NOOP("finding", "Its heartbeats are refused: %1"),
        QT_TRANSLATE_NOOP("finding",
            "The answer speaks of the message, not of the device: 400, something in it cannot be read; 413, it is too "
            "large; 415, its Content-Type or character set; 420, an extension. Registering again does not help."),
        QT_TRANSLATE_NOOP("finding",
            "Look at its findings about malformed messages and bodies, and compare such a heartbeat with one that the "
            "platform accepts from another device. Update the firmware.")},
    {FindingCode::BeatTroubleRefused, Culprit::Server, QT_TRANSLATE_NOOP("finding", "Its heartbeats are refused: %1"),
        QT_TRANSLATE_NOOP("finding",
            "5xx and 6xx speak of the platform's own trouble: a fault in it, too much load, a database that does not "
            "answer. The device is well."),
        QT_TRANSLATE_NOOP("finding", "Look at the platform's own log at these times.")},
    {FindingCode::CatalogIgnored, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It does not answer the query for its catalog, though it is there"),
        QT_TRANSLATE_NOOP("finding",
            "The query went to %1, which is where its own messages come from, and it was heard from there behind it: "
            "neither the address nor NAT is to blame. The device does not answer."),
        QT_TRANSLATE_NOOP("finding",
            "Restart the device and ask again. If it stays so, update the firmware; if a firewall stands between, let "
            "it pass MESSAGE to the device.")},
    {FindingCode::InviteIgnored, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It does not answer an INVITE, though it is there"),
        QT_TRANSLATE_NOOP("finding",
            "The INVITE went to %1, which is where its own messages come from, and it was heard from there behind it: "
            "neither the address nor NAT is to blame. The device does not answer, or the datagram is too large for "
            "the way."),
        QT_TRANSLATE_NOOP(
            "finding", "Restart the device and try again, over TCP if it can. If it stays so, update the firmware.")},
    {FindingCode::RequestIgnored, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It does not answer the platform's requests: %2 (%1 in a row)"),
        QT_TRANSLATE_NOOP("finding",
            "They went to %3, which is where its own messages come from, and it was heard from there behind them: "
            "neither the address nor NAT is to blame. A platform that asks to see whether it lives takes it for "
            "offline then and refuses its heartbeats, however regular they are."),
        QT_TRANSLATE_NOOP("finding",
            "Update the firmware: every SIP request wants an answer, if only 405 or 501. Until then switch this "
            "request off on the platform, so that it judges by heartbeats.")},
    {FindingCode::RequestUnanswered, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "The platform's requests are not answered: %2 (%1 in a row)"),
        QT_TRANSLATE_NOOP("finding",
            "They went to %3, and nothing shows that they arrived: the device may be gone, its NAT mapping may have "
            "been closed while they were sent, it may not listen at that port or over that transport, or something "
            "between does not let them through."),
        QT_TRANSLATE_NOOP("finding",
            "See whether its heartbeats go on. If they do, ask again right behind a heartbeat: an answer then points "
            "at NAT.")},
    {FindingCode::RequestAstray, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "Requests to it go to %1, but it comes from %2"),
        QT_TRANSLATE_NOOP("finding",
            "%3 was not answered. %1 is what the device names in Contact or in its settings, or where it was before; "
            "its messages come from %2. Behind NAT it cannot be reached at an address of its own network."),
        QT_TRANSLATE_NOOP("finding",
            "On the platform: send requests to where the last message of the device came from (rport, RFC 3581), not "
            "to Contact, and not to where it was before. Else set the outer address in the device, if it has a setting "
            "for that, or use TCP.")},
    {FindingCode::AnswersElsewhere, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "Its requests go to %1, and the answers come from %2"),
        QT_TRANSLATE_NOOP("finding",
            "It asks again although it was answered. A device takes an answer only from where it asked, and a NAT "
            "router "
            "lets no other one in. The server has several addresses and answers from the wrong one, or something "
            "between rewrites one direction alone."),
        QT_TRANSLATE_NOOP("finding",
            "On the server: bind SIP to the address that the devices use (two network cards, a cluster address, "
            "Docker). Or type the address that answers in the camera as its SIP server.")},
    {FindingCode::BeatsElsewhere, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "It registers with %1, and sends its heartbeats to %2"),
        QT_TRANSLATE_NOOP("finding",
            "Nobody answers them there, and the server that it registered with has to call it offline if it gets none. "
            "An old server address was left in one of its settings, or only a part of them was moved to another "
            "server."),
        QT_TRANSLATE_NOOP("finding",
            "Type the address of the SIP server on the camera's platform access page once more, save, and restart the "
            "camera. If it stays so, update the firmware.")},
    {FindingCode::ManyRefused, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "%1 refuses the heartbeats of %2 devices that it took just before"),
        QT_TRANSLATE_NOOP("finding",
            "So many at once have one cause: the server restarted and lost its registrations, or its list of devices "
            "was emptied. The devices are not to blame."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the log of the server at that time. The devices come back when they register again: at the end of "
            "their validity, or when they are restarted. A short validity (such as 600 s) brings them back sooner.")},
    {FindingCode::ManyUnanswered, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "%1 answered no heartbeats at all, of %2 devices"),
        QT_TRANSLATE_NOOP("finding",
            "So many at once have one cause: the server was gone or hung, or the way to it was cut. It is one event, "
            "and no device is to blame."),
        QT_TRANSLATE_NOOP("finding", "Look in the log of the server at that time, and at its own network.")},
    {FindingCode::ServerBreaksOff, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "%1 ends the TCP connection (%2) instead of an answer to: %3"),
        QT_TRANSLATE_NOOP("finding",
            "What was asked is in the record, and behind it the connection ends. The program there closes connections "
            "that it does not know, or that are idle for too long; it crashed or restarted; or a firewall or NAT "
            "between has forgotten the connection and ends it in the server's name."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the log of the server at that time. Let servers, firewalls and NAT keep idle TCP connections "
            "longer than the heartbeat interval. Or set the transport protocol in the camera to UDP.")},
    {FindingCode::DeviceBreaksOff, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It ends the TCP connection (%2) instead of an answer to: %3"),
        QT_TRANSLATE_NOOP("finding",
            "What the platform asked is in the record, and behind it the connection ends from the device's side: it "
            "does not understand the request, it crashed or restarted, or a firewall or NAT between has forgotten the "
            "connection and ends it in the device's name."),
        QT_TRANSLATE_NOOP("finding",
            "See whether it comes each time with this request, and with others not: then it is the firmware. If it "
            "comes after long pauses: look at firewalls and NAT between.")},
    {FindingCode::BodiesLost, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "Its MESSAGEs arrive without their bodies (%1)"),
        QT_TRANSLATE_NOOP("finding",
            "Something on the way removes them or rewrites Content-Length: a SIP ALG of a router, a firewall, a "
            "border controller. Heartbeats and answers are in these bodies."),
        QT_TRANSLATE_NOOP("finding",
            "Switch off SIP ALG (SIP helper, SIP inspection) in routers and firewalls between, or use another port "
            "than 5060, or TCP. Capture at the device: if the body is missing there already, it is the firmware.")},
    {FindingCode::CatalogLong, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "%1 items came in its catalog, and SumNum says %2"),
        QT_TRANSLATE_NOOP("finding",
            "SumNum is the number of all items of the answer. A platform that stops at SumNum loses the others, one "
            "that waits for as many may show none."),
        QT_TRANSLATE_NOOP("finding",
            "Update the firmware. In the list of its channels, take out what is no channel; let the platform go by "
            "the items that came.")},
    {FindingCode::CatalogOfItself, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its catalog lists the device itself, beside its channels"),
        QT_TRANSLATE_NOOP("finding",
            "The standard allows it. Some platforms show it as one more channel that cannot be played, and count one "
            "too many."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do, unless the platform shows a channel too many.")},
    {FindingCode::CatalogNotAsked, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "Nobody asked for its catalog within %1 s since it registered"),
        QT_TRANSLATE_NOOP("finding",
            "There is no query for its catalog in this record, so it has sent none: the platform knows no channels of "
            "it, unless it has them from before."),
        QT_TRANSLATE_NOOP("finding",
            "If the platform shows no channels: let it synchronise the channels of this device, and see whether a "
            "query goes out.")},
    {FindingCode::JunkInStream, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Over TCP it sends bytes between its messages that are no SIP (%2)"),
        QT_TRANSLATE_NOOP("finding",
            "%3 bytes in all, from %1: a keepalive of the maker's own, or something of another protocol. They were "
            "passed over; its messages were read."),
        QT_TRANSLATE_NOOP("finding",
            "Nothing to do here. A stricter platform closes the connection: then switch that keepalive off in the "
            "device, or set its transport protocol to UDP.")},
    {FindingCode::StreamClosed, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "gbscope closed a TCP connection from %1: it could not be read on"),
        QT_TRANSLATE_NOOP("finding",
            "What came has no usable Content-Length, or is no SIP for too long, or the rest of a message did not come "
            "in time. The other end did not close it; it may connect again."),
        QT_TRANSLATE_NOOP("finding", "Look at the last message from there ahead of that time.")},
    {FindingCode::OkWithoutContact, Culprit::Server,
        QT_TRANSLATE_NOOP(
            "finding", "It registers again at once (%1 times), and this 200 to the REGISTER has no Contact"),
        QT_TRANSLATE_NOOP("finding",
            "A 200 to a REGISTER has to list the bindings in Contact, with their expires. A device that looks there "
            "does not find its own and takes itself for not registered."),
        QT_TRANSLATE_NOOP(
            "finding", "On the platform: update it, so that the 200 names the Contact of the REGISTER with expires.")},
    {FindingCode::CallWithoutContact, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its 200 to the INVITE has no Contact (sent %1 times in all)"),
        QT_TRANSLATE_NOOP("finding",
            "The ACK goes to the Contact of the 200. Without one the platform does not know where to, sends none, and "
            "the device repeats its 200 until it gives up."),
        QT_TRANSLATE_NOOP(
            "finding", "Update the firmware; until then let the platform send the ACK to where the 200 came from.")},
    {FindingCode::OfferAddress, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "The INVITE wants the media sent to %1, where the device reaches nobody"),
        QT_TRANSLATE_NOOP("finding",
            "c= of the offer is where the device sends the media. This address is that of no host, or means the "
            "device itself."),
        QT_TRANSLATE_NOOP("finding",
            "On the platform: set the address of its media server (SDP IP) to one that the device can reach.")},
    {FindingCode::AnswerAddress, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its answer to the INVITE names %1 for the media, where nobody can be reached"),
        QT_TRANSLATE_NOOP("finding",
            "c= of the answer is the address of no host, or means whoever reads it. It matters where the platform "
            "opens the connection, or checks where media come from."),
        QT_TRANSLATE_NOOP(
            "finding", "Look at the network settings of the device (a second card, no gateway); update the firmware.")},
    {FindingCode::OfferFault, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "It refuses the INVITE with %1, and the INVITE is faulty: %2"),
        QT_TRANSLATE_NOOP("finding",
            "400, 415 and 488 speak of the offer, and this one is not as GB/T 28181 wants it (%3). Devices differ in "
            "what they put up with."),
        QT_TRANSLATE_NOOP("finding",
            "Mend the INVITE of the platform; the order of annex G is v o s u c t, m with its a lines, y, f, each "
            "line with CR LF at its end.")},
};

} // namespace

const std::span<const FindingWords> evidenceWords{words};

} // namespace gb::wording
