#pragma once
#include "core/base/sharedtexts.h"
#include "core/devices/device.h"
#include "core/findings/dossiers.h"
#include "core/findings/findingtimers.h"
#include "core/findings/rules/rules.h"

namespace gb {

class DeviceStore;

/// What all share who look at a record for findings: the facts, the site, and where what is found goes.
struct FindingsBase
{
    const DeviceStore &devices;
    SiteFacts site{};
    HeartbeatOverrides overrides{};
    FindingLog log{};
    SharedTexts texts{};
    Dossiers dossiers{};
    FindingTimers timers{};
    quint64 number = 0;                  ///< of the last message
    TimePoint lostAt = TimePoint::min(); ///< the last time at which something that was sent was not captured
    TimePoint heardAt{};                 ///< the last message of anybody
    TimePoint toldGap{};                 ///< began then: the last one of G76
    TimePoint holeFrom{}, holeTo{};      ///< in which nothing was captured, the last one
    TimePoint quietFrom{}, quietTo{};    ///< the last long pause in which nobody was heard

    /// Of others, which may have holes.
    bool isCapture() const { return !site.live || site.serverId.isEmpty(); }
    const HeartbeatPolicy &policyOf(const QString &id) const;
    /// In that span without a message heartbeats should have come: of five devices, or, where `many` is not asked for,
    /// of two that are half of all that have a rhythm. Each is judged by its own rhythm, and one that has just
    /// registered by its policy.
    bool areMissed(TimePoint from, TimePoint to, bool many) const;
    /// G76, with all that follows from it.
    void tellGap(TimePoint from, TimePoint to, TimePoint at, quint64 message);
    void noteHeard(TimePoint at);
    /// By its SN it sent all that is missing in a pause in which nobody was heard: the record has a hole there.
    bool countsThroughSilence(const Trace &beat) const;
    /// What fell due in that time, and was renewed in it, is not known.
    void noteHole(TimePoint from, TimePoint to);
    /// It fell due where nothing was captured.
    bool isInHole(TimePoint at) const { return at > holeFrom && at <= holeTo; }
    /// The clock of the record went back to then: nothing can be measured over that place.
    void clockBack(TimePoint to);
    /// The pause in which nobody was heard that has all of this span; empty where somebody was.
    std::optional<std::pair<TimePoint, TimePoint>> quietAround(TimePoint from, TimePoint to) const;
    /// As DeviceStore has it.
    const ServerContact &contactOf(const Dossier &dossier) const;
    /// Null where it has no row.
    const DeviceSnapshot *deviceOf(const Dossier &dossier) const;
    /// Empty where nobody is there.
    QString idAt(std::optional<quint32> place) const;
};

/// What rules say of a message; of one of which a header may be missing nothing.
void runRules(std::span<const RuleFunction> rules, const RuleInput &in, Verdicts &out);

} // namespace gb
