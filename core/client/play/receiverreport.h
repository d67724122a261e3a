#pragma once
#include "core/media/mediachain.h"

#include <QByteArray>

namespace gb {

/// Writes the RTCP of who receives one stream, RFC 3550 §6.4.2: a receiver report with a CNAME.
class ReceiverReports
{
public:
    explicit ReceiverReports(quint32 ourSsrc)
        : m_ssrc(ourSsrc)
    {
    }
    /// RTCP of the sender; only its first sender report counts.
    void heard(std::string_view rtcp, TimePoint at);
    QByteArray write(const RtpNumbers &stream, TimePoint now);

private:
    const quint32 m_ssrc;
    quint32 m_lastReport = 0; ///< the middle of its NTP time
    TimePoint m_lastReportAt{};
    quint64 m_expected = 0, m_received = 0; ///< at the report before
};

} // namespace gb
