#pragma once
#include "core/ladder/groups/messagegroup.h"
#include "core/ladder/groups/recordgaps.h"
#include "core/ladder/messagelog.h"
#include "core/ladder/operationbook.h"

namespace gb {

/**
 * What the messages of a log belong to: registrations, trains of heartbeats, queries with the parts of their Response,
 * calls and so on. A fold over the log, in the order of its messages, and as bounded as the log is: eight octets a
 * message, and a MessageGroup for each group. When the log drops its oldest all groups are made anew.
 */
class MessageGroups final : public QObject
{
    Q_OBJECT
public:
    using Kind = MessageGroup::Kind;
    using State = MessageGroup::State;
    using Why = MessageGroup::Why;
    using Outcome = MessageGroup::Outcome;

    static constexpr quint32 none = ~quint32{0};
    static constexpr Duration broadcastWait = std::chrono::seconds(60); ///< for the INVITE of the device

    /// Both must outlive it. `book` knows the operations of messages ahead of the log.
    MessageGroups(const MessageLog &log, const OperationBook &book, QObject *parent = nullptr);

    /// These operations stand otherwise than before; the book has them.
    void take(const QList<Operation> &changed);
    /// Spans in which messages may be missing.
    RecordGaps &gaps() { return m_gaps; }

    /// Groups, in the order in which they began.
    quint32 count() const { return static_cast<quint32>(m_groups.size()); }
    const MessageGroup &group(quint32 index) const { return m_groups[index]; }
    /// That of a row of the log; `none` outside of it.
    quint32 of(qsizetype row) const
    {
        return row < 0 || row >= static_cast<qsizetype>(m_of.size()) ? none : m_of[static_cast<std::size_t>(row)];
    }
    /// Rows of all its messages, ascending.
    std::vector<quint32> rows(quint32 index) const;
    /// Number of the request whose transaction a message is of, as far as it is known: its own where none is.
    quint32 transactionOf(const LogEntry &entry) const;

    /// How a group stands now: of a record that has ended nothing more is expected.
    Outcome outcome(quint32 index) const;
    /// The same of one transaction, by the row of its request, or of what stands for it.
    Outcome transaction(qsizetype row) const;
    /// How long it took until it came to stand so; nothing while it goes on.
    std::optional<Duration> duration(quint32 index) const;

    const MessageLog &log() const { return m_log; }
    const OperationBook &book() const { return m_book; }

signals:
    /// Something stands otherwise, though no message came.
    void changed();

private:
    void rebuild();
    void append(qsizetype first, qsizetype count);
    void noteMissing();
    quint32 find(const LogEntry &entry);
    quint32 byOperation(const LogEntry &entry);
    quint32 byMethod(const LogEntry &entry);
    quint32 message(const LogEntry &entry);
    enum class Word : quint8 { Unseen, Alarm, Response, Play, Playback, Download, Talk, Other };
    Word wordOf(const LogEntry &entry);
    quint32 invite(const LogEntry &entry);
    quint32 ofCall(const LogEntry &entry, Kind kind);
    quint32 train(const LogEntry &entry, Kind kind);
    quint32 askedOf(const LogEntry &entry);
    quint32 add(const LogEntry &entry, Kind kind);
    void judge(MessageGroup &group, const LogEntry &entry);
    void judgeRequest(MessageGroup &group, const LogEntry &entry);
    void judgeAnswer(MessageGroup &group, const LogEntry &entry);
    void judgeCall(MessageGroup &group, const LogEntry &entry);
    void judgeOperation(MessageGroup &group) const;
    static bool isOperation(const MessageGroup &group) { return group.operation != 0 && !group.call; }
    static void set(MessageGroup &group, State state, Why why, const LogEntry &by);
    const LogEntry *entryOf(quint64 number) const;
    bool mayBeLost(const LogEntry &entry) const;
    Outcome overdue(const LogEntry &entry) const;

    const MessageLog &m_log;
    const OperationBook &m_book;
    RecordGaps m_gaps;
    std::vector<MessageGroup> m_groups;
    std::vector<quint32> m_of, m_before;                  ///< by row: its group, and the row before of that
    QHash<std::pair<quint64, quint32>, quint32> m_trains; ///< by kind and device, or endpoint, and the address asked
    QHash<IpAddress, quint32> m_addresses;                ///< a number for each that is asked
    QHash<quint32, quint32> m_calls;                      ///< by Call-ID
    QHash<quint32, quint32> m_operations;                 ///< by Operation::request
    QHash<quint64, quint32> m_asked;      ///< by device and SN: queries and alarms, whose Response may be long
    QHash<quint32, quint32> m_broadcasts; ///< by device: the last one
    std::vector<Word> m_words;            ///< by LogEntry::words
    qsizetype m_missingSeen = 0;
};

} // namespace gb
