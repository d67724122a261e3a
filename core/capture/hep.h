#pragma once
#include "core/net/datagram.h"

#include <QHash>

#include <deque>
#include <optional>

/// HEP version 3 (EEP), as Homer, heplify, Kamailio and OpenSIPS speak it over UDP and TCP.
namespace gb::hep {

enum class Problem : quint8 {
    None,
    NotHep,    ///< another protocol, or HEP before version 3
    Truncated, ///< a length that does not fit
    NoEnds,    ///< an address or a port is missing, or the two are of different families
    NoPayload, ///< or it is compressed
    OtherKind, ///< not SIP: RTCP, logs, ...
};

/// One message as a packet. Its octets must not be more than 65,000.
QByteArray write(const Datagram &message, quint32 agent);

/// By its first six octets: the name and a length that can be. What follows may still be cut off or damaged.
bool isPacket(const QByteArray &octets);

/// The message in a packet: time and ends are those that its sender tells. Work is linear; at most 64 chunks are looked
/// at. `isCut`: whoever captured the packet kept its start; a message that ends with it is marked as cut.
std::optional<Datagram> read(const QByteArray &packet, Problem *problem, quint32 *agent = nullptr, bool isCut = false);

/// Cuts a TCP stream of packets, one direction of it. Holds less than a packet and a portion.
class Framer
{
public:
    /// The next octets; whole packets are put behind `out`. False: what is pending begins with what is no packet.
    bool take(const QByteArray &octets, std::deque<QByteArray> &out);
    /// What is not whole.
    const QByteArray &pending() const { return m_buffer; }

private:
    QByteArray m_buffer;
};

/// Messages over TCP get places in a stream of their own: HEP tells none.
class Places
{
public:
    static constexpr qsizetype maxStreams = 20'000;

    void fit(Datagram &message);

private:
    QHash<std::pair<Endpoint, Endpoint>, quint32> m_sequences;
};

/**
 * Makes what senders tell fit into one record. Where a sender's clock agrees with ours, its messages have the time that
 * it tells. Else they are dated by their arrival: its clock is shifted to ours by what its first packet is off, and
 * again where it drifts by over a second. Messages over TCP get places in a stream of their own.
 */
class Merger
{
public:
    static constexpr qsizetype maxSenders = 1000;
    static constexpr Duration agreement = std::chrono::seconds(5); ///< the network's delay and the sender's buffers are
                                                                   ///< in it

    /// How far a sender's clock is behind ours (negative: ahead), where that is news: it does not agree, and did until
    /// now, or is off by another second or more.
    std::optional<Duration> fit(Datagram &message, const Endpoint &sender, TimePoint arrived);

private:
    QHash<IpAddress, Duration> m_offsets; ///< zero: it agrees
    Places m_places;
};

} // namespace gb::hep
