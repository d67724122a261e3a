#pragma once
#include "core/base/endpoint.h"
#include "core/base/seldom.h"
#include "core/devices/heartbeat.h"
#include "core/devices/roster.h"
#include "core/devices/servercontact.h"
#include "core/message/basicparam.h"

#include <QString>

namespace gb {

/// What there is to say about a device. The words are in core/report/words/wording.h, in the reader's language.
enum class NoteCode : quint8 {
    None,
    // why a device is in its state
    RegisterSeen,    ///< and nobody has answered yet
    Challenged,      ///< our 401 is out, no REGISTER with credentials came yet
    CredentialsSent, ///< and nobody has answered them yet
    Registered,
    Beating,
    HeartbeatOnly,      ///< beats, but no registration of it was seen
    HeartbeatOverdue,   ///< a: seconds since the last sign of life, b: interval
    HeartbeatsStopped,  ///< a: allowance in seconds, b: "interval × count"
    NeverBeaten,        ///< registered, but interval × count passed without one heartbeat; a: allowance
    SaidGoodbye,        ///< unregistered itself
    RegistrationLapsed, ///< a: Expires in seconds
    // why a registration failed
    WrongPassword, ///< a: "0" where the server's own was compared, b: in which ways: see core/devices/digestwords.h
    // which of the known passwords it is; a: its place in the list from 1, 0 for the server's own
    PasswordKnown,
    PasswordTrimmed,
    PasswordBlank,
    PasswordLowerCase,
    PasswordUpperCase,
    PasswordCapital,
    PasswordFullWidth,
    PasswordQuoted,
    PasswordLineEnd,
    PasswordCut,       ///< b: octets that are left
    PasswordEmpty,     ///< an empty one, which is none of the list
    PasswordOtherUser, ///< b: user name that went into the digest
    PasswordOtherFormula,
    PasswordOtherInput, ///< b: what went into the digest, and how: see core/devices/digestwords.h
    NoCandidateFits,    ///< a: how many were tried, b: in which ways: the same
    WrongRealm,         ///< a: realm used, b: realm of the challenge
    WrongUserName,      ///< a: user name of the digest, b: device ID
    WrongDigestUri,     ///< a: uri of the digest
    StaleNonce,
    BadCredentials, ///< an Authorization header that cannot be read
    OtherScheme,    ///< a: scheme
    Rejected,       ///< a: status, b: reason phrase
    // what is odd
    OddId,                 ///< a: the ID
    ForeignHeartbeat,      ///< a: where a heartbeat came from, b: where the device is registered
    PortChanged,           ///< a: new, b: old endpoint
    TransportChanged,      ///< a: new, b: old endpoint, each with its transport
    BeatsForOthers,        ///< a: number of registered names whose addresses send heartbeats under this ID
    UnregisteredHeartbeat, ///< a heartbeat was refused, a: status
    BrokenBody,            ///< a: character offset
    WrongCharset,          ///< a: declared, b: used
    MalformedMessage,      ///< a: the HeadFault as a number, b: the line
    OddBody,               ///< a: the ManscdpFault as a number, b: what shows it, may be empty
    OtherBodyInRetransmission,
    RepeatedOverTcp,  ///< a: the method
    TooManyDevices,   ///< a: how many are kept, b: the address whose rows made room; empty: of many addresses
    BadStatus,        ///< the device reports a status other than OK; a: it
    PasswordOfOthers, ///< refused by a platform that takes the same password from others; a: as of PasswordKnown
    // about the form of the challenges that it gets; forms are numbers of ChallengeForm
    ChallengeIgnored, ///< REGISTERs without credentials came behind a 401, a: how many in a row
    ChallengeVariant, ///< the same, and another form is tried. a: which one in turn, from 1, b: form
    ChallengeLearnt,  ///< registered when another form was tried; a: form
    NotComeYet, ///< is on the list of expected devices, and has sent nothing; a: the address it is expected at, may be
                ///< empty
    HeardOnly,  ///< it was heard; no registration and no heartbeat
    BeatWaits,  ///< its only heartbeat has no answer yet
    RegisteredBefore, ///< ahead of this start, and not heard since
    BodyLost,         ///< a MESSAGE came without what it should carry; a: what shows it: "length", "type", "behind" or
                      ///< "none", b: octets
    BeatRepeated,     ///< its only heartbeat came again, and has none
    NoneAnswered,     ///< a: its heartbeats, of which none was answered
    OwnLinkDown,      ///< our own network interface was down in the silence; a: its name
    NotListening,     ///< nothing listens: what it does is not known
    BeatsRefused,     ///< the last heartbeat was refused; a: status
    BeatsUnanswered,  ///< the last heartbeats were not answered, others before them were; a: how many
    NothingListens,   ///< what is sent to `a` comes back by ICMP: port unreachable
    NotReached,       ///< the same; a: where, b: the IcmpReason as a number
};

struct Note
{
    NoteCode code = NoteCode::None;
    QString a, b; ///< safe to show
    bool operator==(const Note &) const = default;
};

/// What the messages tell of the heartbeat setting inside of the device, whoever asked.
struct ReportedSetting
{
    BasicParam values;           ///< of its last answer to ConfigDownload
    std::optional<TimePoint> at; ///< of that
    BasicParam asked;            ///< of the last DeviceConfig that was sent to it
    std::optional<TimePoint> askedAt;
};

/// A device that somebody said will come.
struct ExpectedDevice
{
    QString id;      ///< 20 digits
    QString name;    ///< safe to show; may be empty
    QString address; ///< as somebody wrote it, safe to show; may be empty
    bool operator==(const ExpectedDevice &) const = default;
};

/// A registration that an earlier start granted, and that is still in force.
struct KeptRegistration
{
    QString id;
    Endpoint address;
    TransportKind transport = TransportKind::Udp;
    std::chrono::seconds ago{0};  ///< since it registered
    std::chrono::seconds left{0}; ///< until that ends
};

/// Something odd that was noticed of a device, once for each message that shows it.
struct Sign
{
    QString device; ///< may be empty
    Note note;
    TimePoint at{};
    quint64 number = 0; ///< message that shows it; 0 where there is none
};

/// What the table shows of a device: a value that crosses threads. Text in it is safe to show.
struct DeviceSnapshot
{
    QString id;
    DeviceFacts facts;
    Verdict verdict;
    HeartbeatPolicy policy; ///< that judges it
    bool ownPolicy = false; ///< which is its own, not the common one
    bool expected = false;  ///< it is on the list of expected devices
    TransportKind transport = TransportKind::Udp;
    Endpoint address;                         ///< that its requests come from
    std::optional<TimePoint> registeredSince; ///< while it is registered
    std::optional<TimePoint> lastBeat;        ///< ever
    std::optional<TimePoint> lastSeen;
    Duration lastGap{}; ///< between the last two heartbeats; 0 where there were less
    qint64 misses = 0;  ///< up to the last heartbeat; those of a running silence are in verdict
    qint64 beats = 0;
    qint64 registrations = 0;
    QString userAgent;
    Note reason; ///< for the state
    ServerContact contact;
    // What a heartbeat leaves alone stands behind what it touches
    Duration medianInterval{};
    Note problem; ///< the last one
    TimePoint problemAt{};
    QString gbVersion; ///< X-GB-Ver
    Seldom<ReportedSetting> setting;
    QString name; ///< of the list of expected devices
    Party party;  ///< at its address, with the role of this device

    /// Expected, and nothing came from it yet. It waits since facts.phaseSince.
    bool isMissing() const { return expected && !lastSeen; }
    /// What a REGISTER since then was granted, in seconds; empty where none came.
    std::optional<int> expiresSince(TimePoint then) const
    {
        if (facts.phase != DeviceFacts::Phase::Registered || facts.expires.count() == 0 || facts.confirmedAt <= then)
            return std::nullopt;
        return static_cast<int>(facts.expires.count());
    }
    /// Empty while it is not registered.
    std::optional<TimePoint> expiresAt() const
    {
        if (facts.phase != DeviceFacts::Phase::Registered || facts.expires.count() == 0)
            return std::nullopt;
        return facts.confirmedAt + facts.expires;
    }
};

} // namespace gb
