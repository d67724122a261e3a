#pragma once
#include "core/base/placeindex.h"
#include "core/base/sharedtexts.h"
#include "core/base/shares.h"
#include "core/devices/device.h"
#include "core/devices/event.h"
#include "core/devices/outage.h"
#include "core/devices/ownlink.h"
#include "core/devices/passwordverdict.h"
#include "core/flow/deliveries.h"
#include "core/flow/trace.h"

#include <QHash>
#include <QSet>

#include <array>
#include <deque>
#include <limits>
#include <memory>

namespace gb {

struct DigestContext;
struct DigestSearch;
struct RefusedRequest;

/**
 * The devices of a record: a fold over its messages, live or imported; what has no message, a deadline that passes,
 * comes in as advance(). A device is the user part of From (GB/T 28181 practice). A heartbeat counts for it when the
 * Keepalive reaches a live registration of that ID from the address that registered it, or, where no registration was
 * seen, when it is answered 200. Repeats never count. At most `capacity` devices. Where rows run short, those that
 * never registered make room first, then those that registered with one message that nothing authenticated; of each
 * kind the oldest of an address that has more than its share. Who authenticated keeps his row, and who is expected: he
 * has one before he comes.
 */
class DeviceStore
{
public:
    static constexpr int capacity = 10'000;
    static constexpr qsizetype share = 8;    ///< rows of an address, where they run short and nothing was authenticated
    static constexpr int maxGuesses = 20;    ///< refusals a second that are compared with known passwords
    static constexpr qsizetype maxNames = 4; ///< of a device, and of others at its address, that are tried in digests
    static constexpr qsizetype maxRealms = 12; ///< of the record
    static constexpr qsizetype maxOverrides = 10'000;
    static constexpr qsizetype maxUntaken = 200'000; ///< events that wait for collect(); over it they are counted only

    /// Heartbeats of each device that are kept where nobody looks at their past: enough for the median of 101 gaps. At
    /// most 2 kB a device, 9 MB in all.
    static qsizetype shortHistory(qsizetype devices) { return devices > 5000 ? 112 : devices > 1000 ? 160 : 256; }

    explicit DeviceStore(HeartbeatPolicy policy = {});
    ~DeviceStore();

    /// Of each device shortHistory() heartbeats are kept, in place of HeartbeatHistory::capacity. Misses that a change
    /// of policy counts anew are those among them.
    void keepShortHistories() { m_shortHistories = true; }

