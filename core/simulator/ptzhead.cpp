#include "core/simulator/ptzhead.h"

#include <algorithm>
#include <cmath>

namespace gb {
namespace {

constexpr double leastTilt = -30, mostTilt = 90, mostZoom = 32;
constexpr qsizetype longestName = 32;
constexpr double shortestLeg = 0.01; ///< seconds, so that a round is never free
constexpr double mostSeconds = 3600; ///< of its way that are followed; what is older does not show

double wrapped(double pan)
{
    const double rest = std::fmod(pan, 360.0);
    return rest < 0 ? rest + 360 : rest;
}

double share(int value, int most)
{
    return static_cast<double>(std::clamp(value, 0, most)) / most;
}

/// The shorter way round.
double turn(double from, double to)
{
    const double way = wrapped(to - from);
    return way > 180 ? way - 360 : way;
}

} // namespace

double PtzHead::travel(const PtzPosition &from, const Leg &leg)
{
    const double seconds = std::max({std::abs(turn(from.pan, leg.to.pan)) / panRate,
        std::abs(leg.to.tilt - from.tilt) / tiltRate, std::abs(leg.to.zoom - from.zoom) / zoomRate});
    return seconds / std::max(leg.share, 0.01);
}

/// Along its drive or its leg, no further than the leg goes.
void PtzHead::step(double seconds)
{
    m_focus = std::clamp(m_focus + m_focusRate * seconds, 0.0, 1.0);
    m_iris = std::clamp(m_iris + m_irisRate * seconds, 0.0, 1.0);
    if (m_legs.empty()) {
        m_position.pan = wrapped(m_position.pan + m_pan * seconds);
        m_position.tilt = std::clamp(m_position.tilt + m_tilt * seconds, leastTilt, mostTilt);
        m_position.zoom = std::clamp(m_position.zoom + m_zoom * seconds, 1.0, mostZoom);
        return;
    }
    const Leg &leg = m_legs[m_leg];
    const double whole = travel(m_position, leg);
    const double part = whole <= seconds ? 1 : seconds / whole;
    m_position.pan = wrapped(m_position.pan + turn(m_position.pan, leg.to.pan) * part);
    m_position.tilt += (leg.to.tilt - m_position.tilt) * part;
    m_position.zoom += (leg.to.zoom - m_position.zoom) * part;
    if (part >= 1)
        m_position = leg.to;
}

bool PtzHead::nextLeg()
{
    m_waited = 0;
    if (++m_leg < m_legs.size())
        return true;
    m_leg = 0;
    if (!m_round)
        m_legs.clear();
    return m_round;
}

void PtzHead::advance(TimePoint now)
{
    double left = std::min(inSeconds(std::max(now - m_at, Duration{0})), mostSeconds);
    m_at = std::max(m_at, now);
    while (left > 0 && !m_legs.empty()) {
        const Leg leg = m_legs[m_leg];
        const double way = travel(m_position, leg);
        if (left < way) {
            step(left);
            left = 0;
            break;
        }
        step(way);
        const double wait = std::max(inSeconds(leg.dwell) - m_waited, shortestLeg);
        left -= way;
        if (left < wait) {
            m_waited += left;
            left = 0;
            break;
        }
        left -= wait;
        if (!nextLeg())
            break;
    }
    if (left > 0)
        step(left);
    if (m_home.enabled && !m_wentHome && now - m_commanded >= std::chrono::seconds(m_home.resetTime)) {
        m_wentHome = true;
        callPreset(m_home.preset);
    }
}

void PtzHead::stopAll()
{
    m_pan = m_tilt = m_zoom = 0;
    m_legs.clear();
    m_leg = 0;
    m_round = false;
    m_waited = 0;
}

bool PtzHead::obey(const PtzCommand &command, TimePoint now, const QString &presetName, const QString &cruiseName)
{
    using enum PtzAction;
    advance(now);
    m_commanded = now;
    m_wentHome = false;
    switch (command.action) {
    case Unknown: return false;
    case Move:
        stopAll();
        m_pan = command.pan * share(command.panSpeed, 0xFF) * panRate;
        m_tilt = -command.tilt * share(command.tiltSpeed, 0xFF) * tiltRate; // up is smaller
        m_zoom = command.zoom * share(command.zoomSpeed, 0xF) * zoomRate;
        return true;
    case Stop: stopAll(); return true;
    case FocusIris:
        m_focusRate = command.focus * share(command.focusSpeed, 0xFF);
        m_irisRate = command.iris * share(command.irisSpeed, 0xFF);
        return true;
    case FocusIrisStop: m_focusRate = m_irisRate = 0; return true;
    case PresetSet:
        m_presets.insert_or_assign(command.preset & 0xFF,
            Preset{m_position,
                presetName.isEmpty() ? QStringLiteral("Preset %1").arg(command.preset) : presetName.left(longestName)});
        return true;
    case PresetCall: return callPreset(command.preset);
    case PresetDelete: return m_presets.erase(command.preset) > 0;
    case CruiseStart: return startCruise(command.group);
    case CruiseAdd:
    case CruiseDelete:
    case CruiseDeleteAll:
    case CruiseSpeed:
    case CruiseDwell: return changeCruise(command, cruiseName);
    case ScanStart:
    case ScanLeft:
    case ScanRight:
    case ScanSpeed: return changeScan(command);
    case AuxOn:
    case AuxOff: m_switches.set(static_cast<std::size_t>(command.group & 0xFF), command.action == AuxOn); return true;
    }
    return false;
}

bool PtzHead::callPreset(int number)
{
    const auto found = m_presets.find(number);
    if (found == m_presets.end())
        return false;
    stopAll();
    m_legs.push_back({found->second.position, 1, {}});
    return true;
}

bool PtzHead::changeCruise(const PtzCommand &command, const QString &name)
{
    const auto found = m_cruises.find(command.group);
    if (command.action == PtzAction::CruiseDeleteAll)
        return m_cruises.erase(command.group) > 0;
    if (found == m_cruises.end() && (command.action == PtzAction::CruiseDelete || m_cruises.size() >= maxTracks))
        return false;
    Cruise &cruise = m_cruises[command.group];
    if (!name.isEmpty())
        cruise.name = name.left(longestName);
    else if (cruise.name.isEmpty())
        cruise.name = QStringLiteral("Cruise %1").arg(command.group);
    const auto toAll = [&cruise](int CruisePoint::*member, int value) {
        for (CruisePoint &point : cruise.points)
            point.*member = value;
        return true;
    };
    switch (command.action) {
    case PtzAction::CruiseSpeed:
        cruise.speed = std::clamp(command.value, 1, 15);
        return toAll(&CruisePoint::speed, cruise.speed);
    case PtzAction::CruiseDwell: cruise.dwell = command.value; return toAll(&CruisePoint::dwell, cruise.dwell);
    case PtzAction::CruiseDelete:
        return std::erase_if(cruise.points, [&](const CruisePoint &one) { return one.preset == command.preset; }) > 0;
    default: break;
    }
    if (cruise.points.size() >= maxPoints)
        return false;
    cruise.points.push_back({command.preset, cruise.dwell, cruise.speed});
    return true;
}

bool PtzHead::startCruise(int group)
{
    const auto found = m_cruises.find(group);
    if (found == m_cruises.end())
        return false;
    std::vector<Leg> legs;
    for (const CruisePoint &point : found->second.points) {
        if (const auto set = m_presets.find(point.preset); set != m_presets.end())
            legs.push_back({set->second.position, point.speed / 15.0, std::chrono::seconds(point.dwell)});
    }
    if (legs.empty())
        return false;
    stopAll();
    m_legs = std::move(legs);
    m_round = true;
    return true;
}

bool PtzHead::changeScan(const PtzCommand &command)
{
    if (!m_scans.contains(command.group) && m_scans.size() >= maxTracks)
        return false;
    Scan &scan = m_scans[command.group];
    switch (command.action) {
    case PtzAction::ScanLeft: scan.left = m_position.pan; return true;
    case PtzAction::ScanRight: scan.right = m_position.pan; return true;
    case PtzAction::ScanSpeed: scan.speed = command.value; return true;
    default: break;
    }
    stopAll();
    const double rate = std::clamp(scan.speed / 255.0, 0.01, 1.0);
    PtzPosition left = m_position, right = m_position;
    left.pan = scan.left;
    right.pan = scan.right;
    m_legs = {{right, rate, {}}, {left, rate, {}}};
    m_round = true;
    return true;
}

void PtzHead::moveTo(std::optional<double> pan, std::optional<double> tilt, std::optional<double> zoom, TimePoint now)
{
    advance(now);
    m_commanded = now;
    stopAll();
    PtzPosition to = m_position;
    to.pan = wrapped(pan.value_or(to.pan));
    to.tilt = std::clamp(tilt.value_or(to.tilt), leastTilt, mostTilt);
    to.zoom = std::clamp(zoom.value_or(to.zoom), 1.0, mostZoom);
    m_legs.push_back({to, 1, {}});
}

void PtzHead::drive(double pan, double tilt, double zoom, TimePoint now)
{
    advance(now);
    m_commanded = now;
    stopAll();
    m_pan = pan;
    m_tilt = tilt;
    m_zoom = zoom;
}

void PtzHead::setHome(const Home &home, TimePoint now)
{
    advance(now);
    m_home = home;
    m_commanded = now;
    m_wentHome = false;
}

PtzPosition PtzHead::position(TimePoint now)
{
    advance(now);
    return m_position;
}

bool PtzHead::isMoving(TimePoint now)
{
    advance(now);
    return !m_legs.empty() || m_pan != 0 || m_tilt != 0 || m_zoom != 0;
}

} // namespace gb
