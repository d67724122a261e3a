#pragma once
#include "core/base/clock.h"
#include "core/message/ptzcode.h"

#include <QString>

#include <bitset>
#include <map>
#include <optional>
#include <vector>

namespace gb {

/// Where a dome looks: degrees and times, GB/T 28181-2022 A.2.3.1.11. Up is the smaller tilt.
struct PtzPosition
{
    double pan = 0;  ///< 0 to 360, clockwise
    double tilt = 0; ///< -30 to 90
    double zoom = 1; ///< 1 to 32

    bool operator==(const PtzPosition &) const = default;
};

/**
 * A dome that moves while time goes by: obeys PTZCmd and PTZPreciseCtrl. A drive goes on until it is stopped, a preset
 * is driven to, a cruise and a scan go round. Time is handed in, and may only grow. Bounded: 255 presets, `maxTracks`
 * cruises and scans, `maxPoints` points of a cruise; what is over is not kept.
 */
class PtzHead
{
public:
    static constexpr std::size_t maxTracks = 16, maxPoints = 32;
    static constexpr double panRate = 120, tiltRate = 60, zoomRate = 8; ///< a second, at most

    struct Preset
    {
        PtzPosition position;
        QString name;
    };
    struct CruisePoint
    {
        int preset = 0;
        int dwell = 10; ///< seconds
        int speed = 8;  ///< 1 to 15
    };
    struct Cruise
    {
        QString name;
        int dwell = 10, speed = 8;
        std::vector<CruisePoint> points;
    };
    struct Scan
    {
        double left = 0, right = 90; ///< pan
        int speed = 0x80;            ///< 0 to 4095
    };
    struct Home
    {
        bool enabled = false;
        int resetTime = 120; ///< seconds without a command, then the preset is called
        int preset = 1;
    };

    /// False: it has no effect, as of a preset that is not set. `presetName` and `cruiseName` are those of
    /// PTZCmdParams; at most 32 characters stay.
    bool obey(const PtzCommand &command, TimePoint now, const QString &presetName = {}, const QString &cruiseName = {});
    /// What is empty stays as it is; values are brought into their ranges.
    void moveTo(std::optional<double> pan, std::optional<double> tilt, std::optional<double> zoom, TimePoint now);
    void drive(double pan, double tilt, double zoom, TimePoint now); ///< degrees and times a second
    void setHome(const Home &home, TimePoint now);

    PtzPosition position(TimePoint now);
    bool isMoving(TimePoint now);
    const Home &home() const { return m_home; }
    const std::map<int, Preset> &presets() const { return m_presets; }
    const std::map<int, Cruise> &cruises() const { return m_cruises; }
    double focus() const { return m_focus; } ///< 0 near to 1 far
    double iris() const { return m_iris; }   ///< 0 closed to 1 open
    bool isOn(int number) const { return m_switches.test(static_cast<std::size_t>(number & 0xFF)); }

private:
    struct Leg
    {
        PtzPosition to;
        double share = 1; ///< of the greatest rates
        Duration dwell{};
    };

    void advance(TimePoint now);
    void step(double seconds);
    void stopAll();
    bool nextLeg();
    bool callPreset(int number);
    bool changeCruise(const PtzCommand &command, const QString &name);
    bool startCruise(int group);
    bool changeScan(const PtzCommand &command);
    static double travel(const PtzPosition &from, const Leg &leg);

    PtzPosition m_position;
    TimePoint m_at{}, m_commanded{};
    double m_pan = 0, m_tilt = 0, m_zoom = 0, m_focusRate = 0, m_irisRate = 0; ///< a second
    double m_focus = 0.5, m_iris = 0.5;
    std::vector<Leg> m_legs; ///< that it drives along
    std::size_t m_leg = 0;
    bool m_round = false; ///< from the last one to the first again
    double m_waited = 0;  ///< seconds of the dwell at the end of the leg
    Home m_home;
    bool m_wentHome = false;
    std::map<int, Preset> m_presets;
    std::map<int, Cruise> m_cruises;
    std::map<int, Scan> m_scans;
    std::bitset<256> m_switches;
};

} // namespace gb
