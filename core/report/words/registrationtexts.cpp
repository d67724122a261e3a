#include "core/report/words/findingtexts_p.h"

namespace gb::wording {
namespace {

constexpr FindingWords words[] = {
    {FindingCode::ExpectedSilent, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Expected, but nothing came from it for %1 s"),
        QT_TRANSLATE_NOOP("finding",
            "The camera sends to another address or port, GB28181 is switched off in it, or a firewall or another VLAN "
            "is between."),
        QT_TRANSLATE_NOOP("finding",
            "Open the camera's platform access page and compare it with the camera card: SIP server address and port "
            "first. Then ping the camera from here, and let UDP and TCP of this port through this computer's "
            "firewall.")},
    {FindingCode::PortTaken, Culprit::Server, QT_TRANSLATE_NOOP("finding", "Cannot listen on %1: the port is taken"),
        QT_TRANSLATE_NOOP("finding", "Another program has the port (%2)."),
        QT_TRANSLATE_NOOP("finding",
            "Stop that program, or listen on another port (5061, 15060) and set the same SIP server port in the "
            "cameras.")},
    {FindingCode::AddressNotHere, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "Cannot listen on %1: not an address of this computer"),
        QT_TRANSLATE_NOOP("finding", "The network card is unplugged, or its address changed."),
        QT_TRANSLATE_NOOP("finding",
            "Choose one of the addresses in the list, and set that one as SIP server address in the cameras.")},
    {FindingCode::RegisterUnanswered, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "The server never answered its REGISTER (sent %1 times in 32 s)"),
        QT_TRANSLATE_NOOP("finding",
            "The server (%3) drops it: nothing listens there, a firewall is between, or it refuses a Request-URI whose "
            "host "
            "is not its own address. Or the answers did not pass where this was captured."),
        QT_TRANSLATE_NOOP("finding",
            "Look whether the server listens on that address and port. Set the SIP domain in the camera to what the "
            "platform wants. Capture at the server, too.")},
    {FindingCode::ChallengeNotReceived, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "The 401 does not reach it: REGISTER came %1 more times behind it"),
        QT_TRANSLATE_NOOP("finding",
            "The way back is broken: NAT or a firewall lets the camera's packets out and no answer in, or the camera's "
            "port changes with each packet."),
        QT_TRANSLATE_NOOP("finding",
            "Camera and server into one subnet for a test. Then: allow UDP both ways, look at the router's NAT and SIP "
            "ALG, or set the camera's transport protocol to TCP.")},
    {FindingCode::ChallengeIgnored, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "It ignores the 401: registers again without a password (%1 times)"),
        QT_TRANSLATE_NOOP(
            "finding", "No password is set in the camera, or its firmware does not like the form of the challenge."),
        QT_TRANSLATE_NOOP("finding",
            "In the camera: type the password once more on the platform access page, and the SIP authentication ID "
            "(the device ID), then save. If that does not help, let gbscope try other forms of the challenge.")},
    {FindingCode::ChallengeForm, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "The form of the challenge may not suit it"),
        QT_TRANSLATE_NOOP("finding",
            "Some firmwares answer only one form of the challenge: with or without algorithm=MD5, with or without qop. "
            "This one has: %1"),
        QT_TRANSLATE_NOOP(
            "finding", "Let gbscope try the forms one after another (challenge variants); it says which one works.")},
    {FindingCode::ViaRewritten, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "A router rewrites its messages: Via says %1, Contact says %2, it comes from %3"),
        QT_TRANSLATE_NOOP(
            "finding", "The SIP ALG of a router on the way changed the address in Via and not the one in Contact."),
        QT_TRANSLATE_NOOP("finding",
            "Switch off SIP ALG in the router, or use another port than 5060 on the server and in the camera.")},
    {FindingCode::OverlayPort, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "It sends from port %1, whose answers a cloud network swallows"),
        QT_TRANSLATE_NOOP("finding",
            "6081, 4789, 6784 and 8472 are tunnel ports (Geneve, VXLAN, Weave): what is sent to them is taken for a "
            "tunnel's."),
        QT_TRANSLATE_NOOP("finding",
            "Set another local SIP port in the camera (5060), or renew the router's NAT mapping by restarting it.")},
    {FindingCode::WrongPassword, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Wrong password"),
        QT_TRANSLATE_NOOP("finding",
            "The server refuses it, with its digest. Whether that is for the password is not known: nothing was "
            "compared with it yet."),
        QT_TRANSLATE_NOOP("finding",
            "Retype the password on the camera's platform access page: no trailing space, case-sensitive. Enter the "
            "passwords used on this site under Known passwords, and gbscope says which one the camera has.")},
    {FindingCode::PasswordFound, Culprit::Camera, "",
        QT_TRANSLATE_NOOP("finding", "The digest fits that password exactly."),
        QT_TRANSLATE_NOOP("finding",
            "Type the server's password on the camera's platform access page, or set the server to the camera's.")},
    {FindingCode::NoPasswordFits, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "None of the %1 known passwords fits its digest, in any of the tried ways"),
        QT_TRANSLATE_NOOP(
            "finding", "Another password, or a mistake in the digest that is not among those that were tried: %2."),
        QT_TRANSLATE_NOOP("finding", "Retype the password on the camera's platform access page, and save it there.")},
    {FindingCode::WrongUserName, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "The user name \"%1\" is not the device ID %2"),
        QT_TRANSLATE_NOOP("finding", "The SIP authentication ID differs from the device ID."),
        QT_TRANSLATE_NOOP("finding", "Set the SIP authentication ID in the camera to its device ID: %2")},
    {FindingCode::OtherUserInDigest, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Its digest is made with the user name \"%2\""),
        QT_TRANSLATE_NOOP(
            "finding", "The device uses %1, but another user name went into the digest than the header says."),
        QT_TRANSLATE_NOOP(
            "finding", "Set SIP user name and SIP authentication ID in the camera both to its device ID.")},
    {FindingCode::WrongRealm, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Wrong realm: it used \"%1\", the challenge says \"%2\""),
        QT_TRANSLATE_NOOP("finding", "The camera takes its own SIP domain instead of the challenge's realm."),
        QT_TRANSLATE_NOOP("finding", "Set the SIP domain (SIP server domain) in the camera to %2")},
    {FindingCode::WrongDigestUri, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "The digest was made for \"%1\", which is not this server"),
        QT_TRANSLATE_NOOP("finding", "SIP server ID or domain in the camera are those of another platform."),
        QT_TRANSLATE_NOOP("finding", "Set SIP server ID and SIP domain in the camera as the camera card says.")},
    {FindingCode::NonceReused, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It answers an old challenge again and again"),
        QT_TRANSLATE_NOOP("finding",
            "The nonce in its answer is not the one of the last challenge: the firmware keeps an old one. Whether its "
            "password is right does not show by that."),
        QT_TRANSLATE_NOOP("finding",
            "Restart the camera. If it stays so it is a fault of the firmware: update it, and send the exported "
            "session to the vendor.")},
    {FindingCode::OtherFormula, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "A known password fits, but by another formula"),
        QT_TRANSLATE_NOOP("finding",
            "The device uses %1, but its digest is made by another formula than the header says: RFC 2069 and RFC 2617 "
            "are mixed (qop)."),
        QT_TRANSLATE_NOOP(
            "finding", "Let gbscope try other forms of the challenge; send the exported session to the vendor.")},
    {FindingCode::UnreadableCredentials, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its Authorization header cannot be read (%1)"),
        QT_TRANSLATE_NOOP("finding", "Another scheme than Digest, or a header that breaks the grammar."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware; send the exported session to the vendor.")},
    {FindingCode::WrongServerId, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Wrong SIP server ID: it registers to %1, this server is %2"),
        QT_TRANSLATE_NOOP("finding",
            "The SIP server ID in the camera is another one. gbscope lets it in where it is the server; most platforms "
            "do not."),
        QT_TRANSLATE_NOOP("finding", "Set the SIP server ID in the camera to %2")},
    {FindingCode::RegistersToItself, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "It registers to itself: the SIP server ID in it is its own device ID %1"),
        QT_TRANSLATE_NOOP("finding", "The device ID was typed into the field of the SIP server ID."),
        QT_TRANSLATE_NOOP("finding",
            "Set the SIP server ID in the camera to the platform's ID (with 200 in digits 11 to 13), as the camera "
            "card says.")},
    {FindingCode::WrongDomain, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Wrong SIP domain: %1, this one is %2"),
        QT_TRANSLATE_NOOP("finding",
            "The SIP domain in the camera is another one. gbscope lets it in where it is the server; platforms that "
            "check it do not."),
        QT_TRANSLATE_NOOP("finding", "Set the SIP domain (SIP server domain) in the camera to %2")},
    {FindingCode::OtherDomainForm, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "From names %1 instead of the domain %2"),
        QT_TRANSLATE_NOOP("finding", "Usual with some vendors, and harmless here."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do, unless a platform refuses it: then set the SIP domain to %2")},
    {FindingCode::IdFromSpreadsheet, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "The device ID %1 comes from a spreadsheet that took it for a number"),
        QT_TRANSLATE_NOOP("finding", "Excel keeps 15 digits; what was behind them is lost."),
        QT_TRANSLATE_NOOP("finding",
            "Format the column as text, take the ID from the plan again and type all 20 digits into the camera.")},
    {FindingCode::IdLength, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "The device ID %1 has %2 digits instead of 20"),
        QT_TRANSLATE_NOOP("finding", "A digit was left out or typed twice."),
        QT_TRANSLATE_NOOP("finding",
            "8 digits centre, 2 industry, 3 type (132 camera, 118 NVR), 1 network, 6 serial: type all 20 as the camera "
            "card proposes.")},
    {FindingCode::IdNotDigits, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "The device ID \"%1\" is not made of digits"),
        QT_TRANSLATE_NOOP("finding", "It contains a space, a letter or a full-width digit."),
        QT_TRANSLATE_NOOP("finding", "Clear the field in the camera and retype the 20 digits, in half-width.")},
    {FindingCode::PlatformType, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "It has the ID of a platform (200 in digits 11 to 13), but is %1"),
        QT_TRANSLATE_NOOP("finding",
            "200 is for platforms: some send no heartbeats or no catalog under it, some platforms do not show it."),
        QT_TRANSLATE_NOOP("finding", "Give it an ID with 132 (camera), 118 (NVR) or 111 (DVR) in digits 11 to 13.")},
    {FindingCode::ServerIdAsDevice, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "The server's ID %1 is set as its device ID"),
        QT_TRANSLATE_NOOP(
            "finding", "The SIP server ID was typed into the field of the device ID (SIP user name) as well."),
        QT_TRANSLATE_NOOP("finding",
            "Give the device an ID of its own, with 132 or 118 in digits 11 to 13; only the SIP server ID stays as it "
            "is.")},
    {FindingCode::UnknownType, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Digits 11 to 13 of its ID (%1) are no type of device"),
        QT_TRANSLATE_NOOP("finding", "By annex E 111 to 199 are devices, 200 to 299 platforms, 300 to 499 users."),
        QT_TRANSLATE_NOOP(
            "finding", "Harmless here; some platforms do not show it. Better: 132 for a camera, 118 for an NVR.")},
    {FindingCode::SharedId, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Two devices have this ID: %1 and %2"),
        QT_TRANSLATE_NOOP("finding",
            "Both send under it, back and forth: a factory ID that was left in place, or a copied configuration."),
        QT_TRANSLATE_NOOP(
            "finding", "Give one of the two another device ID; the camera card proposes the next free one.")},
    {FindingCode::IdChanged, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "It goes on under another ID: %1"),
        QT_TRANSLATE_NOOP("finding",
            "When it had been heard last, %1 registered for the first time, from the same address and port (%2) and "
            "with the same User-Agent. Its device ID was changed, or another device of this model has its address "
            "now."),
        QT_TRANSLATE_NOOP("finding",
            "If that was meant, delete the old ID on the platform and assign its channels again. Else set the old ID "
            "again on the platform access page of the device.")},
    {FindingCode::ForeignHeartbeat, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "A heartbeat came from %1, but it is registered from %2: not counted"),
        QT_TRANSLATE_NOOP(
            "finding", "A second device with this ID, or the device got another address without re-registering."),
        QT_TRANSLATE_NOOP("finding",
            "Look for a second device with this ID at that address. If it is the same one, restart it, and give it a "
            "fixed address.")},
    {FindingCode::ExpiresMissing, Culprit::Device, QT_TRANSLATE_NOOP("finding", "Its REGISTER says no Expires"),
        QT_TRANSLATE_NOOP(
            "finding", "The firmware leaves it out; 3600 s count then. Some platforms refuse it with 400."),
        QT_TRANSLATE_NOOP("finding",
            "Set the registration validity in the camera (3600 s or more); if it stays so, update the firmware.")},
    {FindingCode::BeatsWhileLapsed, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It sends heartbeats, but its registration of %1 s has lapsed"),
        QT_TRANSLATE_NOOP("finding", "It did not refresh its registration in time, and does not know that it is out."),
        QT_TRANSLATE_NOOP("finding",
            "Raise the registration validity in the camera (86400 s), restart it, and see whether it refreshes in "
            "time; else update the firmware.")},
    {FindingCode::RefreshedTooLate, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It refreshed its registration of %1 s %2 s too late"),
        QT_TRANSLATE_NOOP(
            "finding", "The firmware refreshes when the time is over instead of before; for that while it is offline."),
        QT_TRANSLATE_NOOP(
            "finding", "Raise the registration validity in the camera (86400 s); report it to the vendor.")},
    {FindingCode::UnregisterUndone, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It wanted to unregister, and registered: Expires 0 became %1 behind the 401"),
        QT_TRANSLATE_NOOP("finding", "A fault of the firmware: with the password it sends its ordinary Expires."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware; send the exported session to the vendor.")},
    {FindingCode::PowerReturned, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "%2 devices or more re-registered within 10 s"),
        QT_TRANSLATE_NOOP("finding", "Power or a switch came back, or the network was gone for a moment."),
        QT_TRANSLATE_NOOP(
            "finding", "Nothing, if somebody worked there. Else look at the power supply and the switch they share.")},
    {FindingCode::RegisterLoop, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Registers %1 or more times a minute"),
        QT_TRANSLATE_NOOP("finding",
            "Something of the registration fails each time, and it does not wait the 60 s that the standard wants."),
        QT_TRANSLATE_NOOP("finding", "Look at its other findings: password, 401 or 200 that does not arrive.")},
    {FindingCode::RegistersAgain, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It was accepted and registers again at once, without a heartbeat (%1 times)"),
        QT_TRANSLATE_NOOP("finding",
            "It does not like something in the 200 (Contact, Expires, Date), or two programs in it register."),
        QT_TRANSLATE_NOOP("finding",
            "Restart the camera; compare the 200 with that of a platform that works, and send both to the vendor.")},
    {FindingCode::AnswerLost, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "The 200 does not reach it: REGISTER came %1 more times behind it"),
        QT_TRANSLATE_NOOP("finding", "The way back is broken, or drops packets."),
        QT_TRANSLATE_NOOP(
            "finding", "Look at cable, switch port and NAT between; set the camera's transport protocol to TCP.")},
    {FindingCode::BehindNat, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "It is behind NAT: Contact says %1, it comes from %2"),
        QT_TRANSLATE_NOOP("finding",
            "Requests to it find their way only as long as the router keeps the mapping. Heartbeats keep it; expected "
            "every %3 s."),
        QT_TRANSLATE_NOOP("finding",
            "Set the heartbeat interval to 30 s or less in the camera and here, or the transport protocol to TCP.")},
    {FindingCode::PortMoved, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "It now sends from %1, before from %2 (after %3 s of silence)"),
        QT_TRANSLATE_NOOP("finding",
            "The router forgot the NAT mapping, or the device restarted. Whoever sends to the old port does not reach "
            "it."),
        QT_TRANSLATE_NOOP("finding",
            "Set the heartbeat interval in the camera and here below the silence that the NAT bears, or use TCP.")},
    {FindingCode::TransportMoved, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Now sends over %1, before over %2, without re-registering"),
        QT_TRANSLATE_NOOP("finding", "The transport protocol was changed, and the firmware did not register again."),
        QT_TRANSLATE_NOOP("finding", "Restart the camera, so that it registers over the one it uses.")},
    {FindingCode::OtherViaAddress, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "It does not answer a request that names %1; it had registered at %2"),
        QT_TRANSLATE_NOOP("finding",
            "The server speaks from another address than the camera knows: two network cards, 0.0.0.0, or a "
            "container."),
        QT_TRANSLATE_NOOP("finding", "Bind the server to %2, or give the container the host's network.")},
    {FindingCode::BridgeGateway, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "%2 devices and more seem to come from %1, a container's gateway"),
        QT_TRANSLATE_NOOP("finding",
            "The server runs in a container with bridged network: all senders look like one, and answers may not find "
            "back."),
        QT_TRANSLATE_NOOP("finding", "Run the container with the host's network.")},
    {FindingCode::OtherTransport, Culprit::Camera, QT_TRANSLATE_NOOP("finding", "Via says %1, but it sends over %2"),
        QT_TRANSLATE_NOOP(
            "finding", "The transport protocol in the camera is half changed, or something on the way converts."),
        QT_TRANSLATE_NOOP("finding", "Set the transport protocol in the camera to %2, save, and restart it.")},
    {FindingCode::SilentConnection, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "%1 opened a TCP connection and said nothing"),
        QT_TRANSLATE_NOOP("finding",
            "The camera waits for something, a port scanner looks around, or it is set to UDP and tests the port."),
        QT_TRANSLATE_NOOP("finding", "Set the transport protocol in the camera to UDP and see whether it registers.")},
    {FindingCode::PlatformPassword, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "The platform refuses a password that it takes from others (%1)"),
        QT_TRANSLATE_NOOP("finding", "The platform keeps another password for this device alone: an old record of it."),
        QT_TRANSLATE_NOOP("finding", "Delete the device on the platform, and let it register again.")},
    {FindingCode::RegistrationRefused, Culprit::Server, QT_TRANSLATE_NOOP("finding", "Registration refused: %1 %2"),
        QT_TRANSLATE_NOOP(
            "finding", "The server does not want this registration; its answer says why, as far as it does."),
        QT_TRANSLATE_NOOP("finding", "Look in the log of the server at that time.")},
    {FindingCode::StrangerRefused, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "%1 speaks as %2, which is registered from elsewhere: refused"),
        QT_TRANSLATE_NOOP("finding",
            "The device itself is there and well. A second device with this ID and another password, a replay of what "
            "was captured, or somebody who guesses."),
        QT_TRANSLATE_NOOP(
            "finding", "Find out what has the address %1: a camera to be given its own ID, or a stranger.")},
    {FindingCode::AddressGuesses, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "From %1 authentication keeps failing (%2 times lately): it is slowed down"),
        QT_TRANSLATE_NOOP("finding",
            "Somebody guesses IDs or passwords, or many cameras behind this address have a wrong password. Devices "
            "that are registered from there are answered as usual."),
        QT_TRANSLATE_NOOP(
            "finding", "Find out what has the address %1. Are these cameras of yours? Correct their password.")},
    {FindingCode::PlacesSpoofed, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "All places are taken, %2 of them from %1 without a password: some made room"),
        QT_TRANSLATE_NOOP("finding",
            "Nothing authenticates who registers here, so anybody can fill the list. 0.0.0.0/0 stands for many "
            "addresses."),
        QT_TRANSLATE_NOOP("finding", "Listen with a password; then only who has it takes a place.")},
    {FindingCode::SilentClosed, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "TCP connections from %1 were closed: they said nothing, or places ran short"),
        QT_TRANSLATE_NOOP("finding",
            "Whoever has not sent a whole message within 30 s is closed, the oldest first where an address has more "
            "than "
            "eight of them or places run short: a port scanner, a load balancer that probes, or an attack."),
        QT_TRANSLATE_NOOP("finding", "Find out what has the address %1. A camera that does so should be set to UDP.")},
};

} // namespace

const std::span<const FindingWords> registrationWords{words};

} // namespace gb::wording
