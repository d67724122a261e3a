#pragma once
#include "core/server/silence.h"

namespace gb {

/**
 * Which devices notice that their server is gone, while it is silent on purpose, and whether they are there again
 * behind it: GB/T 28181-2022 9.6, rule D38. A fold over the snapshots of devices; no clock. At most Silence's devices,
 * which the store bounds.
 */
class SilenceTest
{
public:
    enum class State : quint8 {
        Due,        ///< its time is not over
        Registered, ///< it registered anew
        Unnoticed,  ///< it goes on as if nothing were
        Stopped,    ///< it sends nothing any more
        TooShort,   ///< answers came again before its time was over
    };
    struct Result
    {
        QString device;
        State state = State::Due;
        Duration expected{};    ///< when it should give the server up, and
        Duration latest{};      ///< have registered, from the last answer on
        Duration sinceAnswer{}; ///< from that until now, or the end of the silence; of one that registered until then
        int unanswered = 0;     ///< heartbeats in that time
        std::optional<Duration> back; ///< first answer behind the end of the silence, from that on
    };

    /// A silence that covers a device as long as this shows whether it notices: its time, and some more. At most
    /// Silence::longest.
    static std::chrono::seconds enoughFor(const HeartbeatPolicy &policy);

    void begin(const SilenceChange &change);
    void apply(const QList<DeviceSnapshot> &devices);
    /// What is known of a device that was not decided about by then stays so.
    void end(TimePoint at);

    bool isOn() const { return m_on; }
    /// There was one at all.
    bool wasOn() const { return m_silence.since != TimePoint{}; }
    const Silence &silence() const { return m_silence; }
    /// In the order in which they were told at the beginning.
    QList<Result> results(TimePoint now) const;
    /// Empty for a device that it does not cover.
    std::optional<Result> result(const QString &device, TimePoint now) const;

private:
    struct Device
    {
        QString id;
        ServerContact contact; ///< up to the end of the silence
        HeartbeatPolicy policy;
        std::optional<TimePoint> backAt;
    };
    Result resultOf(const Device &device, TimePoint now) const;

    Silence m_silence;
    TimePoint m_endedAt{};
    bool m_on = false;
    QList<Device> m_devices;
    QHash<QString, qsizetype> m_places;
};

} // namespace gb
