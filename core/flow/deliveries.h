#pragma once
#include "core/flow/trace.h"
#include "core/record/icmpnote.h"

#include <QHash>

#include <optional>
#include <vector>

namespace gb {

/// A message of the record that did not arrive: the network said so.
struct Undelivered
{
    quint64 number = 0; ///< of its first copy
    quint64 copy = 0;   ///< of the copy that is quoted
    Endpoint from, to;  ///< as the record has them
    IpAddress reporter;
    IcmpReason reason = IcmpReason::Other;
    std::optional<quint32> place; ///< of its device, see DeviceStore::lastPlace(); of nobody's message none
    bool isAnswered = false;      ///< something came from there since: it is no news
};

/// A request over TCP that has no answer: who was asked ended the connection.
struct BrokenOff
{
    quint64 number = 0; ///< of the request
    Endpoint by;
    bool reset = false;           ///< RST; else FIN
    SipMethod method{};           ///< of the request
    std::optional<quint32> place; ///< as Undelivered has it
};

/**
 * What of the messages over UDP did not arrive, as ICMP tells, and where something arrives again; and which requests
 * over TCP were left when their connection ended. A report is believed
 * about a message that it quotes: by the transaction that the quoted head names, as of several NATs none may have
 * rewritten the quoted addresses; where that much is not quoted by both ends and the datagram's length.
 */
class Deliveries
{
public:
    static constexpr std::size_t remembered = 2'048;                   ///< messages: 6 s of ten thousand devices
    static constexpr qsizetype maxUnreached = 20'000;                  ///< ends that are watched, of all devices
    static constexpr Duration reportWithin = std::chrono::seconds(32); ///< behind the message: timer F
    static constexpr Duration quiet = std::chrono::seconds(4); ///< no report that long: routers wait for ARP for 3 s

    /// Each message. Returns the ends of its device that are reached again, as it shows: an answer came from there, or
    /// the message sent there before this one was neither refused nor repeated.
    std::vector<Endpoint> note(const Trace &trace, std::optional<quint32> place);
    /// Which message a report is about; empty of one that is not among those remembered.
    std::optional<Undelivered> report(const notes::Icmp &note, TimePoint at);
    /// The last request that waited on a connection when it was ended; each once. Empty where none did.
    std::optional<BrokenOff> ended(const notes::Connection &note, TimePoint at);

private:
    struct Sent
    {
        quint64 number = 0, first = 0; ///< of it, and of its first copy
        TimePoint at{};
        Endpoint from, to;
        Key128 transaction;
        quint32 octets = 0; ///< 0: it is cut
        std::optional<quint32> place;
        bool isResponse = false;
        bool tcp = false;
        SipMethod method{}; ///< of a request over TCP; None: it was told
        bool isFinal = false;
    };
    /// An end of a device's conversations.
    using Key = std::pair<quint32, Endpoint>;
    struct Unreached
    {
        TimePoint refusedAt{}, sentAt{};
        bool sentSince = false, repeated = false;
    };

    void remember(const Sent &sent);
    std::vector<Endpoint> follow(const Trace &trace, std::optional<quint32> place);
    const Sent *find(const notes::Icmp &note, TimePoint at) const;
    std::size_t placeOf(std::size_t steps) const { return (m_next + m_sent.size() - 1 - steps) % m_sent.size(); }
    const Sent &back(std::size_t steps) const { return m_sent[placeOf(steps)]; }
    bool isAnswered(const Sent &sent) const;
    bool watch(const Key &key, TimePoint at);

    std::vector<Sent> m_sent; ///< a ring once it is full
    std::size_t m_next = 0;   ///< of the full one: the oldest
    QHash<Key, Unreached> m_unreached;
};

} // namespace gb