    /// Returns the ID of the device that the message belongs to, safe to show; empty where there is none. A message to
    /// or from a channel, which has no row, belongs to the one device that is registered at its address; lastPlace()
    /// is empty then, for it says nothing of the device's own state.
    QString observe(const Trace &trace);
    /// Of the device that the last message belonged to: a number that is its own while it is here, below that of all
    /// who were here at one time. Empty where there was none.
    std::optional<quint32> lastPlace() const { return m_lastPlace; }
    /// Null where nobody is; holds while nothing is observed.
    const DeviceSnapshot *device(quint32 place) const;
    /// Null for an ID that is not known; the same.
    const DeviceSnapshot *device(const QString &id) const;
    /// Ask for the memory that observe() will need, some messages ahead of it, and each step some ahead of the next: of
    /// 10,000 devices nothing is in a cache. They change nothing.
    void prefetchIndex(const Trace &trace) const;
    std::optional<quint32> prefetchDevice(const Trace &trace) const;
    void prefetchLists(quint32 place) const;
    /// Judges every device anew; the change is among the events.
    void setPolicy(const HeartbeatPolicy &policy, TimePoint now);
    const HeartbeatPolicy &policy() const { return m_policy; }
    /// Judges these devices by policies of their own, whether they are known yet or not; who is not among them is
    /// judged by the common one. At most maxOverrides; more are left out.
    void setOverrides(const HeartbeatOverrides &overrides, TimePoint now);
    const HeartbeatOverrides &overrides() const { return m_overrides; }
    /// The beats of this device come with each batch in which they changed, and with the next one; empty: of none.
    void watch(const QString &id);
    /// Passwords that a refused digest is compared with, to say which one the device uses: the server's own, empty
    /// where there is none, and others, at most maxCandidates in all. Devices that were refused before are compared by
    /// compareRefused(). At most maxGuesses refusals a second are compared at once; who is refused more often waits for
    /// his next one.
    void setKnownPasswords(const QByteArray &own, const QList<QByteArray> &others);
    /// Compares at most `most` devices that were refused before the passwords became known; true: there are more.
    bool compareRefused(int most, TimePoint now);
    static constexpr std::size_t maxVerdicts = 256; ///< that wait for takeVerdicts(); more are not told
    /// What comparisons said since this was last asked, for the record.
    std::vector<PasswordVerdict> takeVerdicts() { return std::exchange(m_verdicts, {}); }
    /// The record has the verdict upon the answer that comes next, or upon a refusal of long ago.
    void judged(const PasswordVerdict &verdict);
    /// Devices that shall come, at most `capacity`, each ID once; they wait since `since`, or, where that is
    /// TimePoint{}, since the first message of the record. Who is not on the list any more and never came has no row
    /// any more.
    void setExpected(const QList<ExpectedDevice> &devices, TimePoint since);
    bool isExpected(const QString &id) const;
    /// Our own network interface went down, or is back: what is not heard in between says nothing of a device.
    void noteLink(const LinkChange &change);
    /// Nothing is listened to, or it is again. In between no device is judged; behind it those that were well have
    /// their allowance anew. A message that comes shows that something listens.
    void noteListening(bool on, TimePoint at);
    /// Registrations of an earlier start. Of a device that is registered here already nothing changes.
    void noteKept(const QList<KeptRegistration> &kept, TimePoint at);
    /// Devices that noteKept() made known, and that have not been heard since.
    qsizetype keptSilent() const;
    /// The record ends: what was so at its end is what is told.
    void noteEnd(TimePoint at);
    /// A message did not arrive: a heartbeat that counted counts no more, and those that follow it there count when
    /// they are answered.
    void undelivered(const Undelivered &message, TimePoint at);
    /// Something arrives there again: of the device of the last message.
    void reached(const std::vector<Endpoint> &ends, TimePoint at);
    /// Told as an event; verdicts follow the record's clock, which does not jump.
    void noteClockJump(const ClockJump &jump) { tell(jump); }
    /// Every deadline up to `now`, in the order of their times.
    void advance(TimePoint now);
    /// When advance() wants to be called if nothing is heard until then; it may turn out to have nothing to do.
    std::optional<TimePoint> nextDeadline() const;

    /// Deadlines, at most one a device, and requests whose answer decides something.
    std::size_t deadlines() const { return m_armed; }
    qsizetype pending() const;
    qsizetype count() const { return static_cast<qsizetype>(m_devices.size()); }

    /// Who is who; as of the last collect() or settleRoles().
    const Roster &roster() const { return m_roster; }
    void settleRoles();
    QList<DeviceSnapshot> snapshots() const;
    /// Null for an ID that is not known.
    const HeartbeatHistory *history(const QString &id) const;
    /// The same.
    const HeartbeatTruth *truth(const QString &id) const;

    static constexpr qsizetype everyDevice = std::numeric_limits<qsizetype>::max();
    /// What is new since it was last asked, with the new states of at most so many `devices`. The others wait for the
    /// next time; of 0, who is gone and what is watched, too.
    void collect(DeviceNews &news, qsizetype devices = everyDevice);
    /// Some were left.
    bool hasChangedDevices() const { return !m_changed.isEmpty(); }
    /// What was noticed since it was last asked, and what of it are changes of state; for the rules, which see them
    /// with the message that they came with.
    struct Noticed
    {
        std::vector<Sign> signs;
        std::vector<StateChange> changes;
    };
    bool hasNoticed() const { return !m_signs.empty() || !m_stateChanges.empty(); }
    /// Empties what is there, and gives it room that it had before.
    void notice(Noticed &noticed);
    bool hasNews() const
    {
        return !m_changed.isEmpty() || !m_events.isEmpty() || !m_gone.isEmpty() || m_truthWanted || m_roster.hasNews()
            || !m_parties.isEmpty();
    }

private:
    struct Device;
    struct Pending;
    /// How much shows that a device is there: who shows least makes room first.
    enum class Standing : quint8 {
        Heard,   ///< it never registered
        Claimed, ///< it registered, with one message of anybody's
        Proven,  ///< it spoke again from where it registered
        Kept,    ///< it makes no room: it authenticated, or it is expected
        None,    ///< not known yet
    };
    /// It counts while it is the device's own.
    struct Deadline
    {
        TimePoint at;
        Device *device;
        bool operator>(const Deadline &other) const { return at > other.at; }
    };

