#pragma once
#include "core/base/placeindex.h"
#include "core/flow/awaited.h"
#include "core/flow/trace.h"
#include "ui/flow/texttable.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QObject>

#include <memory>
#include <vector>

namespace gb::ui {

/// One message in the window's index, 64 octets: numbers and indices into the tables of its MessageLog. Of these 24 bits are enough, see MessageLog::maxCapacity.
struct LogEntry
{
    enum Flag : quint8 {
        Authorized = 1,
        HasSn = 2,
        KeepaliveRequest = 4, ///< a first copy
        ChallengedAgain = 8,  ///< 401 or 407 to a request that answered a challenge: the credentials were refused
        OffSchedule = 16,     ///< see CopyInfo
        TimedOut = 32,        ///< what would follow it never came
    };
    qint64 at = 0; ///< microseconds since the epoch
    qint64 sn = 0;
    quint32 number = 0; ///< of messages beyond four thousand million none is listed
    quint32 repeatOf = 0;
    quint32 answers = 0;
    quint32 firstAnswer = 0; ///< of a request: how many numbers behind it; 0: not seen
    quint32 finalOrDue = 0;  ///< of a first copy: finalAnswer(), of another one: due()
    quint32 callId = 0;
    quint32 from : 24 = 0;
    quint8 flags : 8 = 0;
    quint32 to : 24 = 0;
    quint8 wire : 2 = 0; ///< transport in bit 0, direction in bit 1
    SipKind kind : 2 = SipKind::NotSip;
    SipTimer timer : 4 = SipTimer::None; ///< that sent this copy
    quint32 device : 24 = 0;
    SipMethod sipMethod : 4 = SipMethod::None;
    RepeatKind repeat : 4 = RepeatKind::None;
    quint32 faults : 21 = 0;
    quint16 status : 10 = 0;
    quint16 method = 0, command = 0; ///< words
    quint16 octets = 0; ///< no message is longer
    quint16 copy = 1;   ///< see CopyInfo

    bool has(Flag flag) const { return flags & flag; }
    /// Of a request: how many numbers behind it its final answer stands; 0: not seen.
    quint32 finalAnswer() const { return repeatOf == 0 ? finalOrDue : 0; }
    /// Of a copy: see CopyInfo.
    Duration due() const { return Duration(repeatOf == 0 ? 0 : finalOrDue); }
    TimePoint time() const { return TimePoint(Duration(at)); }
    TransportKind transport() const { return static_cast<TransportKind>(wire & 1); }
    Direction direction() const { return static_cast<Direction>(wire >> 1); }
    /// Without the time that it came, see MessageLog::copyInfo().
    CopyInfo copyInfo() const;
    /// Sent again over TCP, where only TCP may.
    bool isTcpFault() const { return repeat == RepeatKind::Retransmission && transport() == TransportKind::Tcp && has(OffSchedule); }
    /// An error answer, something wrong with the message, or nothing came of it. A first challenge is none of these.
    bool isProblem() const;
};
static_assert(sizeof(LogEntry) <= 64);
static_assert(static_cast<int>(HeadFault::Count) <= 21);

/// What the messages told of an endpoint.
struct LogEndpoint
{
    Endpoint endpoint;
    QString text;
    quint32 device = 0;     ///< the one device seen behind it
    bool several = false;   ///< more devices than that
    bool registrar = false; ///< a REGISTER went to it
    bool registers = false; ///< a REGISTER came from it
    bool local = false;     ///< our end, by Direction
    bool ours = false;      ///< we sent from it; of an imported capture never

    bool isServer() const { return registrar || (local && !registers); }
};

/**
 * The window's index of the messages of a record, in the order of their numbers; the octets stay on disk.
 * Of the oldest it forgets an eighth at a time as soon as it holds more than its capacity; rows and table indices are new ones after `dropped` and `cleared`.
 */
class MessageLog final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype maxCapacity = 15'000'000; ///< with what one batch may add, its names can be told apart by 24 bits

    explicit MessageLog(QObject *parent = nullptr);

    /// Numbers ascend; a message whose number does not is left out. `awaited`: what did not come meanwhile, as the same batch tells it.
    void append(const QList<MessageSummary> &messages, const QList<Awaited> &awaited = {});
    /// Time of the record now; `running`: more of it may come.
    void setNow(TimePoint now, bool running);
    void clear();
    /// 1 to maxCapacity.
    void setCapacity(qsizetype messages);

    qsizetype count() const { return m_count; }
    /// Messages dropped since the last clear().
    quint64 forgotten() const { return m_forgotten; }
    /// What the entries take, and with them the tables of texts: octets, by the capacity of both.
    std::size_t entryMemory() const { return m_chunks.size() * chunkSize * sizeof(LogEntry); }
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
    /// Who still waits, by number.
    const QMap<quint64, Awaited> &pending() const { return m_pending; }
    TimePoint now() const { return m_now; }
    bool isRunning() const { return m_running; }
    CopyInfo copyInfo(const LogEntry &entry) const;
    /// Of an answer: how long it took from the first copy of its request.
    std::optional<Duration> latency(const LogEntry &answer) const;

    QString label(const LogEntry &entry) const;
    QString device(quint32 index) const { return m_devices.text(index); }
    QString callId(quint32 index) const { return m_callIds.text(index); }
    QString word(quint32 index) const { return m_words.text(index); }
    const LogEndpoint &endpoint(quint32 index) const { return m_endpoints[index]; }

signals:
    void appended(qsizetype first, qsizetype count);
    void awaitedChanged();
    void dropped(qsizetype count);
    void cleared();

private:
    static constexpr std::size_t chunkSize = 8192;
    static constexpr qsizetype lookAhead = 8; ///< messages
    static constexpr quint32 maxWords = 60'000;
    static constexpr std::size_t maxCommonWords = 12;
    static constexpr qsizetype maxAwaited = 100'000; ///< of each kind

    LogEntry &slot(std::size_t place) { return m_chunks[place / chunkSize][place % chunkSize]; }
    LogEntry compact(const MessageSummary &message);
    void prefetchNames(const MessageSummary &message) const;
    void noteNames(LogEntry &entry, const MessageSummary &message);
    void noteAnswer(const LogEntry &entry);
    void noteAwaited(const Awaited &awaited);
    void markTimedOut(const QList<Awaited> &awaited);
    void noteChallenge(LogEntry &entry);
    quint16 internWord(const QString &word);
    quint32 internEndpoint(const Endpoint &endpoint, quint32 guess = 0);
    void noteEnds(const LogEntry &entry);
    bool overfull() const;
    void dropOldest();
    void dropRows(qsizetype count);
    void renewTables();
    void reset();

    std::vector<std::unique_ptr<LogEntry[]>> m_chunks;
    std::size_t m_offset = 0; ///< of row 0 in the first chunk
    qsizetype m_count = 0;
    qsizetype m_capacity = 2'000'000;
    quint64 m_forgotten = 0;

    TextTable m_devices, m_callIds, m_words; ///< words: methods and CmdTypes
    std::vector<std::pair<QString, quint16>> m_commonWords; ///< the first ones, which are nearly all
    std::vector<quint16> m_lastStatus;       ///< by Call-ID: of its latest final answer
    std::vector<LogEndpoint> m_endpoints;
    PlaceIndex m_endpointIndex;
    quint32 m_lastFrom = 0, m_lastTo = 0; ///< endpoints of the last message
    QList<Awaited> m_missing;
    QMap<quint64, Awaited> m_pending;
    TimePoint m_now{};
    bool m_running = false;
};

} // namespace gb::ui
