#include "core/report/formats/all.h"
#include "core/report/formats/table.h"
#include "core/report/page/quoted.h"
#include "core/report/toldmedia.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace gb::shelf {
namespace {

/// Of a line of CSV: its numbers side by side, and of its causes the names.
QJsonObject flat(QJsonObject object)
{
    const QJsonObject numbers = object.take(QStringLiteral("numbers")).toObject();
    for (auto it = numbers.begin(); it != numbers.end(); ++it)
        object.insert(it.key(), it.value());
    QJsonArray causes;
    for (const QJsonValue &one : object.value(QStringLiteral("causes")).toArray())
        causes.append(one[QStringLiteral("cause")]);
    object.insert(QStringLiteral("causes"), causes);
    for (QJsonValueRef value : object) { // an SSRC that is not known
        if (value.toString() == u"-")
            value = QString();
    }
    return object;
}

template<Table::Form form>
quint64 tell(const page::SiteReport &report, const TakePiece &take)
{
    QStringList columns;
    for (const char *const name :
        {"device", "call_id", "at", "from", "to", "transport", "verdict", "text", "broken_link", "causes", "payload",
            "video", "width", "height", "audio", "payload_type", "ssrc_offered", "ssrc_answered", "ssrc_received",
            "packets", "bytes", "expected", "missing", "duplicates", "reordered", "mean_jitter_ms", "max_jitter_ms",
            "lasted_s", "bit_rate", "first_packet_ms", "first_key_frame_ms", "pictures", "key_frames", "frame_rate"})
        columns.append(QLatin1String(name));
    Table table(form, columns, take);
    for (const JournalNote &note : report.media) {
        const notes::Media &media = *note.as<notes::Media>();
        const QJsonObject object = told::mediaObject(note);
        if (!table.add(form == Table::Form::Csv ? flat(object) : object,
                page::quotedOf({media.device, media.callId, media.payload, media.video, media.audio})))
            break;
    }
    return table.rows();
}

} // namespace

const Format mediaCsv{"media-csv", ".csv", QT_TRANSLATE_NOOP("Format", "Media as CSV"),
    QT_TRANSLATE_NOOP("Format", "CSV"), nullptr, tell<Table::Form::Csv>};
const Format mediaJson{"media-jsonl", ".jsonl", QT_TRANSLATE_NOOP("Format", "Media as JSON Lines"),
    QT_TRANSLATE_NOOP("Format", "JSON Lines"), nullptr, tell<Table::Form::JsonLines>};

} // namespace gb::shelf
