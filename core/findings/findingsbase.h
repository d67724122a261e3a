#pragma once
#include "core/base/sharedtexts.h"
#include "core/devices/device.h"
#include "core/findings/dossiers.h"
#include "core/findings/findingtimers.h"
#include "core/findings/neighbours.h"
#include "core/findings/rules/rules.h"

namespace gb {

class DeviceStore;

/// What a record has of a server, as far as it tells why it does not answer somebody.
struct ServerFacts
{
    TimePoint answeredAt = TimePoint::min(); ///< anybody's REGISTER or heartbeat, the last one
    QString answered;                        ///< whose
    TimePoint otherAt = TimePoint::min();    ///< the last one of somebody else
    TimePoint askedAt = TimePoint::min();    ///< its own last request
    QString asked;
    qsizetype unanswered = 0; ///< devices whose heartbeats it did not answer since

    TimePoint answeredOther(const QString &than) const { return answered == than ? otherAt : answeredAt; }
    void noteAnswer(const QString &device, TimePoint at)
    {
        if (answered != device) {
            otherAt = answeredAt;
            answered = device;
        }
        answeredAt = at;
        unanswered = 0;
    }
};

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
    Neighbours neighbours{};
    QHash<IpAddress, ServerFacts> servers{}; ///< bounded
    QHash<QString, QString> programs{};      ///< User-Agents that were accepted, with the first ID of each; bounded
    bool isDoubtful = false;                 ///< RecordWatch::isDoubtful()
    quint64 number = 0;                      ///< of the last message
    TimePoint lostAt = TimePoint::min();     ///< the last time at which something that was sent was not captured
    TimePoint heardAt{};                     ///< the last message of anybody
    TimePoint toldGap{};                     ///< began then: the last one of G76
    TimePoint holeFrom{}, holeTo{};          ///< in which nothing was captured, the last one
    TimePoint quietFrom{}, quietTo{};        ///< the last long pause in which nobody was heard

    /// Null where nothing is known of it.
    const ServerFacts *serverOf(const IpAddress &address) const;
    /// Null where there is no room.
    ServerFacts *serverFor(const IpAddress &address);
    void noteProgram(const Dossier &dossier);
    /// Somebody else with that User-Agent was accepted.
    bool isProgramTaken(const QString &agent, const QString &id) const;
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
