#pragma once
#include "core/base/clockwatch.h"
#include "core/devices/device.h"
#include "core/devices/ownlink.h"
#include "core/findings/recordquality.h"
#include "core/findings/rules/rules.h"
#include "core/flow/awaited.h"
#include "core/flow/deliveries.h"
#include "core/flow/operation.h"
#include "core/record/note.h"
#include "core/server/silence.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <map>

namespace gb {

class DeviceStore;

/**
 * Looks at a record with the field's rules (D01 and on) and says what is wrong, whose fault it is and whether it is
 * over. A fold like all else: messages, what DeviceStore and FlowLog made of them, and time; no socket, no clock. Every
 * table in it is bounded.
 */
class Findings
{
public:
    /// What the store keeps of a device is asked of it, not kept again; it must outlive the findings, and hear each
    /// message first.
    explicit Findings(const DeviceStore &devices)
        : m_devices(devices)
    {
    }

    static constexpr qsizetype maxDevices = 10'000;
    static constexpr int maxChannels = 2'000;           ///< of recorders, which have no row of their own but are called
    static constexpr std::size_t maxAsked = 4'096;      ///< queries whose answers are known; the oldest go first
    static constexpr qsizetype maxCatalogIds = 200'000; ///< of catalogs that are being told, of all devices; what goes
                                                        ///< beyond is not judged
    static constexpr Duration catalogPatience = std::chrono::seconds(15), partPatience = std::chrono::seconds(5),
                              flapWindow = std::chrono::minutes(10), askPatience = std::chrono::minutes(4);

    void setSite(SiteFacts site)
    {
        site.heardSince = m_site.heardSince;
        m_site = std::move(site);
    }
    const SiteFacts &site() const { return m_site; }
    void setPolicy(const HeartbeatPolicy &policy);
    /// While on, devices go offline because another policy judges them, at whatever time they were last heard.
    void setJudgingAnew(bool on) { m_judgingAnew = on; }
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
    /// Asks for the memory that observe() will need for the device at that place.
    void prefetchDossier(quint32 place) const;
    /// What observe() saw last belongs to it. It was asked of a device.
    void operationTold(const Operation &operation, const Trace &trace);
    /// Time passed, and it is another one by that.
    void operationOverdue(const Operation &operation);
    /// The last time at which something that was sent was not captured.
    TimePoint lostAt() const { return m_lostAt; }
    void notice(const Sign &sign);
    void stateChanged(const QString &device, DeviceState state, const Note &reason, TimePoint at);
    void missing(const Awaited &awaited);
    /// Devices that should come: each that was not heard for three intervals from `now` is told.
    void expect(const QStringList &ids, TimePoint now);
    /// `where` could not be listened on; `owner` has it, where that is known.
    void cannotListen(bool taken, const QString &where, const QString &owner, TimePoint at);
    void listens(const QString &where, TimePoint at);
    /// Until listens(), or a message, nobody is missed.
    void listensNoMore() { m_isDeaf = true; }
    /// So many devices are known from an earlier start; why registrations cannot be kept, empty where they can.
    void registeredBefore(qsizetype devices, const QString &problem, TimePoint at);
    /// A connection that said nothing for as long as one waits.
    void silentConnection(const QString &from, TimePoint at);
    /// Of an address, not of a device: AddressGuesses, PlacesSpoofed, SilentClosed, SenderClock. Null: many addresses.
    void ofAddress(FindingCode code, const IpAddress &address, const QString &b, TimePoint at,
        std::initializer_list<quint64> messages = {});
    /// A message did not arrive. What follows from that is no finding of its own.
    void undelivered(const Undelivered &message, TimePoint at);
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
    bool hasOverdue() const { return !m_overdue.isEmpty(); }
    QList<Awaited> takeOverdue() { return std::exchange(m_overdue, {}); }
    std::optional<TimePoint> nextDeadline() const;

    FindingLog &log() { return m_log; }
    const FindingLog &log() const { return m_log; }

private:
    enum class Wake : quint8 {
        CatalogAnswer,
        CatalogParts,
        CatalogAsked,
        Flapping,
        Expected,
        PowerReturned,
        LostServer,
        Left
    };
    struct Timer
    {
        Wake what;
        QString device;
        quint64 number = 0;
    };

