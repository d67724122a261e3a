#include "core/simulator/media/outgoingstream.h"

#include <QRandomGenerator>

namespace gb {
namespace {

constexpr qint64 ticks = 90'000, perFrame = ticks / Clip::framesPerSecond;
constexpr int soundRate = 8000, soundOfFrame = soundRate / Clip::framesPerSecond;
constexpr qsizetype huge = 70'000; ///< octets: over what 16 bits of a PES length hold

PsLayout layoutOf(const StreamPlan &plan)
{
    PsLayout layout = plan.layout;
    layout.sound = layout.sound && plan.sound != SoundKind::None;
    return layout;
}

/// With filler data behind it: NAL unit type 12, of H.265 38.
QByteArray padded(QByteArray octets, ClipCodec codec, qsizetype size)
{
    octets += codec == ClipCodec::H264 ? QByteArray("\0\0\0\1\x0c", 5) : QByteArray("\0\0\0\1\x4c\1", 6);
    octets.append(std::max(qsizetype{1}, size - octets.size() - 1), '\xff');
    return octets + '\x80';
}

} // namespace

OutgoingStream::OutgoingStream(
    const StreamPlan &plan, quint32 ssrc, TransportKind transport, std::unique_ptr<MediaLine> line)
    : m_plan(plan)
    , m_ssrc(plan.wrongSsrc ? ssrc + 1 : ssrc)
    , m_frames(transport == TransportKind::Tcp)
    , m_line(std::move(line))
    , m_muxer(layoutOf(plan))
    , m_packets(m_ssrc, plan.payloadType, static_cast<quint16>(QRandomGenerator::global()->bounded(0x10000)),
          QRandomGenerator::global()->generate())
{
}

OutgoingStream::~OutgoingStream()
{
    if (m_sent > 0 && m_line->isOpen())
        m_line->sendReport(rtcpBye(m_ssrc));
}

void OutgoingStream::start(TimePoint now)
{
    if (!m_plan.sends || clipOf(m_plan.codec).frames.isEmpty())
        return;
    m_next = now + m_plan.startDelay;
}

void OutgoingStream::advance(TimePoint now)
{
    if (m_next > now)
        return;
    if (!m_line->isOpen()) { // it may be on its way
        m_next = now + frameGap;
        return;
    }
    if (!std::exchange(m_going, true)) {
        m_began = m_heardAt = m_reportAt = now;
        m_next = now;
    }
    if (now - m_next > mostLag) {
        const qint64 late = (now - m_next) / frameGap;
        m_frame += late;
        m_next += late * frameGap;
    }
    for (; m_next <= now; m_next += frameGap)
        picture(m_frame++, now);
    watchReports(now);
    const Duration been = now - m_began;
    m_bye = m_bye || (m_plan.byeAfter && been >= *m_plan.byeAfter);
    if (m_bye || (m_plan.stopAfter && been >= *m_plan.stopAfter))
        m_next = TimePoint::max();
}

void OutgoingStream::picture(qint64 number, TimePoint now)
{
    const Clip &clip = clipOf(m_plan.codec);
    ClipFrame frame = clip.frames.at(number % clip.frames.size());
    if (frame.key && !m_plan.keyFrames)
        frame = m_plan.parameterSets ? withSets(clip.frames.at(1), frame, clip.codec) : clip.frames.at(1);
    if (frame.key && m_plan.hugeKeyFrames)
        frame.octets = padded(frame.octets, m_plan.codec, huge);
    const bool speaks = m_plan.sound == SoundKind::Tone || m_plan.sound == SoundKind::Silence;
    const bool heard = speaks && now - m_began >= m_plan.soundAfter;
    const QByteArray sound = heard ? tone(number * soundOfFrame, soundOfFrame, m_plan.sound == SoundKind::Silence)
                                   : QByteArray();
    const qint64 pts = ticks + number * perFrame; // behind the clock of the first pack
    const auto timestamp = static_cast<quint32>(m_plan.sameTimestamp ? 0 : number * perFrame);
    const QList<QByteArray> packets = m_packets.packets(m_muxer.pack(frame, pts & 0x1'ffff'ffff, sound), timestamp);
    for (const QByteArray &one : packets)
        send(one);
    if (m_reportAt <= now) {
        m_line->sendReport(m_packets.senderReport(now, timestamp));
        m_reportAt = now + reportGap;
    }
}

/// What is lost keeps its number in the stream.
void OutgoingStream::send(const QByteArray &packet)
{
    const auto each = [this](int every) { return every > 0 && m_made % static_cast<quint64>(every) == 0; };
    ++m_made;
    if (each(m_plan.loseEvery))
        return;
    if (each(m_plan.swapEvery) && m_held.isEmpty()) {
        m_held = packet;
        return;
    }
    put(packet);
    if (each(m_plan.doubleEvery))
        put(packet);
    if (!m_held.isEmpty())
        put(std::exchange(m_held, {}));
}

void OutgoingStream::put(const QByteArray &packet)
{
    ++(m_line->send(m_frames ? framed(packet, m_plan.dollar) : packet) ? m_sent : m_unsent);
}

void OutgoingStream::watchReports(TimePoint now)
{
    if (const quint64 heard = m_line->reports(); heard != m_heard) {
        m_heard = heard;
        m_heardAt = now;
    }
    m_bye = m_bye || (m_plan.reportsWithin && now - m_heardAt >= *m_plan.reportsWithin);
}

} // namespace gb
