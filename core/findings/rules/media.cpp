#include "core/findings/mediafindings.h"
#include "core/findings/weighing.h"
#include "core/record/medianote.h"

#include <algorithm>

/// D49 to D53 and G30 to G38: what the packets of a play prove. The judgement itself is that of core/media; what the
/// signalling tells besides (no answer, a refusal, a y= of its own) has rules of its own.
namespace gb {
namespace {

struct Pair
{
    MediaCause cause;
    FindingCode code;
};

constexpr Pair pairs[] = {{MediaCause::NothingArrives, FindingCode::MediaNothingArrives},
    {MediaCause::OfferedAddressOff, FindingCode::MediaOfferedAddressOff},
    {MediaCause::PortClosed, FindingCode::MediaPortClosed},
    {MediaCause::NobodyConnects, FindingCode::MediaNobodyConnects},
    {MediaCause::ConnectRefused, FindingCode::MediaConnectRefused},
    {MediaCause::ConnectUnanswered, FindingCode::MediaConnectUnanswered},
    {MediaCause::ConnectedLate, FindingCode::MediaConnectedLate},
    {MediaCause::ConnectionReset, FindingCode::MediaConnectionReset},
    {MediaCause::SetupContradicts, FindingCode::MediaSetupContradicts},
    {MediaCause::Interleaved, FindingCode::MediaInterleaved}, {MediaCause::FramingLost, FindingCode::MediaFramingLost},
    {MediaCause::NotRtp, FindingCode::MediaNotRtp}, {MediaCause::SsrcOther, FindingCode::MediaSsrcOther},
    {MediaCause::SsrcChanges, FindingCode::MediaSsrcChanges},
    {MediaCause::PayloadTypeOther, FindingCode::MediaPayloadTypeOther},
    {MediaCause::PayloadTypeChanges, FindingCode::MediaPayloadTypeChanges},
    {MediaCause::LossOnTheWay, FindingCode::MediaLossOnTheWay},
    {MediaCause::LossInOwnSocket, FindingCode::MediaLossInOwnSocket},
    {MediaCause::LossInRecord, FindingCode::MediaLossInRecord}, {MediaCause::Reordering, FindingCode::MediaReordering},
    {MediaCause::Duplicates, FindingCode::MediaDuplicates}, {MediaCause::Jitter, FindingCode::MediaJitter},
    {MediaCause::TimestampJumps, FindingCode::MediaTimestampJumps},
    {MediaCause::TimestampConstant, FindingCode::MediaTimestampConstant},
    {MediaCause::TimestampInsideFrame, FindingCode::MediaTimestampInsideFrame},
    {MediaCause::MarkerNever, FindingCode::MediaMarkerNever}, {MediaCause::NoPs, FindingCode::MediaNoPs},
    {MediaCause::PsBroken, FindingCode::MediaPsBroken}, {MediaCause::NoMap, FindingCode::MediaNoMap},
    {MediaCause::MapLength, FindingCode::MediaMapLength}, {MediaCause::MapCrc, FindingCode::MediaMapCrc},
    {MediaCause::MapOnce, FindingCode::MediaMapOnce}, {MediaCause::MapCodecOther, FindingCode::MediaMapCodecOther},
    {MediaCause::HeadersApart, FindingCode::MediaHeadersApart},
    {MediaCause::PesLengthWrapped, FindingCode::MediaPesLengthWrapped},
    {MediaCause::PesLengthZero, FindingCode::MediaPesLengthZero},
    {MediaCause::VideoIdOdd, FindingCode::MediaVideoIdOdd}, {MediaCause::PtsJumps, FindingCode::MediaPtsJumps},
    {MediaCause::NoVideo, FindingCode::MediaNoVideo}, {MediaCause::NoParameterSets, FindingCode::MediaNoParameterSets},
    {MediaCause::NoKeyFrame, FindingCode::MediaNoKeyFrame},
    {MediaCause::KeyFramesRare, FindingCode::MediaKeyFramesRare},
    {MediaCause::AudioMissing, FindingCode::MediaAudioMissing}, {MediaCause::AudioLate, FindingCode::MediaAudioLate},
    {MediaCause::AudioSilent, FindingCode::MediaAudioSilent},
    {MediaCause::AudioTypeRare, FindingCode::MediaAudioTypeRare},
    {MediaCause::AudioCodecOther, FindingCode::MediaAudioCodecOther},
    {MediaCause::TalkIsPs, FindingCode::MediaTalkIsPs},
    {MediaCause::EndedWithoutRtcp, FindingCode::MediaEndedWithoutRtcp},
    {MediaCause::EndedBySender, FindingCode::MediaEndedBySender}, {MediaCause::Stopped, FindingCode::MediaStopped},
    {MediaCause::PauseIgnored, FindingCode::MediaPauseIgnored},
    {MediaCause::ScaleIgnored, FindingCode::MediaScaleIgnored},
    {MediaCause::DownloadNoEnd, FindingCode::MediaDownloadNoEnd}};

FindingLog::Words wordsOf(const MediaFinding &one, const notes::Media &note)
{
    return {note.from + QStringLiteral(" \u2192 ") + note.to, one.words.join(u'|'),
        one.twin ? QString::fromLatin1(mediaCauseName(*one.twin)) : QString()};
}

} // namespace

std::optional<FindingCode> findingCodeOf(MediaCause cause)
{
    const auto found = std::find_if(
        std::begin(pairs), std::end(pairs), [cause](const Pair &one) { return one.cause == cause; });
    return found == std::end(pairs) ? std::nullopt : std::optional(found->code);
}

void judgeMedia(const notes::Media &note, TimePoint at, FindingsBase &base)
{
    Dossier *const known = note.device.isEmpty() ? nullptr : base.dossiers.of(note.device);
    std::vector<FindingCode> said;
    for (const MediaFinding &one : medianote::findingsOf(note, at)) {
        const std::optional<FindingCode> code = findingCodeOf(one.cause);
        if (!code)
            continue;
        said.push_back(*code);
        if (!known) {
            base.log.raise(*code, note.device, wordsOf(one, note), at, {});
            continue;
        }
        Verdicts out(base.log, *known, known->id, at);
        if (known->invites)
            out.raise(*code, wordsOf(one, note), {(*known->invites)[0].number});
        else
            out.raise(*code, wordsOf(one, note), {});
        const bool isPlain = one.words.contains(u"refused") || one.words.contains(u"no recording");
        if (*code == FindingCode::MediaNothingArrives && !isPlain)
            weighing::weigh(*code, base, *known, out);
    }
    if (!known || note.packets == 0)
        return; // nothing is known to be better
    Verdicts out(base.log, *known, known->id, at);
    for (const Pair &one : pairs) {
        if (std::find(said.begin(), said.end(), one.code) == said.end())
            out.end(one.code);
    }
}

} // namespace gb
