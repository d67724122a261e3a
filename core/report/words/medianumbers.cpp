#include "core/report/words/medianumbers.h"

#include "core/report/words/askwording.h"

#include <QCoreApplication>
#include <QLocale>

namespace gb::wording {
namespace {

const QString none = QStringLiteral("\u2013");

QString say(const char *text)
{
    return QCoreApplication::translate("medianumbers", text);
}

QString number(quint64 value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString number(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

QString milliseconds(double value)
{
    return say(QT_TRANSLATE_NOOP("medianumbers", "%1 ms")).arg(number(value, 1));
}

QString ssrcText(const std::optional<quint32> &ssrc)
{
    return ssrc ? QStringLiteral("%1").arg(*ssrc, 10, 10, QLatin1Char('0')) : none;
}

QString listed(const QStringList &parts)
{
    //: between the parts of a list
    return parts.join(QCoreApplication::translate("medianumbers", ", "));
}

QString after(const std::optional<Duration> &time)
{
    return time ? shortTime(*time) : none;
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? none : text;
}

/// Of what can come only with packets.
QString counted(const MediaReport &media, quint64 value)
{
    return media.packets == 0 ? none : number(value);
}

// In the order of the table

QString packets(const MediaReport &media)
{
    const quint64 other = media.notRtp + media.otherPackets;
    return other == 0 ? number(media.packets)
                      : say(QT_TRANSLATE_NOOP("medianumbers", "%1, and %2 that are no RTP of it"))
                            .arg(number(media.packets), number(other));
}

QString lost(const MediaReport &media)
{
    const RtpNumbers &rtp = media.stream.rtp;
    return rtp.expected == 0 ? none
                             : say(QT_TRANSLATE_NOOP("medianumbers", "%1 of %2 (%3)"))
                                   .arg(number(rtp.missing), number(rtp.expected), lossRatio(rtp));
}

QString bursts(const MediaReport &media)
{
    const RtpNumbers &rtp = media.stream.rtp;
    if (rtp.gaps == 0)
        return counted(media, 0);
    return say(QT_TRANSLATE_NOOP("medianumbers", "%1, at most %2 packets in a row"))
        .arg(number(rtp.gaps), number(rtp.longestGap));
}

QString jitter(const MediaReport &media)
{
    const RtpNumbers &rtp = media.stream.rtp;
    if (rtp.packets < 2)
        return none;
    return say(QT_TRANSLATE_NOOP("medianumbers", "mean %1, at most %2"))
        .arg(milliseconds(rtp.meanJitter), milliseconds(rtp.maxJitter));
}

QString frameRate(const MediaReport &media)
{
    const QString measured = orNone(pictureRate(media));
    const std::optional<VideoFormat> &format = media.stream.video.format;
    if (!format || format->frameRate <= 0)
        return measured;
    return say(QT_TRANSLATE_NOOP("medianumbers", "%1 (its SPS says %2)")).arg(measured, number(format->frameRate, 1));
}

QString gop(const MediaReport &media)
{
    const VideoNumbers &video = media.stream.video;
    if (video.longestGop == 0)
        return none;
    const QString most = number(video.longestGop);
    const bool even = video.shortestGop == video.longestGop;
    const QString pictures = say(QT_TRANSLATE_NOOP("medianumbers", "%1 pictures"))
                                 .arg(even ? most : number(video.shortestGop) + QStringLiteral(" \u2013 ") + most);
    if (media.stream.longestKeyPause <= 0) // each has a loss in it
        return pictures;
    return listed(
        {pictures, say(QT_TRANSLATE_NOOP("medianumbers", "%1 s")).arg(number(media.stream.longestKeyPause, 1))});
}

QString received(const MediaReport &media)
{
    QStringList all;
    for (std::size_t i = 0; i < media.ssrcs.size(); ++i) {
        const QString text = ssrcText(media.ssrcs[i]);
        all << (media.ssrcs.size() == 1
                ? text
                : say(QT_TRANSLATE_NOOP("medianumbers", "%1 (%2 packets)")).arg(text, number(media.ssrcPackets[i])));
    }
    return orNone(listed(all));
}

QString ssrcOf(const std::optional<MediaSide> &side)
{
    return side ? ssrcText(side->ssrc) : none;
}

QString payloadTypes(const MediaReport &media)
{
    const RtpNumbers &rtp = media.stream.rtp;
    const std::optional<MediaSide> &side = media.events.answer ? media.events.answer : media.events.offer;
    QStringList all;
    for (int i = 0; i < rtp.payloadTypeCount; ++i) {
        const int type = rtp.payloadTypes[static_cast<std::size_t>(i)];
        const MediaFormat *const format = side ? side->format(type) : nullptr;
        all << (format && !format->name.isEmpty()
                ? QStringLiteral("%1 (%2/%3)").arg(type).arg(QString::fromLatin1(format->name)).arg(format->clockRate)
                : QString::number(type));
    }
    return orNone(listed(all));
}

QString payload(const MediaReport &media)
{
    static constexpr const char *texts[] = {"", "PS", "TS", "H.264", "H.265",
        QT_TRANSLATE_NOOP("medianumbers", "raw video"), QT_TRANSLATE_NOOP("medianumbers", "audio"),
        QT_TRANSLATE_NOOP("medianumbers", "something else: of a vendor's own, or encrypted")};
    const char *const text = texts[static_cast<std::size_t>(media.stream.payload)];
    return *text ? say(text) : none;
}

QString profile(const MediaReport &media)
{
    const std::optional<VideoFormat> &format = media.stream.video.format;
    if (!format)
        return none;
    struct Name
    {
        VideoCodec codec;
        int profile;
        const char *name;
    };
    static constexpr Name names[] = {{VideoCodec::H264, 66, "Baseline"}, {VideoCodec::H264, 77, "Main"},
        {VideoCodec::H264, 88, "Extended"}, {VideoCodec::H264, 100, "High"}, {VideoCodec::H264, 110, "High 10"},
        {VideoCodec::H264, 122, "High 4:2:2"}, {VideoCodec::H265, 1, "Main"}, {VideoCodec::H265, 2, "Main 10"}};
    const auto at = std::find_if(std::begin(names), std::end(names),
        [&](const Name &one) { return one.codec == format->codec && one.profile == format->profile; });
    const QString name = at == std::end(names) ? QString::number(format->profile) : QString::fromLatin1(at->name);
    const double level = format->codec == VideoCodec::H265 ? format->level / 30.0 : format->level / 10.0;
    return say(QT_TRANSLATE_NOOP("medianumbers", "%1, level %2")).arg(name, QString::number(level, 'f', 1));
}

QString audio(const MediaReport &media)
{
    static constexpr const char *codecs[] = {QT_TRANSLATE_NOOP("medianumbers", "codec unknown"), "G.711A", "G.711U",
        "AAC", "G.722", "G.723.1", "G.729", "SVAC"};
    const AudioNumbers &audio = media.stream.audio;
    if (audio.octets == 0)
        return none;
    const bool g711 = audio.codec == AudioCodec::G711A || audio.codec == AudioCodec::G711U;
    const QString codec = say(codecs[static_cast<std::size_t>(audio.codec)]);
    const char *const text = g711 && audio.peak == 0 ? QT_TRANSLATE_NOOP("medianumbers", "%1, %2 bytes, all silence")
                                                     : QT_TRANSLATE_NOOP("medianumbers", "%1, %2 bytes");
    return say(text).arg(codec, number(audio.octets));
}

QString ownLoss(const MediaReport &media)
{
    return media.events.ownDropsKnown ? number(media.events.ownDrops)
                                      : say(QT_TRANSLATE_NOOP("medianumbers", "unknown"));
}

QString rtcp(const MediaReport &media)
{
    return say(QT_TRANSLATE_NOOP("medianumbers", "%1 received, %2 sent"))
        .arg(number(media.events.rtcpFromSender), number(media.events.rtcpToSender));
}

struct Row
{
    const char *name, *meaning;
    QString (*value)(const MediaReport &);
};

constexpr Row rows[] = {
    {QT_TRANSLATE_NOOP("medianumbers", "Packets"), QT_TRANSLATE_NOOP("medianumbers", "Packets of RTP that came"),
        packets},
    {QT_TRANSLATE_NOOP("medianumbers", "Lost"),
        QT_TRANSLATE_NOOP("medianumbers", "Sequence numbers that never came, of those that were expected"), lost},
    {QT_TRANSLATE_NOOP("medianumbers", "Bursts of loss"),
        QT_TRANSLATE_NOOP("medianumbers", "Runs of missing numbers; some may have come later"), bursts},
    {QT_TRANSLATE_NOOP("medianumbers", "Reordered"),
        QT_TRANSLATE_NOOP("medianumbers", "Packets that came behind a later one"),
        [](const MediaReport &media) { return counted(media, media.stream.rtp.reordered); }},
    {QT_TRANSLATE_NOOP("medianumbers", "Duplicates"), QT_TRANSLATE_NOOP("medianumbers", "Packets that came twice"),
        [](const MediaReport &media) { return counted(media, media.stream.rtp.duplicates); }},
    {QT_TRANSLATE_NOOP("medianumbers", "Jitter"),
        QT_TRANSLATE_NOOP("medianumbers", "RFC 3550 A.8; GB/T 28181 allows 50 ms"), jitter},
    {QT_TRANSLATE_NOOP("medianumbers", "Longest pause"), QT_TRANSLATE_NOOP("medianumbers", "Between two packets"),
        [](const MediaReport &media) {
            return media.stream.rtp.packets < 2 ? none : milliseconds(media.stream.rtp.maxDelta);
        }},
    {QT_TRANSLATE_NOOP("medianumbers", "Bit rate"),
        QT_TRANSLATE_NOOP("medianumbers", "Mean of the payload, from the first packet to the last"),
        [](const MediaReport &media) {
            return media.stream.rtp.bitRate() > 0 ? bitRate(media.stream.rtp.bitRate()) : none;
        }},
    {QT_TRANSLATE_NOOP("medianumbers", "Frame rate"),
        QT_TRANSLATE_NOOP("medianumbers", "Pictures a second as they arrived"), frameRate},
    {QT_TRANSLATE_NOOP("medianumbers", "GOP"),
        QT_TRANSLATE_NOOP("medianumbers", "From key frame to key frame: pictures, and the longest time"), gop},
    {QT_TRANSLATE_NOOP("medianumbers", "First packet after"),
        QT_TRANSLATE_NOOP("medianumbers", "From our ACK on; over TCP from the connection on"),
        [](const MediaReport &media) { return after(media.toFirstPacket); }},
    {QT_TRANSLATE_NOOP("medianumbers", "First key frame after"),
        QT_TRANSLATE_NOOP("medianumbers", "A picture can be shown from here on"),
        [](const MediaReport &media) { return after(media.toFirstKey); }},
    {QT_TRANSLATE_NOOP("medianumbers", "SSRC offered"), QT_TRANSLATE_NOOP("medianumbers", "y= of our INVITE"),
        [](const MediaReport &media) { return ssrcOf(media.events.offer); }},
    {QT_TRANSLATE_NOOP("medianumbers", "SSRC answered"), QT_TRANSLATE_NOOP("medianumbers", "y= of its answer"),
        [](const MediaReport &media) { return ssrcOf(media.events.answer); }},
    {QT_TRANSLATE_NOOP("medianumbers", "SSRC received"), QT_TRANSLATE_NOOP("medianumbers", "In the packets of RTP"),
        received},
    {QT_TRANSLATE_NOOP("medianumbers", "Payload type"),
        QT_TRANSLATE_NOOP("medianumbers", "In the packets, with what the session description says of it"),
        payloadTypes},
    {QT_TRANSLATE_NOOP("medianumbers", "The packets carry"), QT_TRANSLATE_NOOP("medianumbers", "By their bytes"),
        payload},
    {QT_TRANSLATE_NOOP("medianumbers", "Codec"), QT_TRANSLATE_NOOP("medianumbers", "Of the video, by its bytes"),
        [](const MediaReport &media) { return orNone(videoCodec(media.stream.video.codec)); }},
    {QT_TRANSLATE_NOOP("medianumbers", "Profile"), QT_TRANSLATE_NOOP("medianumbers", "By its SPS"), profile},
    {QT_TRANSLATE_NOOP("medianumbers", "Size"), QT_TRANSLATE_NOOP("medianumbers", "Of the picture, by its SPS"),
        [](const MediaReport &media) { return orNone(pictureSize(media)); }},
    {QT_TRANSLATE_NOOP("medianumbers", "Audio"), QT_TRANSLATE_NOOP("medianumbers", "Codec, and how much came"), audio},
    {QT_TRANSLATE_NOOP("medianumbers", "Lost by this computer"),
        QT_TRANSLATE_NOOP("medianumbers",
            "Packets that arrived here and found our socket full: the device is not to blame. Not every system tells "
            "it"),
        ownLoss},
    {QT_TRANSLATE_NOOP("medianumbers", "RTCP"),
        QT_TRANSLATE_NOOP("medianumbers", "Some devices stop where none reaches them"), rtcp},
    {QT_TRANSLATE_NOOP("medianumbers", "Media from"), QT_TRANSLATE_NOOP("medianumbers", "Sender of the first packet"),
        [](const MediaReport &media) { return media.from.port == 0 ? none : media.from.text(); }},
    {QT_TRANSLATE_NOOP("medianumbers", "Media to"), QT_TRANSLATE_NOOP("medianumbers", "As our INVITE names it"),
        [](const MediaReport &media) { return media.events.offer ? media.events.offer->end.text() : none; }},
};

QString codecsOfMap(const StreamNumbers &stream)
{
    QStringList parts{say(QT_TRANSLATE_NOOP("medianumbers", "came %1 times")).arg(number(stream.ps.maps))};
    const auto type = [](quint8 code) { return QStringLiteral("0x%1").arg(code, 2, 16, QLatin1Char('0')); };
    if (stream.mapVideoType)
        parts << say(QT_TRANSLATE_NOOP("medianumbers", "video %1")).arg(type(stream.mapVideoType));
    if (stream.mapAudioType)
        parts << say(QT_TRANSLATE_NOOP("medianumbers", "audio %1")).arg(type(stream.mapAudioType));
    return listed(parts);
}

QString answerProof(const MediaEvents &events)
{
    if (!events.answered)
        return {};
    const QString status = QString::number(events.status);
    return events.offered ? say(QT_TRANSLATE_NOOP("medianumbers", "%1 after %2"))
                                .arg(status, shortTime(*events.answered - *events.offered))
                          : status;
}

QString connectionProof(const MediaEvents &events)
{
    if (!events.connected)
        return {};
    return events.answered ? say(QT_TRANSLATE_NOOP("medianumbers", "%1 after the answer"))
                                 .arg(shortTime(std::max(Duration(0), *events.connected - *events.answered)))
                           : say(QT_TRANSLATE_NOOP("medianumbers", "yes"));
}

QString keyProof(const MediaReport &media)
{
    const VideoNumbers &video = media.stream.video;
    QStringList parts{say(QT_TRANSLATE_NOOP("medianumbers", "key frames: %1")).arg(number(video.keyFrames))};
    if (media.toFirstKey)
        parts << say(QT_TRANSLATE_NOOP("medianumbers", "the first after %1")).arg(shortTime(*media.toFirstKey));
    return listed(parts);
}

/// Of what came in packets.
QString packetProof(const MediaReport &media, MediaLink link)
{
    const StreamNumbers &stream = media.stream;
    switch (link) {
    case MediaLink::FirstPacket:
        return say(QT_TRANSLATE_NOOP("medianumbers", "after %1 from %2"))
            .arg(after(media.toFirstPacket), media.from.text());
    case MediaLink::Ssrc: return received(media);
    case MediaLink::Sequence:
        return say(QT_TRANSLATE_NOOP("medianumbers", "packets: %1, lost: %2"))
            .arg(number(media.packets), number(stream.rtp.missing));
    case MediaLink::Ps:
        return stream.firstPs || media.stream.payload != PayloadKind::Unknown ? payload(media) : QString();
    case MediaLink::Map: return stream.ps.maps > 0 ? codecsOfMap(stream) : QString();
    case MediaLink::Video:
        return stream.video.pictures == 0
            ? QString()
            : say(QT_TRANSLATE_NOOP("medianumbers", "%1, pictures: %2"))
                  .arg(orNone(videoCodec(stream.video.codec)), number(stream.video.pictures));
    case MediaLink::ParameterSets:
        return stream.video.format ? listed({pictureSize(media), profile(media)}) : QString();
    case MediaLink::KeyFrame: return stream.video.keyFrames > 0 ? keyProof(media) : QString();
    case MediaLink::Audio: return stream.audio.octets > 0 ? audio(media) : QString();
    default: return {};
    }
}

} // namespace

QString lossRatio(const RtpNumbers &rtp)
{
    return say(QT_TRANSLATE_NOOP("medianumbers", "%1 %")).arg(number(rtp.lossRatio() * 100, 2));
}

QString bitRate(double bitsPerSecond)
{
    return say(QT_TRANSLATE_NOOP("medianumbers", "%1 kbit/s")).arg(number(bitsPerSecond / 1000, 0));
}

QString pictureSize(const MediaReport &media)
{
    const std::optional<VideoFormat> &format = media.stream.video.format;
    return format ? QStringLiteral("%1 \u00d7 %2").arg(format->width).arg(format->height) : QString();
}

QString pictureRate(const MediaReport &media)
{
    const double rate = media.stream.frameRate();
    return rate > 0 ? number(rate, 1) : QString();
}

QString videoCodec(VideoCodec codec)
{
    static constexpr const char *names[] = {"", "H.264", "H.265", "MPEG-4", "SVAC"};
    return QString::fromLatin1(names[static_cast<std::size_t>(codec)]);
}

QList<MediaNumber> mediaNumbers(const MediaReport &media)
{
    QList<MediaNumber> all;
    for (const Row &row : rows)
        all.append({say(row.name), row.value(media), say(row.meaning)});
    return all;
}

QString linkProof(const MediaReport &media, MediaLink link)
{
    const MediaEvents &events = media.events;
    switch (link) {
    case MediaLink::Offered:
        return events.offer ? say(QT_TRANSLATE_NOOP("medianumbers", "media to %1")).arg(events.offer->end.text())
                            : QString();
    case MediaLink::Answered: return answerProof(events);
    case MediaLink::Connected: return connectionProof(events);
    default: return media.packets > 0 ? packetProof(media, link) : QString();
    }
}

} // namespace gb::wording
