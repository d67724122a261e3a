#pragma once
#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace gb {

/**
 * Cuts a TCP stream of media into packets of RTP and RTCP: two octets of length (RFC 4571 §2, GB/T 28181-2022 annex D),
 * or `$`, channel and length (RFC 2326 §10.12), as some devices send. What it is shows by the first octets. Where the
 * lengths do not lead from packet to packet it passes over octets until they do again, and counts. Pure: octets in,
 * packets out, in whatever portions they come. Work is linear in the octets; holds at most `maxHeld`.
 */
class MediaFraming
{
public:
    enum class Kind : quint8 { Unknown, Rfc4571, Interleaved };
    static constexpr std::size_t maxHeld = 2 * (65'535 + 4); ///< octets: a packet that is waited for, and the one
                                                             ///< behind

    /// What comes next of the stream; empty packets are passed over. Takes as much as it may hold: the rest is to be
    /// given again when next() has no packet left. Returns how many octets were taken.
    std::size_t append(std::string_view octets);
    /// The next whole packet, without its frame; it holds until append() or next() is called. False: none yet.
    bool next(std::string_view &packet);
    /// Octets are missing here, or the stream began unseen: what comes next may be the middle of a packet.
    void gap();

    Kind kind() const { return m_kind; }
    quint64 packets() const { return m_packets; }
    quint64 passedOver() const { return m_passedOver; } ///< octets that belong to no packet
    quint64 resyncs() const { return m_resyncs; }       ///< times that it lost its way, gaps not counted
    std::size_t pending() const { return m_buffer.size() - m_at; }
    bool inStep() const { return m_inStep; } ///< the last packet was followed by another, or may be

private:
    enum class Look : quint8 { No, Wait, Yes };
    Look frame(std::size_t at, std::size_t &size) const;
    Look trusted(std::size_t at) const;
    bool goesOn(std::size_t first, std::size_t second) const;
    bool findStart();
    std::size_t head() const { return m_kind == Kind::Interleaved ? 4 : 2; }
    std::string_view at(std::size_t place) const { return std::string_view(m_buffer).substr(place); }

    std::string m_buffer;
    std::size_t m_at = 0; ///< octets ahead of it are done
    Kind m_kind = Kind::Unknown;
    bool m_inStep = false, m_sought = false;
    quint64 m_packets = 0, m_passedOver = 0, m_resyncs = 0;
    std::optional<quint32> m_ssrc; ///< of the last packet of RTP
};

} // namespace gb
