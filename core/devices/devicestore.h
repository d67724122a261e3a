#pragma once
#include "core/devices/device.h"
#include "core/devices/event.h"
#include "core/devices/passwordverdict.h"
#include "core/flow/deliveries.h"
#include "core/flow/trace.h"

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace gb {

struct TrackedDevice;

/**
 * The devices of a record: a fold over its messages, live or imported; what has no message, a deadline that passes,
 * comes in as advance(). A device is the user part of From (GB/T 28181 practice). A heartbeat counts for it when the
 * Keepalive reaches a live registration of that ID from the address that registered it, or, where no registration was
 * seen, when it is answered 200. Repeats never count. At most `capacity` devices. Where rows run short, those that
 * never registered make room first, then those that registered with one message that nothing authenticated; of each
 * kind the oldest of an address that has more than its share. Who authenticated keeps his row, and who is expected: he
 * has one before he comes. It is made of facets, each a file in core/devices/facets; this class gives each message to
 * those whom it concerns.
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
    void keepShortHistories();

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
    const HeartbeatPolicy &policy() const;
    /// Judges these devices by policies of their own, whether they are known yet or not; who is not among them is
    /// judged by the common one. At most maxOverrides; more are left out.
    void setOverrides(const HeartbeatOverrides &overrides, TimePoint now);
    const HeartbeatOverrides &overrides() const;
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
    std::vector<PasswordVerdict> takeVerdicts();
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
    /// Nothing was captured from then to then, whatever fell due in between; told ahead of the message at its end.
    void noteHole(TimePoint from, TimePoint to);
    /// The record's clock went back from then to then; told ahead of the first message behind it.
    void noteClockBack(TimePoint from, TimePoint to);
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
    void noteClockJump(const ClockJump &jump);
    /// Every deadline up to `now`, in the order of their times.
    void advance(TimePoint now);
    /// When advance() wants to be called if nothing is heard until then; it may turn out to have nothing to do.
    std::optional<TimePoint> nextDeadline() const;

    /// Deadlines, at most one a device, and requests whose answer decides something.
    std::size_t deadlines() const;
    qsizetype pending() const;
    qsizetype count() const;

    /// Who is who; as of the last collect() or settleRoles().
    const Roster &roster() const;
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
    bool hasChangedDevices() const;
    /// What was noticed since it was last asked, and what of it are changes of state; for the rules, which see them
    /// with the message that they came with.
    struct Noticed
    {
        std::vector<Sign> signs;
        std::vector<StateChange> changes;
    };
    bool hasNoticed() const;
    /// Empties what is there, and gives it room that it had before.
    void notice(Noticed &noticed);
    bool hasNews() const;

private:
    struct Facets;

    TrackedDevice *deviceOf(const Trace &trace);
    void observeRequest(TrackedDevice &device, const Trace &trace);
    void observeAnswer(TrackedDevice &device, const Trace &trace);

    std::unique_ptr<Facets> m_facets;
    std::optional<quint32> m_lastPlace;
};

} // namespace gb