    Device *find(std::string_view id);
    Device *at(std::string_view id) const;
    Device *findOrCreate(std::string_view id, const Trace &trace);
    Device *create(const QByteArray &key, TimePoint now);
    void forget(Device *device);
    void forgetMissing();
    void expect(const ExpectedDevice &one, TimePoint since);
    void startWaiting(TimePoint now);
    bool makeRoom(const std::optional<IpAddress> &newcomer, TimePoint now);
    using Row = Shares<Device *>::First;
    std::optional<Row> firstToGo(const std::optional<IpAddress> &newcomer) const;
    void tellFull(const IpAddress &holder, TimePoint now);
    void settleStanding(Device &device);
    void leaveShare(Device &device);
    Device *deviceOf(const Trace &trace);
    bool isServer(std::string_view id) const;
    bool isFromAbove(const Trace &trace) const;
    bool tellsRoles(const Trace &trace);
    void retract(const Endpoint &top);
    void keep(Device &device, const KeptRegistration &kept, TimePoint at);
    void noteHeard(Device &device, const Trace &trace);
    DeviceSnapshot snapshotOf(const Device &device) const;
    qsizetype historyRoom() const { return m_shortHistories ? shortHistory(count()) : HeartbeatHistory::capacity; }

    void observeRequest(Device &device, const Trace &trace);
    void observeRegister(Device &device, const Trace &trace);
    void followMove(Device &device, const Trace &trace);
    void observeKeepalive(Device &device, const Trace &trace);
    void observeUnread(Device &device, TimePoint at);
    void observeAnswer(Device &device, const Pending &pending, const Trace &trace);
    void noteCredentials(Device &device, const Trace &trace);
    static bool isStranger(const Device &device, const Endpoint &from);
    void challenged(Device &device, const Pending &pending, const Trace &trace);
    void registrationAnswered(Device &device, const Pending &pending, const Trace &trace);
    void registered(Device &device, const Pending &pending, const Trace &trace);
    void accepted(const Pending &pending, TimePoint at);
    void applyVerdict(Device &device, const Note &verdict, TimePoint now);
    Note whichPassword(Device &device, const RefusedRequest &request, const Note &otherwise);
    Note verdictOf(const DigestSearch &search, const Note &otherwise) const;
    DigestContext contextOf(const Device &device, const RefusedRequest &request) const;
    static RefusedRequest requestOf(const Trace &trace);
    static void noteMistaken(Device &device, const SipHead &head);
    void noteRealm(std::string_view realm);
    bool mayGuess(TimePoint now);
    void refused(Device &device, const Pending &pending, const Trace &trace);
    void observeSetting(Device &device, const Trace &trace);
    void learnPlatform(const Trace &trace);
    void countBeat(Device &device, TimePoint at, std::optional<qint64> sn);
    void impliedBeat(Device &device, const Pending &pending);
    void remember(quint64 number, Pending pending);

