#include "core/simulator/media/clip.h"

#include <QFile>

#include <cmath>

void initialiseSimulatorClips()
{
    Q_INIT_RESOURCE(clips); // of a static library; may not be called from within a namespace
}

namespace gb {
namespace {

const QByteArray startCode("\0\0\1", 3);

/// Of the NAL unit whose header begins there.
int nalType(const QByteArray &stream, qsizetype at, ClipCodec codec)
{
    const auto first = static_cast<quint8>(at < stream.size() ? stream[at] : '\0');
    return codec == ClipCodec::H264 ? first & 0x1f : (first >> 1) & 0x3f;
}

bool isDelimiter(int type, ClipCodec codec)
{
    return type == (codec == ClipCodec::H264 ? 9 : 35);
}

bool isKey(int type, ClipCodec codec)
{
    return codec == ClipCodec::H264 ? type == 5 : type >= 16 && type <= 21;
}

Clip readClip(ClipCodec codec)
{
    initialiseSimulatorClips();
    QFile file(codec == ClipCodec::H264 ? QStringLiteral(":/simulator/clips/testsrc.h264")
                                        : QStringLiteral(":/simulator/clips/testsrc.h265"));
    Clip clip{.codec = codec, .frames = {}};
    if (file.open(QIODevice::ReadOnly))
        clip.frames = accessUnits(file.readAll(), codec);
    return clip;
}

} // namespace

QList<ClipFrame> accessUnits(const QByteArray &stream, ClipCodec codec)
{
    QList<ClipFrame> frames;
    qsizetype begin = -1;
    bool key = false;
    const auto close = [&](qsizetype end) {
        if (begin >= 0)
            frames.append({stream.mid(begin, end - begin), key});
        key = false;
    };
    for (qsizetype at = stream.indexOf(startCode); at >= 0; at = stream.indexOf(startCode, at + 3)) {
        const int type = nalType(stream, at + 3, codec);
        if (isDelimiter(type, codec)) {
            const qsizetype start = at > 0 && stream[at - 1] == '\0' ? at - 1 : at; // a delimiter has four octets
            close(start);
            begin = start;
        }
        key = key || isKey(type, codec);
    }
    close(stream.size());
    return frames;
}

ClipFrame withSets(const ClipFrame &frame, const ClipFrame &key, ClipCodec codec)
{
    // A delimiter, the sets, and the first slice, whose start code has three octets or four
    const qsizetype delimiter = key.octets.indexOf(startCode, 4);
    for (qsizetype at = delimiter; at >= 0; at = key.octets.indexOf(startCode, at + 3)) {
        if (isKey(nalType(key.octets, at + 3, codec), codec)) {
            const qsizetype slice = key.octets[at - 1] == '\0' ? at - 1 : at;
            return {key.octets.left(slice) + frame.octets.mid(frame.octets.indexOf(startCode, 4)), false};
        }
    }
    return frame;
}

const Clip &clipOf(ClipCodec codec)
{
    static const Clip h264 = readClip(ClipCodec::H264), h265 = readClip(ClipCodec::H265);
    return codec == ClipCodec::H264 ? h264 : h265;
}

quint8 aLaw(qint16 sample)
{
    int value = sample >> 3; // 13 bits
    const bool negative = value < 0;
    value = negative ? -value - 1 : value;
    int segment = 0;
    for (int left = value >> 5; left > 0; left >>= 1)
        ++segment;
    const int code = segment == 0 ? value >> 1 : (segment << 4) | ((value >> segment) & 0x0f);
    return static_cast<quint8>(code ^ (negative ? 0x55 : 0xd5));
}

QByteArray tone(qint64 first, int samples, bool silent)
{
    constexpr double pi = 3.14159265358979323846;
    constexpr int rate = 8000, hertz = 440, loud = 8000;
    QByteArray out(samples, '\0');
    for (int i = 0; i < samples; ++i) {
        const auto turn = static_cast<double>((first + i) * hertz % rate) / rate;
        out[i] = static_cast<char>(aLaw(silent ? qint16(0) : static_cast<qint16>(loud * std::sin(2 * pi * turn))));
    }
    return out;
}

} // namespace gb
