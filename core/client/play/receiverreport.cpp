#include "core/client/play/receiverreport.h"

#include <QtEndian>

#include <algorithm>

namespace gb {
namespace {

void add32(QByteArray &out, quint32 value)
{
    char octets[4];
    qToBigEndian(value, octets);
    out.append(octets, 4);
}

} // namespace

void ReceiverReports::heard(std::string_view rtcp, TimePoint at)
{
    constexpr std::size_t ntp = 10; // the middle 32 of its 64 bits
    if (rtcp.size() < ntp + 4 || readRtcp(rtcp).type != RtcpHeader::Type::SenderReport)
        return;
    m_lastReport = qFromBigEndian<quint32>(rtcp.data() + ntp);
    m_lastReportAt = at;
}

QByteArray ReceiverReports::write(const RtpNumbers &stream, TimePoint now)
{
    const quint64 received = stream.packets;
    const quint64 expected = stream.expected - std::min(stream.expected, m_expected),
                  came = received - std::min(received, m_received);
    const quint64 lost = expected - std::min(expected, came);
    m_expected = stream.expected;
    m_received = received;
    const auto fraction = static_cast<quint32>(expected == 0 ? 0 : std::min<quint64>(255, lost * 256 / expected));
    const qint64 all = std::clamp<qint64>(stream.lost, -0x800000, 0x7fffff);
    const double ticks = stream.jitter * 90; // of milliseconds
    QByteArray out("\x81\xc9\0\7", 4);
    add32(out, m_ssrc);
    add32(out, stream.ssrc);
    add32(out, (fraction << 24) | (static_cast<quint32>(all) & 0xffffff));
    add32(out, static_cast<quint32>(stream.firstSequence + stream.expected - (stream.expected > 0 ? 1 : 0)));
    add32(out, static_cast<quint32>(std::clamp(ticks, 0.0, 4e9)));
    add32(out, m_lastReport);
    const auto since = m_lastReport == 0 ? 0 : (now - m_lastReportAt).count() * 65'536 / 1'000'000;
    add32(out, static_cast<quint32>(since));
    out.append("\x81\xca\0\4", 4); // SDES
    add32(out, m_ssrc);
    out.append("\x01\x07"
               "gbscope\0\0\0",
        12); // CNAME, the end of the list, and up to the next word
    return out;
}

} // namespace gb
