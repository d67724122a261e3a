#include "core/report/page/sitereport.h"
#include "core/report/words/findingwords.h"
#include "core/report/words/wording.h"

#include <algorithm>
#include <array>
#include <span>

namespace gb::page {
namespace {

using Kind = Stage::Kind;
using State = Stage::State;

struct Range
{
    int first, last;
    Kind kind;
};
/// Rules of the field's list, D01 and on.
constexpr Range fieldRules[] = {{1, 2, Kind::Network}, {3, 22, Kind::Registration}, {23, 28, Kind::Network},
    {29, 29, Kind::Registration}, {30, 36, Kind::Heartbeat}, {37, 37, Kind::Clock}, {38, 38, Kind::Heartbeat},
    {39, 45, Kind::Catalog}, {46, 55, Kind::Media}};
/// The project's own that belong to a stage. What is odd in a message, and what is wrong with the record, has none.
constexpr Range ownRules[] = {{6, 6, Kind::Registration}, {12, 13, Kind::Registration}, {30, 38, Kind::Media},
    {40, 44, Kind::Heartbeat}, {50, 51, Kind::Registration}, {60, 62, Kind::Network}, {65, 65, Kind::Catalog},
    {66, 66, Kind::Network}, {67, 67, Kind::Media}, {70, 73, Kind::Heartbeat}, {80, 85, Kind::Network}};

std::optional<Kind> stageOf(const Finding &finding)
{
    const QByteArray rule = finding.kind().rule;
    const int number = rule.mid(1).toInt();
    const std::span<const Range> ranges = rule.startsWith('D') ? std::span<const Range>(fieldRules) : ownRules;
    for (const Range &range : ranges) {
        if (number >= range.first && number <= range.last)
            return range.kind;
    }
    return std::nullopt;
}

bool isSure(const Finding &finding)
{
    return finding.severity() == Severity::Error && !finding.doubtful && finding.likelihood() != Likelihood::Possible;
}

void fold(Stage &stage, const Finding &finding)
{
    if (finding.over || finding.severity() == Severity::Info)
        return;
    const State state = isSure(finding) ? State::Broken : State::Doubtful;
    if (stage.state == State::Broken || (stage.state == State::Doubtful && state == State::Doubtful))
        return;
    stage.state = state;
    stage.said = wording::finding(finding).title;
}

State registrationOf(const DeviceSnapshot &device)
{
    switch (device.facts.phase) {
    case DeviceFacts::Phase::Registered: return device.facts.kept ? State::NotSeen : State::Sound;
    case DeviceFacts::Phase::AuthFailed: return State::Broken;
    case DeviceFacts::Phase::Registering: return State::Doubtful;
    default: return State::NotSeen;
    }
}

State heartbeatOf(const DeviceSnapshot &device)
{
    switch (device.verdict.state) {
    case DeviceState::Online: return device.beats > 0 ? State::Sound : State::NotSeen;
    case DeviceState::Late: return State::Doubtful;
    case DeviceState::Offline: return State::Broken;
    default: return State::NotSeen;
    }
}

} // namespace

const Finding *DeviceReport::worst() const
{
    const auto found = std::find_if(findings.begin(), findings.end(),
        [](const Finding &one) { return !one.over && one.severity() != Severity::Info; });
    return found == findings.end() ? nullptr : &*found;
}

void sortFindings(QList<Finding> &findings)
{
    const auto rank = [](const Finding &one) {
        return std::array<int, 4>{
            one.over ? 1 : 0, -static_cast<int>(one.severity()), one.because != 0 ? 1 : 0, static_cast<int>(one.code)};
    };
    std::sort(findings.begin(), findings.end(),
        [&rank](const Finding &a, const Finding &b) { return std::pair(rank(a), a.id) < std::pair(rank(b), b.id); });
}

QList<Stage> chainOf(const DeviceReport &report, const Evidence &evidence, TimePoint now)
{
    QList<Stage> chain;
    for (const Kind kind :
        {Kind::Network, Kind::Registration, Kind::Heartbeat, Kind::Clock, Kind::Catalog, Kind::Media})
        chain.append({.kind = kind});
    const auto at = [&chain](Kind kind) -> Stage & { return chain[static_cast<qsizetype>(kind)]; };
    const DeviceSnapshot &device = report.device;
    at(Kind::Network).state = device.isMissing() ? State::Broken : device.lastSeen ? State::Sound : State::NotSeen;
    at(Kind::Registration).state = registrationOf(device);
    at(Kind::Heartbeat).state = heartbeatOf(device);
    at(Kind::Catalog).state = evidence.catalogCame ? State::Sound : State::NotSeen;
    at(Kind::Media).state = evidence.callAnswered ? State::Sound : State::NotSeen;
    for (const Finding &finding : report.findings) {
        if (const auto kind = stageOf(finding))
            fold(at(*kind), finding);
    }
    for (Stage &stage : chain) {
        const bool wrong = stage.state == State::Broken || stage.state == State::Doubtful;
        if (wrong && stage.said.isEmpty())
            stage.said = wording::sentence(device, now);
    }
    return chain;
}

} // namespace gb::page
