#pragma once
#include "core/media/mediachain.h"
#include "core/media/rtp.h"

#include <QByteArray>
#include <QtEndian>

#include <functional>
#include <vector>

/// Program streams and RTP as a device sends them, and as it should not. The parameter sets are those of x264 and x265,
/// 160x96; the slices have a header and nothing that could be decoded.
namespace gb::test::media {

enum class Codec : quint8 { H264, H265 };

inline QByteArray number(quint64 value, int octets)
{
    QByteArray out;
    for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8)
        out.append(static_cast<char>(value >> shift));
    return out;
}

inline QByteArray code(quint8 id)
{
    return QByteArray("\0\0\1", 3) + static_cast<char>(id);
}

inline QByteArray nal(const QByteArray &hex)
{
    return QByteArray("\0\0\0\1", 4) + QByteArray::fromHex(hex);
}

inline QByteArray sets(Codec codec)
{
    if (codec == Codec::H264)
        return nal("6764000bacb2051b6022000003000200000300641e285490") + nal("68ebccb22c");
    return nal("40010c01ffff01600000030090000003000003001e928090")
        + nal("42010101600000030090000003000003001ea01420616592a4932bc05a020000030002000003003210")
        + nal("4401c172b46240");
}

/// A slice of so many octets, without a start code in it.
inline QByteArray slice(Codec codec, bool key, int size)
{
    QByteArray out = nal(codec == Codec::H264 ? (key ? "6588843f" : "419a3b13") : (key ? "2801af0b" : "0201d009"));
    for (unsigned i = 0; out.size() < size; ++i)
        out.append(static_cast<char>(std::max(1U, (i * i * 37 + i * 11) >> 3 & 0xFFU))); // 01 is frequent, as in video
    return out;
}

inline QByteArray packHeader(quint64 scr)
{
    QByteArray out = code(0xBA);
    out.append(static_cast<char>(0x44 | (scr >> 30 & 7) << 3 | (scr >> 28 & 3)));
    out.append(static_cast<char>(scr >> 20));
    out.append(static_cast<char>((scr >> 15 & 0x1F) << 3 | 4 | (scr >> 13 & 3)));
    out.append(static_cast<char>(scr >> 5));
    out.append(static_cast<char>((scr & 0x1F) << 3 | 4));
    out.append(QByteArray("\x01\x00\x9c\x43\xf8", 5)); // SCR extension 0, 10,000 * 50 octets a second, no stuffing
    return out;
}

inline QByteArray systemHeader()
{
    return code(0xBB) + number(12, 2) + QByteArray::fromHex("804e2104e17fe0e080c0c020");
}

/// `extra` octets more in the length of the descriptors of the first entry than there are.
inline QByteArray map(quint8 videoType, quint8 audioType = 0, quint16 extra = 0, bool crc = true)
{
    QByteArray entries = number(videoType, 1) + char(0xE0) + number(extra, 2);
    if (audioType)
        entries += number(audioType, 1) + char(0xC0) + number(0, 2);
    QByteArray out = code(0xBC) + number(static_cast<quint64>(10 + entries.size()), 2) + QByteArray("\xe0\xff", 2)
        + number(0, 2) + number(static_cast<quint64>(entries.size()), 2) + entries;
    const quint32 sum = mpegCrc({out.constData(), static_cast<std::size_t>(out.size())});
    return out + number(crc ? sum : sum + 1, 4);
}

inline QByteArray time(quint8 mark, quint64 at)
{
    QByteArray out;
    out.append(static_cast<char>(mark << 4 | (at >> 30 & 7) << 1 | 1));
    out += number((at >> 15 & 0x7FFF) << 1 | 1, 2) + number((at & 0x7FFF) << 1 | 1, 2);
    return out;
}

/// `length`: what it says it is; -1: the truth, in as many packets as it takes.
inline QByteArray pes(quint8 id, quint64 pts, const QByteArray &payload, int length = -1)
{
    constexpr qsizetype most = 65'000;
    QByteArray out;
    for (qsizetype at = 0; at == 0 || at < payload.size(); at += most) {
        const QByteArray part = length < 0 ? payload.mid(at, most) : payload;
        const QByteArray times = at == 0 ? time(2, pts) : QByteArray();
        const auto size = static_cast<quint64>(3 + times.size() + part.size());
        out += code(id) + number(length < 0 ? size : static_cast<quint64>(length), 2) + char(0x80)
            + char(times.isEmpty() ? 0 : 0x80) + char(times.size()) + times + part;
        if (length >= 0)
            break;
    }
    return out;
}