    Dossier *dossier(const QString &id);
    Dossier *dossierAt(std::optional<quint32> place, const QString &id);
    Dossier *channelOf(const Trace &trace);
    void observe(const Trace &trace, Dossier &dossier);
    const HeartbeatPolicy &policyOf(const QString &id) const;
    void run(std::span<const RuleFunction> rules, const RuleInput &in, Verdicts &out);
    void noteChannelCall(quint64 number, const QString &id);
    void observeRegister(const RuleInput &in, Dossier &dossier, Verdicts &out);
    void observeOwn(const RuleInput &in, Dossier &dossier, Verdicts &out);
    void observeToDevice(const Trace &trace, Dossier &dossier, Verdicts &out);
    void observeAnswer(const RuleInput &in, Dossier &dossier, Verdicts &out);
    void noteRequest(const Trace &trace, Dossier &dossier);
    void requestAnswered(const Trace &trace, Dossier &dossier, Verdicts &out);
    void heardBehind(Dossier &dossier, Verdicts &out);
    void noteHome(const Dossier &dossier);
    const Dossier &ownerOf(const Dossier::Requests::One &request, const Dossier &dossier) const;
    void tellIgnored(const Dossier::Requests::One &request, Dossier &dossier, Verdicts &out);
    void requestMissing(const Awaited &awaited, Dossier &dossier, Verdicts &out);
    void noteCatalog(const Trace &trace, Dossier &dossier);
    void noteCatalogWanted(const RuleInput &in, Dossier &dossier);
    void noteCutCatalog(const Trace &trace, Dossier &dossier, Verdicts &out);
    void noteCatalogEvents(const Trace &trace);
    void dropCatalog(Dossier &dossier);
    void judgeCatalog(Dossier &dossier, Verdicts &out);
    void judgeOperation(const Operation &operation, const Trace *trace, TimePoint at);
    void flapping(const QString &id, Dossier &dossier, Verdicts &out);
    void wentSilent(const QString &id, Dossier &dossier, Verdicts &out);
    void tellOverdue(const QString &id, Dossier &dossier, Awaited::State state);
    void cameBack(const QString &id, Dossier &dossier, Verdicts &out);
    void silentTogether(TimePoint since, Duration spread, Verdicts &out);
    void refresh(const Dossier &dossier, FindingLog::Words words, quint64 answer, Verdicts &out);
    void comesAndGoes(const RuleInput &in, const Dossier::Attempt &attempt, Dossier &dossier, Verdicts &out);
    static void stayedAway(Dossier &dossier, quint64 number, Verdicts &out);
    static void noteForm(const Trace &trace, Dossier &dossier);
    static void noteSignature(const Trace &trace, Verdicts &out);
    static void formAnswered(const Trace &trace, Dossier &dossier, Verdicts &out);
    void fleetRestart(const Dossier &dossier, Verdicts &out, quint64 number);
    QString idAt(std::optional<quint32> place) const;
    void bridge(const RuleInput &in, Verdicts &out);
    void notSip(const Trace &trace);
    void inStream(const Datagram &datagram, quint64 number, const QString &speaker);
    QString nameOf(const IpAddress &address);
    bool closedByUs(const IpAddress &address, TimePoint since) const;
    void strangerAnswered(const RuleInput &in, const Dossier::Attempt &strange, Dossier &dossier, Verdicts &out);
    const ServerContact &contactOf(const Dossier &dossier) const;
    void noteContact(const RuleInput &in, Dossier &dossier);
    void endCutOff(const RuleInput &in, bool isHeard, Dossier &dossier);
    bool isCutOff(const Dossier &dossier, TimePoint at) const;
    void noteTime(const Trace &trace);
    bool isCapture() const { return !m_site.live || m_site.serverId.isEmpty(); }
    void judgeRecord(const Trace &trace);
    void tellIncomplete(TimePoint at, quint64 number);
    void missingOnce(const Awaited &awaited);
    void hearsAgain(TimePoint at);
    void noteHole(const Trace &trace);
    void noteCut(const Trace &trace);
    void noteRedated(const IpAddress &sender, qint64 seconds);
    void noteAsked(const Trace &trace);
    void judgeAsked(const RuleInput &in, Verdicts &out);
    void watchForRegister(const QString &id, const ServerContact &contact, TimePoint now);
    void wake(const Timer &timer, TimePoint at);
    void arm(TimePoint at, Timer timer);

    const DeviceStore &m_devices;
    SiteFacts m_site;
    HeartbeatOverrides m_overrides;
    std::optional<Silence> m_silence;
    OwnLink m_link;
    bool m_isDeaf = false;              ///< nothing is listened to
    bool m_hasCut = false;              ///< what was asked may stand where a capture was cut
    quint64 m_number = 0;               ///< of the last message
    QList<Awaited> m_overdue;           ///< not taken yet
    std::optional<TimePoint> m_firstAt; ///< of the record
    RecordQuality m_quality;
    bool m_isOneWay = false; ///< told
    TimePoint m_lostAt = TimePoint::min();
    QSet<quint64> m_asked; ///< hashes of what was asked: command and SN
    std::deque<quint64> m_askedInTurn;
    FindingLog m_log;
    QHash<QString, std::shared_ptr<Dossier>> m_dossiers;
    SharedTexts m_texts;
    std::vector<Dossier *> m_byPlace; ///< those in m_dossiers whose device has a place
    Dossier *m_last = nullptr;        ///< asked for last, as it is with every answer
    int m_channels = 0;
    qsizetype m_catalogIds = 0;
    std::multimap<TimePoint, Timer> m_timers;
    LastOf<TimePoint, 20> m_restarts; ///< of devices that had been there before
    /// Devices whose silences began together.
    struct Together
    {
        TimePoint first{}, last{};
        qsizetype silent = 0, most = 0;
        bool told = false;
    };
    Together m_together;
    bool m_judgingAnew = false; ///< what becomes of states now comes of another policy, and of nothing in the network
    qsizetype m_online = 0;     ///< dossiers
    QHash<IpAddress, QSet<QString>> m_gateways;
    QSet<IpAddress> m_named;                              ///< addresses that findings name
    LastOf<std::pair<IpAddress, TimePoint>, 32> m_closed; ///< whose TCP connections we closed
    QHash<Endpoint, QString> m_speakers;                  ///< ends of TCP connections that spoke SIP, with their device
    /// Whose messages have not the time that it tells.
    struct Redated
    {
        std::optional<qint64> seconds; ///< that it was off last
        int leaps = 0;
    };
    QHash<IpAddress, Redated> m_redated;
    std::map<quint64, QString> m_channelCalls; ///< the last maxChannels calls to whom has no row: number, ID
    QHash<Endpoint, QString> m_homes;          ///< where devices registered from, and what they named as Contact
};

} // namespace gb
