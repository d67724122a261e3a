#pragma once
#include "core/base/clock.h"
#include "core/findings/competingcause.h"

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
    ChallengeNotReceived, ///< D04: repeats its REGISTER although it was challenged; a: copies since, b: "both" where
                          ///< captures of both ends show that it was sent and did not arrive
    ChallengeIgnored,  ///< D04: registers anew without credentials; a: times, b: algorithm of the challenge, empty: MD5
    ChallengeForm,     ///< D05; a: what the challenge has: "qop", "no algorithm", or empty
    ViaRewritten,      ///< D06; a: host in Via, b: host in Contact, c: source
    OverlayPort,       ///< D07; a: port
    WrongPassword,     ///< D08; a: "0" where the server's own was compared, b: in which ways, as digestwords.h has it,
                       ///< c: when it was accepted before, in milliseconds since 1970, where nothing was compared
    PasswordFound,     ///< D08; a: place in the list (0: the server's own), b: a NoteCode of those that tell passwords
                       ///< apart, as a number, and " foreign" of somebody else's server, c: of a password that was cut
                       ///< its octets
    NoPasswordFits,    ///< D08; a: how many were tried, b: in which ways, as digestwords.h has it
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
    AnswerLost,            ///< D22: repeats the REGISTER that was answered 200; a: copies, b: as ChallengeNotReceived
    BehindNat,             ///< D23; a: Contact, b: source
    PortMoved,             ///< D24; a: new, b: old endpoint, c: seconds of silence before
    TransportMoved,        ///< D24; a: new, b: old
    OtherViaAddress,  ///< D25: a request to the device is not answered and names another address than it registered to;
                      ///< a: named, b: registered to
    BridgeGateway,    ///< D25; a: the address, b: devices
    OtherTransport,   ///< D26; a: in Via, b: used
    SilentConnection, ///< D26: a TCP connection without an octet; a: from where
    StreamOutOfStep,  ///< D27; a: from where, b: octets that belong to no message
    NotSip,           ///< D28; a: from where, b: "STUN", "RTP", "TLS", "HTTP", "zero octets"; may be empty
    BlankKeepalive,   ///< D28; a: from where
    PlatformPassword, ///< D29; a: place in the list
    // heartbeat
    NeverBeaten,          ///< D30; a: allowance in seconds, b: digits 11-13 of its ID where they are a platform's
    BeatsSlower,          ///< D31; a: measured, b: configured, in seconds
    BeatsFaster,          ///< D31; the same
    BeatRepeated,         ///< D32: our answer was late or lost; a: copies, b: "answered" ahead of the last copy, or
                          ///< seconds until the answer; empty: not known
    BeatUnanswered,       ///< D32; a: copies
    BeatRefused,          ///< D33; a: status
    RefusedAfterAccepted, ///< D34; a: status, b: seconds since the last one that was accepted, c: by whom
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
    OkRepeated,       ///< D48; a: copies, b: "acked" where the record has an ACK
    SsrcDiffers,      ///< D50; a: offered, b: answered
    NoSetup,          ///< D51: media over TCP were offered, and the answer has no a=setup
    PasswordInSdp,    ///< D54; a: the attribute
    SdpTimeShifted,   ///< D55; a: hours, with its sign
    // not in the field's list
    Malformed, ///< a: a HeadFault as a number, b: the line, c: status it was refused with, may be empty
    OtherBodyInRepeat,
    RepeatsOverTcp,      ///< a: the method
    TooManyDevices,      ///< a: how many are kept, b: the address whose rows made room, empty: of many
    BeatsForOthers,      ///< a: registered names whose addresses send heartbeats under this ID
    RegistrationRefused, ///< a: status, b: reason, c: where the first REGISTER with its Call-ID was accepted: when, in
                         ///< milliseconds since 1970, a semicolon and its CSeq
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
    RegisteredBefore,    ///< of the site: registrations of an earlier start are in force; a: devices
    BindingsNotKept,     ///< of the site: registrations cannot be kept across starts; a: why
    SenderClock,      ///< a: whose HEP is dated by its arrival, b: seconds that its clock is off, with their sign; "?"
    WentSilent,       ///< beat, and beats no more; a: when it was last heard, milliseconds since 1970, b: seconds of
                      ///< silence that called it offline, c: its address
    BeatsLostOnWay,   ///< behind a silence SN went on as if it had beaten; a: how many did not come, b, c: SN before,
                      ///< behind
    RecordIncomplete, ///< of the site: messages are missing from the record, or out of order; b: signs of that
    RecordGap,        ///< of the site: nothing at all was captured for a while; b: since, c: until, milliseconds
                      ///< since 1970
    RestartedInSilence, ///< behind a silence it began anew; a: seconds of silence
    HoleInCapture,      ///< of the site: octets that were sent are missing; b: of which stream
    ManySilent,         ///< of the site: devices that fell silent at once; b: how many, c: within how many seconds
    FragmentsMissing,   ///< of the site: of datagrams the start alone is there; b: from where to where
    TimeWentBack,       ///< of the site: of a capture's packets; b: seconds, with their sign, of the last time
    ServerPortClosed, ///< what it sends comes back by ICMP: nobody listens there; a: where, may be several, b: who says
                      ///< so
    DevicePortClosed, ///< what is sent to it comes back; the same
    TcpRefused,       ///< of the site: SYN is answered by RST; a: where, b: from where, the last time
    TcpUnanswered,    ///< of the site: SYN is not answered; the same
    NotReachable,     ///< the same of other reasons; c: the IcmpReason as a number
    TimesUnknown,     ///< of the site: a text that was opened tells no times
    PacketsCut,       ///< of the site: packets were captured in part; b: how many octets of each
    UpperBeatUnanswered, ///< heartbeats of the platform above that it does not answer; a: from where
    BeatFormRefused,     ///< D33: for what they are, not for whose; a: status
    BeatTroubleRefused,  ///< D33: by trouble of the platform's own; a: status
    CatalogIgnored,      ///< D39: no answer, though it was heard behind the query; a: where the query went
    InviteIgnored,       ///< D46: the same
    RequestIgnored,      ///< the same of any other request; a: how many in a row, b: which, c: where they went
    RequestUnanswered,   ///< the same, and nothing was heard of it behind them
    RequestAstray, ///< none is answered, and they go elsewhere than it comes from; a: where they go, b: where it comes
                   ///< from, c: which
    BodiesLost,    ///< MESSAGEs without what they should carry; a: "length", "type", "behind" or "none" tells what
                   ///< shows it, b: octets
    CatalogLong,   ///< D40; a: items that came, b: SumNum, c: "itself" where it is one of them
    CatalogOfItself, ///< D40: it is an item of its own catalog, beside others; a: SumNum
    CatalogNotAsked, ///< nobody asked for its catalog since it registered; a: seconds
    JunkInStream, ///< its TCP stream has octets between messages; a: from where, b: the last ones in hex, c: how many
                  ///< in all
    StreamClosed, ///< of an address: we closed its TCP connection; a: from where, b: "unreadable" or "unfinished"
    OkWithoutContact,   ///< D22: it registers again and again, and the 200 has no Contact; a: times
    CallWithoutContact, ///< D48: its 200 to the INVITE has no Contact, and no ACK comes; a: copies
    OfferFault,         ///< D47: the INVITE was refused, and its offer is faulty; a: status, b: an OfferFault as a
                        ///< number, c: the line
    OfferAddress,       ///< the INVITE wants media sent to where nobody is; a: the address
    AnswerAddress,      ///< the same of its answer
    OtherInputInDigest, ///< D10; a: place in the list, b: what went into the digest, as digestwords.h has it, c: realm
                        ///< of the challenge
    UnregisteredItself, ///< and registered again later; a: times, b: seconds away the last time, c: in all
    LoggedInAnew,       ///< unregistered itself and registered at once; a: times, b: seconds between
    LooseHeader,     ///< taken here, and refused by stricter platforms; a: what: "branch", "no branch", "IPv6"; b: it,
                     ///< c: status where it was refused here
    SignedMessages,  ///< a Note header with a digest: it says nothing of the edition; a: its algorithm
    ResponseMissing, ///< it took what has a Response by the standard, and sent none; a: what, b: seconds. Of a catalog
                     ///< CatalogNoResponse says so
    ResponseError,   ///< its Response says ERROR; a: what, b: the ID that was asked about
    ResponseOtherSn, ///< the only Response to it has an SN that nobody asked with; a: what, b: SN asked, c: SN of the
                     ///< Response
    ResponseOtherDevice, ///< its Response names another ID than was asked about; a: what, b: asked, c: named
    ListShort,           ///< of a list that is no catalog; a: what, b: items that came, c: SumNum
    UnknownElements,     ///< elements of a Response that the standard does not have there; a: CmdType, b: which
    AnswersElsewhere,    ///< answers to it come from whom it did not ask, and it asks again; a: asked, b: who answers
    BeatsElsewhere,  ///< its heartbeats go to whom it did not register with, and nobody answers; a: registered with,
                     ///< b: where they go
    ManyRefused,     ///< of the site: devices whose heartbeats were taken are refused at once; a: by whom, b: how many
    ResponseRefused, ///< it refuses what it is asked, by a status; a: what, b: status, c: the answer's reason
    ServerBreaksOff, ///< over TCP the connection ends instead of an answer; a: by whom, b: RST or FIN, c: what was
                     ///< asked
    DeviceBreaksOff, ///< the same of the device, asked by the platform
    RestartsOften,   ///< a: times, b: within so many minutes
    ManyUnanswered,  ///< of the site: a server answers no heartbeat of anybody; a: which, b: of how many devices
    IdChanged,       ///< another ID registers at its address with its program, and it is gone; a: which, b: where
    RecordOneWay,    ///< of the site: the record has requests and no answer at all; b: how many requests
