#pragma once
#include <QByteArray>
#include <QList>

namespace gb {

enum class ClipCodec : quint8 { H264, H265 };

/// One picture: an access unit in byte stream format, with its access unit delimiter (ITU-T H.264 and H.265 annex B).
struct ClipFrame
{
    QByteArray octets;
    bool key = false; ///< can be decoded alone: parameter sets and an IDR picture
};

/// A short video without end: behind its last frame comes its first one. Made by us, see core/simulator/clips.
struct Clip
{
    static constexpr int framesPerSecond = 25;

    ClipCodec codec = ClipCodec::H264;
    QList<ClipFrame> frames; ///< none where the resource is missing
    int width = 640, height = 360;
};

/// Read once. From any thread.
const Clip &clipOf(ClipCodec codec);

/// Splits a byte stream at its access unit delimiters. What stands ahead of the first one is left out.
QList<ClipFrame> accessUnits(const QByteArray &stream, ClipCodec codec);

/// `frame` with the parameter sets of a key frame ahead of it.
ClipFrame withSets(const ClipFrame &frame, const ClipFrame &key, ClipCodec codec);

/// G.711 A-law (ITU-T G.711) at 8000 samples per second, from sample number `first` on: a tone of 440 Hz, or silence.
QByteArray tone(qint64 first, int samples, bool silent);
quint8 aLaw(qint16 sample);

} // namespace gb
