#include "core/capture/tcporder.h"

#include <algorithm>
#include <iterator>

namespace gb {
namespace {

constexpr quint64 origin = quint64(1) << 32; ///< there is something behind the first octet, too

quint64 endOf(const std::pair<const quint64, Datagram> &piece)
{
    return piece.first + static_cast<quint64>(piece.second.octets.size());
}

} // namespace

void TcpOrder::start(quint32 sequence)
{
    m_next = m_pieces.empty() ? origin + sequence : m_next + static_cast<quint64>(ahead(sequence));
    m_started = true;
    while (!m_pieces.empty() && m_pieces.begin()->first < m_next) {
        const quint64 end = endOf(*m_pieces.begin());
        const Datagram piece = remove(m_pieces.begin());
        if (end > m_next)
            keep(piece, end - static_cast<quint64>(piece.octets.size()), m_next, end);
    }
}

void TcpOrder::keep(const Datagram &segment, quint64 begin, quint64 from, quint64 to)
{
    Datagram piece = segment;
    if (from != begin || static_cast<qsizetype>(to - from) != segment.octets.size())
        piece.octets = segment.octets.mid(static_cast<qsizetype>(from - begin), static_cast<qsizetype>(to - from));
    piece.sequence = static_cast<quint32>(from);
    piece.missing = to == begin + static_cast<quint64>(segment.octets.size()) ? segment.missing : quint16{0};
    m_octets += piece.octets.size();
    m_pieces.emplace(from, std::move(piece));
}

Datagram TcpOrder::remove(Pieces::iterator piece)
{
    Datagram datagram = std::move(piece->second);
    m_octets -= datagram.octets.size();
    m_pieces.erase(piece);
    return datagram;
}

TcpOrder::Turn TcpOrder::add(const Datagram &segment, bool end)
{
    if (!m_started && m_pieces.empty())
        m_next = origin + segment.sequence; // to measure from
    const qint64 distance = ahead(segment.sequence);
    if (std::abs(distance) > reach)
        return Turn::Elsewhere;
    const quint64 begin = m_next + static_cast<quint64>(distance);
    const quint64 stop = begin + static_cast<quint64>(segment.octets.size());
    if (end && !m_end)
        m_end = stop + segment.missing;
    if (m_started && stop <= m_next)
        return Turn::Copy;
    quint64 at = m_started ? std::max(begin, m_next) : begin;
    auto next = m_pieces.upper_bound(at);
    if (next != m_pieces.begin())
        at = std::max(at, endOf(*std::prev(next)));
    for (; at < stop; ++next) {
        const quint64 hole = next == m_pieces.end() ? stop : std::min(stop, next->first);
        if (at < hole)
            keep(segment, begin, at, hole);
        if (next == m_pieces.end())
            break;
        at = std::max(at, endOf(*next));
    }
    return Turn::Open;
}

std::optional<Datagram> TcpOrder::take()
{
    if (!m_started || m_pieces.empty() || m_pieces.begin()->first != m_next)
        return std::nullopt;
    m_next = endOf(*m_pieces.begin());
    return remove(m_pieces.begin());
}

quint64 TcpOrder::skip()
{
    if (m_pieces.empty())
        return 0;
    if (!m_started) {
        remove(m_pieces.begin());
        return 0;
    }
    const quint64 missing = m_pieces.begin()->first - m_next;
    m_next += missing;
    return missing;
}

TimePoint TcpOrder::since() const
{
    return std::min_element(m_pieces.begin(), m_pieces.end(), [](const auto &a, const auto &b) {
        return a.second.at < b.second.at;
    })->second.at;
}

bool TcpOrder::isGapAcknowledged(quint32 acknowledged) const
{
    if (!m_started || m_pieces.empty())
        return false;
    const qint64 distance = ahead(acknowledged);
    return distance > 0 && distance <= reach && m_next + static_cast<quint64>(distance) >= m_pieces.begin()->first;
}

} // namespace gb