    void moveTo(Device &device, const Endpoint &address);
    void countRegistered(const Endpoint &at, const Device &device, int change);
    QString atItsAddress(const Trace &trace) const;
    void tell(Event event);
    void setPhase(Device &device, DeviceFacts::Phase phase, TimePoint at);
    void problem(Device &device, Note note, TimePoint at, quint64 number);
    void faults(Device &device, const Trace &trace);
    void bodyFaults(Device &device, const Trace &trace);
    const OwnLink::Loss *lossSince(const Device &device, TimePoint now) const;
    void refresh(Device &device, TimePoint now);
    void announce(Device &device);
    void schedule(Device &device);
    void disarm(Device &device);
    void dropDeadlines();
    const Deadline *firstDeadline() const;
    void popDeadline();
    Note reasonFor(const Device &device, TimePoint now) const;
    const Device *byShownId(const QString &id) const;
    void usePolicy(Device &device);
    void judgeAnew(Device &device, TimePoint now);
    void noteTraffic(Device &device, const Trace &trace);
    void noteBeat(Device &device, const Trace &trace, bool counts, bool foreign);
    void takeBack(Device &device, const Undelivered &message);
    std::optional<Note> notReached(const Device &device) const;
    void noteOutage(Device &device, TimePoint silentFrom, TimePoint at);
    void collectTruth(DeviceNews &news);

    HeartbeatPolicy m_policy;
    QList<QByteArray> m_passwords;  ///< as guessPassword takes them
    bool m_ownPassword = false;     ///< the first one is the server's
    QList<QByteArray> m_realms;     ///< of challenges
    quint64 m_working = 0;          ///< bits of those that a foreign platform has accepted
    QList<QByteArray> m_uncompared; ///< keys of devices
    TimePoint m_guessesSince{};
    int m_guesses = 0; ///< since then
    std::vector<PasswordVerdict> m_verdicts;
    std::optional<PasswordVerdict> m_told; ///< by the record, upon the answer that comes next
    std::vector<std::unique_ptr<Device>> m_devices;
    SharedTexts m_texts;
    PlaceIndex m_index;             ///< of places by ID, which is the octets of the wire
    std::vector<Device *> m_places; ///< by Device::place; null where nobody is
    std::vector<quint32> m_freePlaces;
    std::deque<Deadline> m_inTurn; ///< deadlines that came in their order, as those of heartbeats by the common policy
                                   ///< do
    std::vector<Deadline> m_deadlines;    ///< the others: a heap, the earliest first
    std::size_t m_armed = 0;              ///< devices that have one in either
    TimePoint m_at{};                     ///< of the last message, or advance()
    std::optional<TimePoint> m_deafSince; ///< nothing is listened to
    bool m_isOver = false;                ///< since the record ended
    Device *m_lastFound = nullptr;
    std::optional<quint32> m_lastPlace;
    struct Registered
    {
        int count = 0;
        quint32 places = 0; ///< Device::place of all of them, by exclusive or: of one it is the place
    };
    QHash<Endpoint, Registered> m_registeredAt; ///< who is registered at an endpoint
    QHash<quint64, Pending> m_pending;          ///< requests whose answer decides something, by number
    std::deque<quint64> m_pendingOrder;
    Roster m_roster;
    quint32 m_rosterRound = 1;  ///< with the next one the roster may have forgotten what heartbeats told
    QList<Party> m_parties;     ///< changed ones, until collect()
    QSet<QByteArray> m_servers; ///< IDs that REGISTER requests were sent to
    QList<Device *> m_changed;
    QStringList m_gone;
    QList<Event> m_events;
    qsizetype m_lastEvents = 0; ///< room for as many as the last batch had
    std::vector<Sign> m_signs;
    std::vector<StateChange> m_stateChanges;
    quint64 m_untold = 0;
    std::optional<IpAddress> m_toldFull;      ///< whose rows made room when that was last told; null: of many addresses
    std::array<Shares<Device *>, 3> m_shares; ///< by standing
    quint64 m_turn = 0;
    HeartbeatOverrides m_overrides; ///< by ID as it is shown
    bool m_shortHistories = false;
    QString m_watched;
    bool m_truthWanted = false;
    QSet<Endpoint> m_portKeepers; ///< that sent empty datagrams
    OutageWatch<Device *> m_outage;
    OwnLink m_link;
    int m_registered = 0;               ///< devices
    qsizetype m_expected = 0;           ///< devices that are
    std::optional<TimePoint> m_firstAt; ///< of the record
};

} // namespace gb
