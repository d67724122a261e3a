#pragma once
#include "core/findings/dossierparts.h"

namespace gb {

/// What the rules know of one device: facts of the record, no verdicts. Bounded; about 1 KB.
struct Dossier : DossierParts
{
    static constexpr std::size_t maxUnreached = 4;

    // What each heartbeat and its answer touch stands together, at the start
    using Codes = std::bitset<static_cast<std::size_t>(FindingCode::Count)>;
    QString id;                   ///< of the device
    std::optional<quint32> place; ///< DeviceStore::lastPlace()
    Codes open;                   ///< findings that are not over
    Codes raised = ~Codes();      ///< those that may stand: of one that was forgotten meanwhile nobody knows
    std::optional<bool> online;
    bool alternates = false;  ///< its last messages to one server came from two sources by turns
    quint8 sourceTurns = 0;   ///< so many of them in a row went back to the other one
    bool isOneSeries = false; ///< it registers from two addresses in one series: one Call-ID, and CSeq rises
    bool speaksTcp = false;   ///< its last request came over TCP
    bool beatAuthorized = false, beatOverTcp = false;
    bool catalogAsked = false; ///< or it beat ahead of its registration, so that it may have been asked before
    bool hushed = false;       ///< we do not answer it, on purpose, or have answered nothing that it began since
    bool cutOff = false;  ///< hushed, too, for our own network interface is down, or has been since it had its last
                          ///< answer
    quint64 hushedTo = 0; ///< its last message in that time
    // the registration in force
    IpAddress home; ///< from where it came
    TimePoint confirmedAt{};
    std::chrono::seconds expires{0}; ///< 0: none
    TimePoint restartedAt{};         ///< began to register under a new Call-ID though it had registered before
    QString userAgent;
    std::array<Source, 2> sources;          ///< the one that spoke last is first
    std::chrono::seconds wantedInterval{0}; ///< that a platform set by DeviceConfig; 0: none did
    OtherPort other;
    quint16 beatPort = 0; ///< the last heartbeat came from there
    quint8 portTurns = 0; ///< changes in a row between two ports, each with an SN that runs on for itself
    // heartbeats
    quint64 beat = 0;   ///< message of the last one
    TimePoint beatAt{}; ///< of its first copy; zero: none since it registered
    static constexpr std::size_t keptGaps = 5;
    LastOf<Duration, keptGaps> gaps; ///< since it registered
    Duration usualGap{};             ///< the middle one of its last ones in one registration; 0: not known yet
    Duration toldInterval{};         ///< what a finding says of them
    Duration longestGap{};           ///< among the last changes
    std::optional<qint64> sn;
    std::optional<TimePoint> acceptedAt; ///< the last one answered 2xx
    int refusedInARow = 0;
    quint16 unanswered = 0, answered = 0; ///< of the same: a bit for one without an answer, one for one with
    TimePoint unansweredSince{};          ///< the first one of those that have no answer, in a row
    quint16 insisted = 0;                 ///< how often the last one of them was sent
    bool isReconnected = false;           ///< with the last heartbeat that was so
    quint16 repeated = 0; ///< a bit for each of the last sixteen, the newest lowest: it had to be repeated
    qint8 runsOn = 0;     ///< changes between addresses through which its SN ran on by one; -1: one did not
    quint8 snStep = 0;    ///< the least by which SN rose from one heartbeat to the next, if it counts

    quint16 malformedStatus = 0; ///< with which of its malformed messages was refused; 0: none was
    quint64 malformed = 0;       ///< its last message that is
    quint64 loose = 0;           ///< its last message with a header that stricter platforms refuse
    Endpoint speaksFrom;         ///< of its last request
    TimePoint spokeAt{};         ///< it was heard last
    quint64 upperBeat = 0;       ///< a heartbeat of the platform above, the last one
    quint64 unseenChallenge = 0; ///< REGISTER whose 401 is not in the record so far
    TimePoint unseenSince{};
    IpAddress beatTo;       ///< where the last heartbeat went
    quint64 beatHop = 0;    ///< message by which a proxy passed the last heartbeat on
    quint16 beatCopies = 1; ///< of the last heartbeat
    TimePoint beatCopyAt{}; ///< of the last copy
    Elsewhere elsewhere;
    bool repeatsRegister = false, repeatsBeat = false; ///< it sends again over UDP what is not answered
    bool missesAnswers = false;                        ///< to it: one of `requests` is missing
    bool isRebooted = false;                           ///< the last heartbeat was the first one behind a reboot
    LastOf<IpAddress, 4> servers; ///< that accepted its registration, each once, the last one first
    std::unique_ptr<Requests> requests;
    std::unique_ptr<Catalog> catalog;
    std::unique_ptr<LastOf<Invite, 4>> invites;
    std::unique_ptr<Odd> odd;
    std::unique_ptr<Successor> successor;

