#pragma once
#include "core/devices/facets/deadlines.h"
#include "core/devices/facets/devicerows.h"
#include "core/devices/facets/newslog.h"
#include "core/devices/ownlink.h"

namespace gb {

/// Says which state a device is in, since when and why; by whose policy, and what we could not hear meanwhile.
class DeviceJudge
{
public:
    DeviceJudge(HeartbeatPolicy policy, DeviceRows &rows, NewsLog &news)
        : m_policy(policy)
        , m_rows(rows)
        , m_news(news)
    {
    }

    const HeartbeatPolicy &policy() const { return m_policy; }
    void setPolicy(const HeartbeatPolicy &policy, TimePoint now);
    const HeartbeatOverrides &overrides() const { return m_overrides; }
    void setOverrides(const HeartbeatOverrides &overrides, TimePoint now);
    /// Its own, or the common one.
    void usePolicy(TrackedDevice &device) const;

    /// Judges it as of now, and tells what changed.
    void refresh(TrackedDevice &device, TimePoint now);
    /// Every deadline up to `now`, in the order of their times.
    void advance(TimePoint now);
    std::optional<TimePoint> nextDeadline() const;
    std::size_t deadlines() const { return m_deadlines.count(); }
    void disarm(TrackedDevice &device) { m_deadlines.disarm(device); }
    /// Of the last message, or advance().
    TimePoint at() const { return m_at; }

    void noteLink(const LinkChange &change);
    const OwnLink &link() const { return m_link; }
    bool isDeaf() const { return m_deafSince.has_value(); }
    void noteListening(bool on, TimePoint at);
    void noteEnd(TimePoint at);
    /// Of that time nothing was captured.
    void noteHole(TimePoint from, TimePoint to);
    /// The clock of the record went back: what is known moves with it, and nothing is measured over that place.
    void noteClockBack(TimePoint from, TimePoint to);

private:
    void noteUnheard(TrackedDevice &device, TimePoint from, TimePoint to);
    void judgeAnew(TrackedDevice &device, TimePoint now);
    Note reasonFor(const TrackedDevice &device, TimePoint now) const;
    const OwnLink::Loss *lossSince(const TrackedDevice &device, TimePoint now) const;
    void schedule(TrackedDevice &device)
    {
        if (const auto &next = device.s.verdict.next; next && (!device.deadline || *device.deadline > *next))
            m_deadlines.schedule(device, lateAt(m_at, m_policy), m_rows.count());
    }

    HeartbeatPolicy m_policy;
    HeartbeatOverrides m_overrides; ///< by ID as it is shown
    DeviceRows &m_rows;
    NewsLog &m_news;
    DeviceDeadlines m_deadlines;
    TimePoint m_at{};
    std::optional<TimePoint> m_deafSince; ///< nothing is listened to
    bool m_isOver = false;                ///< since the record ended
    OwnLink m_link;
};

} // namespace gb