/// What a device does; the defaults are right.
struct Habits
{
    Codec codec = Codec::H264;
    quint8 videoType = 0, audioType = 0; ///< of the map; 0: the codec's own, and no audio
    int gop = 25;                        ///< pictures; 0: no key frame at all
    bool sendsMap = true, sendsSets = true, mapOnce = false, crcRight = true, sendsVideo = true;
    quint16 mapExtra = 0;
    int keySize = 6000, size = 1500;
    enum class Length : quint8 { Right, Wrapped, Zero, Short } length = Length::Right;
    quint8 videoId = 0xE0;
    QByteArray audio;  ///< 40 ms of it, with each picture
    int audioFrom = 0; ///< picture
    bool headersApart = false, marker = true;
    quint32 ssrc = 100'000'001;
    quint8 payloadType = 96;
    std::function<quint32(int)> timestamp = [](int picture) { return static_cast<quint32>(picture * 3600); };
    std::function<quint64(int)> pts = [](int picture) { return static_cast<quint64>(picture) * 3600; };
    int cut = 1400; ///< octets of payload
};

inline QByteArray picture(const Habits &habits, int at)
{
    const bool key = habits.gop > 0 && at % habits.gop == 0;
    QByteArray out = packHeader(habits.pts(at));
    if (key) {
        const quint8 type = habits.videoType ? habits.videoType : habits.codec == Codec::H264 ? 0x1B : 0x24;
        out += systemHeader();
        if (habits.sendsMap && (at == 0 || !habits.mapOnce))
            out += map(type, habits.audioType, habits.mapExtra, habits.crcRight);
    }
    if (habits.sendsVideo) {
        const QByteArray video = (key && habits.sendsSets ? sets(habits.codec) : QByteArray())
            + slice(habits.codec, key, key ? habits.keySize : habits.size);
        const auto whole = static_cast<int>(video.size()) + 8;
        using Length = Habits::Length;
        out += pes(habits.videoId, habits.pts(at), video,
            habits.length == Length::Wrapped     ? whole % 65'536
                : habits.length == Length::Zero  ? 0
                : habits.length == Length::Short ? whole - 100
                                                 : -1);
    }
    if (!habits.audio.isEmpty() && at >= habits.audioFrom)
        out += pes(0xC0, habits.pts(at), habits.audio);
    return out;
}

inline QByteArray rtp(
    quint16 sequence, quint32 timestamp, quint32 ssrc, const QByteArray &payload, quint8 type = 96, bool marker = false)
{
    return QByteArray(1, char(0x80)) + number(type | (marker ? 0x80U : 0U), 1) + number(sequence, 2)
        + number(timestamp, 4) + number(ssrc, 4) + payload;
}

struct Packet
{
    TimePoint at;
    QByteArray octets;
};

/// From the zero of time on, 25 pictures a second.
inline std::vector<Packet> stream(const Habits &habits, int pictures, quint16 sequence = 65'500)
{
    using namespace std::chrono_literals;
    std::vector<Packet> all;
    for (int i = 0; i < pictures; ++i) {
        const QByteArray octets = picture(habits, i);
        const TimePoint at = TimePoint(10s) + i * 40ms;
        std::vector<QByteArray> parts;
        qsizetype from = 0;
        if (habits.headersApart) {
            from = octets.indexOf(code(habits.videoId));
            parts.push_back(octets.left(from));
        }
        for (; from < octets.size(); from += habits.cut)
            parts.push_back(octets.mid(from, habits.cut));
        for (std::size_t part = 0; part < parts.size(); ++part)
            all.push_back({at + static_cast<int>(part) * 20us,
                rtp(sequence++, habits.timestamp(i), habits.ssrc, parts[part], habits.payloadType,
                    habits.marker && part + 1 == parts.size())});
    }
    return all;
}

inline std::string_view view(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

/// An offer or an answer over UDP, with that y=.
inline MediaSide side(quint32 ssrc, const char *address = "10.0.0.1", quint16 port = 30'000)
{
    MediaSide one;
    one.session = SdpSession::Play;
    one.end = {QHostAddress(QString::fromLatin1(address)), port};
    one.ssrc = ssrc;
    one.formats = {{96, "PS", 90'000}, {98, "H264", 90'000}};
    return one;
}

} // namespace gb::test::media