    LastOf<Attempt, 4> attempts;
    LastOf<Attempt, 2> strange;  ///< REGISTERs and heartbeats from elsewhere while it is well: not its own until they
                                 ///< are accepted
    LastOf<TimePoint, 5> cycles; ///< when it began to register
    bool challengeHasQop = false, challengeHasAlgorithm = true; ///< the last 401
    QString algorithm;                                          ///< of the last 401, where it is not MD5
    QString realm;                                              ///< of it
    int ignoredChallenges = 0;                                  ///< in a row
    int fruitless = 0; ///< registrations in a row that were accepted, and begun anew within a minute without a
                       ///< heartbeat between
    std::optional<std::chrono::seconds> late; ///< how long the registration before had lapsed when this cycle began,
                                              ///< though the device was there
    IpAddress registeredAt;                   ///< where its REGISTER came to
    Endpoint contact;                         ///< of that
    Accepted accepted;
    Leave leave;
    QString looseWhat, looseText;
    TimePoint movedAt{}, rebootedAt{};
    LastOf<Reconnect, 8> reconnects;
    Silence silence;
    Proof proof;
    IpAddress neighbourhood;              ///< where it is kept among its neighbours
    QString registeredAgent, formerAgent; ///< User-Agent of its last REGISTER that was accepted, and the one before
    LastOf<TimePoint, 8> reboots;         ///< those whose numbers began at their start again
    TimePoint bootAsked{};                ///< the platform asked it to restart
    std::optional<TimePoint> silentSince; ///< it beat until then, and is silent
    bool silentWithOthers = false;        ///< and counts among those whose silences began together
    bool overdue = false;                 ///< a heartbeat is told to be due
    LastOf<TimePoint, 8> changes;         ///< between online and not

    // requests to it
    quint64 request = 0; ///< the last one with another address in Via than it registered at
    QString requestVia;
    Endpoint upperBeatFrom;
    bool upperBeatRepeated = false;
    quint64 junk = 0; ///< octets between its messages over TCP
    std::vector<Unreached> unreached;
    LastOf<quint64, 8> refused; ///< messages that did not arrive, or whose connection was ended
    enum class BrokenOff : quint8 { None, Beat, Register, Other } brokenOff{}; ///< request that G85 is about
    quint64 brokenRequest = 0;
    std::optional<Duration> platformSkew; ///< of the platform's Date against the time of the record

    static quint64 hashOf(std::string_view text);
    /// Null where it is forgotten, or none.
    Invite *invite(quint64 number) const;
    /// That an ACK or a CANCEL belongs to.
    Invite *inviteOf(const SipHead &head) const;
    /// Asks for the memory that a heartbeat touches.
    void prefetchWarm() const
    {
        prefetch(this,
            static_cast<std::size_t>(reinterpret_cast<const char *>(&attempts) - reinterpret_cast<const char *>(this))
                + 1);
        prefetch(&strange);
    }
    /// A REGISTER, the first copy.
    void noteRegister(const Trace &trace, SharedTexts &texts);
    /// A copy of one, and of which.
    Attempt *noteRegisterCopy(const Trace &trace);
    /// A copy of an answer.
    void noteAnswerCopy(const Trace &trace);
    /// Its answer; null where the REGISTER is forgotten.
    Attempt *noteRegisterAnswer(const Trace &trace, SharedTexts &texts);
    void noteSource(const Trace &trace, Duration together);
    void noteSource(const Source &now, Duration together);
    /// Somebody speaks in its name, from elsewhere, though it is there and well.
    bool isStranger(const Trace &trace) const;
    void noteStranger(const Trace &trace);
    /// What a stranger sent, and this answers; null where it is none.
    Attempt *strangerOf(const Trace &answer);
    /// His REGISTER was accepted: it is the device's.
    void adopt(const Attempt &attempt, const Trace &answer);
    /// A Keepalive that comes down to it.
    void noteUpperBeat(const Trace &trace);
    /// A Keepalive, the first copy.
    void noteBeat(const Trace &trace, SharedTexts &texts);
    /// A Keepalive from another address than the one before, by whose SN it is the next one: of one device with two
    /// ways, as far as is known.
    bool continues(const Trace &beat) const;
    /// Two ports of one address beat in its name by turns, and each counts for itself.
    bool hasTwoCounts(Duration together) const { return portTurns >= 2 && beatAt - other.at <= together; }
    /// DeviceConfig, as a platform sends it.
    void noteWanted(const Trace &trace);
    void notePort(const Trace &beat, const std::optional<qint64> &now);
    /// It speaks from two addresses by turns, and counts through both.
    bool hasTwoWays() const { return runsOn >= 2 || isOneSeries; }
    /// A REGISTER that goes on with the Call-ID of the last one.
    bool isNextInSeries(quint64 callIdOf, quint32 cseqOf) const
    {
        return attempts.size() > 0 && attempts[0].callId == callIdOf && cseqOf > attempts[0].cseq;
    }
    bool skipped(const std::optional<qint64> &now);
    bool isUnexplained(TimePoint beatBehind) const;
    /// The middle one of the last gaps between heartbeats; empty where there are fewer than so many.
    std::optional<Duration> rhythm(std::size_t least) const;
    /// The network has told of the message, or of a copy of it, that it did not arrive.
    bool isRefused(quint64 number) const
    {
        for (std::size_t i = 0; i < refused.size(); ++i) {
            if (refused[i] == number)
                return true;
        }
        return false;
    }
    /// It registered there, and was accepted.
    bool isServer(const IpAddress &address) const;
    void noteServer(const IpAddress &address);
    void noteBeatCopy(const Trace &trace);
    void noteAnswerer(const Trace &trace);
    /// A heartbeat or a REGISTER of its own, among the last ones.
    bool isOwn(quint64 number) const;
    void forgetRequests()
    {
        requests.reset();
        missesAnswers = false;
    }
    /// Null where it is none of the last requests to it.
    Requests::One *requestOf(quint64 number) const;
    /// It is a heartbeat or a REGISTER of its own, and it sends such ones again where they are not answered.
    bool repeats(quint64 number) const;
    /// Its last REGISTER has credentials, and the one ahead of it has no answer so far: the 401 may still come.
    void noteUnseenChallenge();
    /// It did not come. Said once.
    bool missesChallenge(TimePoint now);
    void noteState(bool isOnline, TimePoint at);
    /// Something of it was not captured: what follows from one message to the next is not known any more.
    void loseThread();
};

} // namespace gb
