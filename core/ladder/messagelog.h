#pragma once
#include "core/base/placeindex.h"
#include "core/devices/roster.h"
#include "core/flow/awaited.h"
#include "core/flow/trace.h"
#include "core/ladder/oddmessages.h"
#include "core/ladder/texttable.h"
#include "core/ladder/wordpairs.h"
#include "core/record/mark.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QObject>

#include <memory>
#include <vector>

namespace gb {

/// One message in the window's index, 40 octets in five words: numbers, and indices into the tables of its MessageLog.
/// What is enough for each, see MessageLog::maxCapacity.
struct LogEntry
{
    enum Flag : quint16 {
        Authorized = 1,
        HasSn = 2,
        KeepaliveRequest = 4, ///< a first copy
        ChallengedAgain = 8,  ///< 401 or 407 to a request that answered a challenge: the credentials were refused
        OffSchedule = 16,     ///< see CopyInfo
        TimedOut = 32,        ///< what would follow it never came
        Repeat = 64,          ///< no first copy
        Faulty = 128,
        TcpFault = 256, ///< sent again over TCP, where only TCP may
        Unsure = 512,   ///< TimedOut, and who sent it did not send it again: what would follow may not be in the record
    };

    quint64 number : 32 = 0; ///< of messages beyond four thousand million none is listed
    quint64 sn : 32 = 0;     ///< see MessageLog::sn()
    quint64 at : 52 = 0;     ///< microseconds since the epoch, until 2112
    quint64 words : 12 = 0;  ///< method and command
    quint64 from : 24 = 0;
    quint64 to : 24 = 0;
    quint64 octets : 16 = 0; ///< no message is longer
    quint64 device : 24 = 0;
    quint64 link : 24 = 0; ///< see answers() and firstAnswer()
    quint64 status : 10 = 0;
    quint64 wire : 2 = 0; ///< transport in bit 0, direction in bit 1
    SipKind kind : 4 = SipKind::NotSip;
    quint64 callId : 26 = 0;
    quint64 finalOrOdd : 24 = 0; ///< see MessageLog::finalAnswer(); where isOdd(): place of its OddMessage
    quint64 flags : 10 = 0;
    SipMethod sipMethod : 4 = SipMethod::None;

    /// Number of the message that it answers, of an ACK: that it acknowledges; 0 where that was not seen.
    quint32 answers() const { return isRequest() || link == 0 ? 0 : static_cast<quint32>(number - link); }
    /// Of a request: how many numbers behind it; 0: not seen.
    quint32 firstAnswer() const { return isRequest() ? static_cast<quint32>(link) : 0; }
    /// One that is answered.
    bool isRequest() const { return kind == SipKind::Request && sipMethod != SipMethod::Ack; }
    bool has(Flag flag) const { return flags & flag; }
    bool isRepeat() const { return has(Repeat); }
    bool hasFaults() const { return has(Faulty); }
    /// The rest of it is in an OddMessage.
    bool isOdd() const { return flags & (Repeat | Faulty); }
    TimePoint time() const { return TimePoint(Duration(static_cast<qint64>(at))); }
    TransportKind transport() const { return static_cast<TransportKind>(wire & 1); }
    Direction direction() const { return static_cast<Direction>(wire >> 1); }
    /// An error answer, something wrong with the message, or nothing came of it. A first challenge is none of these.
    bool isProblem() const;
};
#ifndef Q_CC_MSVC // which begins another word wherever the type changes
static_assert(sizeof(LogEntry) == 40);
#endif

/// What the messages told of an endpoint.
struct LogEndpoint
{
    Endpoint endpoint;
    QString text;
    quint32 device = 0;   ///< the one device seen behind it
    bool several = false; ///< more devices than that
    bool ours = false;    ///< we sent from it; of a capture of others never
    Party party;          ///< as the roster says

    /// Whose place is at the right.
    bool isServer() const { return party.isPlatform() || (ours && party.role == Role::Unknown); }
};

/**
 * The window's index of the messages of a record, in the order of their numbers; the octets stay on disk.
 * Of the oldest it forgets an eighth at a time as soon as it holds more than its capacity; rows and table indices are
 * new ones after `dropped` and `cleared`.
 */
class MessageLog final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxCapacity = 15'000'000; ///< with what one batch may add, its names can be told apart
                                                         ///< by 24 bits

    static constexpr qsizetype maxAwaited = 100'000; ///< that are listed; of more, messages are marked alone

    explicit MessageLog(QObject *parent = nullptr);

    /// Numbers ascend; a message whose number does not is left out. `awaited`: what did not come meanwhile, as the same
    /// batch tells it.
    /// `parties`: whose role is new, or another one.
    void append(
        const QList<MessageSummary> &messages, const QList<Awaited> &awaited = {}, const QList<Party> &parties = {});
    /// Of messages that are here. Those of none, such as of a record whose messages the disk did not take, are counted.
    void takeMarks(const QList<Mark> &marks);
    bool isMarked(quint64 number) const { return m_marks.contains(number); }
    /// A note, safe to show; empty where there is none.
    QString markText(quint64 number) const { return m_marks.value(number); }
    /// The next marked message behind that number, or, by -1, ahead of it; 0: none.
    quint64 markedFrom(quint64 number, int direction) const;
    qsizetype marks() const { return m_marks.size(); }
    quint64 strayMarks() const { return m_strayMarks; }
    /// Time of the record now; `running`: more of it may come.
    void setNow(TimePoint now, bool running);
    void clear();
    /// Those up to that number are in no file any more, and go.
    void forget(quint64 upTo) { rowFrom(upTo + 1) > 0 ? dropOldest(upTo) : void(); }
    /// 1 to maxCapacity.
    void setCapacity(qsizetype messages);

