#pragma once
#include "core/base/clockwatch.h"
#include "core/devices/device.h"
#include "core/findings/rules/rules.h"
#include "core/flow/awaited.h"
#include "core/flow/deliveries.h"
#include "core/flow/operation.h"
#include "core/net/linkwatch.h"
#include "core/record/note.h"
#include "core/server/silence.h"

#include <memory>
#include <optional>

namespace gb {

class DeviceStore;
struct FindingTimer;

/**
 * Looks at a record with the field's rules (D01 and on) and says what is wrong, whose fault it is and whether it is
 * over. A fold like all else: messages, what DeviceStore and FlowLog made of them, and time; no socket, no clock. Every
 * table in it is bounded. What it knows of each device is in Dossiers; who looks at what, and what he keeps for that,
 * is a class of its own (CatalogWatch, RecordWatch, ...); this one gives each message to those whom it concerns.
 */
class Findings
{
public:
    /// What the store keeps of a device is asked of it, not kept again; it must outlive the findings, and hear each
    /// message first.
    explicit Findings(const DeviceStore &devices);
    ~Findings();

    static constexpr qsizetype maxDevices = 10'000;
    static constexpr int maxChannels = 2'000;           ///< of recorders, which have no row of their own but are called
    static constexpr std::size_t maxAsked = 4'096;      ///< queries whose answers are known; the oldest go first
    static constexpr qsizetype maxCatalogIds = 200'000; ///< of catalogs that are being told, of all devices; what goes
                                                        ///< beyond is not judged
    static constexpr Duration catalogPatience = std::chrono::seconds(15), partPatience = std::chrono::seconds(5),
                              flapWindow = std::chrono::minutes(10), askPatience = std::chrono::minutes(4);

    void setSite(SiteFacts site);
    const SiteFacts &site() const;
    void setPolicy(const HeartbeatPolicy &policy);
    /// While on, devices go offline because another policy judges them, at whatever time they were last heard.
    void setJudgingAnew(bool on);
    /// Devices with a policy of their own.
    void setOverrides(const HeartbeatOverrides &overrides);
    /// What is told of an allowance, by the policies of now; states have been judged anew.
    void tellAllowances(TimePoint at);
    /// The server falls silent on purpose, or, empty, answers again: what comes of that is no finding, until a device
    /// has had an answer.
    void setSilence(const std::optional<Silence> &silence);

    /// A message, after everybody else has seen it: its device is known, and advance() has been called for its time.
    /// `place`: DeviceStore::lastPlace().
    void observe(const Trace &trace, std::optional<quint32> place = {});
    /// Ahead of a message, and of what falls due until then: since when nothing was captured, though something was
    /// sent; empty where it was not so.
    std::optional<TimePoint> holeAhead(const Trace &trace);
    /// The clock of the record went back to then.
    void clockBack(TimePoint to);
    /// The same as a hole that is told elsewhere.
    void noteHole(TimePoint from, TimePoint to);
    /// Asks for the memory that observe() will need for the device at that place.
    void prefetchDossier(quint32 place) const;
    /// What observe() saw last belongs to it. It was asked of a device.
    void operationTold(const Operation &operation, const Trace &trace);
    /// Time passed, and it is another one by that.
    void operationOverdue(const Operation &operation);
    /// The last time at which something that was sent was not captured.
    TimePoint lostAt() const;
    /// Too many messages are missing to be sure of what did not come.
    bool isRecordDoubtful() const;
    void notice(const Sign &sign);
    void stateChanged(const QString &device, DeviceState state, const Note &reason, TimePoint at);
    void missing(const Awaited &awaited);
    /// Devices that should come: each that was not heard for three intervals from `now` is told.
    void expect(const QStringList &ids, TimePoint now);
    /// `where` could not be listened on; `owner` has it, where that is known.
    void cannotListen(bool taken, const QString &where, const QString &owner, TimePoint at);
    void listens(const QString &where, TimePoint at);
    /// Until listens(), or a message, nobody is missed.
    void listensNoMore();
    /// So many devices are known from an earlier start; why registrations cannot be kept, empty where they can.
    void registeredBefore(qsizetype devices, const QString &problem, TimePoint at);
    /// A connection that said nothing for as long as one waits.
    void silentConnection(const QString &from, TimePoint at);
    /// Of an address, not of a device: AddressGuesses, PlacesSpoofed, SilentClosed, SenderClock. Null: many addresses.
    void ofAddress(FindingCode code, const IpAddress &address, const QString &b, TimePoint at,
        std::initializer_list<quint64> messages = {});
    /// A message did not arrive. What follows from that is no finding of its own.
    void undelivered(const Undelivered &message, TimePoint at);
    /// Who was asked over TCP ended the connection instead.
    void brokenOff(const BrokenOff &request, TimePoint at);
    /// An attempt to connect.
    void connection(const notes::Connection &attempt, TimePoint at);
    /// What became of the media of a call; what another one of the device showed may be over.
    void media(const notes::Media &note, TimePoint at);
    /// Something arrives there again; `device` may be empty.
    void reached(const QString &device, const Endpoint &end, TimePoint at);
    /// Our own interface went down, or is back: what follows from that is no finding about a device, until the device
    /// has had an answer again or its allowance has passed.
    void linkChanged(const LinkChange &change);
    /// `ofPackets`: the times of a capture's packets went back; why is not known.
    void clockJumped(const ClockJump &jump, bool ofPackets = false);
    void forget(const QString &device);
    void advance(TimePoint now);
    /// Heartbeats that are due, did not come or came after all, since the last call: for the flow.
    bool hasOverdue() const;
    QList<Awaited> takeOverdue();
    std::optional<TimePoint> nextDeadline() const;

    FindingLog &log();
    const FindingLog &log() const;

private:
    struct Parts;

    void observe(const Trace &trace, Dossier &dossier);
    void judge(const Trace &trace, Dossier &dossier, Verdicts &out);
    void observeRegister(const RuleInput &in, Dossier &dossier, Verdicts &out);
    void observeOwn(const RuleInput &in, Dossier &dossier, Verdicts &out);
    void observeToDevice(const Trace &trace, Dossier &dossier, Verdicts &out);
    void observeAnswer(const RuleInput &in, Dossier &dossier, Verdicts &out);
    void registerAnswered(const RuleInput &in, Dossier &dossier, Verdicts &out);
    void strangerAnswered(const RuleInput &in, const Dossier::Attempt &strange, Dossier &dossier, Verdicts &out);
    void wake(const FindingTimer &timer, TimePoint at);

    std::unique_ptr<Parts> m_parts;
};

} // namespace gb
