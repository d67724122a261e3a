#pragma once
#include "core/devices/heartbeat.h"

#include <QList>

/// From the past of a device to what is drawn of it: pure functions, times in, times out. All past is judged by the
/// policy given.
namespace gb::ui {

/// What a chart shows; `to` is now: a silence at the end of the history runs until then.
struct ChartWindow
{
    TimePoint from{};
    TimePoint to{};
    Duration length() const { return to - from; }
    bool operator==(const ChartWindow &) const = default;
};

enum class ChartSpan : quint8 { QuarterHour, Hour, SixHours, Day, All };

/// The last `span` before `now`, from `first` on where that is later; never shorter than a minute.
ChartWindow windowOf(ChartSpan span, TimePoint now, std::optional<TimePoint> first);

/// A heartbeat and the seconds since the sign of life before it, which is a heartbeat or the registration.
struct GapPoint
{
    TimePoint at{};
    double seconds = 0;
    bool operator==(const GapPoint &) const = default;
};

struct StateSpan
{
    TimePoint from{};
    TimePoint to{};
    DeviceState state = DeviceState::Online; ///< Online, Late, Offline, or Unregistered after a good-bye
    bool operator==(const StateSpan &) const = default;
};

struct PolicyMark
{
    TimePoint at{};
    HeartbeatPolicy before, after;
    bool operator==(const PolicyMark &) const = default;
};

/// What happened to the record itself, and so to all devices in it.
struct RecordMark
{
    enum class Kind : quint8 { ClockJump, LinkDown, LinkUp };
    TimePoint at{};
    Kind kind = Kind::ClockJump;
    Duration by{}; ///< of a clock
    QString name;  ///< of a link
    bool operator==(const RecordMark &) const = default;
};

constexpr qsizetype maxChartPoints = 2000; ///< Qt Charts draws a line of 2,000 points in some 2 ms, of 100,000 in 100
constexpr qsizetype maxMissMarks = 500;

/// The heartbeats in the window and, where there is one, the last one ahead of it, so that the line enters from the
/// left.
QList<GapPoint> gapPoints(const HeartbeatHistory &history, const ChartWindow &window);

/// At most `limit` points, the smallest and the largest of each stretch of time; unchanged where there are not more.
/// `limit` is 2 or more.
QList<GapPoint> decimated(const QList<GapPoint> &points, qsizetype limit = maxChartPoints);

/// HeartbeatHistory::offlineSpans() as of the end of the window, cut to the window.
QList<StateSpan> offlineSpans(
    const HeartbeatHistory &history, const HeartbeatPolicy &policy, const ChartWindow &window);

/// These spans as Offline, cut to the window.
QList<StateSpan> cutToWindow(const QList<OfflineSpan> &spans, const ChartWindow &window);

/// The moments at which heartbeats were due that did not come; thinned out to maxMissMarks over the window.
QList<TimePoint> missMarks(const HeartbeatHistory &history, const HeartbeatPolicy &policy, const ChartWindow &window);

/// Without gaps from the first entry on; neighbours differ in state.
QList<StateSpan> stateSpans(const HeartbeatHistory &history, const HeartbeatPolicy &policy, const ChartWindow &window);

struct HeartbeatPicture
{
    QList<GapPoint> points; ///< decimated
    QList<StateSpan> offline;
    QList<TimePoint> misses;
    QList<PolicyMark> policies;          ///< changes within the window
    QList<RecordMark> record;            ///< the same
    std::optional<TimePoint> silentFrom; ///< last sign of life, while the device has not said good-bye
    double top = 1; ///< seconds, of the y axis: holds the biggest gap and the allowance with a margin
    std::optional<HeartbeatPolicy> trial; ///< what is tried, and what would have been offline by it
    QList<StateSpan> trialOffline;
    QList<StateSpan> lost; ///< as Offline: when the device must have thought us lost
};

HeartbeatPicture heartbeatPicture(const HeartbeatHistory &history, const HeartbeatPolicy &policy,
    const QList<PolicyMark> &changes, const ChartWindow &window);

/// Those within the window.
QList<RecordMark> cutToWindow(const QList<RecordMark> &marks, const ChartWindow &window);

/// Instants for at most `limit` labels within the window, on round steps of local time. `step` is set to their
/// distance.
QList<TimePoint> timeTicks(const ChartWindow &window, int limit, Duration *step);

/// Round values from 0 to `top` seconds, at most `limit` above zero.
QList<double> gapTicks(double top, int limit);

} // namespace gb::ui
