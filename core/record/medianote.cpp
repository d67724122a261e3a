#include "core/record/medianote.h"

#include "core/media/rules/rules.h"

#include <algorithm>

namespace gb::medianote {
namespace {

constexpr qsizetype fixedParts = 5; ///< of a cause, ahead of its words
constexpr qsizetype maxWords = 8;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QString payloadName(PayloadKind kind)
{
    static constexpr const char *names[] = {"", "PS", "TS", "H.264 RTP", "H.265 RTP", "Annex B", "audio", "other"};
    return latin(names[static_cast<std::size_t>(kind)]);
}

QString videoName(VideoCodec codec)
{
    static constexpr const char *names[] = {"", "H.264", "H.265", "MPEG-4", "SVAC"};
    return latin(names[static_cast<std::size_t>(codec)]);
}

QString audioName(const StreamNumbers &stream)
{
    static constexpr const char *names[] = {"", "G.711A", "G.711U", "AAC", "G.722.1", "G.723.1", "G.729", "SVAC"};
    if (!stream.firstAudio)
        return {};
    const QString name = latin(names[static_cast<std::size_t>(stream.audio.codec)]);
    return name.isEmpty() ? QStringLiteral("?") : name;
}

QString causeText(const MediaFinding &one)
{
    QStringList parts{latin(mediaCauseName(one.cause)), QString::number(static_cast<int>(one.weight)),
        QString::number(static_cast<int>(one.blame)), QString::number(one.packet),
        one.twin ? latin(mediaCauseName(*one.twin)) : QString()};
    for (QString word : one.words.mid(0, maxWords))
        parts.append(word.replace(u'|', u'/'));
    return parts.join(u'|');
}

quint64 micro(const std::optional<Duration> &duration)
{
    return duration ? static_cast<quint64>(std::max<qint64>(duration->count(), 1)) : 0;
}

void addNumbers(const StreamNumbers &stream, notes::Media &note)
{
    const RtpNumbers &rtp = stream.rtp;
    note.payload = payloadName(stream.payload);
    note.video = videoName(stream.video.codec);
    note.audio = audioName(stream);
    note.width = stream.video.format ? stream.video.format->width : 0;
    note.height = stream.video.format ? stream.video.format->height : 0;
    note.payloadType = rtp.payloadTypes[0];
    note.milliFrames = static_cast<quint64>(stream.frameRate() * 1000);
    note.octets = rtp.octets;
    note.expected = rtp.expected;
    note.missing = rtp.missing;
    note.duplicates = rtp.duplicates;
    note.reordered = rtp.reordered;
    note.meanJitter = static_cast<quint64>(rtp.meanJitter * 1000);
    note.maxJitter = static_cast<quint64>(rtp.maxJitter * 1000);
    note.lasted = static_cast<quint64>(std::max<qint64>((rtp.last - rtp.first).count(), 0));
    note.pictures = stream.video.pictures;
    note.keyFrames = stream.video.keyFrames;
}

QString ssrcOf(const std::optional<MediaSide> &side)
{
    return side && side->ssrc ? mediarules::ssrcText(*side->ssrc) : QStringLiteral("-");
}

} // namespace

notes::Media noteOf(const MediaReport &report, const QString &device, const QString &callId)
{
    notes::Media note;
    note.device = device;
    note.callId = callId.left(notetext::maxText);
    const MediaEvents &events = report.events;
    note.from = report.packets > 0 ? report.from.text() : events.answer ? events.answer->end.text() : QString();
    note.to = report.packets > 0 ? report.to.text() : events.offer ? events.offer->end.text() : QString();
    note.tcp = mediajudge::overTcp(report);
    note.verdict = latin(mediaVerdictName(report.verdict));
    for (std::size_t i = 0; i < report.links.size(); ++i)
        note.links.append(
            latin(mediaLinkName(static_cast<MediaLink>(i))) + u'=' + latin(linkStateName(report.links[i].state)));
    for (const MediaFinding &one : report.findings)
        note.causes.append(causeText(one));
    note.packets = report.packets;
    note.ssrcs = {ssrcOf(events.offer), ssrcOf(events.answer),
        report.packets > 0 ? mediarules::ssrcText(report.stream.rtp.ssrc) : QStringLiteral("-")};
    addNumbers(report.stream, note);
    note.toFirstPacket = micro(report.toFirstPacket);
    note.toFirstKey = micro(report.toFirstKey);
    return note;
}

std::vector<MediaFinding> findingsOf(const notes::Media &note, TimePoint at)
{
    std::vector<MediaFinding> all;
    for (const QString &text : note.causes.mid(0, static_cast<qsizetype>(MediaCause::Count))) {
        const QStringList parts = text.split(u'|');
        const std::optional<MediaCause> cause = mediaCauseNamed(parts.constFirst());
        if (!cause || parts.size() < fixedParts)
            continue;
        MediaFinding one;
        one.cause = *cause;
        one.weight = static_cast<MediaWeight>(
            std::clamp(parts.at(1).toInt(), 0, static_cast<int>(MediaWeight::Broken)));
        one.blame = static_cast<MediaBlame>(std::clamp(parts.at(2).toInt(), 0, static_cast<int>(MediaBlame::Unknown)));
        one.packet = parts.at(3).toULongLong();
        one.twin = mediaCauseNamed(parts.at(4));
        one.at = at;
        one.words = parts.mid(fixedParts, maxWords);
        all.push_back(std::move(one));
    }
    return all;
}

MediaVerdict verdictOf(const notes::Media &note)
{
    for (int i = 0; i <= static_cast<int>(MediaVerdict::Unknown); ++i) {
        if (note.verdict == QLatin1String(mediaVerdictName(static_cast<MediaVerdict>(i))))
            return static_cast<MediaVerdict>(i);
    }
    return MediaVerdict::NotYet;
}

QString brokenLink(const notes::Media &note)
{
    constexpr QLatin1String broken("=broken");
    const auto found = std::find_if(
        note.links.begin(), note.links.end(), [&](const QString &one) { return one.endsWith(broken); });
    return found == note.links.end() ? QString() : found->chopped(broken.size());
}

} // namespace gb::medianote
