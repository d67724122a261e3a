#pragma once
#include "core/ladder/logconditions.h"

#include <QSet>
#include <QStringList>

namespace gb {

/// Which messages a flow shows. Each part that is not empty must be met.
struct FlowFilter
{
    /// One kind of message.
    enum class Only : quint8 {
        All,
        Sip,
        Retransmissions, ///< copies that a sender's timer sent
        OtherRepeats,    ///< all other copies
        Malformed,       ///< SIP with faults
        NotSip,
        NatKeepalives,
    };

    QStringList devices;
    QStringList callIds;
    /// What is shown of a match.
    enum class Scope : quint8 {
        Message, ///< it alone
        Dialog,  ///< all messages of its Call-ID
        Device,  ///< all messages of its device
    };

    QString text; ///< in the language of core/filter/parser.h; one that cannot be read filters nothing
    Scope scope = Scope::Message;
    QList<FilterFound> found; ///< of the conditions of `text` that look into messages: a search of the record finds
                              ///< them
    bool hideRepeats = false;
    Only only = Only::All;
    /// Messages that belong together, such as an operation's.
    struct Group
    {
        quint64 first = 0;      ///< number of the message that names it; 0: all messages
        QString name;           ///< for people
        QList<quint64> numbers; ///< ascending

        bool operator==(const Group &) const = default;
    };
    Group group;

    bool operator==(const FlowFilter &) const = default;
    bool isEmpty() const { return *this == FlowFilter(); }
    /// But for what was found so far.
    bool asksTheSame(const FlowFilter &other) const;
};

/**
 * The same question asked of entries of a log. Each text of the log's tables is looked at once, after that indices are
 * compared. Good for as long as the log keeps its indices: make another one after `dropped` and `cleared`.
 */
class FlowMatcher
{
public:
    FlowMatcher(const MessageLog &log, const FlowFilter &filter);

    /// Another scope than messages: each message is collected ahead of the first one that is asked about.
    bool collects() const { return m_scope != FlowFilter::Scope::Message; }
    void collect(const LogEntry &entry);
    bool matches(const LogEntry &entry);
    /// What keeps a message out of sight; the first of these.
    enum class Hidden : quint8 { No, ByKind, ByRepeats, ByGroup, ByDevices, ByDialogs, ByText, Unread };
    /// The same of a single one, where none was collected: the whole log is walked for it. Unread: whether it meets the
    /// filter is not known yet.
    Hidden hides(const LogEntry &entry);
    /// What comes later may change what is shown of the messages before.
    bool looksAhead() const { return collects() || m_expression.looksAhead(); }

private:
    template<typename Look>
    static bool remembered(std::vector<quint8> &known, quint32 index, const Look &look);
    Hidden without(const LogEntry &entry);
    quint32 scopeOf(const LogEntry &entry) const;

    const MessageLog &m_log;
    const QSet<QString> m_devices, m_callIds;
    const bool m_hideRepeats;
    const FlowFilter::Only m_only;
    const FlowFilter::Group m_group;
    const filter::Expression m_expression;
    const FlowFilter::Scope m_scope;
    LogConditions m_conditions;
    std::vector<bool> m_inScope;                        ///< by index of what the scope is
    std::vector<quint8> m_deviceListed, m_callIdListed; ///< 0 not looked at, 1 no, 2 yes
};

} // namespace gb