    qsizetype count() const { return m_count; }
    /// Messages dropped since the last clear().
    quint64 forgotten() const { return m_forgotten; }
    /// What the entries take, and with them the tables of texts: octets, by the capacity of both.
    std::size_t entryMemory() const { return m_chunks.size() * chunkSize * sizeof(LogEntry) + m_odd.memory(); }
    std::size_t memory() const;

    const LogEntry &entry(qsizetype row) const
    {
        const std::size_t place = m_offset + static_cast<std::size_t>(row);
        return m_chunks[place / chunkSize][place % chunkSize];
    }
    MessageSummary at(qsizetype row) const;
    /// Row of a message, or -1 where it is not here.
    qsizetype rowOf(quint64 number) const;
    /// First row whose number is not below `number`; count() where there is none.
    qsizetype rowFrom(quint64 number) const;

    /// Whose timer has fired, in the order in which that happened.
    const QList<Awaited> &missing() const { return m_missing; }
    /// Who still waits, by number; a heartbeat behind an answer to the last one.
    using Pending = QMap<std::pair<quint64, bool>, Awaited>;
    const Pending &pending() const { return m_pending; }
    TimePoint now() const { return m_now; }
    bool isRunning() const { return m_running; }
    /// What an ordinary message, too, has: none of it.
    const OddMessage &odd(const LogEntry &entry) const
    {
        static constexpr OddMessage ordinary;
        return entry.isOdd() ? m_odd[static_cast<quint32>(entry.finalOrOdd)] : ordinary;
    }
    /// Number of the first copy where this is a repeat; else 0.
    quint32 repeatOf(const LogEntry &entry) const { return odd(entry).repeatOf; }
    /// Bits of HeadFault.
    quint32 faults(const LogEntry &entry) const { return odd(entry).faults; }
    /// Of a request: how many numbers behind it its final answer stands; 0: not seen.
    quint32 finalAnswer(const LogEntry &entry) const
    {
        return entry.isOdd() ? odd(entry).finalAnswer() : static_cast<quint32>(entry.finalOrOdd);
    }
    CopyInfo copyInfo(const LogEntry &entry) const;
    /// Of an answer: how long it took from the first copy of its request.
    std::optional<Duration> latency(const LogEntry &answer) const;

    QString label(const LogEntry &entry) const;
    QString device(quint32 index) const { return m_devices.text(index); }
    QString callId(quint32 index) const { return m_callIds.text(index); }
    QString method(const LogEntry &entry) const { return m_words.method(entry.words); }
    /// CmdType of a MANSCDP body; empty where there is none.
    QString command(const LogEntry &entry) const { return m_words.command(entry.words); }
    bool hasCommand(const LogEntry &entry) const { return m_words.hasCommand(entry.words); }
    std::optional<qint64> sn(const LogEntry &entry) const;
    const LogEndpoint &endpoint(quint32 index) const { return m_endpoints[index]; }
    /// Another one whenever something else is told of an endpoint.
    quint64 endpointsVersion() const { return m_endpointsVersion; }

signals:
    void appended(qsizetype first, qsizetype count);
    void awaitedChanged();
    /// Somebody who was here before is another one than was thought.
    void partiesChanged();
    void dropped(qsizetype count);
    void cleared();
    void marksChanged();

private:
    static constexpr qsizetype maxMarks = 10'000;
    static constexpr std::size_t chunkSize = 8192;
    static constexpr qsizetype lookAhead = 8; ///< messages
    static constexpr qsizetype maxLongSns = 10'000;

    LogEntry &slot(std::size_t place) { return m_chunks[place / chunkSize][place % chunkSize]; }
    LogEntry compact(const MessageSummary &message);
    void prefetchNames(const MessageSummary &message) const;
    void prefetchEndpoint(const MessageSummary &message) const;
    void noteOdd(LogEntry &entry, const MessageSummary &message);
    void noteNames(LogEntry &entry, const MessageSummary &message);
    void noteAnswer(const LogEntry &entry);
    void noteAwaited(const Awaited &awaited);
    void markTimedOut(const QList<Awaited> &awaited);
    void noteChallenge(LogEntry &entry);
    void noteSn(LogEntry &entry, std::optional<qint64> sn);
    quint32 internEndpoint(const Endpoint &endpoint, quint32 guess = 0);
    void noteEnds(const LogEntry &entry);
    bool noteParties(const QList<Party> &parties);
    bool overfull() const;
    void dropOldest(quint64 upTo = 0);
    void dropRows(qsizetype count);
    void dropOdd();
    void renewTables();
    void reset();

    std::vector<std::unique_ptr<LogEntry[]>> m_chunks;
    std::size_t m_offset = 0; ///< of row 0 in the first chunk
    qsizetype m_count = 0;
    OddMessages m_odd;
    qsizetype m_capacity = 2'000'000;
    quint64 m_forgotten = 0;

    TextTable m_devices, m_callIds;
    WordPairs m_words;               ///< methods and CmdTypes
    QMap<quint32, qint64> m_longSns; ///< of more than 32 bits, by number; the oldest go first
    std::vector<bool> m_challenged;  ///< by Call-ID: its latest final answer was a challenge
    std::vector<LogEndpoint> m_endpoints;
    PlaceIndex m_endpointIndex;
    quint64 m_endpointsVersion = 0;
    quint32 m_lastFrom = 0, m_lastTo = 0; ///< endpoints of the last message
    QList<Awaited> m_missing;
    Pending m_pending;
    QMap<quint64, QString> m_marks; ///< their notes, by number
    quint64 m_strayMarks = 0;
    TimePoint m_now{};
    bool m_running = false;
};

} // namespace gb
