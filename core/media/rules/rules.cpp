#include "core/media/rules/rules.h"

namespace gb::mediarules {

std::span<const Rule> all()
{
    static constexpr Rule rules[] = {refused, ackLost, setupContradicts, connection, connectedLate, framing,
        nothingArrives, ssrc, ssrcChanges, payloadType, loss, disorder, timestamps, marker, jitter, payload,
        brokenProgram, pesLengths, layout, presentationTimes, programMap, mapCodec, video, keyFrames, talk, audio,
        audioCodec, control, ending, stopped};
    return rules;
}

std::optional<MediaLink> linkOf(MediaCause cause)
{
    using enum MediaCause;
    switch (cause) {
    case NoAnswer:
    case Refused:
    case AckLost: return MediaLink::Answered;
    case NobodyConnects:
    case ConnectRefused:
    case ConnectUnanswered:
    case ConnectedLate:
    case ConnectionReset:
    case SetupContradicts: return MediaLink::Connected;
    case NothingArrives:
    case OfferedAddressOff:
    case PortClosed:
    case Interleaved:
    case FramingLost:
    case NotRtp: return MediaLink::FirstPacket;
    case SsrcOther:
    case SsrcAnsweredOwn:
    case SsrcChanges: return MediaLink::Ssrc;
    case LossOnTheWay:
    case LossInOwnSocket:
    case Reordering:
    case Duplicates:
    case PayloadTypeOther:
    case PayloadTypeChanges:
    case TimestampJumps:
    case TimestampConstant:
    case TimestampInsideFrame: return MediaLink::Sequence;
    case NoPs:
    case PsBroken:
    case HeadersApart:
    case PesLengthWrapped:
    case PesLengthZero:
    case PtsJumps:
    case TalkIsPs: return MediaLink::Ps;
    case NoMap:
    case MapLength:
    case MapCrc:
    case MapCodecOther: return MediaLink::Map;
    case NoVideo: return MediaLink::Video;
    case NoParameterSets: return MediaLink::ParameterSets;
    case NoKeyFrame:
    case KeyFramesRare: return MediaLink::KeyFrame;
    case AudioMissing:
    case AudioLate:
    case AudioSilent:
    case AudioTypeRare:
    case AudioCodecOther: return MediaLink::Audio;
    default: return std::nullopt;
    }
}

} // namespace gb::mediarules
