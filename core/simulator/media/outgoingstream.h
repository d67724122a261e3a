#pragma once
#include "core/simulator/media/medialine.h"
#include "core/simulator/media/psmuxer.h"
#include "core/simulator/media/rtppackets.h"

namespace gb {

/**
 * The clip of a plan as it goes out: a picture each 40 ms from start() on, as soon as the line is open. A machine
 * without sockets and clocks. Who is late by more than `mostLag` leaves pictures out.
 */
class OutgoingStream
{
public:
    static constexpr std::chrono::milliseconds frameGap{1000 / Clip::framesPerSecond};
    static constexpr std::chrono::seconds mostLag{1}, reportGap{5};

    OutgoingStream(const StreamPlan &plan, quint32 ssrc, TransportKind transport, std::unique_ptr<MediaLine> line);
    ~OutgoingStream();

    void start(TimePoint now);
    void advance(TimePoint now);
    /// Of advance(); never ahead of start().
    TimePoint deadline() const { return m_next; }
    /// By the plan. It sends nothing more then.
    bool wantsBye() const { return m_bye; }
    quint16 port() const { return m_line->port(); }
    quint64 packets() const { return m_sent; }
    quint64 unsent() const { return m_unsent; }

private:
    void picture(qint64 number, TimePoint now);
    void send(const QByteArray &packet);
    void put(const QByteArray &packet);
    void watchReports(TimePoint now);

    const StreamPlan m_plan;
    const quint32 m_ssrc;
    const bool m_frames; ///< packets are framed
    const std::unique_ptr<MediaLine> m_line;
    const PsMuxer m_muxer;
    RtpPackets m_packets;
    TimePoint m_next = TimePoint::max(), m_began{}, m_reportAt{}, m_heardAt{};
    quint64 m_heard = 0, m_made = 0, m_sent = 0, m_unsent = 0;
    qint64 m_frame = 0;
    QByteArray m_held; ///< that goes out behind its successor
    bool m_bye = false, m_going = false;
};

} // namespace gb
