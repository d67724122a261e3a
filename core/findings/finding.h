#pragma once
#include "core/base/clock.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace gb {

/// What is wrong with a device or a site. Each belongs to a rule; the words for it are in
/// core/report/words/findingwords.h.
enum class FindingCode : quint8 {
    // registration
    ExpectedSilent,       ///< D01: a device of the list has not been heard; a: seconds waited
    PortTaken,            ///< D02; a: where, b: who has it, may be empty
    AddressNotHere,       ///< D02; a: where
    RegisterUnanswered,   ///< D03; a: copies
    ChallengeNotReceived, ///< D04: repeats its REGISTER although it was challenged; a: copies since
    ChallengeIgnored,     ///< D04: registers anew without credentials
    ChallengeForm,        ///< D05; a: what the challenge has: "qop", "no algorithm", or empty
    ViaRewritten,         ///< D06; a: host in Via, b: host in Contact, c: source
    OverlayPort,          ///< D07; a: port
    WrongPassword,        ///< D08; nothing to compare with, or not compared
    PasswordFound,     ///< D08; a: place in the list (0: the server's own), b: a NoteCode of those that tell passwords
                       ///< apart, as a number
    NoPasswordFits,    ///< D08; a: how many were tried
    WrongUserName,     ///< D09; a: user name of the digest, b: device ID
    OtherUserInDigest, ///< D09; a: place in the list, b: user name that went into the digest
    WrongRealm,        ///< D10; a: used, b: challenged
    WrongDigestUri,    ///< D10; a: the uri
    NonceReused,       ///< D11
    OtherFormula,      ///< D12; a: place in the list
    UnreadableCredentials, ///< D12; a: scheme, may be empty
    WrongServerId,         ///< D13; a: addressed, b: ours
    RegistersToItself,     ///< D13; a: the ID
    WrongDomain,           ///< D14; a: used, b: ours
    OtherDomainForm,       ///< D14: an address, or the name of a cloud; a: it
    IdFromSpreadsheet,     ///< D15; a: the ID
    IdLength,              ///< D15; a: the ID, b: its digits
    IdNotDigits,           ///< D15; a: the ID
    PlatformType,          ///< D16: 200 in digits 11-13 of a camera; a: its User-Agent
    ServerIdAsDevice,      ///< D16; a: the ID
    UnknownType,           ///< D16; a: digits 11-13
    SharedId,              ///< D17; a, b: the two addresses
    ForeignHeartbeat,      ///< D17; a: where it came from, b: where the device is registered
    ExpiresMissing,        ///< D18
    BeatsWhileLapsed,      ///< D19; a: Expires
    RefreshedTooLate,      ///< D19; a: Expires, b: seconds after it
    UnregisterUndone,      ///< D20; a: Expires of the second copy
    PowerReturned,         ///< D21; b: devices
    RegisterLoop,          ///< D21; a: registrations in a minute
    RegistersAgain,        ///< D22; a: times
    AnswerLost,            ///< D22: repeats the REGISTER that was answered 200; a: copies
    BehindNat,             ///< D23; a: Contact, b: source
    PortMoved,             ///< D24; a: new, b: old endpoint, c: seconds of silence before
    TransportMoved,        ///< D24; a: new, b: old
    OtherViaAddress,  ///< D25: a request to the device is not answered and names another address than it registered to;
                      ///< a: named, b: registered to
    BridgeGateway,    ///< D25; a: the address, b: devices
    OtherTransport,   ///< D26; a: in Via, b: used
    SilentConnection, ///< D26: a TCP connection without an octet; a: from where
    StreamOutOfStep,  ///< D27; a: from where, b: octets until the next message, may be empty
    NotSip,           ///< D28; a: from where, b: "STUN", "RTP", "TLS", "HTTP", "zero octets"; may be empty
    BlankKeepalive,   ///< D28; a: from where
    PlatformPassword, ///< D29; a: place in the list
    // heartbeat
    NeverBeaten,          ///< D30; a: seconds waited
    BeatsSlower,          ///< D31; a: measured, b: configured, in seconds
    BeatsFaster,          ///< D31; the same
    BeatRepeated,         ///< D32: our answer was late or lost; a: copies
    BeatUnanswered,       ///< D32; a: copies
    BeatRefused,          ///< D33; a: status
    RefusedAfterAccepted, ///< D34; a: status, b: seconds since the last one that was accepted
    ReportedOffline,      ///< D34; a: seconds since the last one that was accepted
    FlapsLate,            ///< D35; a: changes within ten minutes, b: longest gap in seconds
    FlapsTwoDevices,      ///< D35; a
    FlapsAddress,         ///< D35; a
    FlapsReboot,          ///< D35; a
    Flaps,                ///< D35; a
    SubDeviceFault,       ///< D36; a: Status, b: IDs that it names, may be empty
    BeatsUnderOtherId,    ///< D36; a: DeviceID of the body
    ClockOff,             ///< D37; a: seconds, with its sign
    TimeZoneOff,          ///< D37; a: hours, with its sign
    // catalog
    CatalogUnanswered, ///< D39: no answer to the query
    CatalogNoResponse, ///< D39: 200, and nothing for 15 s
    CatalogEmpty,      ///< D39: SumNum 0
    CatalogShort,      ///< D40; a: items that came, b: SumNum
    CatalogDuplicates, ///< D40; a: an ID, b: times
    WrongCharset,      ///< D41; a: declared, b: used
    BrokenBody,        ///< D42; a: character at which it breaks
    LargeDatagram,     ///< D43; a: octets
    CutMessage,        ///< D43; a: octets that are missing
    CatalogSlow,       ///< D44; a: seconds in all
    AnswersToItself,   ///< D45; a: the ID in To
    // media, as far as its signalling shows it
    InviteUnanswered, ///< D46
    InviteRefused,    ///< D47; a: status, b: reason or what the body says
    OkRepeated,       ///< D48; a: copies
    SsrcDiffers,      ///< D50; a: offered, b: answered
    NoSetup,          ///< D51: media over TCP were offered, and the answer has no a=setup
    PasswordInSdp,    ///< D54; a: the attribute
    SdpTimeShifted,   ///< D55; a: hours, with its sign
    // not in the field's list
    Malformed, ///< a: a HeadFault as a number, b: the line
    OtherBodyInRepeat,
    RepeatsOverTcp,      ///< a: the method
    TooManyDevices,      ///< a: how many are kept
    BeatsForOthers,      ///< a: registered names whose addresses send heartbeats under this ID
    RegistrationRefused, ///< a: status, b: reason
    LostServerUnnoticed, ///< D38: no new REGISTER though the server is gone; a: heartbeats in a row without an answer,
                         ///< b: seconds since the last answer, c: seconds that it has
    StrangerRefused,     ///< a: from where somebody speaks as a device that is registered from elsewhere and well,
                         ///< b: the device
    AddressGuesses,      ///< a: from where authentication keeps failing, so that it is slowed down; b: how often lately
    PlacesSpoofed,       ///< a: whose registrations, which nothing authenticated, made room for others, b: how many
    SilentClosed,        ///< a: from where TCP connections were closed or refused: nothing came on them
    OddBody,             ///< a: the ManscdpFault as a number, b: what shows it, may be empty
    RegistersOther,      ///< its REGISTER names another device; a: which, b: where: "To" or "Contact"
    WrongContact,        ///< its Contact is the server's own address, or nobody's; a: it
    AnswerUnasked,       ///< a Response without a Query; a: CmdType, b: SN
    OwnLinkDown,         ///< of the site: our own interface; a: its name
    ImpossibleTimes,     ///< of the site: messages of before 2000 or after 2100; b: the year of the last one
    ClockJumped,         ///< of the site; b: seconds, with their sign, of the last jump
    SenderClock,    ///< a: whose HEP is dated by its arrival, b: seconds that its clock is off, with their sign; "?"
    WentSilent,     ///< beat, and beats no more; a: when it was last heard, milliseconds since 1970, b: seconds of
                    ///< silence that called it offline, c: its address
    BeatsLostOnWay, ///< behind a silence SN went on as if it had beaten; a: how many did not come, b, c: SN before,
                    ///< behind
    RestartedInSilence,  ///< behind a silence it began anew; a: seconds of silence
    HoleInCapture,       ///< of the site: octets that were sent are missing; b: of which stream
    TimesUnknown,        ///< of the site: a text that was opened tells no times
    PacketsCut,          ///< of the site: packets were captured in part; b: how many octets of each
    ManySilent,          ///< of the site: devices that fell silent at once; b: how many, c: within how many seconds
    UpperBeatUnanswered, ///< heartbeats of the platform above that it does not answer; a: from where
    Count
};

