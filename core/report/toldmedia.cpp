#include "core/report/toldmedia.h"

#include "core/record/medianote.h"
#include "core/report/told.h"
#include "core/report/words/mediawording.h"

#include <QJsonArray>

namespace gb::told {
namespace {

QJsonObject numbersObject(const notes::Media &media)
{
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    const auto millis = [](quint64 micro) { return QJsonValue(static_cast<double>(micro) / 1000); };
    const double lasted = static_cast<double>(media.lasted) / 1e6;
    return {{QStringLiteral("packets"), number(media.packets)}, {QStringLiteral("bytes"), number(media.octets)},
        {QStringLiteral("expected"), number(media.expected)}, {QStringLiteral("missing"), number(media.missing)},
        {QStringLiteral("duplicates"), number(media.duplicates)},
        {QStringLiteral("reordered"), number(media.reordered)},
        {QStringLiteral("mean_jitter_ms"), millis(media.meanJitter)},
        {QStringLiteral("max_jitter_ms"), millis(media.maxJitter)}, {QStringLiteral("lasted_s"), lasted},
        {QStringLiteral("bit_rate"), lasted > 0.1 ? static_cast<double>(media.octets) * 8 / lasted : 0},
        {QStringLiteral("first_packet_ms"), media.toFirstPacket ? millis(media.toFirstPacket) : QJsonValue()},
        {QStringLiteral("first_key_frame_ms"), media.toFirstKey ? millis(media.toFirstKey) : QJsonValue()},
        {QStringLiteral("pictures"), number(media.pictures)}, {QStringLiteral("key_frames"), number(media.keyFrames)},
        {QStringLiteral("frame_rate"), static_cast<double>(media.milliFrames) / 1000}};
}

} // namespace

QJsonObject causeObject(const MediaFinding &one)
{
    static constexpr const char *weights[] = {"result", "remark", "warning", "broken"};
    static constexpr const char *blames[] = {
        "nobody", "sender", "receiver", "path", "sender or path", "receiver or path", "record", "unknown"};
    const wording::FindingText text = wording::mediaCause(one);
    return {{QStringLiteral("cause"), QString::fromLatin1(mediaCauseName(one.cause))},
        {QStringLiteral("text"), text.title},
        {QStringLiteral("weight"), QString::fromLatin1(weights[static_cast<std::size_t>(one.weight)])},
        {QStringLiteral("blame"), QString::fromLatin1(blames[static_cast<std::size_t>(one.blame)])},
        {QStringLiteral("packet"), static_cast<qint64>(one.packet)},
        {QStringLiteral("looks_like"), one.twin ? QString::fromLatin1(mediaCauseName(*one.twin)) : QString()}};
}

QJsonObject mediaObject(const JournalNote &note)
{
    const notes::Media &media = *note.as<notes::Media>();
    QJsonArray causes;
    for (const MediaFinding &one : medianote::findingsOf(media, note.at))
        causes.append(causeObject(one));
    QJsonObject links;
    for (const QString &link : media.links.mid(0, static_cast<qsizetype>(MediaLink::Count)))
        links.insert(link.section(u'=', 0, 0), link.section(u'=', 1));
    return {{QStringLiteral("device"), media.device}, {QStringLiteral("call_id"), media.callId},
        {QStringLiteral("at"), isoTime(note.at)}, {QStringLiteral("from"), media.from},
        {QStringLiteral("to"), media.to},
        {QStringLiteral("transport"), transportName(media.tcp ? TransportKind::Tcp : TransportKind::Udp)},
        {QStringLiteral("verdict"), media.verdict},
        {QStringLiteral("text"), wording::mediaVerdict(medianote::verdictOf(media))},
        {QStringLiteral("broken_link"), medianote::brokenLink(media)}, {QStringLiteral("links"), links},
        {QStringLiteral("causes"), causes}, {QStringLiteral("payload"), media.payload},
        {QStringLiteral("video"), media.video}, {QStringLiteral("width"), media.width},
        {QStringLiteral("height"), media.height}, {QStringLiteral("audio"), media.audio},
        {QStringLiteral("payload_type"), media.payloadType}, {QStringLiteral("ssrc_offered"), media.ssrcs.value(0)},
        {QStringLiteral("ssrc_answered"), media.ssrcs.value(1)},
        {QStringLiteral("ssrc_received"), media.ssrcs.value(2)}, {QStringLiteral("numbers"), numbersObject(media)}};
}

} // namespace gb::told
