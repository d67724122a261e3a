#pragma once
#include "core/base/clock.h"
#include "core/simulator/media/clip.h"

#include <optional>

namespace gb {

enum class SoundKind : quint8 {
    None,
    Tone,
    Silence,
    Missing, ///< announced, and never sent
};

/// How a program stream is laid out. The right one is of GB/T 28181-2022 annex C and ISO/IEC 13818-1.
struct PsLayout
{
    ClipCodec announced = ClipCodec::H264; ///< by the program stream map
    bool sound = true;                     ///< a G.711A stream is announced
    bool systemHeader = true, map = true;
    bool wrongCrc = false;       ///< of the map
    bool wrongMapLength = false; ///< elementary_stream_info_length does not add up
    bool wrappedLength = false;  ///< a frame is one PES, whose length wraps at 65536
};

/// What becomes of an INVITE, and of the stream that follows. A fault changes it; times count from the INVITE where
/// the answer is meant, else from the first packet.
struct StreamPlan
{
    // The answer
    int status = 200; ///< 300 and more: refused
    Duration answerDelay{};
    bool namesSsrc = true;   ///< y= stands in the answer
    bool ownSsrc = false;    ///< in answer and stream
    bool wrongSsrc = false;  ///< in the stream alone
    bool wrongSetup = false; ///< over TCP: waits where it should connect, and the other way round
    bool swapsSides = false; ///< a=setup of the answer is that of the offer
    int payloadType = 96;    ///< of the packets; the answer has 96

    // The stream
    ClipCodec codec = ClipCodec::H264;
    PsLayout layout;
    SoundKind sound = SoundKind::Tone;
    Duration soundAfter{};
    Duration startDelay{}; ///< after the ACK
    bool sends = true;
    bool keyFrames = true;
    bool parameterSets = true;                         ///< without key frames: they come all the same
    bool hugeKeyFrames = false;                        ///< over 64 KiB
    bool sameTimestamp = false;                        ///< of all packets
    int loseEvery = 0, swapEvery = 0, doubleEvery = 0; ///< packets; 0: none
    bool dollar = false; ///< over TCP: `$` and a channel ahead of each length, as RTSP has it
    std::optional<Duration> stopAfter, byeAfter;
    std::optional<Duration> reportsWithin; ///< without an RTCP receiver report for that long it hangs up
};

} // namespace gb
