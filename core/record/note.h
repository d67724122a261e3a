#pragma once
#include "core/base/clock.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>
#include <variant>

namespace gb {

/// What happened here and is no message. Plain values: what a note means is the fold's business. Times within a note
/// are counted from the note's own, so that a file whose clock is corrected stays consistent.
namespace notes {

/// Ours begins: every packet of the section is a message of the record, in its order.
struct RecordBegan
{
    static constexpr const char *name = "record-began";
    QString program;
    QString after;        ///< name of the file from which the record goes on in this one; empty: it begins here
    quint64 messages = 0; ///< of the record, ahead of this file
};
struct RecordEnded
{
    static constexpr const char *name = "record-ended";
};
/// Who the server is.
struct Site
{
    static constexpr const char *name = "site";
    QString serverId, domain; ///< empty where we are not the platform
    bool live = true;
};
struct Policy
{
    static constexpr const char *name = "policy";
    std::chrono::seconds interval{60};
    int timeoutCount = 3;
};
struct OwnPolicy
{
    QString device;
    Policy policy;
};
/// All devices that have a policy of their own; the others have none any more.
struct OwnPolicies
{
    static constexpr const char *name = "own-policies";
    QList<OwnPolicy> devices;
};
struct ExpectedOne
{
    QString id, name, address;
    bool operator==(const ExpectedOne &) const = default;
};
/// The whole list, waited for from now on.
struct Expected
{
    static constexpr const char *name = "expected";
    QList<ExpectedOne> devices;
};
struct RegisteredOne
{
    QString device, address; ///< address: with its port
    bool tcp = false;
    quint64 ago = 0, left = 0; ///< seconds since it registered, and until that ends
};
/// Registrations that an earlier start granted and that are still in force.
struct RegisteredBefore
{
    static constexpr const char *name = "registered-before";
    QList<RegisteredOne> devices;
    QString problem; ///< why they cannot be kept; empty: they can
};
enum class Source : quint8 { Sip, Hep, Card };
struct Listening
{
    static constexpr const char *name = "listening";
    Source source = Source::Sip;
    QString where; ///< address and port, as they were asked for; name of a network card
};
struct ListenFailed
{
    static constexpr const char *name = "listen-failed";
    enum class Why : quint8 { PortTaken, NoSuchAddress, NotAllowed, Other };
    Source source = Source::Sip;
    Why why = Why::Other;
    QString where, owner, detail; ///< owner: who has the port, where that is known
};
struct ListenEnded
{
    static constexpr const char *name = "listen-ended";
    Source source = Source::Sip;
    QString where;
};
/// A TCP connection that said nothing.
struct ConnectionSilent
{
    static constexpr const char *name = "connection-silent";
    QString from; ///< address
};
/// By us.
struct ConnectionClosed
{
    static constexpr const char *name = "connection-closed";
    QString from, why;
};
/// What our server noticed of an address, not of a device.
struct AddressNotice
{
    static constexpr const char *name = "address-notice";
    enum class What : quint8 {
        Guesses,       ///< it keeps failing to authenticate
        PlacesSpoofed, ///< it fills the places with registrations that nothing authenticated
        ClockBehind,   ///< of a HEP sender, in seconds (0: it tells no time): its messages are dated by their arrival
        ClockAhead,    ///< the same
    };
    What what = What::Guesses;
    QString address; ///< empty: many
    quint64 amount = 0;
};
/// What is not in the record, or went no further.
struct Dropped
{
    static constexpr const char *name = "dropped";
    enum class What : quint8 {
        Unrecorded,    ///< messages that the disk did not take
        Unmirrored,    ///< messages that were not sent on as HEP
        Captured,      ///< packets of a network card
        Withheld,      ///< answers, by the limit on them
        NotSignalling, ///< of what HEP brought
    };
    What what = What::Unrecorded;
    quint64 amount = 0;
};
struct SilenceBegan
{
    static constexpr const char *name = "silence-began";
    QStringList devices; ///< empty: nobody gets an answer
    std::chrono::seconds atMost{0};
};
struct SilenceEnded
{
    static constexpr const char *name = "silence-ended";
};
/// How many; they are never told.
struct PasswordsKnown
{
    static constexpr const char *name = "passwords-known";
    quint64 amount = 0;
};
/// What a comparison with them said of a refused digest. It stands ahead of the answer that refused it, with its time.
struct PasswordJudged
{
    static constexpr const char *name = "password-judged";
    QString device, verdict, a, b; ///< verdict: see core/devices/passwordverdict.h
    bool later = false;            ///< it was refused long ago, and the passwords became known only now
};
/// An answer of the network to something that was sent. See core/record/icmpnote.h.
struct Icmp
{
    static constexpr const char *name = "icmp";
    QString reporter;       ///< address that sent it
    QString from, to;       ///< ends of the datagram that it quotes
    int type = 0, code = 0; ///< of ICMP, or of ICMPv6
    bool v6 = false;
    quint64 octets = 0; ///< of the datagram, all of them; 0: not known
    QStringList lines;  ///< of the datagram's head, as far as they are quoted whole and name its transaction
};
/// What became of a TCP connection, or of the attempt to open one, as a capture shows it.
struct Connection
{
    static constexpr const char *name = "connection";
    enum class How : quint8 {
        Refused,     ///< RST
        NotAnswered, ///< its SYN was sent again and again
        Accepted,    ///< by who refused others before, or did not answer
        Reset,       ///< `from` ended it by RST, though the last that passed was a message from `to`
        Closed,      ///< the same by FIN
    };
    How how = How::Refused;
    QString from, to;
};
/// What became of the media of a call, when it ended or the record did. See core/record/medianote.h.
struct Media
{
    static constexpr const char *name = "media";
    QString device, callId; ///< who sends: a channel or device; both empty where no signalling names the stream
    QString from, to;       ///< of the first packet, else as agreed; addresses with ports
    bool tcp = false;
    QString verdict;    ///< as mediaVerdictName()
    QStringList links;  ///< "key-frame=ok", as mediaLinkName() and linkStateName()
    QStringList causes; ///< see medianote::findingsOf()
    QString payload, video, audio;
    QStringList ssrcs; ///< offered, answered, received; "-" where there is none
    int width = 0, height = 0, payloadType = 0;
    quint64 milliFrames = 0; ///< pictures in 1,000 seconds
    quint64 packets = 0, octets = 0, expected = 0, missing = 0, duplicates = 0, reordered = 0;
    quint64 meanJitter = 0, maxJitter = 0;     ///< microseconds
    quint64 lasted = 0;                        ///< between first and last packet, microseconds
    quint64 toFirstPacket = 0, toFirstKey = 0; ///< microseconds; 0: not known
    quint64 pictures = 0, keyFrames = 0;
};
/// Our own network interface went down, lost its addresses or vanished.
struct InterfaceLost
{
    static constexpr const char *name = "interface-lost";
    QString interface;
    QStringList addresses;    ///< of ours that are cut off
    bool everything = false;  ///< nothing is heard any more on any of them
    quint64 lookedBefore = 0; ///< microseconds ahead of the note, when it was still there
};
struct InterfaceBack
{
    static constexpr const char *name = "interface-back";
    QString interface;
    QStringList addresses;
    bool everything = false; ///< something is heard again
    bool watched = true;     ///< false: nobody looks any more
};
/// The wall clock left the clock of the record, which does not jump; of a capture its packets' time went back.
struct ClockJumped
{
    static constexpr const char *name = "clock-jumped";
    bool back = false;
    quint64 by = 0;       ///< microseconds
    bool packets = false; ///< of a capture: why they did is not known
};
/// The engineer's own words.
struct Remark
{
    static constexpr const char *name = "remark";
    QString text;
};
struct Bookmark
{
    static constexpr const char *name = "bookmark";
    quint64 message = 0; ///< its number in the record
    quint64 ago = 0;     ///< when it passed, in microseconds ahead of the note
    bool removed = false;
    QString text;
};

using What = std::variant<RecordBegan, RecordEnded, Site, Policy, OwnPolicies, Expected, Listening, ListenFailed,
    ListenEnded, ConnectionSilent, ConnectionClosed, AddressNotice, Dropped, SilenceBegan, SilenceEnded, PasswordsKnown,
    PasswordJudged, Icmp, Connection, InterfaceLost, InterfaceBack, ClockJumped, Remark, Bookmark, RegisteredBefore,
    Media>;

} // namespace notes

/// An entry of the record that is no datagram.
struct JournalNote
{
    TimePoint at{};
    notes::What what;
    quint64 count = 1; ///< so many of that kind, of which this is the last

    template<typename Kind>
    const Kind *as() const
    {
        return std::get_if<Kind>(&what);
    }
};

/// How a note stands in a file: lines of `key=value`, the first of them `gbscope-note=1`. Keys that a reader does not
/// know are ignored and counted, so that a later version may add some.
namespace notetext {

constexpr std::string_view marker = "gbscope-note=1\n";
constexpr qsizetype maxNote = 2 * 1024 * 1024; ///< octets; what does not fit of a list is left out
constexpr qsizetype maxText = 512;             ///< characters of one value
constexpr qsizetype maxEntries = 10'000;       ///< of a list

QByteArray write(const JournalNote &note);
/// Empty where it is no note of ours, or of a kind that is not known. Whatever is out of range is put into it; text is
/// safe to show. `unknownKeys` is raised.
std::optional<JournalNote> read(std::string_view text, TimePoint at, quint64 &unknownKeys);

} // namespace notetext

} // namespace gb
