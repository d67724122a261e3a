#include "app/cli/playlines.h"

#include "app/cli/jsonlines.h"
#include "core/report/toldmedia.h"
#include "core/report/words/mediawording.h"

#include <QJsonArray>

namespace gb::cli {
namespace {

constexpr const char *outcomes[] = {"played", "ended", "not-registered", "odd-id", "too-many", "no-port", "not-sent",
    "no-answer", "refused", "stopped", "silent"};
static_assert(std::size(outcomes) == static_cast<std::size_t>(PlayOutcome::Count));
constexpr const char *outcomeTexts[] = {"played", "the device hung up", "not registered",
    "an ID that could not stand in a request", "too many plays are open", "no port", "could not be sent",
    "no final answer to the INVITE", "refused", "stopped", "the server is silent to it on purpose"};
static_assert(std::size(outcomeTexts) == static_cast<std::size_t>(PlayOutcome::Count));
constexpr const char *ways[] = {"udp", "tcp-passive", "tcp-active"};
constexpr const char *weights[] = {"result", "remark", "warning", "broken"};
constexpr const char *videoCodecs[] = {"unknown", "H.264", "H.265", "MPEG-4", "SVAC"};
constexpr const char *audioCodecs[] = {"unknown", "G.711A", "G.711U", "AAC", "G.722", "G.723.1", "G.729", "SVAC"};
constexpr const char *payloads[] = {"unknown", "PS", "TS", "H.264", "H.265", "raw video", "audio", "other"};

template<typename Kind, std::size_t Size>
QString word(const char *const (&words)[Size], Kind kind)
{
    const auto index = static_cast<std::size_t>(kind);
    return QString::fromLatin1(index < Size ? words[index] : "unknown");
}

QJsonValue number(quint64 value)
{
    return QJsonValue(static_cast<qint64>(value));
}

QJsonValue sinceText(const std::optional<Duration> &duration)
{
    return duration ? QJsonValue(inSeconds(*duration)) : QJsonValue();
}

QJsonArray causes(const MediaReport &media)
{
    QJsonArray out;
    for (const MediaFinding &one : media.findings) {
        QJsonObject cause = told::causeObject(one);
        cause.insert(QStringLiteral("words"), QJsonArray::fromStringList(one.words));
        if (one.provisional)
            cause.insert(QStringLiteral("provisional"), true);
        out.append(cause);
    }
    return out;
}

QJsonObject links(const MediaReport &media)
{
    QJsonObject out;
    for (std::size_t i = 0; i < media.links.size(); ++i)
        out.insert(QString::fromLatin1(mediaLinkName(static_cast<MediaLink>(i))),
            QString::fromLatin1(linkStateName(media.links.at(i).state)));
    return out;
}

QJsonArray payloadTypes(const RtpNumbers &rtp)
{
    QJsonArray out;
    for (int i = 0; i < rtp.payloadTypeCount; ++i)
        out.append(rtp.payloadTypes.at(static_cast<std::size_t>(i)));
    return out;
}

QJsonObject rtpObject(const MediaReport &media)
{
    const RtpNumbers &rtp = media.stream.rtp;
    QJsonArray ssrcs;
    for (const quint32 one : media.ssrcs)
        ssrcs.append(qint64{one});
    return {{QStringLiteral("packets"), number(media.packets)}, {QStringLiteral("expected"), number(rtp.expected)},
        {QStringLiteral("missing"), number(rtp.missing)}, {QStringLiteral("duplicates"), number(rtp.duplicates)},
        {QStringLiteral("reordered"), number(rtp.reordered)}, {QStringLiteral("gaps"), number(rtp.gaps)},
        {QStringLiteral("longest_gap"), number(rtp.longestGap)}, {QStringLiteral("jitter_max_ms"), rtp.maxJitter},
        {QStringLiteral("jitter_mean_ms"), rtp.meanJitter}, {QStringLiteral("longest_pause_ms"), rtp.maxDelta},
        {QStringLiteral("bit_rate"), rtp.bitRate()}, {QStringLiteral("markers"), number(rtp.markers)},
        {QStringLiteral("timestamp_jumps"), number(rtp.timestampJumps)},
        {QStringLiteral("payload_types"), payloadTypes(rtp)}, {QStringLiteral("ssrcs"), ssrcs},
        {QStringLiteral("not_rtp"), number(media.notRtp)}, {QStringLiteral("from"), media.from.text()},
        {QStringLiteral("own_drops"),
            media.events.ownDropsKnown ? number(media.events.ownDrops) : QJsonValue(QStringLiteral("unknown"))},
        {QStringLiteral("rtcp_received"), number(media.events.rtcpFromSender)},
        {QStringLiteral("rtcp_sent"), number(media.events.rtcpToSender)}};
}

QJsonObject streamObject(const StreamNumbers &stream)
{
    const VideoNumbers &video = stream.video;
    QJsonObject out{{QStringLiteral("payload"), word(payloads, stream.payload)},
        {QStringLiteral("packs"), number(stream.ps.packs)},
        {QStringLiteral("system_headers"), number(stream.ps.systemHeaders)},
        {QStringLiteral("maps"), number(stream.ps.maps)},
        {QStringLiteral("video_codec"), word(videoCodecs, video.codec)},
        {QStringLiteral("map_video_type"), stream.mapVideoType},
        {QStringLiteral("map_audio_type"), stream.mapAudioType}, {QStringLiteral("pictures"), number(video.pictures)},
        {QStringLiteral("key_frames"), number(video.keyFrames)},
        {QStringLiteral("longest_gop"), number(video.longestGop)}, {QStringLiteral("frame_rate"), stream.frameRate()},
        {QStringLiteral("audio_codec"), word(audioCodecs, stream.audio.codec)},
        {QStringLiteral("audio_bytes"), number(stream.audio.octets)},
        {QStringLiteral("audio_level"), stream.audio.level}};
    if (video.format) {
        out.insert(QStringLiteral("width"), video.format->width);
        out.insert(QStringLiteral("height"), video.format->height);
        out.insert(QStringLiteral("profile"), video.format->profile);
        out.insert(QStringLiteral("level"), video.format->level);
    }
    return out;
}

/// What is wrong, in a line: the heaviest finding, and what looks the same.
QString reasonOf(const MediaReport &media)
{
    if (media.findings.empty() || media.findings.front().cause == MediaCause::Sound)
        return {};
    const MediaFinding &one = media.findings.front();
    QString text = QString::fromLatin1(mediaCauseName(one.cause));
    if (!one.words.isEmpty())
        text += QStringLiteral(" (%1)").arg(one.words.join(u", "));
    return one.twin ? text + QStringLiteral(" or ") + QString::fromLatin1(mediaCauseName(*one.twin)) : text;
}

bool wasPlayed(const PlayReport &report)
{
    return report.outcome == PlayOutcome::Played || report.outcome == PlayOutcome::Ended;
}

QString verdictOf(const PlayReport &report)
{
    const QString outcome = word(outcomeTexts, report.outcome),
                  verdict = QString::fromLatin1(mediaVerdictName(report.media.verdict));
    if (report.outcome == PlayOutcome::Ended)
        return verdict + QStringLiteral(", ") + outcome;
    if (wasPlayed(report))
        return verdict;
    return report.status >= 300 ? outcome + QStringLiteral(" with %1").arg(report.status) : outcome;
}

QString pictureOf(const MediaReport &media)
{
    const VideoNumbers &video = media.stream.video;
    if (video.codec == VideoCodec::Unknown)
        return QStringLiteral("no video");
    QString out = word(videoCodecs, video.codec);
    if (video.format)
        out += QStringLiteral(" %1x%2").arg(video.format->width).arg(video.format->height);
    return out + QStringLiteral(" %1 fps").arg(media.stream.frameRate(), 0, 'f', 1);
}

QString delayText(const std::optional<Duration> &delay)
{
    return delay ? QStringLiteral("%1 ms").arg(inSeconds(*delay) * 1000, 0, 'f', 0) : QStringLiteral("-");
}

QString chainText(const MediaReport &media)
{
    QString out;
    for (std::size_t i = 0; i < media.links.size(); ++i) {
        const LinkProof &link = media.links.at(i);
        if (link.state != LinkState::None)
            out += QStringLiteral("  %1 %2\n")
                       .arg(wording::mediaLink(static_cast<MediaLink>(i)), -20)
                       .arg(wording::linkState(link.state));
    }
    return out;
}

/// Each with what to do about it.
QString causesText(const MediaReport &media)
{
    QString out;
    for (const MediaFinding &one : media.findings) {
        const wording::FindingText text = wording::mediaCause(one);
        if (one.cause != MediaCause::Sound)
            out += QStringLiteral("  %1: %2\n").arg(word(weights, one.weight), text.title);
        if (one.weight >= MediaWeight::Warning)
            out += QStringLiteral("    %1\n    %2\n").arg(text.cause, text.advice);
    }
    return out;
}

QString numbersText(const MediaReport &media)
{
    const RtpNumbers &rtp = media.stream.rtp;
    return QStringLiteral("  %1, first packet %2, key frame %3\n")
               .arg(pictureOf(media), delayText(media.toFirstPacket), delayText(media.toFirstKey))
        + QStringLiteral("  %1 packets, %2 missing (%3 %), jitter at most %4 ms, %5 kbit/s\n")
              .arg(media.packets)
              .arg(rtp.missing)
              .arg(rtp.lossRatio() * 100, 0, 'f', 2)
              .arg(rtp.maxJitter, 0, 'f', 1)
              .arg(rtp.bitRate() / 1000, 0, 'f', 0);
}

} // namespace

QJsonObject linkObject(const PlayProgress &progress, MediaLink link)
{
    const LinkProof &proof = progress.media.link(link);
    QJsonObject out{{QStringLiteral("event"), QStringLiteral("link")}, {QStringLiteral("play"), number(progress.id)},
        {QStringLiteral("device"), progress.device}, {QStringLiteral("channel"), progress.channel},
        {QStringLiteral("link"), QString::fromLatin1(mediaLinkName(link))},
        {QStringLiteral("state"), QString::fromLatin1(linkStateName(proof.state))}};
    if (proof.cause)
        out.insert(QStringLiteral("cause"), QString::fromLatin1(mediaCauseName(*proof.cause)));
    return out;
}

QJsonObject playObject(const PlayReport &report)
{
    const MediaReport &media = report.media;
    QJsonObject out{{QStringLiteral("event"), QStringLiteral("play")}, {QStringLiteral("play"), number(report.id)},
        {QStringLiteral("device"), report.device}, {QStringLiteral("channel"), report.channel},
        {QStringLiteral("way"), word(ways, report.way)}, {QStringLiteral("outcome"), word(outcomes, report.outcome)},
        {QStringLiteral("verdict"), QString::fromLatin1(mediaVerdictName(media.verdict))},
        {QStringLiteral("text"), verdictOf(report)}, {QStringLiteral("status"), report.status},
        {QStringLiteral("call_id"), report.callId}, {QStringLiteral("at"), isoTime(report.at)}};
    if (!report.detail.isEmpty())
        out.insert(QStringLiteral("detail"), report.detail);
    if (report.offer.isEmpty())
        return out;
    out.insert(QStringLiteral("here"), report.here.text());
    out.insert(QStringLiteral("ssrc"), report.ssrc ? QJsonValue(qint64{*report.ssrc}) : QJsonValue());
    out.insert(QStringLiteral("offer"), report.offer);
    out.insert(QStringLiteral("answer"), report.answer);
    out.insert(QStringLiteral("bye_answered"), report.byeAnswered);
    out.insert(QStringLiteral("strangers"), number(report.strangers));
    out.insert(QStringLiteral("broken_link"),
        media.firstBroken ? QJsonValue(QString::fromLatin1(mediaLinkName(*media.firstBroken))) : QJsonValue());
    out.insert(QStringLiteral("links"), links(media));
    out.insert(QStringLiteral("causes"), causes(media));
    out.insert(QStringLiteral("first_packet_s"), sinceText(media.toFirstPacket));
    out.insert(QStringLiteral("first_key_s"), sinceText(media.toFirstKey));
    out.insert(QStringLiteral("rtp"), rtpObject(media));
    out.insert(QStringLiteral("stream"), streamObject(media.stream));
    if (!report.saved.isEmpty())
        out.insert(QStringLiteral("saved"), report.saveProblem.isEmpty() ? QJsonValue(report.saved) : QJsonValue());
    if (!report.saveProblem.isEmpty())
        out.insert(QStringLiteral("save_problem"), report.saveProblem);
    return out;
}

QString playText(const PlayReport &report)
{
    QString out = report.channel + QStringLiteral(": ") + verdictOf(report) + u'\n';
    if (!report.detail.isEmpty())
        out += QStringLiteral("  ") + report.detail + u'\n';
    if (report.offer.isEmpty())
        return out;
    out += chainText(report.media) + causesText(report.media) + numbersText(report.media);
    if (!report.saved.isEmpty())
        out += report.saveProblem.isEmpty() ? QStringLiteral("  saved: %1\n").arg(report.saved)
                                            : QStringLiteral("  not saved: %1\n").arg(report.saveProblem);
    return out;
}

QString playTable(const QList<PlayReport> &reports)
{
    QString out = QStringLiteral("\n%1 %2 %3 %4 %5 %6\n")
                      .arg(QStringLiteral("channel"), -20)
                      .arg(QStringLiteral("verdict"), -24)
                      .arg(QStringLiteral("picture"), -28)
                      .arg(QStringLiteral("delay"), 8)
                      .arg(QStringLiteral("loss"), 8)
                      .arg(QStringLiteral("why"));
    for (const PlayReport &one : reports) {
        const MediaReport &media = one.media;
        const bool played = wasPlayed(one);
        out += QStringLiteral("%1 %2 %3 %4 %5 %6\n")
                   .arg(one.channel, -20)
                   .arg(verdictOf(one), -24)
                   .arg(played ? pictureOf(media) : QString(), -28)
                   .arg(played ? delayText(media.toFirstPacket) : QString(), 8)
                   .arg(played ? QStringLiteral("%1 %").arg(media.stream.rtp.lossRatio() * 100, 0, 'f', 2) : QString(),
                       8)
                   .arg(reasonOf(media));
    }
    return out;
}

} // namespace gb::cli
