#pragma once
#include "core/base/clock.h"
#include "core/base/prefetch.h"

#include <QHash>
#include <QList>
#include <QString>

#include <cstdint>
#include <limits>
#include <optional>

namespace gb {

/// What one device owes us, GB/T 28181-2022 9.6. Both ends must be set alike.
struct HeartbeatPolicy
{
    std::chrono::seconds interval{60}; ///< promised gap between heartbeats, 1 s to 1 day
    int timeoutCount = 3;              ///< missed in a row before Offline, 1 to 100

    Duration allowance() const { return interval * timeoutCount; }
    bool operator==(const HeartbeatPolicy &) const = default;
};

/// Policies of their own, by device ID.
using HeartbeatOverrides = QHash<QString, HeartbeatPolicy>;

enum class DeviceState : std::uint8_t {
    NeverSeen,
    Registering,
    AuthFailed,
    Online,
    Late,
    Offline,
    Unregistered,
    Lapsed,
    Unknown,    ///< it was heard, and neither a registration nor a heartbeat that was answered is in the record
    NotAnswered ///< so, and it sent heartbeats that nobody answered
};

/// The facts about a device that its state follows from. They are what was seen; no verdict is among them.
struct DeviceFacts
{
    enum class Phase : std::uint8_t { NeverSeen, Registering, AuthFailed, Registered, Unregistered };
    Phase phase = Phase::NeverSeen;
    bool heard = false;       ///< it sent something
    bool notAnswered = false; ///< heartbeats, and there was time enough to answer one
    bool kept = false;        ///< registered ahead of this start, and sent no heartbeat and no REGISTER since
    TimePoint phaseSince{};
    /// Of the registration in force: when it began (a new Call-ID is a new start of the device, RFC 3261 §10.2.4), when
    /// it was last confirmed.
    TimePoint startedAt{};
    TimePoint confirmedAt{};
    std::chrono::seconds expires{0};   ///< 0: not known, as of a device whose registration was not seen
    std::optional<TimePoint> lastBeat; ///< since startedAt
    TimePoint heardSince{};            ///< nothing was listened to just before: its allowance runs from then
};

struct Verdict
{
    DeviceState state = DeviceState::NeverSeen;
    TimePoint since{};
    /// When the verdict changes if nothing is heard; never asked for where it cannot change.
    std::optional<TimePoint> next;
    int missedInARow = 0;
};

/**
 * The state of a device at `now`: Offline exactly when interval × count has passed since the last heartbeat, or since
 * the registration where none came; Lapsed exactly when Expires has passed since the last confirmed REGISTER; whichever
 * came first stays.
 */
Verdict judge(const DeviceFacts &facts, const HeartbeatPolicy &policy, TimePoint now);

/// When its registration lapses, if it is not confirmed; it may have been where nothing was listened to, until the end
/// of that. Empty while it is not registered, or how long it holds is not known.
std::optional<TimePoint> lapsesAt(const DeviceFacts &facts);

/// When a device is late whose last sign of life was at `lastSign`.
TimePoint lateAt(TimePoint lastSign, const HeartbeatPolicy &policy);

/// Heartbeats missed within a silence: expected ones overdue by more than a tenth of the interval.
int missesIn(Duration silence, const HeartbeatPolicy &policy);

/// The heartbeats behind a moment: how a device beats since its setting was changed.
struct Rhythm
{
    static constexpr int enough = 4; ///< heartbeats, three gaps, until it is said whether a device follows

    int beats = 0;
    Duration interval{}; ///< median of the gaps between them; 0 where there are less than two heartbeats in a row

    bool isSure() const { return beats >= enough && interval.count() > 0; }
    /// Within a tenth.
    bool follows(std::chrono::seconds wanted) const
    {
        return interval * 10 >= wanted * 9 && interval * 10 <= wanted * 11;
    }
};

struct OfflineSpan
{
    TimePoint from;
    std::optional<TimePoint> to; ///< empty: still offline
    bool operator==(const OfflineSpan &) const = default;
};

/// A time in which a device was not in service.
struct AwaySpan
{
    enum class Why : quint8 {
        Silent, ///< no heartbeat for as long as the policy allows
        Left,   ///< it unregistered itself
        Lapsed, ///< it did not refresh its registration within its Expires
    };
    TimePoint from;
    std::optional<TimePoint> to; ///< empty: still away
    Why why = Why::Silent;
    bool operator==(const AwaySpan &) const = default;
};

/**
 * The past of one device: when it started, beat and left. Bounded: the oldest heartbeats go first and are counted.
 * Copies share their data, so a copy to another thread costs nothing.
 */
class HeartbeatHistory
{
public:
    static constexpr qsizetype capacity = 20'000; ///< 13 days at 60 s

    enum class Kind : std::uint8_t {
        Start,
        Beat,
        Leave,   ///< it unregistered itself
        Unheard, ///< from then until the next entry nothing was listened to, or captured
    };
    /// Eight octets: a record has one for each heartbeat, here and in the window.
    class Entry
    {
    public:
        Entry(TimePoint at, Kind kind)
            : m_microseconds(at.time_since_epoch().count())
            , m_kind(static_cast<qint64>(kind))
        {
        }
        TimePoint at() const { return TimePoint(Duration(m_microseconds)); }
        Kind kind() const { return static_cast<Kind>(m_kind & 3); }
        /// From then on heartbeats are due.
        bool isThere() const { return kind() == Kind::Start || kind() == Kind::Beat; }

    private:
        qint64 m_microseconds : 62; ///< 73,000 years to either side
        qint64 m_kind : 2;
    };
    static_assert(sizeof(Entry) == 8);

    /// Keeps at most `room` entries, 10 to capacity; a tenth of them goes at once.
    void add(TimePoint at, Kind kind, qsizetype room = capacity);
    /// The last entry, where it is the heartbeat of that time: it did not arrive after all.
    bool takeBack(TimePoint at);
    const QList<Entry> &entries() const { return m_entries; }
    qint64 forgotten() const { return m_forgotten; }
    qint64 beats() const { return m_beats; }

    /// Asks for the memory that add() will write to.
    void prefetchEnd() const
    {
        if (m_entries.isEmpty())
            return;                                                              // of nothing there is nothing ahead
        gb::prefetch(reinterpret_cast<const char *>(m_entries.constData()) - 1); // how many share them stands in front
        gb::prefetch(m_entries.constData() + m_entries.size());
    }

    /// Median gap between heartbeats that follow each other without a start between; zero where there are less than
    /// two. Of the last 101 gaps.
    Duration medianInterval() const;
    /// Behind `since`; of the last 101 gaps.
    Rhythm rhythmSince(TimePoint since) const;
    /// Spans that `policy` calls offline, up to `now`: what would have been, too, had it been in force.
    QList<OfflineSpan> offlineSpans(const HeartbeatPolicy &policy, TimePoint now) const;
    /// These, and those in which it had unregistered itself or its registration had lapsed, in order. What overlaps is
    /// one, for the reason that came first.
    QList<AwaySpan> awaySpans(const HeartbeatPolicy &policy, TimePoint now) const;
    /// It was refreshed at `to`, and had lapsed at `from`; the last maxLapses are kept.
    void addLapse(TimePoint from, TimePoint to);
    static constexpr qsizetype maxLapses = 256;
    qint64 misses(const HeartbeatPolicy &policy, TimePoint now) const;

private:
    Duration medianBehind(QList<Entry>::const_iterator first) const;

    QList<Entry> m_entries;
    QList<OfflineSpan> m_lapses;
    qint64 m_forgotten = 0;
    qint64 m_beats = 0;
};

} // namespace gb
