#pragma once
#include "core/ladder/messagelog.h"

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
    QString text; ///< words; each must stand in the label, device, Call-ID or an endpoint, whatever the case. 16 words
                  ///< count
    bool hideRepeats = false;
    Only only = Only::All;
    /// A text that messages must have somewhere, or must not.
    struct Having
    {
        QString text;
        bool without = false;
        QList<quint64> numbers; ///< of the messages that have it, ascending: a search of the record finds them

        bool operator==(const Having &) const = default;
    };
    QList<Having> having;
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
    QStringList words() const;
};

/**
 * The same question asked of entries of a log. Each text of the log's tables is looked at once, after that indices are
 * compared. Good for as long as the log keeps its indices: make another one after `dropped` and `cleared`.
 */
class FlowMatcher
{
public:
    FlowMatcher(const MessageLog &log, const FlowFilter &filter);
    bool matches(const LogEntry &entry);

private:
    using Mask = quint32; ///< which of the words are in a text
    static constexpr Mask unknown = ~Mask{0};

    template<typename Look>
    static Mask remembered(std::vector<Mask> &known, quint32 index, const Look &look);
    Mask wordsIn(const QString &text) const;
    bool matchesText(const LogEntry &entry);
    Mask labelWords(const LogEntry &entry);

    const MessageLog &m_log;
    const QSet<QString> m_devices, m_callIds;
    const QStringList m_words;
    const bool m_hideRepeats;
    const FlowFilter::Only m_only;
    const QList<FlowFilter::Having> m_having;
    const FlowFilter::Group m_group;
    std::vector<Mask> m_deviceListed, m_callIdListed, m_deviceWords, m_callIdWords, m_endpointWords;
    QHash<quint64, Mask> m_labelWords; ///< by what a label is made of, but for the SN
};

} // namespace gb
