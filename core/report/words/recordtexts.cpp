#include "core/report/words/findingtexts_p.h"

/// Findings about the record itself, its times, silences and the network.
namespace gb::wording {
namespace {

constexpr FindingWords words[] = {
    {FindingCode::OwnLinkDown, Culprit::Server, QT_TRANSLATE_NOOP("finding", "Our own network link %1 went down"),
        QT_TRANSLATE_NOOP("finding",
            "The network interface of the computer that gbscope runs on was down, had lost its address or was gone. In "
            "that time no device could be heard: none is to blame."),
        QT_TRANSLATE_NOOP(
            "finding", "Look at this computer's cable, wireless link, dock and power saving, not at the devices.")},
    {FindingCode::ImpossibleTimes, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "The times of this record cannot be right: it has messages of the year %2"),
        QT_TRANSLATE_NOOP("finding",
            "The clock of whoever captured was not set, or the file names a wrong unit of its times (if_tsresol, "
            "if_tsoffset). Gaps and timeouts are reckoned with these times and may be wrong, too."),
        QT_TRANSLATE_NOOP("finding", "Set the clock of the capturing computer, and capture again.")},
    {FindingCode::ClockJumped, Culprit::Record, QT_TRANSLATE_NOOP("finding", "The clock jumped by %2 s"),
        QT_TRANSLATE_NOOP("finding",
            "Somebody or NTP set the clock of the computer that records, or it slept. A live session goes on with a "
            "clock of its own; in a capture nothing can be measured over the jump."),
        QT_TRANSLATE_NOOP("finding", "Let the computer keep its time by NTP, and keep it awake while it records.")},
    {FindingCode::RegisteredBefore, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "%1 devices registered before this start"),
        QT_TRANSLATE_NOOP("finding",
            "gbscope kept their registrations from its last run. They are still in force, so the heartbeats of these "
            "devices are answered 200. Each counts as online with its first heartbeat."),
        QT_TRANSLATE_NOOP("finding",
            "Nothing to do. To make all devices register again, switch off \"Keep registrations across starts\" where "
            "you set up listening.")},
    {FindingCode::BindingsNotKept, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "Registrations cannot be kept across starts: %1"),
        QT_TRANSLATE_NOOP("finding",
            "The file that remembers which devices are registered could not be read or written. Everything else works. "
            "After the next start the heartbeats of devices that have not registered again are refused."),
        QT_TRANSLATE_NOOP(
            "finding", "Make the folder of that file writable, or name another file. A damaged file can be deleted.")},
    {FindingCode::SenderClock, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "Messages from HEP sender %1 are dated by their arrival: its clock is %2 s off"),
        QT_TRANSLATE_NOOP("finding",
            "The time that it tells does not agree with the clock of this computer. Where it sends its messages late, "
            "or plays an old capture, the gaps between them are not those that it saw."),
        QT_TRANSLATE_NOOP("finding", "Let the sender and this computer keep their time by NTP.")},
    {FindingCode::WentSilent, Culprit::Network, QT_TRANSLATE_NOOP("finding", "Silent since %1: no heartbeat for %2 s"),
        QT_TRANSLATE_NOOP("finding",
            "It sent heartbeats until then. Nothing in the record shows why it stopped. By experience, in this order: "
            "no power or no network; it hangs or restarts; its address or its platform settings were changed."),
        QT_TRANSLATE_NOOP("finding",
            "Ping %3. No answer: look at power, cable and switch port, and whether its neighbours on that switch still "
            "send heartbeats. An answer: open its web page, look at the platform settings there, and restart it.")},
    {FindingCode::BeatsLostOnWay, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "%1 heartbeats were lost on the way: SN went from %2 to %3"),
        QT_TRANSLATE_NOOP("finding",
            "The device went on counting its heartbeats while none arrived. It ran; the network between did not carry "
            "them."),
        QT_TRANSLATE_NOOP("finding",
            "Look at the way between camera and here: wireless links, switches, a firewall or NAT that closes idle "
            "ports.")},
    {FindingCode::RestartedInSilence, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Came back after %1 s of silence as after a restart"),
        QT_TRANSLATE_NOOP("finding",
            "It registered under a new Call-ID, or its counters restarted: it lost power, was restarted, or crashed."),
        QT_TRANSLATE_NOOP("finding",
            "Look at its power supply (PoE budget of the switch) and at the log on its web page. If it happens again "
            "and again, update the firmware.")},
    {FindingCode::RecordIncomplete, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "Messages are missing from this capture, or out of order (%2 signs)"),
        QT_TRANSLATE_NOOP("finding",
            "It has answers without their requests, credentials for a challenge that is not in it, or requests over "
            "UDP that got no answer and were not sent again by a sender that otherwise does so: the answer was there "
            "and was not captured. No device is to blame for what is missing here."),
        QT_TRANSLATE_NOOP("finding",
            "Capture where both directions pass, with a large buffer and whole packets (tcpdump -B 16384 -s 0), best "
            "at "
            "the server itself. Until then what is said of devices because something was not seen is only possible.")},
    {FindingCode::RecordOneWay, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "This capture has no answer at all (requests without one: %2)"),
        QT_TRANSLATE_NOOP("finding",
            "Either one direction alone passes where it was captured, by a mirror port or a filter, or nobody answers "
            "and those who ask do not ask again. The capture does not tell which, so it proves nothing against the "
            "devices."),
        QT_TRANSLATE_NOOP("finding",
            "Capture both directions: a mirror port of both, and a filter such as \"port 5060\" instead of \"dst port "
            "5060\", best at the server itself. If both are in it, see whether the server runs and listens there.")},
    {FindingCode::RecordGap, Culprit::Record, QT_TRANSLATE_NOOP("finding", "Nothing at all was captured from %2 to %3"),
        QT_TRANSLATE_NOOP("finding",
            "Before and after it messages came often. Either the capture stood still, or the network was down where it "
            "was made, or the clock of the computer was set ahead. What devices did in this time is not known."),
        QT_TRANSLATE_NOOP("finding",
            "Look whether the computer that captures slept, lost its network or had its clock set then. Capture again "
            "where that is so.")},
    {FindingCode::HoleInCapture, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "This capture has holes: bytes of a TCP stream are missing (%2)"),
        QT_TRANSLATE_NOOP("finding",
            "They were sent, and whoever captured did not get them. What was in them is not known: a message that is "
            "not here may have been in them. No device is to blame for that."),
        QT_TRANSLATE_NOOP("finding",
            "Capture with a larger buffer (tcpdump -B 8192 -s 0) and a filter (port 5060), at a mirror port that is "
            "not "
            "overloaded.")},
    {FindingCode::FragmentsMissing, Culprit::Record,
        QT_TRANSLATE_NOOP(
            "finding", "Fragments are missing from this capture: of messages only the start is there (%2)"),
        QT_TRANSLATE_NOOP("finding",
            "A large datagram is sent in fragments, and only the first of them names the ports: a capture filter such "
            "as "
            "\"port 5060\" drops all others. Where such a message was answered all of it had arrived. What stood in "
            "its "
            "rest is not known, and no device is to blame for that."),
        QT_TRANSLATE_NOOP("finding",
            "Capture the fragments, too: tcpdump -s 0 -w FILE \"port 5060 or (ip[6:2] & 0x1fff != 0) or ip6 proto "
            "44\", "
            "or without a filter by port (\"host ADDRESS\").")},
    {FindingCode::TimeWentBack, Culprit::Record,
        QT_TRANSLATE_NOOP(
            "finding", "The packets of this capture are not in the order of their time: it jumps by %2 s"),
        QT_TRANSLATE_NOOP("finding",
            "Several captures were put together without being sorted, or the clock of the computer that captured was "
            "set. Which of them the packets do not tell. Over that place nothing can be measured."),
        QT_TRANSLATE_NOOP("finding",
            "Open the single captures together, or sort this one (reordercap OLD NEW, of Wireshark). Let the computer "
            "that captures keep its time by NTP.")},
    {FindingCode::ServerPortClosed, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "Nothing listens at %1 (ICMP port unreachable)"),
        QT_TRANSLATE_NOOP("finding",
            "What was sent there did not arrive: %2 sent it back. No program has this port open, or a firewall there "
            "refuses it. That nothing is answered follows from this."),
        QT_TRANSLATE_NOOP("finding",
            "Look whether the platform runs and which address and port it listens at (ss -lunp), and compare them with "
            "the SIP server's address and port in the camera.")},
    {FindingCode::DevicePortClosed, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Nothing listens at %1 (ICMP port unreachable)"),
        QT_TRANSLATE_NOOP("finding",
            "What was sent to the device did not arrive: %2 sent it back. The device does not listen at the port that "
            "it sends from, its SIP service has ended, or a NAT has closed the port."),
        QT_TRANSLATE_NOOP("finding",
            "Look whether platform access is still on in the camera, and at its local SIP port; restart it. Behind NAT "
            "set a shorter heartbeat interval.")},
    {FindingCode::TcpRefused, Culprit::Server, QT_TRANSLATE_NOOP("finding", "%1 refuses TCP connections (RST)"),
        QT_TRANSLATE_NOOP("finding",
            "Its computer answers, and no program accepts TCP at this port, or a firewall refuses it in its name. Last "
            "tried from %2."),
        QT_TRANSLATE_NOOP("finding",
            "Look whether the platform listens for TCP at this port (ss -ltnp), or set the transport protocol in the "
            "camera to UDP.")},
    {FindingCode::TcpUnanswered, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "TCP connections to %1 are not answered (SYN, again and again)"),
        QT_TRANSLATE_NOOP("finding",
            "The computer is off or not there, a firewall drops the packets, or the answers do not get back. Last "
            "tried "
            "from %2."),
        QT_TRANSLATE_NOOP("finding",
            "Ping the address from where it was tried; look at the firewalls between, and at the SIP server's address "
            "and port in the camera.")},
    {FindingCode::NotReachable, Culprit::Network, QT_TRANSLATE_NOOP("finding", "%1 is not reached: %2 says %3 (ICMP)"),
        QT_TRANSLATE_NOOP("finding",
            "What was sent there did not arrive, and the one that reports it is on the way, or its end. That nothing "
            "is "
            "answered follows from this."),
        QT_TRANSLATE_NOOP("finding",
            "Look at %2: its routes, its firewall, and whether the computer behind it runs and has that address.")},
    {FindingCode::TimesUnknown, Culprit::Record, QT_TRANSLATE_NOOP("finding", "This text tells no times"),
        QT_TRANSLATE_NOOP("finding",
            "Its messages are in their order, and are shown a millisecond apart in 1970. How long anything took is not "
            "known, so nothing is said about intervals, silences and clocks."),
        QT_TRANSLATE_NOOP(
            "finding", "Save the packets as pcap (tcpdump -w FILE), or the text with its times (tcpdump -tttt).")},
    {FindingCode::PacketsCut, Culprit::Record, QT_TRANSLATE_NOOP("finding", "This capture cut its packets at %2 bytes"),
        QT_TRANSLATE_NOOP("finding",
            "They were sent whole, and whoever captured kept the start of each. What is there is used. What is not, "
            "such as the bodies of heartbeats, is not known, and no device is to blame for that."),
        QT_TRANSLATE_NOOP("finding", "Capture whole packets: tcpdump -s 0, or no limit in Wireshark.")},
};

} // namespace

const std::span<const FindingWords> recordWords{words};

} // namespace gb::wording
