#pragma once
#include "core/simulator/media/streamplan.h"

namespace gb {

/**
 * A program stream, ISO/IEC 13818-1 2.5, as cameras send it (GB/T 28181-2022 annex C): a pack for each picture with one
 * or more video PES, sound behind it; system header and program stream map ahead of key frames. Times are of 90 kHz,
 * 33 bits.
 */
class PsMuxer
{
public:
    static constexpr quint8 videoId = 0xe0, soundId = 0xc0;
    static constexpr qsizetype mostOfPes = 65'000; ///< octets of elementary stream in a PES
    static constexpr qint64 lead = 3600;           ///< by which the system clock reference is ahead of the PTS

    explicit PsMuxer(const PsLayout &layout)
        : m_layout(layout)
    {
    }

    /// `pts` at least `lead`; `sound`: G.711A of the same time, may be empty.
    QByteArray pack(const ClipFrame &frame, qint64 pts, const QByteArray &sound = {}) const;

private:
    void addMap(QByteArray &out) const;
    void addVideo(QByteArray &out, const QByteArray &octets, qint64 pts) const;

    const PsLayout m_layout;
};

/// CRC_32 of ISO/IEC 13818-1 annex A.
quint32 crc32Mpeg(const QByteArray &octets);

} // namespace gb
