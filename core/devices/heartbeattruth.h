#pragma once
#include "core/devices/heartbeat.h"
#include "core/flow/trace.h"

#include <vector>

namespace gb {

/// Why a heartbeat came when it did: what is known of it first, then what is only measured.
enum class GapReason : std::uint8_t {
    First,       ///< nothing to measure from, or the first one behind the registration, in time
    InTime,      ///< less than a tenth of the interval off
    Early,       ///< more than a tenth of the interval ahead of time
    Late,        ///< a tenth of the interval behind or more, no heartbeat is missing
    Missed,      ///< heartbeats are missing and nothing tells why
    AnswerLost,  ///< the device repeated the heartbeat before although we had answered
    AnswerLate,  ///< the device repeated the heartbeat before until we answered
    Unanswered,  ///< the heartbeat before was never answered
    Refused,     ///< the heartbeat before was answered, but not with 2xx
    PortChanged, ///< a new port of the same address
    AddressChanged,
    TransportChanged,
    Registered, ///< behind a silence it registered anew
    Reboot,     ///< SN fell, and with it the CSeq, the one Call-ID of all heartbeats, or the registration's
    Outage,     ///< at least three devices, and half of those registered, were silent at one time
    Foreign,    ///< from elsewhere than the device is registered: does not count (two devices with one ID)
    OwnLink,    ///< our own network interface was down in between
    ClockJump,  ///< the time of the record went back in between: nothing can be measured
};

struct GapVerdict
{
    GapReason reason = GapReason::First;
    Duration late{}; ///< gap less interval; below zero where it came early
    int missed = 0;  ///< that did not come at all
    bool operator==(const GapVerdict &) const = default;
};

/// One heartbeat with what became of it. 32 octets: 10,000 devices have 24 of them each.
struct Beat
{
    enum Flag : quint16 {
        HasSn = 1,
        Tcp = 2,
        Counted = 4,   ///< a sign of life to us
        Foreign = 8,   ///< see GapReason
        Measured = 16, ///< there was something to measure `gap` from
        Started = 32,  ///< a registration that was new stands between it and the one before
        Rebooted = 64,
        Outage = 128,
        AddressChanged = 256,
        PortChanged = 512,
        TransportChanged = 1024,
        RepeatedUnanswered = 2048, ///< copies came ahead of our answer
        RepeatedAnswered = 4096,   ///< copies came behind it
        OffSchedule = 8192,        ///< a copy came when its timer does not send one
        OwnLink = 16384,           ///< see GapReason
        ClockBack = 32768,         ///< its time is ahead of that of the one before: see GapReason::ClockJump
    };
    TimePoint at{};
    quint32 number = 0;        ///< of the message; 0 where it is over 32 bits
    quint32 sn = 0;            ///< its lowest 32 bits
    quint32 gapMs = 0;         ///< since the one before, or the registration; stays at 49 days
    quint32 answeredAfter = 0; ///< microseconds from the first copy to the first final answer; stays at 71 min
    quint16 status = 0;        ///< of that answer; 0: none was seen
    quint16 port = 0;
    quint16 flags = 0;
    quint8 place = 0;  ///< see HeartbeatTruth::from()
    quint8 copies = 1; ///< that SIP sent, the first one among them; stays at 255

    bool has(Flag flag) const { return flags & flag; }
    void set(Flag flag) { flags = static_cast<quint16>(flags | flag); }
    Duration gap() const { return std::chrono::milliseconds(gapMs); }
};
static_assert(sizeof(Beat) == 32);

/// What the device must think of us, GB/T 28181-2022 9.6: it calls the receiver offline when as many answers in a row
/// as its timeout count did not come.
struct DeviceView
{
    bool known = false; ///< an answer to it was seen at all; where none was, the record may hold one direction only
    int unanswered = 0; ///< in a row, without a 2xx until timer F fired
    std::optional<TimePoint> lostSince; ///< empty: it must think us there
};

/// How long the NAT ahead of a device keeps its port open: bounds, each empty until something shows it. UDP only.
struct NatEstimate
{
    std::optional<Duration> atLeast; ///< longest silence in both directions behind which the port was the same
    std::optional<Duration> atMost;  ///< shortest one behind which it was another
    /// A port that changes earlier than another silence kept it is not closed by being idle.
    bool byIdleTime() const { return !atMost || !atLeast || *atLeast <= *atMost; }
};

struct ClockReading
{
    TimePoint at{};  ///< when it was read
    Duration skew{}; ///< its clock less ours; taken for Beijing time where it names no zone
    bool zoneGiven = false;
};

enum class ClockFault : std::uint8_t {
    None, ///< at most 2 s off
    Off,
    Zone, ///< whole hours off, to a minute, 14 at most: the time zone is wrong
};
ClockFault clockFault(const ClockReading &reading);
/// The whole hours nearest to it.
int hoursOff(const ClockReading &reading);

/// At least three changes between online and offline within ten minutes.
struct Flapping
{
    int changes = 0;
    TimePoint since{};
    GapReason cause = GapReason::Missed; ///< of most of the gaps; Late where most were over the allowance by less than
                                         ///< an interval
};

/**
 * The last heartbeats of one device: copies, answers, and what stands behind each gap. A record of facts; reasons and
 * verdicts follow from them for whatever policy is asked about. Bounded: `capacity` heartbeats, in a big fleet fewer,
 * see roomIn(); the oldest go first and are counted; and `maxPlaces` addresses.
 */
class HeartbeatTruth
{
public:
    static constexpr std::size_t capacity = 256; ///< 4 h at 60 s; 8 KiB
    /// What each of so many devices may keep: 10,000 have 8 MB, not 80.
    static constexpr std::size_t roomIn(std::size_t devices)
    {
        return devices > 5000 ? 24 : devices > 1000 ? 64 : capacity;
    }
    static constexpr std::size_t maxPlaces = 16;
    static constexpr int copiesOfTimerE = 11; ///< in the 32 s that timer F leaves it (RFC 3261 §17.1.2.2): as many, and
                                              ///< no answer arrived
    static constexpr Duration flappingWithin = std::chrono::minutes(10);

