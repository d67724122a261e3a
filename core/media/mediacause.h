#pragma once
#include "core/base/clock.h"

#include <QStringList>

#include <optional>

namespace gb {

/// What the packets and events of one play say. Each is a rule of its own in core/media/rules.
enum class MediaCause : quint8 {
    // It was refused, or never answered
    NoAnswer, ///< D46
    Refused,  ///< D47; words: status
    AckLost,  ///< D48: the 200 came again and again; words: how often
    // Nothing comes
    NothingArrives,    ///< D49, rows 1 and 2: nothing on the wire tells a firewall from a device that does not send
    OfferedAddressOff, ///< row 2: c= of the offer cannot be reached by the device; words: address
    PortClosed,        ///< row 1: ICMP said so; words: end
    // TCP
    NobodyConnects,    ///< D51: the device was to connect; words: seconds
    ConnectRefused,    ///< row 7, row 6: RST to the SYN; words: end
    ConnectUnanswered, ///< row 7, row 6: SYN without an answer; words: end
    ConnectedLate,     ///< row 6; words: seconds
    ConnectionReset,   ///< row 6
    SetupContradicts,  ///< row 7, D51: who should connect by a=setup did not, or both sides wait
    Interleaved,       ///< D51: `$` framing
    FramingLost,       ///< D51: lengths that lead nowhere
    // RTP
    NotRtp,
    SsrcOther,       ///< row 5, D50: neither the offered nor the answered one; words: offered, answered, received
    SsrcAnsweredOwn, ///< row 5: the device answered another y= and sends that
    SsrcChanges,
    PayloadTypeOther, ///< row 15; words: type, announced
    PayloadTypeChanges,
    LossOnTheWay,    ///< row 4; words: lost, expected, per cent, longest gap; "tcp" where the sender left them out
    LossInOwnSocket, ///< row 4
    LossInRecord,    ///< the capture has holes: nobody's fault on the wire
    Reordering,      ///< row 10
    Duplicates,
    Jitter, ///< over 50 ms, GB/T 28181-2022 5.5 asks for that; words: ms
    TimestampJumps,
    TimestampConstant,
    TimestampInsideFrame,
    MarkerNever, ///< allowed; some receivers wait for it
    // Payload
    NoPs,             ///< words: what it is instead
    PsBroken,         ///< row 10: at the sender, no gap explains it; words: kinds
    PsBrokenByLoss,   ///< row 10
    NoMap,            ///< D53
    MapLength,        ///< row 8
    MapCrc,           ///< row 9
    MapOnce,          ///< only ahead of the first picture: who joins later knows no codec
    MapCodecOther,    ///< row 16; words: announced, found
    HeadersApart,     ///< row 11
    PesLengthWrapped, ///< row 12
    PesLengthZero,    ///< row 12
    VideoIdOdd,       ///< video has another stream_id than E0; words: id
    PtsJumps,         ///< D53
    // Video
    NoVideo,
    NoParameterSets,
    NoKeyFrame,    ///< row 13, D52
    KeyFramesRare, ///< row 13; words: seconds
    SoundButH265,  ///< row 14: a result, no fault
    // Audio
    AudioMissing,    ///< row 17: asked for, and none comes
    AudioLate,       ///< row 17; words: seconds
    AudioSilent,     ///< row 17
    AudioTypeRare,   ///< row 17: stream_type 0x90 and so on; words: type
    AudioCodecOther, ///< row 16
    TalkIsPs,        ///< row 18: PS where raw G.711 was agreed
    // How it goes on and ends
    EndedWithoutRtcp, ///< row 3, D52; words: seconds
    EndedBySender,
    Stopped,       ///< D52: nothing for 5 s, without BYE
    PauseIgnored,  ///< row 19
    ScaleIgnored,  ///< row 19
    DownloadNoEnd, ///< row 20
    // A result
    Sound, ///< everything that can be seen is as it should be
    Count
};

/// A stable name for machines: "nothing-arrives".
const char *mediaCauseName(MediaCause cause);
std::optional<MediaCause> mediaCauseNamed(QStringView name);

/// Whose business it is, as far as the packets prove it.
enum class MediaBlame : quint8 { Nobody, Sender, Receiver, Path, SenderOrPath, ReceiverOrPath, Record, Unknown };

/// How much it matters. Broken: no picture, or no good one. Warning: works, and will not with some receivers. Remark:
/// an oddity that is allowed.
enum class MediaWeight : quint8 { Result, Remark, Warning, Broken };

struct MediaFinding
{
    MediaCause cause = MediaCause::Sound;
    MediaWeight weight = MediaWeight::Remark;
    MediaBlame blame = MediaBlame::Unknown;
    bool provisional = false;       ///< the timer that decides it has not ended
    quint64 packet = 0;             ///< number of the packet that proves it first, from 1; 0: none does
    TimePoint at{};                 ///< of that, or of what made it sure
    QStringList words;              ///< see MediaCause; safe to show
    std::optional<MediaCause> twin; ///< looks the same on the wire

    bool operator==(const MediaFinding &) const = default;
};

} // namespace gb
