#include "core/simulator/media/psmuxer.h"

#include <algorithm>

namespace gb {
namespace {

constexpr int muxRate = 25'000; ///< in units of 50 octets per second: 10 Mbit/s

void add8(QByteArray &out, quint32 value)
{
    out.append(static_cast<char>(value & 0xff));
}

void add16(QByteArray &out, quint32 value)
{
    add8(out, value >> 8);
    add8(out, value);
}

void add32(QByteArray &out, quint32 value)
{
    add16(out, value >> 16);
    add16(out, value);
}

void addStart(QByteArray &out, quint8 id)
{
    add16(out, 0);
    add8(out, 1);
    add8(out, id);
}

/// 33 bits in three parts with a marker bit behind each: `prefix` are the four bits ahead of them.
void addTime(QByteArray &out, quint32 prefix, qint64 time)
{
    const auto part = [time](int shift, quint32 mask) { return static_cast<quint32>(time >> shift) & mask; };
    add8(out, (prefix << 4) | (part(30, 7) << 1) | 1);
    add16(out, (part(15, 0x7fff) << 1) | 1);
    add16(out, (part(0, 0x7fff) << 1) | 1);
}

/// 2.5.3.3
void addPackHeader(QByteArray &out, qint64 clock)
{
    addStart(out, 0xba);
    const auto part = [clock](int shift, quint64 mask) { return (static_cast<quint64>(clock) >> shift) & mask; };
    // 01, 3 bits, 1, 15 bits, 1, 15 bits, 1, extension of 9 bits, 1
    const quint64 bits = (quint64{1} << 46) | (part(30, 7) << 43) | (quint64{1} << 42) | (part(15, 0x7fff) << 27)
        | (quint64{1} << 26) | (part(0, 0x7fff) << 11) | (quint64{1} << 10) | 1;
    add16(out, static_cast<quint32>(bits >> 32));
    add32(out, static_cast<quint32>(bits));
    const quint32 rate = (muxRate << 2) | 3;
    add8(out, rate >> 16);
    add16(out, rate);
    add8(out, 0xf8); // no stuffing
}

/// 2.5.3.5, with a buffer bound for each stream.
void addSystemHeader(QByteArray &out, bool sound)
{
    addStart(out, 0xbb);
    add16(out, sound ? 12 : 9);
    const quint32 rate = (quint32{1} << 23) | (muxRate << 1) | 1;
    add8(out, rate >> 16);
    add16(out, rate);
    add8(out, sound ? 1U << 2 : 0U); // audio_bound; neither fixed nor constrained
    add8(out, 0x20 | 1);             // marker, video_bound 1
    add8(out, 0x7f);
    add8(out, PsMuxer::videoId);
    add16(out, 0xe000 | 400); // 400 × 1024 octets
    if (!sound)
        return;
    add8(out, PsMuxer::soundId);
    add16(out, 0xc000 | 32); // 32 × 128 octets
}

/// 2.4.3.6, with a PTS where one is given.
void addPes(QByteArray &out, quint8 id, std::optional<qint64> pts, const QByteArray &octets)
{
    addStart(out, id);
    const qsizetype header = 3 + (pts ? 5 : 0);
    add16(out, static_cast<quint32>(header + octets.size()) & 0xffff);
    add8(out, pts ? 0x84 : 0x80); // data_alignment_indicator where a picture begins
    add8(out, pts ? 0x80 : 0);
    add8(out, pts ? 5 : 0);
    if (pts)
        addTime(out, 2, *pts);
    out.append(octets);
}

} // namespace

quint32 crc32Mpeg(const QByteArray &octets)
{
    quint32 crc = 0xffffffff;
    for (const char one : octets) {
        crc ^= static_cast<quint32>(static_cast<quint8>(one)) << 24;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc << 1) ^ ((crc & 0x80000000) != 0 ? 0x04c11db7 : 0);
    }
    return crc;
}

/// 2.5.4.1
void PsMuxer::addMap(QByteArray &out) const
{
    QByteArray map;
    addStart(map, 0xbc);
    const quint32 streams = m_layout.sound ? 2 : 1;
    add16(map, 2 + 2 + 2 + 4 * streams + 4);
    add8(map, 0xe0 | 1); // current_next_indicator, version 1
    add8(map, 0xff);
    add16(map, 0); // program_stream_info_length
    add16(map, 4 * streams);
    add8(map, m_layout.announced == ClipCodec::H264 ? 0x1b : 0x24);
    add8(map, videoId);
    add16(map, m_layout.wrongMapLength ? 6 : 0); // as if descriptors followed
    if (m_layout.sound) {
        add8(map, 0x90); // G.711 A-law, GB/T 28181-2022 annex C
        add8(map, soundId);
        add16(map, 0);
    }
    const quint32 crc = crc32Mpeg(map);
    add32(map, m_layout.wrongCrc ? crc ^ 0xffff : crc);
    out.append(map);
}

void PsMuxer::addVideo(QByteArray &out, const QByteArray &octets, qint64 pts) const
{
    if (m_layout.wrappedLength)
        return addPes(out, videoId, pts, octets);
    for (qsizetype at = 0; at < octets.size(); at += mostOfPes)
        addPes(out, videoId, at == 0 ? std::optional(pts) : std::nullopt, octets.mid(at, mostOfPes));
}

QByteArray PsMuxer::pack(const ClipFrame &frame, qint64 pts, const QByteArray &sound) const
{
    QByteArray out;
    out.reserve(frame.octets.size() + sound.size() + 128);
    addPackHeader(out, pts - lead);
    if (frame.key && m_layout.systemHeader)
        addSystemHeader(out, m_layout.sound);
    if (frame.key && m_layout.map)
        addMap(out);
    addVideo(out, frame.octets, pts);
    if (!sound.isEmpty())
        addPes(out, soundId, pts, sound);
    return out;
}

} // namespace gb