#define GBSCOPE_RULE(of, rule)
#define GBSCOPE_FOUND(of, rule, code) code,
#include "core/findings/rules/all.h"
#undef GBSCOPE_RULE
#undef GBSCOPE_FOUND
    // What packets of media prove, as MediaCause has it; a: from where to where, b: its words with '|' between them,
    // c: name of the cause that looks the same on the wire. Of a stream that no call names they are of the site
    MediaNothingArrives,
    MediaOfferedAddressOff,
    MediaPortClosed,
    MediaNobodyConnects,
    MediaConnectRefused,
    MediaConnectUnanswered,
    MediaConnectedLate,
    MediaConnectionReset,
    MediaSetupContradicts,
    MediaInterleaved,
    MediaFramingLost,
    MediaNotRtp,
    MediaSsrcOther,
    MediaSsrcChanges,
    MediaPayloadTypeOther,
    MediaPayloadTypeChanges,
    MediaLossOnTheWay,
    MediaLossInOwnSocket,
    MediaLossInRecord,
    MediaReordering,
    MediaDuplicates,
    MediaJitter,
    MediaTimestampJumps,
    MediaTimestampConstant,
    MediaTimestampInsideFrame,
    MediaMarkerNever,
    MediaNoPs,
    MediaPsBroken,
    MediaNoMap,
    MediaMapLength,
    MediaMapCrc,
    MediaMapOnce,
    MediaMapCodecOther,
    MediaHeadersApart,
    MediaPesLengthWrapped,
    MediaPesLengthZero,
    MediaVideoIdOdd,
    MediaPtsJumps,
    MediaNoVideo,
    MediaNoParameterSets,
    MediaNoKeyFrame,
    MediaKeyFramesRare,
    MediaAudioMissing,
    MediaAudioLate,
    MediaAudioSilent,
    MediaAudioTypeRare,
    MediaAudioCodecOther,
    MediaTalkIsPs,
    MediaEndedWithoutRtcp,
    MediaEndedBySender,
    MediaStopped,
    MediaPauseIgnored,
    MediaScaleIgnored,
    MediaDownloadNoEnd,
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
/// It follows from what was not seen: a hole in the record brings it about, too.
bool restsOnAbsence(FindingCode code);
/// So, and one hole of some seconds is enough for it.
bool isOfOneMoment(FindingCode code);
/// Says that a device's clock is wrong, by the time of its message.
bool comparesClocks(FindingCode code);
/// It is about media.
constexpr bool isOfMedia(FindingCode code)
{
    return code >= FindingCode::MediaNothingArrives && code <= FindingCode::MediaDownloadNoEnd;
}
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
    bool doubtful = false;   ///< it rests on what is not in the record, and the record has holes
    bool over = false;       ///< the record shows that it is so no more
    quint32 because = 0;     ///< id of the finding that it follows from; 0: none is known
    TimePoint overAt{};
    QList<CompetingCause> causes; ///< that the record leaves, where it leaves several

    const FindingKind &kind() const { return kindOf(code); }
    /// Of this case: its kind's, unless the record proves more or less, or it cost more.
    Severity severity() const;
    Likelihood likelihood() const;
};

} // namespace gb

Q_DECLARE_METATYPE(gb::Finding)
