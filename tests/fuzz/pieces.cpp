#include "core/capture/fragments.h"
#include "core/capture/importertcp.h"
#include "core/capture/packetdecoder.h"
#include "tests/fuzz/harness.h"

#include <algorithm>
#include <random>
#include <vector>

namespace gb::fuzz {
namespace {

/// Takes numbers off the start of the octets; 0 behind their end.
class Script
{
public:
    explicit Script(std::string_view octets)
        : m_rest(octets)
    {
    }

    bool isOver() const { return m_rest.empty(); }
    unsigned number()
    {
        const unsigned value = m_rest.empty() ? 0U : static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(m_rest.empty() ? 0 : 1);
        return value;
    }
    std::string_view octets(std::size_t size)
    {
        const std::string_view part = m_rest.substr(0, size);
        m_rest.remove_prefix(part.size());
        return part;
    }

private:
    std::string_view m_rest;
};

const QHostAddress from(QStringLiteral("10.0.0.2")), to(QStringLiteral("10.0.0.1"));

/// Where pieces begin and end: `count` at most, of a multiple of `unit`, in an order that the octets decide upon.
std::vector<std::pair<std::size_t, std::size_t>> shuffled(std::string_view octets, std::size_t count, std::size_t unit)
{
    const std::size_t size = (octets.size() / count / unit + 1) * unit;
    std::vector<std::pair<std::size_t, std::size_t>> pieces;
    for (std::size_t at = 0; at < octets.size(); at += size)
        pieces.emplace_back(at, std::min(size, octets.size() - at));
    std::minstd_rand random(static_cast<unsigned>(octets.size()) + static_cast<unsigned char>(octets.front()));
    std::shuffle(pieces.begin(), pieces.end(), random);
    return pieces;
}

void anyFragments(std::string_view octets)
{
    Fragments fragments;
    std::size_t in = 0, out = 0, pieces = 0;
    for (Script script(octets); !script.isOver(); ++pieces) {
        const unsigned flags = script.number();
        IpFragment piece{.from = from,
            .to = to,
            .id = flags & 3U,
            .protocol = 17,
            .offset = script.number() * 8,
            .more = (flags & 4U) != 0};
        piece.octets = script.octets((flags >> 3) * 2);
        in += piece.octets.size();
        const auto whole = fragments.add(piece, TimePoint(std::chrono::milliseconds(pieces * 100)));
        out += whole ? static_cast<std::size_t>(whole->octets.size()) : 0;
        require(
            fragments.memory() >= 0 && fragments.memory() <= Fragments::maxMemory, "fragments wait in a bounded room");
    }
    fragments.finish();
    require(out <= in, "no more octets come out of fragments than went in");
    require(fragments.memory() == 0 && fragments.counts().lost <= pieces, "nothing is left, and each is lost once");
}

void anySegments(std::string_view octets)
{
    ImporterTcp tcp;
    std::deque<Datagram> messages;
    std::size_t in = 0, segments = 0;
    for (Script script(octets); !script.isOver(); ++segments) {
        const unsigned flags = script.number();
        Datagram segment{.at = TimePoint(std::chrono::milliseconds(segments * 100)),
            .from = {from, static_cast<quint16>(flags & 1U)},
            .to = {to, 5060},
            .transport = TransportKind::Tcp};
        segment.sequence = 0xffffff00U + script.number() * 4;
        segment.acknowledged = 0xffffff00U + script.number() * 4;
        if ((flags & 2U) != 0)
            std::swap(segment.from, segment.to);
        segment.octets = bytes(script.octets((flags >> 4) * 16));
        in += static_cast<std::size_t>(segment.octets.size());
        const unsigned rare = script.number();
        tcp.take(segment, static_cast<quint8>(TcpAck | (rare < 32 ? rare & 7U : 0U)), (flags & 4U) != 0, messages);
        require(tcp.kept() >= 0
                && tcp.kept() <= 4 * (TcpOrder::maxOctets + (TcpOrder::maxSegments + 1) * TcpOrder::segmentCost),
            "segments wait in a bounded room");
    }
    tcp.finish(messages);
    std::size_t out = 0;
    for (const Datagram &message : messages)
        out += static_cast<std::size_t>(message.octets.size());
    require(out <= in && tcp.kept() == 0, "no more octets come out of segments than went in");
}

std::deque<Datagram> messagesOf(std::string_view octets, const std::vector<std::pair<std::size_t, std::size_t>> &pieces)
{
    ImporterTcp tcp;
    std::deque<Datagram> messages;
    Datagram segment{.from = {from, 5060}, .to = {to, 5060}, .transport = TransportKind::Tcp, .sequence = 0xfffffff0U};
    tcp.take(segment, TcpSyn, true, messages);
    for (const auto &[at, size] : pieces) {
        segment.sequence = 0xfffffff1U + static_cast<quint32>(at);
        segment.octets = bytes(octets.substr(at, size));
        tcp.take(segment, TcpAck, true, messages);
    }
    tcp.finish(messages);
    return messages;
}

} // namespace

void fragments(std::string_view octets)
{
    anyFragments(octets);
    octets = octets.substr(0, Fragments::maxDatagram);
    if (octets.size() <= 8)
        return;
    Fragments fragments;
    std::optional<Fragments::Whole> whole;
    for (const auto &[at, size] : shuffled(octets, Fragments::maxPieces - 1, 8)) {
        require(!whole, "a datagram is whole with its last fragment");
        whole = fragments.add({.from = from,
                                  .to = to,
                                  .protocol = 17,
                                  .offset = static_cast<quint32>(at),
                                  .more = at + size < octets.size(),
                                  .octets = octets.substr(at, size)},
            {});
    }
    require(whole && view(whole->octets) == octets, "the order of fragments does not matter");
}

void segments(std::string_view octets)
{
    anySegments(octets);
    octets = octets.substr(0, 200'000);
    if (octets.empty())
        return;
    auto pieces = shuffled(octets, static_cast<std::size_t>(TcpOrder::maxSegments) - 1, 1);
    const std::deque<Datagram> mixed = messagesOf(octets, pieces);
    std::sort(pieces.begin(), pieces.end());
    const std::deque<Datagram> ordered = messagesOf(octets, pieces);
    require(std::equal(mixed.begin(), mixed.end(), ordered.begin(), ordered.end(),
                [](const Datagram &a, const Datagram &b) {
                    return a.octets == b.octets && a.sequence == b.sequence && a.unfinished == b.unfinished;
                }),
        "the order of segments does not matter");
}

} // namespace gb::fuzz
