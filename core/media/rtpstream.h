#pragma once
#include "core/base/clock.h"
#include "core/media/rtp.h"

#include <array>
#include <optional>

namespace gb {

/// What the packets of one SSRC amount to. Times in milliseconds where they are doubles.
struct RtpNumbers
{
    quint64 packets = 0;  ///< all that came, duplicates too
    quint64 octets = 0;   ///< of their payload
    quint64 expected = 0; ///< by the sequence numbers, RFC 3550 A.3
    qint64 lost = 0;      ///< expected less received, RFC 3550 A.3: duplicates make it smaller
    quint64 missing = 0;  ///< sequence numbers that never came
    quint64 duplicates = 0;
    quint64 reordered = 0;  ///< that came behind a later one
    quint64 gaps = 0;       ///< runs of missing numbers when they were passed; some may have been filled later
    quint64 longestGap = 0; ///< numbers, of one such run
    quint64 strays = 0;     ///< packets far from all others, each alone: neither expected nor missing
    quint64 restarts = 0;   ///< the sequence went somewhere else altogether: not counted as loss
    quint64 markers = 0;
    quint64 faulty = 0;         ///< packets with an RtpFault
    quint64 timestamps = 0;     ///< times that it changed, and 1 for the first: frames where the sender keeps to
                                ///< GB/T 28181-2022 4.3.6
    quint64 timestampJumps = 0; ///< by more than `maxStep` from one packet to the next, or back
    quint64 payloadTypeChanges = 0;
    std::array<quint8, 8> payloadTypes{}; ///< the first that came, in their order
    int payloadTypeCount = 0;
    quint32 ssrc = 0;
    quint16 firstSequence = 0, lastSequence = 0;
    quint32 firstTimestamp = 0, lastTimestamp = 0;
    TimePoint first{}, last{};
    double jitter = 0;                    ///< RFC 3550 A.8, at the end
    double maxJitter = 0, meanJitter = 0; ///< over all packets, as `tshark -z rtp,streams` has them
    double maxDelta = 0;                  ///< the longest pause between two packets
    quint64 longestPauseBehind = 0;       ///< number of the packet that it follows, from 1
    std::optional<quint64> firstGapAt;    ///< number of the packet behind the first gap, from 1
    std::optional<quint64> firstJumpAt;   ///< the same of a timestamp jump
    std::optional<quint64> firstTypeChangeAt;

    double lossRatio() const { return expected ? static_cast<double>(missing) / static_cast<double>(expected) : 0; }
    /// Payload bits per second between the first packet and the last; 0 below a tenth of a second.
    double bitRate() const;
};

/// Statistics of one SSRC, RFC 3550 A.1, A.3 and A.8. Memory is constant.
class RtpStream
{
public:
    static constexpr int window = 1024; ///< sequence numbers behind the highest of which it is known whether they came
    static constexpr int maxDropout = 3000; ///< RFC 3550 A.1: a jump over more numbers is a restart, where it lasts
    static constexpr Duration maxStep = std::chrono::seconds(10); ///< of timestamps, from a packet to the next

    /// How the packet follows on what came before.
    enum class Place : quint8 {
        First,
        Next,
        AfterGap,
        Late,
        Duplicate,
        Restart,
        Stray, ///< far from all others, alone so far
    };

    /// `clockRate` in Hz: 90,000 of PS and video, 8,000 of G.711.
    explicit RtpStream(quint32 clockRate = 90'000)
        : m_clockRate(clockRate)
    {
    }
    void setClockRate(quint32 rate) { m_clockRate = rate; }
    /// `at` never runs backwards by much: what does counts as no time. `header` must be RTP.
    Place take(const RtpHeader &header, TimePoint at);
    const RtpNumbers &numbers() const { return m_numbers; }

private:
    void takeTime(const RtpHeader &header, TimePoint at);
    Place takeSequence(quint16 sequence);
    void takeType(quint8 type);
    Place restart(quint16 sequence);
    void shift(quint64 by);
    bool seen(quint64 behind) const;
    void setSeen(quint64 behind);

    RtpNumbers m_numbers;
    quint32 m_clockRate;
    quint8 m_lastType = 0;
    quint64 m_extended = 0;       ///< highest sequence number that came, cycles above its 16 bits
    quint64 m_base = 0;           ///< the first one, since the last restart
    quint64 m_before = 0;         ///< expected until then
    quint64 m_gapped = 0;         ///< numbers passed over, less those filled later
    std::optional<quint16> m_bad; ///< what would follow if a restart is meant
    std::array<quint64, window / 64> m_seen{};
};

} // namespace gb