    struct Arrival
    {
        TimePoint at{};
        quint64 number = 0;
        std::optional<qint64> sn;
        quint32 cseq = 0;
        quint64 callId = 0; ///< hash
        Endpoint from;
        TransportKind transport = TransportKind::Udp;
        bool counts = false; ///< at once; else by a 2xx
        bool foreign = false;
        bool cutOff = false; ///< our own interface was down since the one before
    };
    /// A first copy. `room`: how many may be kept.
    void beat(const Arrival &arrival, std::size_t room = capacity);
    /// Of the heartbeat with that number, if it is among the last ones.
    void copied(quint64 number, const CopyInfo &copy);
    void answered(quint64 number, int status, Duration after);
    /// It did not arrive; null where it did not count anyway.
    const Beat *undelivered(quint64 number);
    /// A registration that is new was answered 200.
    void started(TimePoint at, const Endpoint &from);
    /// Any message, either way: what keeps a NAT's port open.
    void traffic(TimePoint at) { m_traffic = std::max(m_traffic, at); }
    /// It sends empty datagrams against the NAT that are not its heartbeats: how long the port lasts without them is
    /// not seen.
    void keepsPortOpen() { m_keepsPortOpen = true; }
    void readClock(TimePoint at, std::string_view text);
    /// `serial`: what total() was when the heartbeat came.
    void markOutage(quint64 serial);

    /// Asks for the memory that beat() will write to.
    void prefetchEnd() const;

    qsizetype size() const { return static_cast<qsizetype>(m_beats.size()); }
    /// 0: the oldest that is kept.
    const Beat &at(qsizetype index) const
    {
        return m_beats[(m_oldest + static_cast<std::size_t>(index)) % m_beats.size()];
    }
    quint64 forgotten() const { return m_total - m_beats.size(); }
    quint64 total() const { return m_total; }
    /// Null address where there were too many.
    Endpoint from(const Beat &beat) const;
    std::optional<TimePoint> startedAt() const { return m_startedAt; }
    /// Of the last heartbeat that is not foreign, or the registration; TimePoint{} where there was none.
    TimePoint lastAt() const { return m_hasLast ? m_lastAt : m_startedAt.value_or(TimePoint{}); }

    GapVerdict gapOf(qsizetype index, const HeartbeatPolicy &policy) const;
    DeviceView deviceView(const HeartbeatPolicy &policy, TimePoint now) const;
    /// When the device must have thought us lost, as far back as heartbeats are kept.
    QList<OfflineSpan> lostSpans(const HeartbeatPolicy &policy, TimePoint now) const;
    NatEstimate nat() const;
    const std::optional<ClockReading> &clock() const { return m_clock; }
    /// As of the last ten minutes before `now`.
    std::optional<Flapping> flapping(const HeartbeatPolicy &policy, TimePoint now) const;

private:
    Beat &mutableAt(qsizetype index) { return m_beats[(m_oldest + static_cast<std::size_t>(index)) % m_beats.size()]; }
    Beat *find(quint64 number);
    quint8 placeOf(const IpAddress &address);
    void measure(Beat &beat, const Arrival &arrival);
    void learnNat(const Beat &beat, const Arrival &arrival);
    bool isReboot(const Arrival &arrival) const;
    void keep(const Beat &beat, std::size_t room);
    const Beat *before(qsizetype index) const;
    template<typename Told>
    DeviceView walk(const HeartbeatPolicy &policy, TimePoint now, Told told) const;

    std::vector<Beat> m_beats; ///< a ring once it is full
    std::size_t m_oldest = 0;
    quint64 m_total = 0;
    std::vector<IpAddress> m_places;
    std::optional<TimePoint> m_startedAt;
    TimePoint m_lastAt{}, m_traffic{};
    Endpoint m_lastFrom;
    quint64 m_lastCallId = 0;
    std::optional<qint64> m_lastSn;
    quint32 m_lastCseq = 0;
    TransportKind m_lastTransport = TransportKind::Udp;
    bool m_hasLast = false, m_startedSince = false, m_sameCallId = false, m_answersSeen = false,
         m_keepsPortOpen = false;
    Duration m_portKept{}, m_portLost = Duration::max();
    std::optional<ClockReading> m_clock;
};

} // namespace gb