enum class Severity : quint8 { Info, Warning, Error };
enum class Likelihood : quint8 { Possible, Likely, Certain };

/// What holds for all findings of a code.
struct FindingKind
{
    const char *rule; ///< of the field's list, "D08"; "G01" and on are our own
    Severity severity;
    Likelihood likelihood; ///< of the cause that is told
    const char *clause;    ///< where it is regulated; "GB/T 28181-2022 9.6"
};
const FindingKind &kindOf(FindingCode code);
/// A server that answers nothing brings it about: where it is silent on purpose it is nobody's fault.
bool comesOfSilence(FindingCode code);
/// Our own network interface that is down brings it about: all that comes of silence, and what is only asked for.
bool comesOfCutOff(FindingCode code);
/// Says that a device's clock is wrong, by the time of its message.
bool comparesClocks(FindingCode code);
/// Says how much time passed between messages.
bool comesOfTime(FindingCode code);

/// One thing that is wrong, seen once or often. A value that crosses threads; text in it is safe to show.
struct Finding
{
    static constexpr qsizetype maxProof = 8;

    quint32 id = 0; ///< in the order in which they appeared, from 1
    FindingCode code = FindingCode::Count;
    QString device;  ///< its ID; empty: of the site, or of an address that is in `a`
    QString a, b, c; ///< as the code says
    TimePoint first{}, last{};
    quint64 count = 0;       ///< how often it was seen
    QList<quint64> messages; ///< that prove it: the first ones and the last ones, at most maxProof
    bool over = false;       ///< the record shows that it is so no more
    quint32 because = 0;     ///< id of the finding that it follows from; 0: none is known
    TimePoint overAt{};

    const FindingKind &kind() const { return kindOf(code); }
};

} // namespace gb

Q_DECLARE_METATYPE(gb::Finding)
