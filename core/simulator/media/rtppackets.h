#pragma once
#include "core/base/clock.h"

#include <QByteArray>
#include <QList>

namespace gb {

/// RTP packets of a stream, RFC 3550 §5.1. Sequence and timestamp begin anywhere, as they should.
class RtpPackets
{
public:
    static constexpr qsizetype mostOfPacket = 1400; ///< octets of payload

    RtpPackets(quint32 ssrc, int payloadType, quint16 sequence, quint32 timestamp)
        : m_ssrc(ssrc)
        , m_payloadType(payloadType)
        , m_sequence(sequence)
        , m_base(timestamp)
    {
    }

    /// Of one picture: they share its timestamp (90 kHz, from 0 on), the last one has the marker.
    QList<QByteArray> packets(const QByteArray &payload, quint32 timestamp);
    /// RTCP sender report with a CNAME, §6.4.1.
    QByteArray senderReport(TimePoint wall, quint32 timestamp) const;
    quint64 count() const { return m_packets; }

private:
    const quint32 m_ssrc;
    const int m_payloadType;
    quint16 m_sequence;
    const quint32 m_base;
    quint64 m_packets = 0, m_octets = 0;
};

/// RTCP BYE, §6.6.
QByteArray rtcpBye(quint32 ssrc);
/// What a packet has ahead of it on TCP: RFC 4571, or `$` and channel 0 as RTSP has it.
QByteArray framed(const QByteArray &packet, bool dollar);

} // namespace gb
