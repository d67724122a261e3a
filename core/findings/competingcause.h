#pragma once
#include <QList>
#include <QString>

#include <initializer_list>

namespace gb {

/// Whose setting or machine it is.
enum class Culprit : quint8 { Camera, Device, Network, Server, Record };

/// Causes of which a record may leave several. Their words are in core/report/words/causetexts.cpp.
enum class CauseCode : quint8 {
    // of a device that went silent
    PowerLost,
    WayLost,
    Crashed,
    Lapsed,
    AddressMoved,
    // of a server that does not answer
    ServerGone,
    WayToServer,
    NotKnownThere,
    NotCaptured,
    // of a registration that is refused again and again
    WrongPasswordInDevice,
    PasswordChanged,
    OtherNameOrRealm,
    OtherDigestForm,
    ChallengeLost,
    // of a request that the device does not answer
    MappingClosed,
    RequestLost,
    DeviceIgnores,
    // of media that do not come
    MediaAddressWrong,
    MediaBlocked,
    MediaNotSent,
    // of a device that connects anew
    ConnectionCut,
    Restarts,
    Count
};

/// What a record may have for a cause, or against it.
enum class EvidenceCode : quint8 {
    NeighboursSilent,    ///< a: how many others went silent with it, b: at which address, or in which network
    NeighboursHeard,     ///< a: how many others were heard on, b: there
    PortClosed,          ///< its own host says that nothing listens; a: where
    HostUnreachable,     ///< a router says that it is not reached; a: which
    SameCallId,          ///< it came back with its Call-ID, and CSeq went on; a: CSeq before, b: since
    NewCallId,           ///< it came back with another Call-ID
    SnAtStart,           ///< a: SN before, b: since
    SnAsIfSent,          ///< SN went on as if it had beaten; a: before, b: since
    SnStoodStill,        ///< SN went on by one; a: before, b: since
    RegistrationEnded,   ///< a: when, milliseconds since 1970
    RegistrationHeld,    ///< a: until when
    LastBeatsRefused,    ///< a: how many
    LastBeatsUnanswered, ///< a: how many
    LastBeatAnswered,
    MovedBefore,         ///< its port or address had changed in this record
    SpeaksElsewhere,     ///< somebody speaks as it, and is not taken; a: from where
    AddressTaken,        ///< another device registered from its address; a: which
    BackElsewhere,       ///< a: from where before, b: since
    BackFromThere,       ///< a: from where
    AnswersWithoutBeats, ///< it answered a request when its heartbeats had stopped
    RequestsUnanswered,  ///< a: how many
    RestartedBefore,     ///< a: how often
    OthersAnswered,      ///< the server answered others meanwhile; a: which
    NobodyAnswered,      ///< nor anybody else; a: which, b: how many devices
    ServerAsked,         ///< the server sent it a request meanwhile; a: what
    Insisted,            ///< it sent the same again; a: how often in all
    AnsweredSince,       ///< its next one was answered
    RecordHasHoles,
    TakenBefore, ///< its credentials were accepted; a: when, milliseconds since 1970
    NoneFits,    ///< no known password, with the names, realms and formulas that were tried
    SameRealm,   ///< a: the realm
    OtherRealm,  ///< a: used, b: challenged
    SameUser,    ///< a: the user name
    OtherUser,   ///< a: used
    UsualChallenge,
    UnusualChallenge, ///< a: what it asks for
    FormFollowed,     ///< its credentials are in that form; a: what was asked for
    SameProgramTaken, ///< another device with this User-Agent was accepted; a: User-Agent
    NothingRepeated,  ///< its next REGISTER was a new one, so it had the answer
    LongNotHeard,     ///< behind NAT; a: seconds since its last word
    SoonBehindWord,   ///< a: seconds since its last word
    NoNat,            ///< a: its Contact, from where it comes, too
    LargeRequest,     ///< a: bytes
    AnsweredOther,    ///< it answered another request; a: what
    OfferElsewhere,   ///< a: where the media were to go, b: where the signalling came from
    OfferHere,        ///< a: both
    AckSeen,
    AckNotSeen,
    Count
};

struct Evidence
{
    EvidenceCode code = EvidenceCode::Count;
    QString a{}, b{};
    bool operator==(const Evidence &) const = default;
};

/// One of the causes that a record leaves, with what it has for it and against it. A value; text in it is safe to show.
struct CompetingCause
{
    CauseCode code = CauseCode::Count;
    QList<Evidence> speaksFor{}, speaksAgainst{};
    bool operator==(const CompetingCause &) const = default;
};

} // namespace gb
