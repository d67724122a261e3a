#include "core/media/rules/rules.h"

namespace gb::mediarules {
namespace {

QString codecName(AudioCodec codec)
{
    switch (codec) {
    case AudioCodec::G711A: return QStringLiteral("G.711A");
    case AudioCodec::G711U: return QStringLiteral("G.711U");
    case AudioCodec::Aac: return QStringLiteral("AAC");
    case AudioCodec::G722: return QStringLiteral("G.722.1");
    case AudioCodec::G723: return QStringLiteral("G.723.1");
    case AudioCodec::G729: return QStringLiteral("G.729");
    case AudioCodec::Svac: return QStringLiteral("SVAC");
    case AudioCodec::Unknown: break;
    }
    return {};
}

} // namespace

/// Row 17: is it sent, since when, and is it louder than silence.
void audio(const MediaReport &report, Findings &findings)
{
    constexpr quint64 late = 2000, enough = 16'000; // milliseconds; octets: two seconds of G.711
    constexpr int silent = 64;                      // of 32,768: what the quiet codes of G.711 are
    const StreamNumbers &stream = report.stream;
    const bool wanted = (report.events.offer && report.events.offer->wantsAudio)
        || (report.events.answer && report.events.answer->wantsAudio);
    if (!stream.firstAudio) {
        if (wanted && report.packets > 0 && stream.payload == PayloadKind::Ps && mediajudge::absenceProves(report)
            && stream.rtp.last - stream.rtp.first >= MediaChain::audioWait)
            findings.push_back(atTime(MediaCause::AudioMissing, MediaWeight::Warning, MediaBlame::Sender, report.now));
        return;
    }
    if (stream.lateAudioMs >= late && mediajudge::startSeen(report) && mediajudge::absenceProves(report))
        findings.push_back(atPacket(MediaCause::AudioLate, MediaWeight::Warning, MediaBlame::Sender, *stream.firstAudio,
            {QString::number(static_cast<double>(stream.lateAudioMs) / 1000, 'f', 1)}));
    const bool audible = stream.audio.codec == AudioCodec::G711A || stream.audio.codec == AudioCodec::G711U;
    if (audible && stream.audio.octets >= enough && stream.audio.peak <= silent)
        findings.push_back(atPacket(MediaCause::AudioSilent, MediaWeight::Remark, MediaBlame::Sender,
            *stream.firstAudio, {secondsText(stream.rtp.last - stream.firstAudio->at)}));
}

/// Rows 16 and 17: a type that GB/T 28181-2022 annex C does not have, or another codec than the map says.
void audioCodec(const MediaReport &report, Findings &findings)
{
    const StreamNumbers &stream = report.stream;
    if (!stream.firstAudio || stream.payload != PayloadKind::Ps || stream.ps.maps == 0)
        return;
    const AudioCodec said = audioCodecOf(stream.mapAudioType);
    if (said == AudioCodec::Unknown) {
        findings.push_back(
            atPacket(MediaCause::AudioTypeRare, MediaWeight::Remark, MediaBlame::Sender, *stream.firstAudio,
                {stream.mapAudioType ? QStringLiteral("0x%1").arg(stream.mapAudioType, 2, 16, QLatin1Char('0'))
                                     : QString()}));
    } else if (stream.audio.byOctets && said != stream.audio.codec) {
        findings.push_back(atPacket(MediaCause::AudioCodecOther, MediaWeight::Warning, MediaBlame::Sender,
            *stream.firstAudio, {codecName(said), codecName(stream.audio.codec)}));
    }
}

/// Row 18: raw audio was agreed, and PS comes.
void talk(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    const MediaSide *const side = events.answer ? &*events.answer : events.offer ? &*events.offer : nullptr;
    if (!side || !side->audioOnly || report.stream.payload != PayloadKind::Ps
        || report.stream.rtp.payloadTypeCount == 0)
        return;
    const MediaFormat *const format = side->format(report.stream.rtp.payloadTypes[0]);
    if (format && format->name == "PS")
        return;
    findings.push_back(atPacket(MediaCause::TalkIsPs, MediaWeight::Broken, MediaBlame::Sender,
        report.stream.firstPs.value_or(PsPlace{}), {format ? QString::fromLatin1(format->name) : QString()}));
}

} // namespace gb::mediarules
